"""Questions about a workbook on the command line: asked, answered with options, listed and forgotten."""

import json
from typing import Any

import pytest
from typer.testing import Result

from asking_workbooks import own_words, two_lights
from dashboard.domain.month import Month
from fixture_types import MakeWorkbook, Run
from month_sheets import TITLES, month_sheets, renamed


@pytest.fixture
def write(make_workbook: MakeWorkbook) -> MakeWorkbook:
    return lambda rows, name="status.xlsx": make_workbook(rows, name=name)


def said(result: Result) -> str:
    return " ".join(result.stdout.split())


def answers(run: Run, *options: Any) -> Any:
    return json.loads(run("answers", "--json", *options).stdout)["answers"]


def test_a_question_is_asked_with_its_choices_their_first_values_and_what_to_write(
    run: Run, write: MakeWorkbook
) -> None:
    result = run("import", write(two_lights()), code=1)
    text = said(result)
    assert "Spørgsmål (1), der skal besvares, før filen kan indlæses" in text
    assert "Ark 'Ark1' C3: Hvilken kolonne er lyset?" in text
    assert "C »Status tid« (vores forslag): (rød) · (gul) · (grøn) --column light=C" in text
    assert "D »Status økonomi«: (grøn) · (grøn) · (rød) --column light=D" in text
    assert "--column light=ingen" in text
    assert "status.xlsx --column light=C" in result.stdout
    assert "ingen status indlæst" in run("status", code=1).stderr


def test_a_word_is_asked_about_with_every_light_it_may_mean(run: Run, write: MakeWorkbook) -> None:
    text = said(run("check", write(own_words()), code=1))
    assert "Kolonnen »Status« indeholder »I gang« (2 gange). Hvad betyder det?" in text
    assert '--light "i gang=rød|gul|grøn|ikke indberettet|afsluttet"' in text


def test_several_files_are_told_of_with_their_questions(run: Run, write: MakeWorkbook) -> None:
    text = said(run("check", write(two_lights(), "maj.xlsx"), write(own_words(), "juni.xlsx"), code=1))
    assert "Spørgsmål: Hvilken kolonne er lyset?" in text


def test_a_table_without_lights_below_the_plan_is_asked_about_and_answered(run: Run, write: MakeWorkbook) -> None:
    below = [["Beslutning", "Ansvarlig", "Frist"], ["Vejen drøftes", "NN", "1. juni"]]
    path = write([["Hele planen, status ultimo maj 2025"], ["Indsats", "Status"], ["Vej", "Grøn"], [], *below])
    text = said(run("import", path, code=1))
    assert "Tabellen med »Beslutning«, »Ansvarlig«, »Frist« har ingen status" in text
    assert "Noget andet, som ikke læses (vores forslag): Vejen drøftes --table other" in text
    assert "--table other (andet) eller --table lines (indsatser)" in run("check", path, "--table", "x", code=2).stderr
    assert "1 grøn · 1 ikke indberettet" in said(run("check", path, "--table", "lines"))
    assert "1 grøn" in said(run("import", path, "--table", "other"))
    assert "Tabellen er noget andet end indsatser og læses ikke" in said(run("answers"))
    assert "1 grøn" in said(run("check", path))


@pytest.mark.parametrize("option", ["light=C", "lys=c", "Trafiklys=C", "status=C"])
def test_a_column_is_named_by_its_letter_and_its_role_in_danish_as_well(
    run: Run, write: MakeWorkbook, option: str
) -> None:
    text = said(run("import", write(two_lights()), "--column", option))
    assert "Indlæst: status.xlsx" in text
    assert "1 rød · 1 gul · 1 grøn" in text
    assert "svaret nu" in text


@pytest.mark.parametrize("option", ["other=B", "læses ikke=B"])
def test_a_column_can_be_left_unread(run: Run, write: MakeWorkbook, option: str) -> None:
    text = said(run("check", write(two_lights()), "--column", "light=C", "--column", option))
    assert "Ikke læst: B3 'Udvalg'" in text
    assert "Kolonnen »Udvalg« læses ikke (svaret nu)." in text


@pytest.mark.parametrize("option", ["light=ingen", "lys=none", "none=light", "ingen=trafiklys"])
def test_that_no_column_is_the_light_is_said_either_way(run: Run, write: MakeWorkbook, option: str) -> None:
    assert "3 ikke indberettede" in said(run("import", write(two_lights()), "--column", option))


def test_words_are_answered_and_the_next_month_is_read_with_them(run: Run, write: MakeWorkbook) -> None:
    run("import", write(own_words()), "--light", "I gang=gul", "--light", "På hold=ikke indberettet")
    text = said(run("import", write(own_words("juni 2025"), "juni.xlsx")))
    assert "0 røde · 2 gule · 0 grønne · 1 ikke indberettet" in text
    assert "»i gang« betyder Gul (læst som svaret af " in text


def test_what_is_remembered_is_listed_and_can_be_forgotten(run: Run, write: MakeWorkbook) -> None:
    assert "Der er ingen svar at huske." in said(run("answers"))
    run("import", write(two_lights()), "--column", "light=C")
    text = said(run("answers"))
    assert "Svar 1: Kolonnen »Status tid« er Trafiklys" in text
    assert "Overskrifter: Indsats · Udvalg · Status tid · Status økonomi" in text
    assert "for status.xlsx" in text
    assert "Svar 1 er glemt." in said(run("forget-answer", 1))
    assert answers(run) == []
    assert [each["state"] for each in answers(run, "--all")] == ["forgotten"]
    assert "Der er intet svar 1, der gælder." in run("forget-answer", 1, code=1).stderr
    run("import", write(two_lights("juni 2025")), code=1)
    assert "Svar 1 huskes igen." in said(run("forget-answer", 1, "--undo"))
    assert "Der er intet svar 1, der er glemt." in run("forget-answer", 1, "--undo", code=1).stderr
    run("import", write(two_lights("juni 2025")))
    assert "Databasen er i orden." in said(run("verify"))


def test_a_check_remembers_nothing_and_writes_the_import_with_the_answer(run: Run, write: MakeWorkbook) -> None:
    result = run("check", write(own_words()), "--light", "I gang=gul", code=1)
    assert '--light "i gang=gul" --light "på hold=' in result.stdout
    assert answers(run) == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--column", "light"], "'light' forstås ikke. Skriv fx --column light=F."),
        (["--column", "kat=C"], "'kat=C' forstås ikke."),
        (["--column", "light=C3"], "'C3' er ikke en kolonnes bogstav."),
        (["--column", "light=Q"], "Ingen tabel har en kolonne Q. Der er: A, B, C, D."),
        (["--column", "light=C", "--column", "lys=D"], "--column light=C og --column light=D modsiger hinanden."),
        (["--column", "light=C", "--column", "light=ingen"], "modsiger hinanden."),
        (["--light", "gul"], 'Skriv fx --light "I gang=gul".'),
        (["--light", "I gang=lilla"], "'I gang=lilla' forstås ikke."),
        (["--subtasks", "måske"], "Skriv --subtasks parts (dele) eller --subtasks lines (indsatser)."),
    ],
)
def test_what_is_written_wrongly_ends_with_a_sentence_and_saves_nothing(
    run: Run, write: MakeWorkbook, options: list[str], sentence: str
) -> None:
    result = run("import", write(two_lights()), *options, code=2)
    assert sentence in result.stderr
    assert answers(run) == []


def test_a_workbook_with_a_sheet_for_each_month_is_imported_whole_in_one_command(
    run: Run, make_workbook: MakeWorkbook
) -> None:
    path = make_workbook(sheets=month_sheets(Month(2024, 3)), name="Historik.xlsx")
    text = said(run("check", path, code=1))
    assert "Vil du indlæse én måned eller alle? Alle måneder (3), hver for sig (vores forslag) --month all" in text
    assert "Kun marts 2024 --month 2024-03" in text
    text = said(run("check", path, "--month", "alle"))
    assert "Kan indlæses: Historik.xlsx 3 måneder: januar 2024 – marts 2024" in text
    assert "februar 2024, ark 'Februar 2024': 7 indsatser" in text
    assert "mod januar 2024:" in text
    document = json.loads(run("import", path, "--month", "all", "--json").stdout)["files"][0]
    assert [(each["month"], each["rows"], each["revision"]) for each in document["months"]] == [
        ("2024-01", 7, 1),
        ("2024-02", 7, 1),
        ("2024-03", 7, 1),
    ]
    assert json.loads(run("status", "--month", "2024-02", "--json").stdout)["month"] == "2024-02"
    text = said(run("import", path))
    assert text.startswith("Allerede indlæst: Historik.xlsx")
    assert text.count("allerede indlæst ·") == 3


def test_a_month_that_is_none_is_refused_with_how_it_is_written(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(sheets=month_sheets(Month(2024, 2)))
    assert "'maj' er ikke en måned. Skriv den som 2025-05" in run("import", path, "--month", "maj", code=2).stderr


def test_who_is_who_over_all_months_is_answered_in_the_one_command(run: Run, make_workbook: MakeWorkbook) -> None:
    sheets = renamed(month_sheets(Month(2024, 3)), TITLES[2], f"{TITLES[2]} og taxaer", "Marts 2024")
    path = make_workbook(sheets=sheets, name="Historik.xlsx")
    answer = '--same "Marts 2024.A6=Januar 2024.A6"'
    assert f"dashboard import {path} --month all {answer}" in run("check", path, code=1).stdout
    assert f"dashboard import {path} --month all {answer}" in run("check", path, "--month", "all").stdout
    run("import", path, "--month", "all", "--same", "Marts 2024.A6=Januar 2024.A9", code=1)
    text = said(run("import", path, "--month", "all"))
    assert "dashboard same 9 3" in text
    sheets["Januar 2024"][3][2] = "Rød"
    text = said(run("check", make_workbook(sheets=sheets, name="Historik.xlsx"), "--month", "all"))
    assert "lys, der gælder: 1 ændres (hele planen 1, Økonomiudvalget 1)" in text
