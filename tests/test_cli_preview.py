"""What check and import say of a workbook: everything that page Indlæsning shows before it is saved."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from typer.testing import Result

from fixture_types import MakeWorkbook, Run

HEAD = ["Nr.", "Indsats", "Udvalg", "Farve", "Statustekst", "Vejret"]
A = [1, "Flådestyring R003", "ØK, KB", "Grøn", "Udbud i gang"]
B = [2, "Aktindsigt", "ØK", "Gul", ""]
OLD = [3, "Samling af demensindsatsen i Glesborg R706", "VPU", "Gul", "Lokaler afklares"]
RENAMED = [3, "Samling af demensindsatsen i Glesborg (etablering af knudepunkt) R706", "VPU", "Rød", "Mangler"]
ANSWER = "Ark1.B6=3"


@pytest.fixture
def write(make_workbook: MakeWorkbook) -> MakeWorkbook:
    def workbook(month: Any, *lines: Any, name: Any = None) -> Path:
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month} 2025"]]
        return make_workbook([*heading, HEAD, *lines], name=name or f"{month}.xlsx")

    return workbook


@pytest.fixture
def april(run: Run, write: MakeWorkbook) -> None:
    run("import", write("april", A, B, OLD))


def said(result: Result) -> str:
    return " ".join(result.stdout.split())


def document(result: Result) -> Any:
    return json.loads(result.stdout)["files"][0]


def test_the_month_the_scope_and_the_lights_are_told_with_right_plurals(run: Run, write: MakeWorkbook) -> None:
    text = said(run("check", write("maj", A, B, OLD)))
    assert "Kan indlæses: maj.xlsx maj 2025 · hele planen · revision 1 · 3 indsatser" in text
    assert "0 røde · 2 gule · 1 grøn · 0 ikke indberettede · 0 afsluttede" in text
    assert "intet gemt for dette omfang at sammenligne med. Alle indsatser er nye." in text


def test_it_tells_which_header_became_which_field_and_what_was_left_unread_and_why(
    run: Run, write: MakeWorkbook
) -> None:
    text = said(run("check", write("maj", A)))
    assert "Ark 'Ark1': overskrifter i række 3, 1 indsats B3 Indsats = Titel, C3 Udvalg, D3 Farve = Trafiklys" in text
    assert "Ikke læst: A3 'Nr.': løbenumre er ikke koder" in text
    assert "Ikke læst: F3 'Vejret'" in text


def test_sheets_with_the_same_columns_are_told_once(run: Run, make_workbook: MakeWorkbook) -> None:
    rows = [["Udmøntningsplan - hele planen"], ["Status pr. ultimo maj 2025"], HEAD]
    path = make_workbook(sheets={"Anlæg": [*rows, A], "Drift": [*rows, B]})
    text = said(run("check", path))
    assert text.count("Indsats = Titel") == 1
    assert "Ark 'Drift': overskrifter i række 3, 1 indsats, kolonner som på 'Anlæg'" in text


def test_a_text_that_is_only_marked_as_new_is_told_once_with_what_was_done(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    marked = CellRichText("Udbud ", TextBlock(InlineFont(color="FFC00000"), "i gang"))
    path = write("maj", [*A[:4], marked], B, OLD)
    assert "Statustekst: tekst markeret som ny: Udbud i gang" in said(run("check", path))
    (line,) = document(run("check", path, "--json"))["difference"]["lines"]
    assert line["fields"][0]["markup"] == ["marked_new"]


def test_the_difference_from_what_is_stored_is_told_field_by_field(run: Run, april: None, write: MakeWorkbook) -> None:
    text = said(run("check", write("maj", [*A[:3], "Rød", "Gået i stå"], OLD, [4, "Taskforce", "AU", "Grøn"])))
    assert "Forskel fra april 2025: 1 ændret (1 med ny farve) · 1 ny · 1 udgået · 1 uændret" in text
    assert "Ændrede (1) Grøn → Rød: Flådestyring R003 (ØK, KB) Statustekst: Udbud i gang → Gået i stå" in text
    assert "Nye (1) Grøn: Taskforce (AU)" in text
    assert "Udgåede (1) Gul: Aktindsigt (ØK)" in text


def test_import_tells_the_same_of_what_was_stored_before_it(run: Run, april: None, write: MakeWorkbook) -> None:
    path = write("april", [*A[:3], "Rød", "Gået i stå"], B, OLD)
    checked, imported = (said(run(verb, path)) for verb in ("check", "import"))
    assert imported == checked.replace("Kan indlæses", "Indlæst")
    assert "Forskel fra revision 1: 1 ændret (1 med ny farve) · 2 uændrede" in imported
    assert "Allerede indlæst: april.xlsx" in said(run("import", path))


def test_json_holds_what_the_text_says(run: Run, april: None, write: MakeWorkbook) -> None:
    told = document(run("check", write("maj", [*A[:3], "Rød", A[4]], B, RENAMED), "--json"))
    assert told["compared_with"]["month"] == "2025-04"
    assert told["tables"][0]["columns"][1] == {"cell": "B3", "header": "Indsats", "field": "title", "note": None}
    changed = [line for line in told["difference"]["lines"] if line["kind"] == "changed"]
    assert [(line["name"], line["light_before"], line["light_now"]) for line in changed] == [
        ("Flådestyring R003", "green", "red")
    ]
    (suggestion,) = told["suggestions"]
    assert (suggestion["sheet"], suggestion["cell"], suggestion["indsats_id"]) == ("Ark1", "B6", None)
    assert (suggestion["other_id"], suggestion["other_month"]) == (3, "2025-04")


def test_long_lists_are_shortened_with_a_count_and_can_be_seen_whole(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    path = write("maj", *([n, f"Ny indsats om emne {n}", "AU", "Grøn"] for n in range(20)))
    assert "Nye (20)" in said(run("check", path))
    assert "… og 8 til. Vis alle med --all." in said(run("check", path))
    whole = said(run("check", path, "--all"))
    assert whole.count("Ny indsats om emne") == 20
    assert "Vis alle" not in whole


def test_several_files_are_told_in_short_and_in_full_with_all(run: Run, april: None, write: MakeWorkbook) -> None:
    paths = [write("maj", A, B, RENAMED), write("juni", A, [*B[:3], "lilla"], OLD)]
    text = said(run("check", *paths, code=1))
    assert "Mod april 2025: 1 ny · 1 udgået · 2 uændrede Er det samme indsats? 1 ny indsats ligner en" in text
    assert "celle D5: 'lilla' er ikke en kendt status" in text
    assert "overskrifter i række" not in text
    assert said(run("check", *paths, "--all", code=1)).count("overskrifter i række") == 2


def test_nothing_that_is_said_is_wider_than_the_screen(run: Run, april: None, write: MakeWorkbook) -> None:
    long = "Udbuddet er gået i stå, fordi leverandøren er gået konkurs, og et nyt ventes først til sommer. " * 3
    path = write("maj", [*A[:3], "Rød", long], [*B[:2], "QQ", "lilla"], RENAMED)
    lines = run("check", path, "--all", code=1).stdout.splitlines()
    assert max(len(line) for line in lines if "dashboard import" not in line) <= 80


def test_issues_have_sheet_cell_value_and_what_to_do_errors_first(run: Run, write: MakeWorkbook) -> None:
    text = said(run("check", write("maj", [*A[:2], "QQ", "Grøn"], [*B[:3], "lilla"]), code=1))
    assert "1 indsats bliver ikke indberettet, hvis den gemmes med fejl (--accept-errors)." in text
    assert text.index("FEJL, ark 'Ark1' celle D5: 'lilla' er ikke en kendt status. Skriv Grøn") < text.index(
        "Bemærk, ark 'Ark1' celle C4: Udvalget 'QQ'"
    )


def test_a_line_that_may_be_another_is_told_with_the_command_that_answers_it(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    path = write("maj", A, B, RENAMED)
    text = said(run("check", path))
    assert f"Ark1 B6: {RENAMED[1]} (VPU)" in text
    assert f"af 100): {OLD[1]} (VPU), sidst set april 2025" in text
    assert f"dashboard import {path} --same {ANSWER}" in text
    assert f"dashboard import {path} --new Ark1.B6" in text


def test_a_workbook_with_errors_is_asked_the_same_with_the_command_that_saves_them(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    path = write("maj", [*A[:3], "lilla"], B, RENAMED)
    assert f"dashboard import {path} --accept-errors --same {ANSWER}" in said(run("check", path, code=1))


def test_the_answer_is_saved_with_the_workbook(run: Run, april: None, write: MakeWorkbook) -> None:
    path = write("maj", A, B, RENAMED)
    assert "Er det samme indsats?" not in said(run("import", path, "--same", ANSWER))
    links = json.loads(run("who", "--json").stdout)["links"]
    assert [(link["kind"], link["other_id"]) for link in links] == [("same", 3)]
    assert json.loads(run("status", "--json").stdout)["changes"]["new"] == []


def test_a_new_line_is_said_to_be_new(run: Run, april: None, write: MakeWorkbook) -> None:
    run("import", write("maj", A, B, RENAMED), "--new", "Ark1!b6")
    assert [link["kind"] for link in json.loads(run("who", "--json").stdout)["links"]] == ["different"]


def test_what_import_leaves_open_is_answered_with_the_number_the_line_got(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    text = said(run("import", write("maj", A, B, RENAMED)))
    assert "dashboard same 4 3" in text
    run("same", 4, 3)


@pytest.mark.parametrize("answer", [["--same", "Ark1.B6"], ["--new", "B6"], ["--same", "Ark1.B6=tre"]])
def test_an_answer_that_is_not_understood_is_wrong_usage(
    run: Run, april: None, write: MakeWorkbook, answer: list[str]
) -> None:
    assert "forstås ikke" in run("import", write("maj", RENAMED), *answer, code=2).stderr


def test_an_answer_about_a_row_that_needs_none_or_a_line_that_is_not_there_saves_nothing(
    run: Run, april: None, write: MakeWorkbook
) -> None:
    path = write("maj", A, B, RENAMED)
    assert "Ark1!B4" in run("check", path, "--same", "Ark1.B4=3", code=1).stderr
    assert "Indsats 99 findes ikke" in run("import", path, "--same", "Ark1.B6=99", code=1).stderr
    assert json.loads(run("status", "--json").stdout)["month"] == "2025-04"


def test_an_answer_is_about_one_file(run: Run, april: None, write: MakeWorkbook) -> None:
    paths = [write("maj", A), write("juni", A)]
    assert "gælder én fil" in run("import", *paths, "--same", ANSWER, code=2).stderr


def test_the_annotated_copy_has_the_issues_as_comments(run: Run, write: MakeWorkbook, tmp_path: Path) -> None:
    target = tmp_path / "ret.xlsx"
    path = write("maj", [*A[:3], "lilla"])
    assert "Kopi med kommentarer" in run("check", path, "--annotated", target, code=1).stderr
    assert openpyxl.load_workbook(target)["Ark1"]["D4"].comment.text.startswith("FEJL: 'lilla'")
    assert "Findes allerede" in run("check", path, "--annotated", target, code=2).stderr


def test_the_copies_of_several_lie_in_a_folder_and_those_without_issues_have_none(
    run: Run, write: MakeWorkbook, tmp_path: Path
) -> None:
    folder = tmp_path / "til rettelse"
    bad, good = write("maj", [*A[:3], "lilla"]), write("juni", A)
    assert "skal være en mappe" in run("check", bad, good, "--annotated", folder, code=2).stderr
    folder.mkdir()
    (tmp_path / "halv.xlsx").write_text("a;b")
    result = run("check", bad, good, tmp_path / "halv.xlsx", "--annotated", folder, code=1)
    assert [path.name for path in folder.iterdir()] == ["maj - med kommentarer.xlsx"]
    assert "Ingen kopi af juni.xlsx: intet er galt." in result.stderr
    assert "Ingen kopi af halv.xlsx: den kan ikke åbnes." in result.stderr


def test_it_tells_which_counted_lights_change_and_which_workbook_is_overruled(run: Run, write: MakeWorkbook) -> None:
    run("import", write("maj", A, B))
    narrow = ["--scope", "tvaergaaende"]
    run("import", write("maj", [*A[:3], "Rød"], [*B[:3], "Rød"], name="tv.xlsx"), *narrow)
    corrected = write("maj", A, [*B[:3], "Grøn"], name="rettet.xlsx")
    text = said(run("check", corrected))
    assert "Lys, der gælder for maj 2025: 1 ændres rød → grøn: Aktindsigt (hele planen, tværgående indsatser" in text
    assert "tv.xlsx (tværgående indsatser) siger noget andet: den tilsidesættes for 1 indsats og gælder fortsat" in text
    assert "Aktindsigt: grøn, ikke rød; denne fil gælder" in text
    assert "Flådestyring R003: rød, ikke grøn; den anden gælder" in text
    checked, imported = (document(run(verb, corrected, "--json"))["counted"] for verb in ("check", "import"))
    assert checked == imported
    (change,) = checked["changes"]
    assert (change["name"], change["light_before"], change["light_now"]) == ("Aktindsigt", "red", "green")
    assert [each["overruled"] for each in checked["disagreements"]] == [True, False]


def test_lights_that_would_go_are_asked_about_and_go_with_yes(run: Run, april: None, write: MakeWorkbook) -> None:
    path = write("april", [*A[:3], ""], [*B[:3], ""], [*OLD[:3], ""], name="skabelon.xlsx")
    text = said(run("import", path, code=1))
    assert "Filen har intet lys for 3 af de 3 indsatser, der har et i april 2025. Skal de 3 lys væk?" in text
    assert f"dashboard import {path} --yes" in text
    run("import", path, "--yes")
