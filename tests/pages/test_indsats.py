"""The list behind a number, the card of a line as known for a month, and the search, as they are reached."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.documents.line_list import exported
from dashboard.domain.light import Light
from dashboard.domain.meeting import Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.status_row import LinePart
from dashboard.intake import decide
from dashboard.queries import Selection, agenda, line_list
from dashboard.records import change_item, plan_meeting, write_decision
from dashboard.web.database import database
from drawn_page import html, seen
from fixture_types import one_row

JULY = [
    ("Flådestyring", "ØK", "green", "Kortlægningen er i gang."),
    ("Kloge m2", "ØK, KB", "yellow"),
    ("Aktindsigt", "ØK", "red"),
]
AUGUST = [
    ("Flådestyring", "KB", "red", "Kortlægningen er gået i stå."),
    ("Kloge m2", "ØK, KB", "green"),
    ("Postgange", "BUU", "red"),
]


def links(app: AppTest, css: str) -> list[str]:
    return [unescape(href) for href in re.findall(rf'<a class="{css}" href="([^"]+)"', html(app))]


def number_of(title: str) -> int:
    names = database().cursor().execute("SELECT indsats_id FROM indsats_name WHERE title = ?", [title])
    return int(one_row(names)[0])


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> Callable[..., AppTest]:
    """Give the page Indsats over two months, asked for what the test wants."""
    report("2026-07", *JULY)
    report("2026-08", *AUGUST)

    def opened(**asked: str) -> AppTest:
        app = switch_to("indsats")
        for key, value in asked.items():
            app.query_params[key] = value
        return app.run()

    return opened


def test_without_anything_asked_for_every_line_of_the_month_is_listed_worst_first(page: Callable[..., AppTest]) -> None:
    said = seen(page())
    assert "Alle indsatser · 3 indsatser Rød 2 Grøn 1" in said
    assert said.index("Flådestyring") < said.index("Kloge m2")
    assert "Kortlægningen er gået i stå." in said


def test_the_list_can_be_of_those_that_have_had_their_light_for_so_long(page: Callable[..., AppTest]) -> None:
    app = page(traek="1", lys="red")
    assert "Indsatser i første status · 2 indsatser" in seen(app)
    assert "Varighed: i første status ×" in seen(app)
    assert "./indsats?lys=red" in links(app, "chip")
    assert "»13« kan ikke vælges under Varighed her og er udeladt." in seen(page(traek="13"))


def test_the_list_says_in_words_what_changed_and_a_chip_takes_it_off(page: Callable[..., AppTest]) -> None:
    app = page(fra="green", til="red")
    assert "Fra grøn til rød siden juli · 1 indsats" in seen(app)
    assert "Grøn → Rød første måned Flådestyring" in seen(app)
    assert links(app, "chip") == ["./indsats?til=red", "./indsats?fra=green"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"aendring": "worsened"}, "Forværret siden juli · 1 indsats"),
        ({"aendring": "new"}, "Ny siden juli · 1 indsats"),
        ({"til": "absent"}, "Til udgået siden juli · 1 indsats"),
        ({"aendring": "reopened"}, "Ingen indsatser passer Genåbnet siden juli: 0 indsatser."),
    ],
)
def test_every_change_has_its_list_or_a_sentence(
    page: Callable[..., AppTest], asked: dict[str, Any], said: str
) -> None:
    assert said in seen(page(**asked))


def test_what_the_address_asks_for_and_does_not_exist_is_said_calmly(page: Callable[..., AppTest]) -> None:
    said = seen(page(aendring="eksploderet", fra="lilla"))
    assert "»eksploderet« kan ikke vælges under Ændring her og er udeladt." in said
    assert "»lilla« kan ikke vælges under Fra her og er udeladt." in said
    assert "Alle indsatser · 3 indsatser" in said


def test_the_list_is_grouped_as_the_address_says_with_the_lights_of_each_group(page: Callable[..., AppTest]) -> None:
    said = seen(page(gruppe="udvalg"))
    assert (
        said.index("Kommunalbestyrelsen 2 Rød 1 Grøn 1")
        < said.index("Ungdomsudvalget 1")
        < said.index("Økonomiudvalget 1")
    )
    assert said.count("Kloge m2") == 2
    assert "En indsats i to udvalg tæller i begge." in said


def test_those_who_have_not_reported_get_the_words_to_send_and_a_mail_without_an_address(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "KB", "not_reported"), ("Kloge m2", "ØK, KB", "green"))
    report("2026-10", ("Flådestyring", "KB", "not_reported"), ("Kloge m2", "ØK, KB", "not_reported"))
    app = page(maaned="2026-10", lys="not_reported")
    (mail,) = (unquote(link) for link in links(app, "way") if link.startswith("mailto:"))
    assert mail.startswith("mailto:?subject=Status for oktober 2026 mangler&body=Til Uden ansvarlig")
    assert "- Flådestyring (KB), 2. status i træk\n- Kloge m2 (ØK, KB)\n" in mail
    assert "- Flådestyring (KB), 2. status i træk" in app.code[0].value
    assert "Mangler at indberette" not in seen(page(maaned="2026-10", lys="green"))


def test_the_list_can_be_taken_along(page: Callable[..., AppTest]) -> None:
    app = page()
    app.session_state["hent_liste"] = True
    buttons: list[Any] = list(app.run().get("download_button"))
    assert [button.label for button in buttons] == ["PDF", "Word", "Excel", "CSV"]


def test_the_card_can_be_taken_along(page: Callable[..., AppTest]) -> None:
    app = page(indsats=str(number_of("Flådestyring")))
    app.session_state["hent_kort"] = True
    buttons: list[Any] = list(app.run().get("download_button"))
    assert [button.label for button in buttons] == ["Kortet (PDF)", "Kortet (Word)"]


def test_the_card_says_how_the_line_stands_and_what_changed(page: Callable[..., AppTest]) -> None:
    said = seen(page(indsats=str(number_of("Flådestyring"))))
    assert "Rød første måned Flådestyring" in said
    assert "Kommunalbestyrelsen · Partnerskaber · Driftsændringer" in said
    assert "August 2026 Forværret Grøn → Rød" in said
    assert "Udvalg udgået: ØK → ny tekst: KB" in said
    assert "udgået: i gang ny tekst: gået i stå" in said
    assert "Juli 2026 Første status Grøn" in said


def test_an_earlier_month_knows_only_what_was_known_then(page: Callable[..., AppTest]) -> None:
    said = seen(page(indsats=str(number_of("Flådestyring")), maaned="2026-07"))
    assert "Grøn første måned Flådestyring" in said
    assert "Økonomiudvalget · Partnerskaber" in said
    assert "Som kendt for juli 2026 · Hele planen" in said
    assert "Kortlægningen er i gang." in said
    assert "Rød" not in said.split("Sådan står det")[1]
    assert "August 2026" not in said


def test_a_line_that_is_gone_shows_what_was_last_known(page: Callable[..., AppTest]) -> None:
    said = seen(page(indsats=str(number_of("Aktindsigt"))))
    assert "Udgået siden august 2026 Aktindsigt" in said
    assert "Indsatsen står ikke i filen for august 2026." in said
    assert "Sådan stod det sidst, i juli 2026" in said
    assert "August 2026 Udgået før Rød" in said


def test_the_card_leads_to_its_neighbours_in_the_list_that_it_was_opened_from(page: Callable[..., AppTest]) -> None:
    app = page(indsats=str(number_of("Postgange")), til="red")
    assert "← Til listen" in seen(app)
    assert "← Forrige: Flådestyring 2 af 2" in seen(app)
    assert links(app, "way")[0] == "./indsats?til=red"
    assert links(app, "way neighbour") == [f"./indsats?indsats={number_of('Flådestyring')}&til=red"]


def test_a_line_that_the_scope_does_not_hold_is_led_to_where_it_is(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-08", ("Flådestyring", "KB", "red"), scope=CROSS_CUTTING)
    app = page(indsats=str(number_of("Postgange")), omfang="tvaergaaende")
    assert "»Postgange« står ikke i Tværgående indsatser i august 2026 eller tidligere." in seen(app)
    assert links(app, "way")[0] == f"./indsats?maaned=2026-08&omfang=plan&indsats={number_of('Postgange')}"


@pytest.mark.parametrize("asked", ["999", "kat", "-1", "²", "99999999999999999999"])
def test_a_line_that_does_not_exist_is_explained(page: Callable[..., AppTest], asked: str) -> None:
    assert "Indsatsen findes ikke Der er ingen indsats med det nummer" in seen(page(indsats=asked))


def test_a_month_that_only_the_cross_cutting_workbook_tells_is_on_the_card_and_leads_there(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-06", ("Flådestyring", "ØK", "yellow"), scope=CROSS_CUTTING)
    app = page(indsats=str(number_of("Flådestyring")))
    assert "Lave felter: måneden er kun kendt fra filen for tværgående indsatser." in seen(app)
    assert links(app, "life-cell")[0] == (
        f"./indsats?maaned=2026-06&omfang=tvaergaaende&indsats={number_of('Flådestyring')}"
    )


def test_names_and_the_line_that_is_continued_are_told(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), ("Kloge kvadratmeter", "ØK", "green"), ("Bude", "BUU", "red"))
    decide(database(), "same", number_of("Kloge kvadratmeter"), number_of("Kloge m2"), "Anne")
    decide(database(), "continues", number_of("Bude"), number_of("Postgange"), "Bo")
    said = seen(page(indsats=str(number_of("Kloge m2"))))
    assert "Navne Kloge kvadratmeter sep 26 · bekræftet af Anne den" in said
    assert "Kloge m2 jul 26 – aug 26 · samme titel" in said
    assert "Titel Kloge udgået: m2 ny tekst: kvadratmeter" in said


def test_a_line_that_continues_another_shows_it(page: Callable[..., AppTest], report: Callable[..., None]) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), ("Bude", "BUU", "green"))
    decide(database(), "continues", number_of("Bude"), number_of("Postgange"), "Bo")
    app = page(indsats=str(number_of("Bude")))
    assert "Fortsætter Rød Postgange aug 26 · bekræftet af Bo den" in seen(app)
    assert 'class="lit red inherited"' in html(app)
    assert "fra »Postgange«, som indsatsen fortsætter" in html(app)
    assert "Fortsættes af Grøn Bude" in seen(page(indsats=str(number_of("Postgange"))))


def test_workbooks_that_disagree_are_told_in_their_month(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-08", ("Flådestyring", "KB", "yellow"), scope=CROSS_CUTTING)
    said = seen(page(indsats=str(number_of("Flådestyring"))))
    assert "Filen for hele planen siger rød; den seneste indlæsning tæller." in said


def test_a_search_that_several_lines_are_like_lists_them_with_their_lights(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Fælles skole", "BUU", "green"), ("Skolens køkken", "BUU", "red"), ("Flådestyring", "KB", "red"))
    said = seen(page(soeg="skole"))
    assert "Søgning: »skole«" in said
    assert "Grøn Fælles skole BUU" in said
    assert "Rød Skolens køkken BUU" in said
    assert "Flådestyring" not in said


def test_a_search_for_nothing_that_exists_says_what_to_do_next(page: Callable[..., AppTest]) -> None:
    assert "Ingen indsats hedder noget, der ligner »xylofon«. Prøv med et andet ord" in seen(page(soeg="xylofon"))


@pytest.mark.parametrize("page", ["overblik", "vejledning"])
def test_the_box_leads_from_any_page_to_the_card(
    report: Callable[..., None], page: str, switch_to: Callable[[str], AppTest]
) -> None:
    report("2026-07", *JULY)
    app = switch_to(page).run()
    app.selectbox(key="soegefelt").set_value("Flådestyring").run()
    assert app.query_params["indsats"] == str(number_of("Flådestyring"))
    assert "Måned for måned" in seen(app)


def test_the_counts_and_titles_of_overblik_lead_here(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-07", *JULY)
    report("2026-08", *AUGUST)
    app.run()
    assert links(app, "list-link whole-card")[0] == "./indsats?lys=red"
    assert links(app, "list-link")[0] == "./indsats?aendring=worsened"
    assert links(app, "line-link")[0] == f"./indsats?indsats={number_of('Flådestyring')}&aendring=worsened"


def test_the_card_tells_what_meetings_decided_up_to_its_month_and_what_became_of_it(
    page: Callable[..., AppTest],
) -> None:
    page()
    line = number_of("Flådestyring")
    meeting = plan_meeting(database(), Meeting("ØK", date(2026, 9, 2), Month(2026, 8), PLAN), [(line, ["added"])])
    item = agenda(database().cursor(), meeting)[0].item_id
    write_decision(database(), Decision(item, "material", "SØM-beregning ønskes.", "Fagchefen", date(2026, 9, 30)))
    change_item(database(), item, 1, light=Light.YELLOW, focus=True)
    said = seen(page(indsats=str(line)))
    assert "Økonomiudvalget 2. september 2026 Økonomiudvalget ser den som Gul SØM-beregning ønskes." in said
    assert "ikke udført Fokus til næste møde" in said
    assert "Ønsker yderligere materiale · Fagchefen · frist 30.09.2026 · ikke udført" in said
    assert "SØM-beregning" not in seen(page(indsats=str(line), maaned="2026-07"))


PARTS = (
    LinePart("Udbud", "A7", Light.YELLOW, text="afventer svar"),
    LinePart("Kontrakt <b>", "A8", done=True),
    LinePart("Levering", "A9"),
)


def test_the_card_says_the_expected_end_the_percentage_and_the_remark_with_their_cells(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    facts = {"expected_end": "31.12.2026", "percent_done": "100 %", "remark": "Anne: spørg igen"}
    cells = {"expected_end": "E2", "percent_done": "F2", "remark": "A2"}
    report("2026-09", ("Flådestyring", "KB", "red"), cells=cells, **facts)
    app = page(indsats=str(number_of("Flådestyring")))
    said = seen(app)
    assert 'class="plate red"' in html(app)
    assert "Forventet afslutning 31.12.2026 E2" in said
    assert "Procent færdig 100 % F2" in said
    assert "Bemærkning i celle Anne: spørg igen A2" in said


def test_a_line_without_them_says_nothing_of_them(page: Callable[..., AppTest]) -> None:
    said = seen(page(indsats=str(number_of("Flådestyring"))))
    for name in ("Forventet afslutning", "Procent", "Bemærkning", "Delopgaver", "None", "nan"):
        assert name not in said


def test_the_parts_of_a_line_are_listed_with_their_lights_and_lead_to_their_cells(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), subtasks=PARTS)
    app = page(indsats=str(number_of("Flådestyring")))
    assert (
        "Delopgaver (3) – tælles ikke med Gul Udbud A7 er kilden til Delopgave 1 afventer svar "
        "Afsluttet Kontrakt &lt;b&gt; A8 er kilden til Delopgave 2 "
        "Ikke indberettet Levering A9 er kilden til Delopgave 3"
    ) in escape(seen(app))
    assert f"?kilde=3-{number_of('Flådestyring')}-subtask2" in html(app)


def test_parts_of_which_none_has_a_light_are_listed_without(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), subtasks=PARTS[2:])
    said = seen(page(indsats=str(number_of("Flådestyring"))))
    assert "Delopgaver (1) – tælles ikke med Levering" in said


def test_the_other_lights_stand_on_the_card_under_their_headings_and_are_not_counted(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    lights = (LinePart("Tid", "D7", Light.GREEN), LinePart("Økonomi <b>", "E7", Light.YELLOW, text="afventer"))
    report("2026-09", ("Flådestyring", "KB", "red"), other_lights=lights)
    app = page(indsats=str(number_of("Flådestyring")))
    assert (
        "Øvrige lys – tælles ikke med Grøn Tid D7 er kilden til Øvrigt lys 1 "
        "Gul Økonomi &lt;b&gt; E7 er kilden til Øvrigt lys 2 afventer"
    ) in escape(seen(app))
    assert f"?kilde=3-{number_of('Flådestyring')}-other_light2" in html(app)
    (line,) = line_list(database().cursor(), Selection(Month(2026, 9), None, PLAN))
    assert (line.light_now, exported(line).said["other_lights"]) == (
        Light.RED, "Tid (Grøn); Økonomi <b> (Gul): afventer"
    )  # fmt: skip


def test_the_months_tell_how_the_parts_and_the_expected_end_went(
    page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), subtasks=PARTS[:1], expected_end="31.12.2026")
    done = (replace(PARTS[0], done=True, cell="A10"),)
    report("2026-10", ("Flådestyring", "KB", "red"), subtasks=done, expected_end="30.06.2027")
    said = seen(page(indsats=str(number_of("Flådestyring"))))
    assert "Forventet afslutning udgået: 31.12.2026 → ny tekst: 30.06.2027" in said
    assert "Delopgaver Udbud ( udgået: Gul ny tekst: Afsluttet ): afventer svar" in said


def test_the_list_takes_them_along(page: Callable[..., AppTest], report: Callable[..., None]) -> None:
    report("2026-09", ("Flådestyring", "KB", "red"), subtasks=PARTS[:2], percent_done="75 %")
    page()
    (line,) = line_list(database().cursor(), Selection(Month(2026, 9), None, PLAN))
    listed = exported(line).said
    assert (listed["percent_done"], listed["expected_end"]) == ("75 %", "")
    assert listed["subtasks"] == "Udbud (Gul): afventer svar; Kontrakt <b> (Afsluttet)"
