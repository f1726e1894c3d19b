"""Overblik, opened the way a viewer opens it."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.scope import CROSS_CUTTING
from dashboard.wording import texts
from drawn_page import html, seen

AUGUST = [("Flådestyring", "ØK", "green"), ("Aktindsigt", "ØK, KB", "yellow"), ("Taskforce", "AU", "green")]
SEPTEMBER = [
    ("Flådestyring", "ØK", "red", "Udbud er gået i stå"),
    ("Aktindsigt", "ØK, KB", "green"),
    ("Taskforce", "AU", "not_reported"),
]


def counts(app: AppTest) -> list[int]:
    return [int(n) for n in re.findall(r'data-light="\w+">(?:<[^>]+>)*(\d+)<', html(app))]


def test_an_empty_database_says_how_to_begin(app: AppTest) -> None:
    said = seen(app.run())
    assert "Der er endnu ikke indlæst nogen status" in said
    assert [link.proto.label for link in app.get("page_link")] == ["Gå til Indlæsning"]
    assert not app.selectbox


def test_the_newest_month_is_shown_against_the_one_before(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    said = seen(app.run())
    assert "September 2026 sammenlignet med august 2026 · Hele planen · 3 indsatser" in said
    assert counts(app) == [1, 0, 1, 1, 0]
    assert "Forværret 1 Grøn → Rød Flådestyring Udbud er gået i stå ØK" in said
    assert "Ikke længere indberettet 1 før Grøn Taskforce" in said


def test_a_month_imported_while_the_app_runs_shows_at_once(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    assert "August 2026 · Hele planen" in seen(app.run())
    report("2026-09", *SEPTEMBER)
    assert "September 2026 sammenlignet med august 2026" in seen(app.run())


def test_the_first_month_says_that_there_is_nothing_to_compare_with(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    said = seen(app.run())
    assert "Der er ingen tidligere måned at sammenligne med" in said
    assert said.count("ingen sammenligning") == 5


def test_a_comparison_can_be_switched_off(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    app.run().selectbox(key="sammenlign").select("Ingen måned").run()
    assert "Vælg en måned under »Sammenlign med«" in seen(app)


def test_the_comparison_is_never_the_month_itself_or_a_later_one(app: AppTest, report: Callable[..., None]) -> None:
    for month in ("2026-07", "2026-08", "2026-09"):
        report(month, *AUGUST)
    app.run().selectbox(key="maaned").select("August 2026").run()
    assert app.selectbox(key="sammenlign").options == ["Juli 2026", "Ingen måned"]
    assert "August 2026 sammenlignet med juli 2026" in seen(app)


def test_a_chosen_comparison_that_the_new_month_rules_out_is_let_go_and_said(
    app: AppTest, report: Callable[..., None]
) -> None:
    for month in ("2026-07", "2026-08", "2026-09"):
        report(month, *AUGUST)
    app.run().selectbox(key="sammenlign").select("August 2026").run()
    app.selectbox(key="maaned").select("August 2026").run()
    said = seen(app)
    assert "August 2026 sammenlignet med juli 2026" in said
    assert "»August 2026« kan ikke vælges under Sammenlign med her" in said


def test_a_chosen_comparison_stays_when_the_new_month_allows_it(app: AppTest, report: Callable[..., None]) -> None:
    for month in ("2026-06", "2026-07", "2026-08", "2026-09"):
        report(month, *AUGUST)
    app.run().selectbox(key="sammenlign").select("Juni 2026").run()
    app.selectbox(key="maaned").select("August 2026").run()
    assert "August 2026 sammenlignet med juni 2026" in seen(app)


def test_filters_narrow_every_figure_on_the_page(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    app.run().multiselect(key="udvalg").set_value(["ØK"]).run()
    said = seen(app)
    assert "Hele planen · Økonomiudvalget × · 2 indsatser" in said
    assert counts(app) == [1, 0, 1, 0, 0]
    assert "Taskforce" not in said


def test_filters_that_leave_nothing_offer_a_way_back(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER, ("Skovrejsning", "KB", "green"), without_tema=("Skovrejsning",))
    app.run().multiselect(key="udvalg").set_value(["AU"]).run()
    app.multiselect(key="tema").set_value(["ingen"]).run()
    assert "Der er filtreret på udvalg »Arbejdsmarkedsudvalget«, tema »Uden tema«. Nulstil filtrene" in seen(app)
    for key, free in parse_qsl(
        re.findall(r'href="\?([^"]+)">Nulstil filtrene', html(app))[0].replace("&amp;", "&"), True
    ):
        app.query_params[key] = free
    app.run()
    assert "Hele planen · 4 indsatser" in seen(app)


def test_reset_lets_go_of_every_filter(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    app.run().selectbox(key="maaned").select("August 2026").run()
    app.multiselect(key="udvalg").set_value(["ØK"]).run()
    app.button(key="nulstil").click().run()
    assert "September 2026 sammenlignet med august 2026 · Hele planen · 3 indsatser" in seen(app)


def test_a_link_opens_the_view_it_names(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    app.query_params["maaned"] = "2026-08"
    app.query_params["udvalg"] = ["ØK", "AU"]
    assert "August 2026 · Hele planen · Økonomiudvalget × Arbejdsmarkedsudvalget × · 3 indsatser" in seen(app.run())


def test_a_link_to_what_does_not_exist_is_a_calm_note_over_the_nearest_view(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2026-09", *SEPTEMBER)
    app.query_params["maaned"] = "2031-05"
    app.query_params["tema"] = "<script>"
    said = seen(app.run())
    assert "»Maj 2031« kan ikke vælges under Måned her og er udeladt" in said
    assert "September 2026 · Hele planen · 3 indsatser" in said
    assert "<script>" not in " ".join(html.value for html in app.html)


def test_a_chip_takes_its_filter_off_and_leaves_the_others(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    app.query_params["udvalg"] = ["ØK", "AU"]
    app.query_params["lys"] = "red"
    drawn = " ".join(html.value for html in app.run().html)
    assert 'href="./?udvalg=AU&amp;lys=red"' in drawn
    assert 'aria-label="Fjern filteret Udvalg: Økonomiudvalget"' in drawn


def test_words_must_all_stand_in_a_line(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    app.query_params["tekst"] = "TASK force"
    assert "Hele planen · »TASK force« × · 1 indsats" in seen(app.run())


def test_every_filter_says_how_many_lines_it_would_leave(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    assert "Økonomiudvalget (2)" in app.run().multiselect(key="udvalg").options


def test_the_distribution_is_by_udvalg_tema_or_art(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    app.run()
    assert "En indsats i to udvalg tæller i begge." in seen(app)
    assert 'aria-label="Økonomiudvalget: 1 rød"' in html(app)
    app.segmented_control(key="fordel").set_value("tema").run()
    assert 'aria-label="Partnerskaber: 1 rød"' in html(app)
    assert "tæller i begge" not in seen(app)


def test_cross_cutting_lines_of_a_whole_plan_say_whose_workbook_speaks(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2026-08", ("Flådestyring", "ØK", "green"), scope=CROSS_CUTTING)
    report("2026-09", *SEPTEMBER)
    app.query_params["maaned"] = "2026-08"
    said = seen(app.run())
    assert "August 2026 · Tværgående indsatser · 1 indsats" in said
    assert "bygger på" not in said


def test_example_data_says_so_and_other_data_does_not(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-08", *AUGUST, is_example=True)
    report("2026-09", *SEPTEMBER)
    assert "opdigtede" not in seen(app.run())
    app.selectbox(key="maaned").select("August 2026").run()
    assert "Eksempeldata - farver og tekster er opdigtede" in seen(app)


def test_the_meaning_of_the_colours_is_one_click_away(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    assert "Følger planen - der er ikke behov for at zoome ind" in seen(app.run())


def test_a_database_held_by_another_program_is_explained(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "ikke.duckdb"
    broken.write_text("ikke en database, men noget der er langt nok til at ligne en fil" * 100)
    monkeypatch.setenv("DASHBOARD_DATABASE", str(broken))
    assert "Databasen kan ikke åbnes" in seen(app.run())


def test_no_leftovers_of_code_are_on_the_page(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    assert not re.search(r"\b(None|nan|NaN|NaT|<NA>|not_reported)\b", seen(app.run()))


def test_lines_can_be_filtered_by_what_no_field_says_and_by_every_signal(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER, ("Skovrejsning", "KB", "yellow"))
    app.query_params["kendetegn"] = "never_green"
    assert "Hele planen · Aldrig grøn × · 1 indsats" in seen(app.run())
    app.multiselect(key="kendetegn").set_value(["green_to_red", "red_without_ask"]).run()
    assert counts(app) == [1, 0, 0, 0, 0]
    assert app.query_params["kendetegn"] == ["green_to_red", "red_without_ask"]
    app.multiselect(key="kendetegn").set_value(["flapping"]).run()
    assert "Ingen indsatser passer til filtrene" in seen(app)


def test_every_page_says_how_it_is_read_and_can_be_sent_as_a_link(
    app: AppTest, switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", *SEPTEMBER)
    app.run()
    for page, said in texts.READ.items():
        shown = html(switch_to(page.replace("-", "_") or "overblik").run())
        assert (said in shown, shown.count(">Kopiér link<")) == (True, 1), page
