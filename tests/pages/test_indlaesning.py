"""Indlæsning, used the way the økonomi department uses it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from asking_workbooks import own_words, two_lights
from dashboard import queries
from dashboard.domain.month import Month
from dashboard.web.database import database
from drawn_page import seen
from fixture_types import MakeWorkbook
from month_sheets import LAST, month_sheets
from workbook_maker import GREEN, Cell

HEAD = ["Indsats", "Udvalg", "Farve", "Statustekst"]
A = ["Flådestyring R003", "ØK, KB", "Grøn", "Udbud i gang"]
B = ["Aktindsigt", "ØK", "Gul", ""]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Callable[..., tuple[str, bytes, str]]:
    def write(month: Any, *lines: Any, name: str = "status.xlsx") -> tuple[Any, bytes, Any]:
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [month and f"Status pr. ultimo {month}"]]
        return name, make_workbook([*heading, HEAD, *lines]).read_bytes(), XLSX

    return write


@pytest.fixture
def page(switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the page, opened."""
    return switch_to("indlaesning").run()


@pytest.fixture
def drop(page: AppTest) -> Callable[..., str]:
    def drop_files(*files: Any) -> str:
        page.file_uploader(key="filer").set_value(list(files)).run()
        return seen(page)

    return drop_files


def counts(page: AppTest) -> list[int]:
    html = " ".join(html.value for html in page.html)
    return [int(n) for n in re.findall(r'data-light="\w+">(\d+)<', html)]


def chosen(select: Selectbox[Any]) -> str:
    assert select.index is not None
    return select.options[select.index]


def roles(page: AppTest) -> dict[str, str]:
    """Give what each column is read as, by its heading."""
    selects = [select for select in page.selectbox if select.label.startswith("Kolonne ")]
    headings = [select.label.removesuffix(" er læst som").split(" ", 2)[2] for select in selects]
    return dict(zip(headings, map(chosen, selects), strict=True))


def stored() -> list[tuple[str, str, int]]:
    found = queries.revisions(database().cursor())
    return [(str(each.month), each.state, each.revision) for each in found]


def press(page: AppTest, key: str) -> str:
    page.button(key=key).click().run()
    return seen(page)


def test_an_empty_page_says_that_nothing_is_imported(page: AppTest) -> None:
    assert "Intet er indlæst endnu." in seen(page)


def test_a_workbook_is_seen_before_it_is_saved(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A, B))
    assert "Maj 2025 · Hele planen · revision 1 · 2 indsatser" in said
    assert counts(page) == [0, 1, 1, 0, 0]
    assert "intet gemt for dette omfang at sammenligne med" in said
    assert stored() == []


def test_it_shows_which_header_became_which_field(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A, B))
    assert "Ark1 overskrifter i række 3, 2 indsatser læst" in said
    assert roles(page) == {"Indsats": "Titel", "Udvalg": "Udvalg", "Farve": "Trafiklys", "Statustekst": "Statustekst"}


def test_saving_says_what_was_saved_and_leads_to_overblik(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    said = press(page, "indlaes")
    assert "Gemt: Maj 2025 · Hele planen · revision 1 · 2 indsatser" in said
    assert stored() == [("2025-05", "counts", 1)]
    assert page.get("page_link")[0].proto.label == "Se maj 2025 på Overblik"
    assert not [button for button in page.button if button.key == "indlaes"]


def test_a_correction_shows_old_and_new_field_by_field(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    press(page, "indlaes")
    said = drop(workbook("maj 2025", [*A[:2], "Rød", "Gået i stå"], ["Taskforce", "AU", "Grøn", ""]))
    assert "Maj 2025 · Hele planen · revision 2 · 2 indsatser" in said
    assert "Ændret 1 Grøn → Rød Flådestyring R003 Statustekst udgået: Udbud i gang → ny tekst: Gået i stå" in said
    assert "Ny 1 Grøn Taskforce" in said
    assert "Udgår 1 Gul Aktindsigt" in said
    assert "mod revision 1" in said


def test_the_same_file_again_has_nothing_to_save(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    file = workbook("maj 2025", A)
    drop(file)
    press(page, "indlaes")
    assert "Filen er allerede indlæst og gælder." in drop(file)
    assert not [button for button in page.button if button.key == "indlaes"]


def test_errors_are_shown_with_what_to_do_and_can_be_saved_all_the_same(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", [*A[:2], "lilla"], [*B[:2], Cell("Rød", GREEN)], ["C", "AU", "Grøn"]))
    assert "Fejl Ark1 C4 lilla" in said
    assert "2 indsatser bliver ikke indberettet" in said
    assert page.button(key="indlaes").label == "Indlæs alligevel"
    press(page, "indlaes")
    assert stored() == [("2025-05", "counts", 1)]
    assert counts(page)[3] == 2


def test_what_is_no_workbook_cannot_be_saved_and_says_why(page: AppTest, drop: Callable[..., str]) -> None:
    said = drop(("status.csv", b"a;b\n1;2\n", "text/csv"))
    assert "en tekstfil (fx .csv)" in said
    assert "Filen kan ikke indlæses, før det er rettet." in said
    assert not [button for button in page.button if button.key == "indlaes"]


def test_a_missing_month_can_be_given_by_hand(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    assert "Måned ukendt" in drop(workbook("", A))
    month = next(box for box in page.selectbox if box.label == "Måned")
    month.select("Maj 2025").run()
    assert "Maj 2025 · Hele planen · revision 1" in seen(page)
    press(page, "indlaes")
    assert stored() == [("2025-05", "counts", 1)]


def test_sheets_of_several_months_are_told_apart_by_the_month_given_by_hand(
    page: AppTest, drop: Callable[..., str], make_workbook: MakeWorkbook
) -> None:
    rows = [["Udmøntningsplan - hele planen"], [], HEAD]
    path = make_workbook(sheets={"April": [*rows, A, B], "Maj": [*rows, A]})
    assert "April og Maj er hver sin måned" in drop(("status.xlsx", path.read_bytes(), XLSX))
    next(box for box in page.selectbox if box.label == "Måned").select("Maj 2025").run()
    assert "Maj 2025 · Hele planen · revision 1 · 1 indsats" in seen(page)


def test_month_and_scope_can_be_corrected_by_hand(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A))
    next(box for box in page.selectbox if box.label == "Omfang").select("Økonomiudvalget").run()
    assert "Maj 2025 · Økonomiudvalget" in seen(page)


def test_many_workbooks_are_listed_and_those_without_errors_saved_at_once(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(
        workbook("maj 2025", A, name="maj.xlsx"),
        workbook("april 2025", B, name="april.xlsx"),
        workbook("juni 2025", [*A[:2], "lilla"], name="juni.xlsx"),
    )
    assert "maj.xlsx Maj 2025 · Hele planen" in said
    assert "Kun med 1 fejl" in said
    assert chosen(page.selectbox(key="fil")) == "juni.xlsx"
    assert page.button(key="indlaes_alle").label == "Indlæs 2 filer uden fejl"
    press(page, "indlaes_alle")
    assert sorted(stored()) == [("2025-04", "counts", 1), ("2025-05", "counts", 1)]
    assert "Gemt" in seen(page)


def test_what_is_saved_changes_what_the_other_files_are_compared_with(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("april 2025", A, name="april.xlsx"), workbook("maj 2025", [*A[:2], "Rød", A[3]], name="maj.xlsx"))
    assert "ingen tidligere" in seen(page)
    page.selectbox(key="fil").select("april.xlsx").run()
    press(page, "indlaes")
    assert "1 ændret" in seen(page)


def opened(page: AppTest, revision: str) -> str:
    """Follow the link that opens a revision."""
    page.query_params["revision"] = revision
    page.run()
    return seen(page)


def test_the_template_is_of_the_next_month_and_a_scope_that_something_is_imported_for(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    assert not page.get("download_button")
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    scope, month = page.selectbox(key="skabelon_omfang"), page.selectbox(key="skabelon_maaned")
    assert scope.options == ["Hele planen", "Kommunalbestyrelsen", "Økonomiudvalget"]
    assert (chosen(scope), month.options[:2], chosen(month)) == ("Hele planen", ["Juni 2025", "Juli 2025"], "Juni 2025")
    drop(workbook("juni 2025", A))
    next(box for box in page.selectbox if box.label == "Omfang").select("Økonomiudvalget").run()
    press(page, "indlaes")
    page.selectbox(key="skabelon_omfang").select("Økonomiudvalget").run()
    assert chosen(page.selectbox(key="skabelon_maaned")) == "Juli 2025"
    page.selectbox(key="skabelon_omfang").select("Hele planen").run()
    assert chosen(page.selectbox(key="skabelon_maaned")) == "Juni 2025"
    assert [button.proto.label for button in page.get("download_button")] == ["Hent skabelonen"]


def errors_after(page: AppTest, key: str) -> list[str]:
    """Press a button, and give the errors that are shown."""
    press(page, key)
    return [error.value for error in page.error]


def test_the_history_can_be_listed_by_month_and_scope(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for month in ("april 2025", "maj 2025"):
        drop(workbook(month, A))
        press(page, "indlaes")
    drop(workbook("maj 2025", B))
    next(box for box in page.selectbox if box.label == "Omfang").select("Økonomiudvalget").run()
    press(page, "indlaes")
    drop()
    assert page.selectbox(key="indlaest_maaned").options == ["Maj 2025", "April 2025"]
    page.selectbox(key="indlaest_maaned").select("April 2025").run()
    assert listed(page) == ["?revision=2025-04.plan.1"]
    assert page.selectbox(key="indlaest_omfang").options == ["Hele planen"]
    page.selectbox(key="indlaest_maaned").select("Maj 2025").run()
    page.selectbox(key="indlaest_omfang").select("Økonomiudvalget").run()
    assert listed(page) == ["?revision=2025-05.%C3%98K.1"]
    page.selectbox(key="indlaest_maaned").select("April 2025").run()
    assert listed(page) == ["?revision=2025-04.plan.1"]


def listed(page: AppTest) -> list[str]:
    """Give the links of the revisions in the list."""
    return re.findall(r'<a class="open" href="([^"]+)"', " ".join(html.value for html in page.html))


def test_the_history_lists_every_revision_and_what_differed(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [*A[:2], light]))
        press(page, "indlaes")
    said = seen(page)
    heads = "Tilstand Rød Gul Grøn Ikke indberettet Afsluttet Forskel fra revisionen før"
    assert heads in said
    assert "Maj 2025 · Hele planen revision 2 Gælder 1 0 0 0 0 1 ændret (1 med ny farve)" in said
    assert "Maj 2025 · Hele planen revision 1 Afløst 0 0 1 0 0 første revision" in said


def test_a_revision_opens_with_its_events_difference_and_issues(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [A[0], "QQ", light]))
        press(page, "indlaes")
    said = opened(page, "2025-05.plan.2")
    assert "Forskel fra revision 1 Ændret 1 Grøn → Rød Flådestyring R003" in said
    assert re.search(r"Indlæst \d+\. \w+ \d{4} kl\. \d\d\.\d\d af ", said)
    assert "Bemærk Ark1 B4 QQ" in said


def test_a_revision_is_withdrawn_and_brought_back(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [*A[:2], light]))
        press(page, "indlaes")
    opened(page, "2025-05.plan.2")
    assert "Skriv først, hvorfor den trækkes tilbage." in errors_after(page, "skift")
    assert stored() == [("2025-05", "counts", 2), ("2025-05", "replaced", 1)]
    page.text_input(key="hvorfor").set_value("Sendt fra det forkerte ark")
    said = press(page, "skift")
    assert stored() == [("2025-05", "withdrawn", 2), ("2025-05", "counts", 1)]
    assert "revision 2 Trukket tilbage Sendt fra det forkerte ark" in said
    assert re.search("Trukket tilbage .* af .*: »Sendt fra det forkerte ark«", opened(page, "2025-05.plan.2"))
    assert page.button(key="skift").label == "Hent frem igen"
    press(page, "skift")
    assert stored() == [("2025-05", "counts", 2), ("2025-05", "replaced", 1)]


def test_every_way_into_a_revision_has_a_name_and_an_address_of_its_own(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for month in ("april 2025", "maj 2025"):
        drop(workbook(month, A))
        press(page, "indlaes")
    drawn = " ".join(html.value for html in page.html)
    links = re.findall(r'<a class="open" href="([^"]+)" aria-label="([^"]+)"', drawn)
    assert links == [
        ("?revision=2025-05.plan.1", "Åbn Maj 2025 · Hele planen, revision 1"),
        ("?revision=2025-04.plan.1", "Åbn April 2025 · Hele planen, revision 1"),
    ]


def test_withdrawing_is_said_and_closes_the_revision(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    opened(page, "2025-05.plan.1")
    page.text_input(key="hvorfor").set_value("Forkert måned")
    press(page, "skift")
    assert page.toast[0].value == "Maj 2025 · Hele planen, revision 1 er trukket tilbage og tæller ikke længere."
    assert "revision" not in page.query_params


@pytest.mark.parametrize("asked", ["2025-05.plan.9", "kat", "2025-05.<b>.1"])
def test_a_link_to_a_revision_that_is_not_there_is_explained(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]], asked: str
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    page.query_params["revision"] = asked
    page.run()
    assert "findes ikke. Linket er måske fra en anden database." in seen(page)
    assert "<b>.1" not in " ".join(html.value for html in page.html)


def test_a_link_to_a_page_of_the_history_that_is_not_there_is_explained(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    page.query_params["side"] = "99"
    page.run()
    assert "Historikken har ingen side »99«." in seen(page)


def test_an_issue_leads_to_its_explanation_beside_the_page(
    drop: Callable[..., str], page: AppTest, workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", [*A[:2], "lilla"]))
    drawn = " ".join(html.value for html in page.html)
    assert re.search(r'<a class="explain" href="vejledning#unknown-light" target="_blank" title="[^"]+Ukendt', drawn)


def test_files_for_the_same_month_and_scope_are_told_of(
    drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A, name="en.xlsx"), workbook("maj 2025", B, name="to.xlsx"))
    assert "Samme måned og omfang som to.xlsx. Indlæses de samlet, gælder to.xlsx." in said


def test_a_file_that_cannot_be_read_is_told_apart_with_its_reason(
    drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A), ("halv.xlsx", b"PK\x03\x04 afbrudt", XLSX))
    assert "halv.xlsx Kan ikke læses Nej: beskadiget" in said


def test_what_strangers_write_is_never_html(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", ["<b>A</b>", "<i>ØK</i>", "<img src=x>", "<u>tekst</u>"], name="<s>fil.xlsx"))
    drawn = " ".join(html.value for html in page.html)
    for written in ("<b>A", "<i>", "<img src=x", "<u>", "<s>"):
        assert written not in drawn


OLD = ["Samling af demensindsatsen i Glesborg R706", "VPU", "Gul", "Lokaler afklares"]
RENAMED = ["Samling af demensindsatsen i Glesborg (etablering af knudepunkt) R706", "VPU", "Rød", "Lokaler mangler"]


def lines_stored() -> int:
    row = database().cursor().execute("SELECT count(DISTINCT indsats_id) FROM scope_status").fetchone()
    assert row is not None
    return int(row[0])


def test_a_renamed_line_is_asked_about_before_saving_and_saved_as_the_same(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", OLD, A))
    press(page, "indlaes")
    assert "Sidst set maj 2025" in drop(workbook("juni 2025", RENAMED, A))
    question = page.radio[0]
    question.set_value(next(option for option in question.options if option.startswith("Samme som"))).run()
    press(page, "indlaes")
    assert lines_stored() == 2


def test_a_renamed_line_can_be_settled_after_saving_and_undone(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", OLD, A))
    press(page, "indlaes")
    drop(workbook("juni 2025", RENAMED, A))
    press(page, "indlaes")
    assert "Er det samme indsats?" in seen(page)
    assert lines_stored() == 3
    next(button for button in page.button if button.label == "Samme").click().run()
    assert lines_stored() == 2
    assert "Alle nye indsatser er afklaret." in seen(page)
    next(button for button in page.button if button.label == "Fortryd").click().run()
    assert lines_stored() == 3


@pytest.fixture
def asking(make_workbook: MakeWorkbook) -> Callable[..., tuple[str, bytes, str]]:
    """Write a workbook that asks something; its rows are those of asking_workbooks."""
    return lambda rows, name="spørger.xlsx": (name, make_workbook(rows, name=name).read_bytes(), XLSX)


def choose(page: AppTest, label: str, value: str) -> str:
    next(select for select in page.selectbox if select.label == label).select(value).run()
    return seen(page)


def offers_saving(page: AppTest) -> bool:
    return any(button.key == "indlaes" for button in page.button)


def test_a_question_is_shown_first_with_the_columns_and_saving_is_not_offered(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(asking(two_lights()))
    assert "Et spørgsmål skal besvares, før filen kan indlæses" in said
    assert "Hvilken kolonne er lyset? Ark1, celle C3" in said
    assert "A Indsats C Status tid D Status økonomi Flådestyring R003" in said
    assert page.radio[0].options == ["C »Status tid«", "D »Status økonomi«", "Ingen kolonne er lyset"]
    assert counts(page) == []
    assert not offers_saving(page)


def test_a_question_left_open_is_asked_again(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(own_words("maj 2025", "Fase A", "Fase B", "Fase A")))
    assert "Vælg et svar på hvert spørgsmål." in press(page, "laes_igen")


def test_our_proposal_is_chosen_in_advance(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    assert page.radio[0].value == 0


def test_the_answer_is_used_saved_and_remembered_for_the_next_month(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    said = press(page, "laes_igen")
    assert counts(page) == [1, 1, 1, 0, 0]
    assert "Kolonnen »Status tid« er Trafiklys. Huskes, når filen indlæses." in said
    said = press(page, "indlaes")
    assert "Svar, der huskes" in said
    assert "Overskrifter: Indsats · Udvalg · Status tid · Status økonomi Kolonnen »Status tid« er Trafiklys" in said
    said = drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    assert "skal besvares" not in said
    assert re.search(r"C Status tid Læst som svaret af .+ den \d\d\.\d\d\.\d{4}", said)
    press(page, "indlaes")
    assert stored() == [("2025-06", "counts", 1), ("2025-05", "counts", 1)]


def test_each_word_of_a_house_is_asked_for_and_can_be_changed_afterwards(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(own_words()))
    lights = ["Rød", "Gul", "Grøn", "Ikke indberettet", "Afsluttet"]
    assert [(radio.label, radio.options) for radio in page.radio] == [
        ("»i gang« betyder", lights), ("»på hold« betyder", lights),
    ]  # fmt: skip
    page.radio[0].set_value(2)
    page.radio[1].set_value(0)
    press(page, "laes_igen")
    assert counts(page) == [1, 0, 2, 0, 0]
    choose(page, "»på hold« betyder", "yellow")
    assert counts(page) == [0, 1, 2, 0, 0]


def test_a_single_word_that_is_no_light_can_be_explained_where_the_table_stands(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B, ["Taskforce", "AU", "Standset"]))
    assert page.button(key="indlaes").label == "Indlæs alligevel"
    choose(page, "»standset« betyder", "red")
    assert page.button(key="indlaes").label == "Indlæs"
    assert counts(page) == [1, 1, 1, 0, 0]


def test_rows_read_as_parts_of_a_line_can_be_said_to_be_lines(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    above = [["Hele planen, status pr. ultimo maj 2025"], [], ["Nr.", "Indsats", "Status"]]
    lines = [["1", "Ny ruteplan", "Grøn"], ["1.1", "Udbud", "Gul"], ["1.2", "Kontrakt", "Gul"], ["2", "Vaskeri", "Rød"]]
    said = drop(asking([*above, *lines]))
    assert "4 Grøn 2 dele 7 Rød" in said
    assert counts(page) == [1, 0, 1, 0, 0]
    assert offers_saving(page)
    choose(page, "Rækkerne under en indsats", "lines")
    assert counts(page) == [1, 2, 1, 0, 0]
    choose(page, "Rækkerne under en indsats", "parts")
    assert counts(page) == [1, 0, 1, 0, 0]


def test_an_answer_for_one_file_holds_for_the_others_with_the_same_headings(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(asking(two_lights(), "maj.xlsx"), asking(two_lights("juni 2025"), "juni.xlsx"))
    assert said.count("Når spørgsmål er besvaret") == 2
    page.radio[0].set_value(1)
    assert "Når spørgsmål er besvaret" not in press(page, "laes_igen")
    assert page.button(key="indlaes_alle").label == "Indlæs 2 filer uden fejl"


def test_every_role_can_be_chosen_by_hand_and_taken_back(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    said = choose(page, "Kolonne D Statustekst er læst som", "other")
    assert roles(page)["Statustekst"] == "Læses ikke"
    assert "Kolonnen »Statustekst« læses ikke. Huskes, når filen indlæses." in said
    press(page, next(button.key or "" for button in page.button if button.label == "Fortryd"))
    assert roles(page)["Statustekst"] == "Statustekst"
    choose(page, "Kolonne D Statustekst er læst som", "previous")
    assert roles(page)["Statustekst"] == "Forrige status"
    choose(page, "Kolonne D Statustekst er læst som", "light")
    assert roles(page)["Farve"] != "Trafiklys"


def test_the_first_lines_stand_there_with_the_light_that_each_counts_as(
    drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A, [*B[:2], "X"]))
    assert "Række 3 Tæller som 4 Grøn 5 Afsluttet" in said
    assert "A Indsats Flådestyring R003 Aktindsigt" in said


def test_a_table_is_chosen_where_there_are_several(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]], make_workbook: MakeWorkbook
) -> None:
    rows = [["Hele planen, status pr. ultimo maj 2025"], [], HEAD]
    path = make_workbook(sheets={"Drift": [*rows, A], "Anlæg": [*rows, B]})
    assert "Drift overskrifter i række 3" in drop(("a.xlsx", path.read_bytes(), XLSX))
    next(select for select in page.selectbox if select.label == "Vis tabel").select_index(1).run()
    assert "Anlæg overskrifter i række 3" in seen(page)


def test_what_is_remembered_can_be_forgotten_and_is_kept_among_the_former_answers(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    said = press(page, next(button.key or "" for button in page.button if button.label == "Glem"))
    assert "Ingen svar gælder lige nu." in said
    assert re.search(r"Tidligere svar \(1\) Kolonnen »Status tid« er Trafiklys .+ Glemt \d+\. \w+ \d{4}", said)
    assert "Hvilken kolonne er lyset?" in said


def test_a_changed_answer_shows_with_what_was_answered_before(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    choose(page, "Kolonne D Status økonomi er læst som", "light")
    said = press(page, "indlaes")
    assert "Kolonnen »Status økonomi« er Trafiklys" in said
    assert re.search(r"Tidligere svar \(1\) Kolonnen »Status tid« er Trafiklys .+ Erstattet", said)


def test_headings_and_cells_that_strangers_write_are_never_html(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    rows = [[cell if cell != "Udvalg" else "<b>Udvalg" for cell in row] for row in two_lights()]
    rows[3][0] = "<img src=x>"
    drop(asking(rows))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drawn = " ".join(html.value for html in page.html)
    assert "<b>Udvalg" not in drawn.replace("<b>&lt;b", "")
    assert "<img src=x" not in drawn


def test_before_saving_a_correction_it_is_said_which_counted_lights_change_and_who_is_overruled(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    press(page, "indlaes")
    narrow = workbook("maj 2025", [*A[:2], "Rød"], [*B[:2], "Rød"], name="tv.xlsx")
    drop(narrow)
    scope = next(select for select in page.selectbox if select.label == "Omfang")
    scope.set_value("tvaergaaende").run()
    assert "2 lys, der gælder, ændres." in seen(page)
    press(page, "indlaes")
    said = drop(workbook("maj 2025", A, [*B[:2], "Grøn"]))
    assert "1 lys, der gælder, ændres." in said
    assert "Rød → Grøn Aktindsigt Hele planen, Tværgående indsatser, Økonomiudvalget" in said
    assert "tv.xlsx (tværgående indsatser) tilsidesættes for 1 indsats og gælder fortsat for 1 indsats" in said
    assert "Rød Flådestyring R003 tv.xlsx gælder, ikke Grøn" in said


def test_the_questions_of_a_workbook_stand_first_and_what_is_chosen_is_part_of_what_is_seen_and_saved(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("april 2025", ["Samling af demensindsatsen", "VPU", "Grøn"]))
    press(page, "indlaes")
    said = drop(workbook("maj 2025", ["Samling af demensindsatsen i Glesborg", "VPU", "Rød"]))
    assert page.tabs[0].label == "Er det samme indsats? (1)"
    assert "1 ny indsats ligner en, der ikke længere står i planen." in said
    assert [tab.label for tab in page.tabs if tab.label.startswith("Forskel")] == ["Forskel fra april 2025 (2)"]
    (radio,) = page.radio
    radio.set_value(next(option for option in radio.options if option.startswith("Samme som"))).run()
    said = seen(page)
    assert "1 ny indsats ligner en" not in said
    assert [tab.label for tab in page.tabs if tab.label.startswith("Forskel")] == ["Forskel fra april 2025 (1)"]
    assert "Grøn → Rød Samling af demensindsatsen i Glesborg" in said
    press(page, "indlaes")
    assert [link.kind for link in queries.line_links(database().cursor())] == ["same"]


@pytest.fixture
def history(make_workbook: MakeWorkbook) -> Callable[..., tuple[str, bytes, str]]:
    """Write a workbook with a sheet for each month, some of its cells otherwise."""

    def write(last: Any = LAST, **cells: Any) -> tuple[str, bytes, str]:
        sheets = month_sheets(last)
        for name, light in cells.items():
            sheets[f"{name} 2024"][4][2] = light
        return "Historik.xlsx", make_workbook(sheets=sheets).read_bytes(), XLSX

    return write


def test_24_months_in_one_workbook_are_there_after_one_drop_and_one_click(
    page: AppTest, drop: Callable[..., str], history: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(history())
    assert "Projektmappen har et ark for hver måned: December 2025, November 2025 … Januar 2024 (24 ark)." in said
    assert "Vil du indlæse én måned eller alle?" in said
    assert "24 måneder, januar 2024 – december 2025 · Hele planen" in said
    assert "Forskel fra måneden før" in said
    assert "Februar 2024 Februar 2024 7 1 4 2 0 0 2 ændrede (2 med ny farve), 1 ny, 1 udgår ingen fejl" in said
    assert (stored(), page.button(key="indlaes").label) == ([], "Indlæs alle 24 måneder")
    said = press(page, "indlaes")
    assert "Gemt: 24 måneder, januar 2024 – december 2025" in said
    assert sorted(stored()) == [(str(Month(2024, 1).plus(n)), "counts", 1) for n in range(24)]
    assert page.get("page_link")[0].proto.label == "Se december 2025 på Overblik"
    said = drop(history())
    assert "Filen er allerede indlæst og gælder." in said


def test_one_month_of_a_workbook_with_many_is_chosen_under_month(
    page: AppTest, drop: Callable[..., str], history: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(history(Month(2024, 3)))
    page.selectbox[0].select("2024-02").run()
    assert "Februar 2024 · Hele planen · revision 1 · 7 indsatser" in seen(page)
    press(page, "indlaes")
    assert stored() == [("2024-02", "counts", 1)]


def test_an_error_in_one_of_the_months_is_named_and_all_can_be_saved_all_the_same(
    page: AppTest, drop: Callable[..., str], history: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(history(Month(2024, 3), Februar=Cell("Rød", GREEN)))
    assert "Fejl Februar 2024 C5 Rød" in said
    assert page.button(key="indlaes").label == "Indlæs alle 3 måneder alligevel"
    press(page, "indlaes")
    assert len(stored()) == 3


def test_months_without_a_year_are_all_of_the_year_that_is_chosen(
    page: AppTest, drop: Callable[..., str], make_workbook: MakeWorkbook
) -> None:
    rows = [["Status på udmøntningsplanen - hele planen"], HEAD, A, B]
    content = make_workbook(sheets={"Marts": rows, "April": rows, "Maj": rows}).read_bytes()
    said = drop(("Status.xlsx", content, XLSX))
    assert "Hvilket år er de fra, og vil du indlæse én eller alle?" in said
    next(radio for radio in page.radio if "Hvilket år" in radio.label).set_value(0)
    assert "3 måneder, marts 2025 – maj 2025" in press(page, "laes_igen")
    press(page, "indlaes")
    assert sorted(month for month, _, _ in stored()) == ["2025-03", "2025-04", "2025-05"]


def test_files_of_one_name_are_told_apart_and_a_copy_is_said_to_be_one(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    april, may = workbook("april 2025", A), workbook("maj 2025", A, B)
    said = drop(april, may, may, workbook("juni 2025", A, name="juni.xlsx"))
    names = ["status.xlsx (nr. 1 af 3)", "status.xlsx (nr. 2 af 3)", "status.xlsx (nr. 3 af 3, magen til nr. 2)"]
    assert all(f"{name} {when}" in said for name, when in zip(names, ("April", "Maj", "Maj"), strict=True))
    assert page.selectbox(key="fil").options == [*names, "juni.xlsx"]
    assert f"Samme måned og omfang som {names[2]}. Indlæses de samlet, gælder {names[2]}." in said
    page.button(key="indlaes_alle").click().run()
    assert [month for month, _, _ in stored()].count("2025-05") == 1
