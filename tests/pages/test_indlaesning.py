"""Indlæsning, used the way the økonomi department uses it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.intake import receive_workbook
from dashboard.web.database import database
from drawn_page import seen
from fixture_types import MakeWorkbook
from intake_page import HEAD, XLSX, A, B, chosen, counts, press, roles, stored
from month_sheets import LAST, TITLES, month_sheet, month_sheets, renamed
from workbook_maker import GREEN, Cell


@pytest.fixture
def page(switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the page, opened."""
    return switch_to("indlaesning").run()


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
    offered = [button.proto.label for button in page.get("download_button")]
    assert offered == ["Hent skabelonen", "Hent skabelonen i Word"]


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


def test_an_answer_to_a_file_that_somebody_was_quicker_with_is_not_lost_without_a_word(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", OLD, A))
    press(page, "indlaes")
    file = workbook("juni 2025", RENAMED, A)
    drop(file)
    question = page.radio[0]
    question.set_value(next(option for option in question.options if option.startswith("Samme som"))).run()
    receive_workbook(database(), file[1], file[0])
    assert "Er det samme indsats?" in press(page, "indlaes")
    assert "er allerede indlæst, uden det svar" in page.error[0].value


def test_a_renamed_line_in_a_workbook_with_errors_is_asked_about_before_it_is_saved_all_the_same(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", OLD, A))
    press(page, "indlaes")
    drop(workbook("juni 2025", RENAMED, [*A[:2], "lilla"]))
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


def test_all_months_are_asked_who_is_who_and_say_what_changes_in_what_counts_before_the_one_save(
    page: AppTest, drop: Callable[..., str], make_workbook: MakeWorkbook
) -> None:
    drop(("Januar.xlsx", make_workbook(month_sheet(Month(2024, 1))).read_bytes(), XLSX))
    press(page, "indlaes")
    sheets = renamed(month_sheets(Month(2024, 3)), TITLES[2], f"{TITLES[2]} og taxaer", "Marts 2024")
    sheets["Januar 2024"][3][2] = Cell("Rød")
    said = drop(("Historik.xlsx", make_workbook(sheets=sheets).read_bytes(), XLSX))
    assert "1 lys, der gælder, ændres. Hele planen 1, Økonomiudvalget 1" in said
    assert page.tabs[0].label == "Er det samme indsats? (1)"
    assert "1 ny indsats ligner en, der ikke længere står i planen." in said
    (radio,) = page.radio
    radio.set_value(next(option for option in radio.options if option.startswith("Samme som"))).run()
    assert "1 ny indsats ligner en" not in seen(page)
    press(page, "indlaes")
    assert [link.kind for link in queries.line_links(database().cursor())] == ["same"]
    assert len(stored()) == 4


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
    nameless = make_workbook(sheets={"Maj 2025": rows[1:], "Marts 2025": rows[1:]}).read_bytes()
    assert "2 måneder, marts 2025 – maj 2025 · Omfang ukendt" in drop(("Status.xlsx", nameless, XLSX))
    content = make_workbook(sheets={"Marts": rows, "April": rows, "Maj": rows}).read_bytes()
    said = drop(("Status.xlsx", content, XLSX))
    assert "Status.xlsx Måned ukendt" in said
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
