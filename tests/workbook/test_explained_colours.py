"""What a workbook explains of its colours: beside, below and away from the lines; and colours that nobody explains."""

from typing import Any

import pytest

from fixture_types import MakeWorkbook, Read, ReadTable
from table_reading import HEADING, kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
PALE_BLUE, BLUE, LETTERS_GREY = "FFDDEBF7", "FF5B9BD5", "FFA6A6A6"
HEAD = ["Indsats", "Udvalg", "Status"]
LINES = [["Ruteplan", "ØK", G], ["Haller", "AU", R], ["Skoler", "BUU", Y]]
MORE = [[f"Sti {number}", "ØK", G] for number in range(1, 6)]
MORE_READ: dict[Any, str] = {row[0]: "green" for row in MORE}
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow"}


@pytest.mark.parametrize("heading", ["Forklaring", "Farveforklaring", "Farver", "Forklaring på farver"])
@pytest.mark.parametrize("gap", [[], [None]])
@pytest.mark.parametrize("patch", [False, True])
def test_a_legend_beside_the_lines_is_no_text_of_theirs(
    read_table: ReadTable, heading: str, gap: Any, patch: bool
) -> None:
    said = zip(["Følger planen", "Udfordringer", "Kritisk"], (GREEN, YELLOW, RED), strict=True)
    legend = [[Cell(fill=fill), text] if patch else [Cell(text, fill)] for text, fill in said]
    rows = [[*row, *gap, *explained] for row, explained in zip(LINES, legend, strict=True)]
    parsed, _ = read_table([[*HEAD, *gap, heading], *rows, *MORE])
    assert lights(parsed) == {**READ, **MORE_READ}
    assert [row.status_text for row in parsed.rows if row.status_text] == []
    assert [issue.value for issue in parsed.issues if issue.kind == "legend-beside"] == [heading]


def test_a_light_that_is_explained_as_done_beside_the_lines_is_an_error(read_table: ReadTable) -> None:
    legend = [Cell("Afsluttet", GREEN), Cell("I gang", YELLOW), Cell("Ikke startet", RED)]
    rows = [[*row, None, explained] for row, explained in zip(LINES, legend, strict=True)]
    parsed, _ = read_table([[*HEAD, None, "Forklaring"], *rows, *MORE])
    assert kinds(parsed) == [("E2", "legend-beside"), ("E3", "light-means-done")]


def test_a_hue_that_is_explained_beside_the_lines_counts(read_table: ReadTable) -> None:
    rows = [
        [*LINES[0], Cell("Afsluttet", BLUE)],
        [*LINES[1], Cell("Følger planen", GREEN)],
        ["Havnen", "ØK", Cell(fill=BLUE)],
    ]
    parsed, _ = read_table([[*HEAD, "Forklaring"], *rows, *MORE])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]


@pytest.mark.parametrize(
    "texts",
    [
        ["Gul sidst", "Rød fordi penge mangler"],
        ["Gul sidst, nu bedre", "Grøn i april, men nu forsinket"],
        ["Udbud er sendt", Cell("Mangler penge", YELLOW)],
        [Cell("Udbud er sendt", GREEN), Cell("Mangler penge", YELLOW)],
    ],
)
def test_explanations_of_lines_are_their_texts_though_they_name_colours(read_table: ReadTable, texts: Any) -> None:
    rows = [[*row, text] for row, text in zip(LINES, texts, strict=False)]
    parsed, _ = read_table([[*HEAD, "Forklaring"], *rows])
    assert all(row.status_text for row in parsed.rows)


def test_explanations_on_the_colours_of_their_lines_are_texts(read_table: ReadTable) -> None:
    rows = [["Ruteplan", "ØK", G, Cell("Udbud er sendt", GREEN)], ["Haller", "AU", R, Cell("Mangler penge", RED)]]
    parsed, _ = read_table([[*HEAD, "Forklaring"], *rows])
    assert [row.status_text for row in parsed.rows] == ["Udbud er sendt", "Mangler penge"]


@pytest.mark.parametrize("name", ["Farvekoder", "Vejledning"])
@pytest.mark.parametrize(
    "legend",
    [
        [["Farve", "Betydning"], ["Grøn", "Gennemført"], ["Gul", "I gang efter planen"]],
        [["Forklaring"], ["Grøn = afsluttet"]],
        [["Forklaring"], [G, "Afsluttet"], [Y, "I gang"], [R, "Forsinket"]],
        [["Forklaring"], [Cell("Afsluttet", GREEN)], [Cell("I gang", YELLOW)]],
        [["Forklaring"], [Cell("Grøn", GREEN), "Afsluttet"], [Cell("Gul", YELLOW), "I gang"]],
        [["Betydning", "Farve"], ["Afsluttet", "Grøn"], ["I gang", "Gul"]],
        [["Grøn", "Gul", "Rød"], ["Afsluttet", "I gang", "Forsinket"], ["Forklaring"]],
    ],
)
def test_a_light_that_another_sheet_explains_as_done_is_an_error(
    make_workbook: MakeWorkbook, read: Read, name: str, legend: Any
) -> None:
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], name: legend}))
    found = [(issue.sheet, issue.value) for issue in parsed.issues if issue.kind == "light-means-done"]
    assert found == [(name, "grøn")]


@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize(
    "legend",
    [
        [["Afsluttet", None, G], ["I gang", None, Y], ["Kritisk", None, R]],
        [[G, "Afsluttet"], [Y, "I gang"], [R, "Kritisk"]],
        [[Cell("Afsluttet", GREEN)], [Cell("I gang", YELLOW)]],
        [["Grøn", "Afsluttet"], ["Gul", "I gang"]],
    ],
)
def test_a_light_that_is_explained_as_done_right_below_is_an_error(
    read_table: ReadTable, gap: Any, legend: Any
) -> None:
    parsed, _ = read_table([HEAD, *LINES, *gap, *legend])
    assert [issue.value for issue in parsed.issues if issue.kind == "light-means-done"] == ["grøn"]
    assert lights(parsed) == READ


def test_a_green_heading_above_lines_that_are_done_explains_nothing(read_table: ReadTable) -> None:
    rows = [*LINES, [Cell("Afsluttede", GREEN, bold=True)], ["Havnen", "ØK", "X"], ["Parken", None, R]]
    parsed, _ = read_table([HEAD, *rows])
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


def test_a_table_of_colours_on_a_sheet_that_is_called_so_is_no_table_of_lines(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Farve", "Navn", "Betydning"], [G, "Grøn", "Afsluttet"], [Y, "Gul", "I gang"], [R, "Rød", "Forsinket"]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], "Farvekoder": rows}))
    assert [(issue.sheet, issue.kind) for issue in parsed.issues] == [("Farvekoder", "light-means-done")]
    assert lights(parsed) == READ


def test_a_guide_that_has_an_example_of_a_table_explains_as_well(make_workbook: MakeWorkbook, read: Read) -> None:
    guide = [["Grøn = afsluttet, blå = lukket"], [], HEAD, ["Eksempel", "ØK", G]]
    table = [HEADING, HEAD, *LINES, ["Havnen", "ØK", Cell(fill=BLUE)]]
    parsed = read(make_workbook(sheets={"Status": table, "Vejledning": guide}))
    assert ("Vejledning", "light-means-done") in [(issue.sheet, issue.kind) for issue in parsed.issues]
    assert {row.title: row.done for row in parsed.rows}["Havnen"]


@pytest.mark.parametrize("legend", [[["Grøn", "Gennemført"]], [[G, "Afsluttet"], [Y, "I gang"], [R, "Forsinket"]]])
def test_a_light_that_is_explained_as_done_below_the_lines_is_an_error(read_table: ReadTable, legend: Any) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], ["Farveforklaring"], *legend])
    assert [issue.value for issue in parsed.issues if issue.kind == "light-means-done"] == ["grøn"]
    assert lights(parsed) == READ


@pytest.mark.parametrize(
    "legend",
    [
        [["Grøn", "Gul"], ["Afsluttet", "I gang"]],
        [[G, Y], ["Afsluttet", "I gang"]],
        [["Afsluttet = grøn; i gang = gul"]],
        [["Afsluttede indsatser er markeret med grøn"]],
        [["Grøn: indsatsen er gennemført"]],
        [["Farver: Grøn = afsluttet"]],
    ],
)
def test_a_light_that_is_explained_as_done_above_the_lines_is_an_error(read_table: ReadTable, legend: Any) -> None:
    parsed, _ = read_table([*legend, [], HEAD, *LINES])
    assert [issue.value for issue in parsed.issues if issue.kind == "light-means-done"] == ["grøn"]


def test_the_light_blue_of_excel_is_blue_to_a_legend(read_table: ReadTable) -> None:
    parsed, _ = read_table([["Blå = afsluttet"], HEAD, *LINES, ["Havnen", "ØK", Cell(fill="FF00B0F0")]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]


def test_a_hue_above_its_meaning_counts(read_table: ReadTable) -> None:
    legend = [[G, Y, R, Cell(fill=BLUE)], ["Følger planen", "Udfordringer", "Kritisk", "Afsluttet"]]
    parsed, _ = read_table([*legend, HEAD, *LINES, ["Havnen", "ØK", Cell(fill=BLUE)]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert kinds(parsed) == []


def test_lists_of_choices_beside_each_other_explain_nothing(make_workbook: MakeWorkbook, read: Read) -> None:
    lists = [["Farve", "Fremdrift"], ["Grøn", "Ikke startet"], ["Gul", "I gang"], ["Rød", "Afsluttet"]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], "Lister": lists}))
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize("legend", [[["Blå", "Afsluttet"]], [["Blå = afsluttet"]], [[Cell(fill=BLUE), "Afsluttet"]]])
def test_a_hue_that_another_sheet_explains_counts(make_workbook: MakeWorkbook, read: Read, legend: Any) -> None:
    lines = [*LINES, ["Havnen", "ØK", Cell(fill=BLUE)]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *lines], "Farvekoder": [["Forklaring"], *legend]}))
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]


@pytest.mark.parametrize("dark", [["Mørkegrøn", "Afsluttet"], ["Mørkegrøn = afsluttet"], ["Mørk grøn: afsluttet"]])
def test_a_shade_of_a_light_that_only_a_word_explains_as_done_is_an_error(read_table: ReadTable, dark: Any) -> None:
    parsed, _ = read_table([["Forklaring"], dark, [], HEAD, *LINES])
    assert [issue.value for issue in parsed.issues if issue.kind == "light-means-done"] == ["grøn"]


@pytest.mark.parametrize("sheet", [None, "Farvekoder"])
def test_a_shade_whose_own_patch_is_named_and_explained_as_done_counts(
    make_workbook: MakeWorkbook, read: Read, sheet: str | None
) -> None:
    dark = "FF00B050"
    legend = [[Cell("Mørkegrøn", dark), "Afsluttet"], [Cell("Lysegrøn", GREEN), "Følger planen"]]
    table = [HEAD, *LINES, ["Havnen", "ØK", Cell(fill=dark)]]
    sheets = {"Status": [HEADING, *table], sheet: legend} if sheet else {"Status": [HEADING, *legend, [], *table]}
    parsed = read(make_workbook(sheets=sheets))
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize("count", ["-", 3, "0"])
def test_counts_of_lights_above_a_table_explain_nothing(read_table: ReadTable, count: Any) -> None:
    parsed, _ = read_table([["Grøn", count], ["Rød", count], [], HEAD, *LINES])
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize(
    "name", ["Overgået til drift", "Til drift", "Projekter overgået til drift", "Sat i drift", "Overdraget til driften"]
)
def test_what_has_gone_over_to_daily_work_is_done_and_no_change_of_it(
    make_workbook: MakeWorkbook, read: Read, name: str
) -> None:
    sheets = {"Status": [HEADING, HEAD, *LINES], name: [HEAD, ["Havnen", "ØK", G], ["Vaskerier", "AU", G]]}
    parsed = read(make_workbook(sheets=sheets))
    assert {row.title: (row.done, row.art) for row in parsed.rows if row.title in ("Havnen", "Vaskerier")} == {
        "Havnen": (True, None),
        "Vaskerier": (True, None),
    }
    assert ("done-by-sheet", name) in [(issue.kind, issue.sheet) for issue in parsed.issues]


@pytest.mark.parametrize(
    ("name", "art"),
    [
        ("Driftsændringer", "driftsændringer"),
        ("2. Drift maj 2025", "driftsændringer"),
        ("Anlægsoversigt", "anlægsprojekter"),
        ("Anlægsplan", "anlægsprojekter"),
        ("Driftsbudget", "driftsændringer"),
        ("Anlægsprojekter i gang", "anlægsprojekter"),
        ("Anlæg MTU", "anlægsprojekter"),
        ("Råderumsforslag 2025-2028", "råderumsforslag"),
        ("Færdige anlæg", "anlægsprojekter"),
        ("Drift og vedligehold", None),
        ("Flytning af drift", None),
        ("Hensigtsmæssig drift", None),
    ],
)
def test_an_art_is_that_of_a_sheet_that_is_called_so(
    make_workbook: MakeWorkbook, read: Read, name: str, art: str | None
) -> None:
    parsed = read(make_workbook(sheets={name: [HEADING, HEAD, *LINES]}))
    assert {row.art for row in parsed.rows} == {art}


@pytest.mark.parametrize("names", [("G", "GU", "R"), ("G", "Y", "R"), ("Grøn", "Gul", "Rød")])
@pytest.mark.parametrize("merge", [(), ("C2:E2",)])
def test_a_column_for_each_light_under_one_heading_costs_no_line(read_table: ReadTable, names: Any, merge: Any) -> None:
    rows = [["Ruteplan", "ØK", "x"], ["Haller", "AU", None, None, "x"], ["Skoler", "BUU", None, "x"]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status", None, None], [None, None, *names], *rows], merge=merge)
    assert lights(parsed) == READ


@pytest.mark.parametrize(
    "title",
    [
        "Kilde Mølle - renovering",
        "Side 1 af skolens ombygning",
        "Forklaring til borgerne",
        "Godkendt af KL: ny model",
        "Kilde: ny brønd i parken",
        "Bemærk: ny hal",
        "Farvekoder på skolerne",
        "Totalrenovering af haller",
    ],
)
@pytest.mark.parametrize("rest", [["ØK", G], ["ØK", None], [None, G], ["ØK", "Grøn"]])
def test_a_title_that_begins_as_a_note_is_a_line_with_a_light_or_an_udvalg(
    read_table: ReadTable, title: str, rest: Any
) -> None:
    parsed, _ = read_table([HEAD, LINES[0], [title, *rest], *LINES[1:]])
    assert title in lights(parsed)


@pytest.mark.parametrize("note", ["Kilde: KL", "Side 1 af 2", "Godkendt af:", "Udarbejdet af økonomi", "Forklaring"])
def test_a_note_of_its_own_is_no_line(read_table: ReadTable, note: str) -> None:
    parsed, _ = read_table([HEAD, *LINES, [note]])
    assert lights(parsed) == READ


def test_who_wrote_it_in_which_udvalg_below_an_empty_row_is_no_line(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], ["Udarbejdet af: Lene Krogh", "ØK"]])
    assert lights(parsed) == READ


NAMED = [Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)]


@pytest.mark.parametrize(
    "legend",
    [
        [[*NAMED, Cell("Afsluttet", BLUE)]],
        [[*NAMED[::-1], Cell("Afsluttet", BLUE)]],
        [["Farver:", *NAMED, Cell("Afsluttet", BLUE)]],
        [["Følger planen", G, "Udfordringer", Y, "Kritisk", R, "Afsluttet", Cell(fill=BLUE)]],
        [["Farver:", "Følger planen", G, "Udfordringer", Y, "Kritisk", R, "Afsluttet", Cell(fill=BLUE)]],
        [[G, "Følger planen", Y, "Udfordringer", R, "Kritisk", Cell(fill=BLUE), "Afsluttet"]],
        [["Farver:", G, G, "Følger planen", Y, Y, "Udfordringer", R, R, "Kritisk", Cell(fill=BLUE), "Afsluttet"]],
        [[NAMED[2], Cell("Afsluttet", BLUE)]],
    ],
)
def test_words_of_a_row_of_patches_are_those_of_their_own(read_table: ReadTable, legend: Any) -> None:
    parsed, _ = read_table([*legend, [], HEAD, *LINES, ["Havnen", "ØK", Cell(fill=BLUE)]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert kinds(parsed) == []


@pytest.mark.parametrize("names", [[*NAMED], [*NAMED[::-1]], [G, Y, R]])
@pytest.mark.parametrize("counts", [[], [[5, 2, 2, 1, 0]]])
def test_the_word_after_the_last_of_the_lights_is_of_none_of_them(
    read_table: ReadTable, names: Any, counts: Any
) -> None:
    parsed, _ = read_table([[*names, "Afsluttet", "Ikke startet"], *counts, [], HEAD, *LINES])
    assert kinds(parsed) == []
    assert lights(parsed) == READ


@pytest.mark.parametrize("more", [[], MORE])
@pytest.mark.parametrize("heading", ["Forklaring", "Betydning", "Statusforklaring", "Forklaring til farve"])
@pytest.mark.parametrize(
    "texts",
    [
        ["Gul: afventer udbud", "Rød: gået i stå", "Grøn: færdig til sommer"],
        ["Gul: afventer udbud", "Rød: venter på svar"],
        [Cell("Afventer udbud", YELLOW), Cell("Venter på svar", GREEN), Cell("Mangler penge", RED)],
        [Cell("Afventer", GREEN), Cell("Kører", YELLOW), Cell("Bør drøftes", RED)],
        [None, Cell("Udfordringer", YELLOW), Cell("Følger planen", GREEN)],
    ],
)
def test_explanations_that_are_no_legend_are_texts_of_lines(
    read_table: ReadTable, texts: Any, heading: str, more: Any
) -> None:
    rows = [[*row, text] for row, text in zip(LINES, texts, strict=False)]
    parsed, _ = read_table([[*HEAD, heading], *rows, *more])
    assert "legend-beside" not in {issue.kind for issue in parsed.issues}
    said = [text.value if isinstance(text, Cell) else text for text in texts if text]
    is_text = heading in ("Forklaring", "Statusforklaring")  # others are columns of lights, or of another assessment
    assert not is_text or [row.status_text for row in parsed.rows if row.status_text] == said


def test_explanations_of_most_lines_are_texts_though_they_are_a_legends(read_table: ReadTable) -> None:
    texts = [Cell("Udfordringer", YELLOW), Cell("Følger planen", GREEN), Cell("Kritisk", RED)]
    rows = [[*row, text] for row, text in zip(LINES, texts, strict=True)]
    parsed, _ = read_table([[*HEAD, "Forklaring"], *rows])
    assert [row.status_text for row in parsed.rows] == ["Udfordringer", "Følger planen", "Kritisk"]


def test_a_legend_of_hues_in_the_row_of_the_headings_counts(read_table: ReadTable) -> None:
    legend = ["Grøn = følger planen", "Gul = udfordringer", "Rød = kritisk", "Blå = afsluttet"]
    lines = [*LINES, *MORE, ["Havnen", "ØK", Cell(fill=BLUE)]]
    rows = [[*row, None, None, None, text] for row, text in zip(lines, [*legend, *[None] * 5], strict=True)]
    parsed, _ = read_table([[*HEAD, None, None, None, "Farveforklaring:"], *rows])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert [kind for _, kind in kinds(parsed)] == ["legend-beside"]


@pytest.mark.parametrize("said", ["Blå = afsluttet", "Turkis = afsluttet", "Turkis = afsluttet, blå = ikke startet"])
def test_the_light_blue_of_excel_is_turquoise_as_well(read_table: ReadTable, said: str) -> None:
    parsed, _ = read_table([[said], HEAD, *LINES, ["Havnen", "ØK", Cell(fill="FF00B0F0")]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    "said",
    [
        ["Mørkegrøn = afsluttet, grøn = følger planen"],
        ["Grøn = følger planen, mørkegrøn = afsluttet"],
        ["Mørk grøn: afsluttet", "Grøn: følger planen"],
        ["Afsluttet = mørkegrøn; følger planen = grøn"],
    ],
)
def test_a_shade_that_is_done_says_nothing_of_the_light_that_is_explained_as_another(
    read_table: ReadTable, said: Any
) -> None:
    parsed, _ = read_table([*[[text] for text in said], [], HEAD, *LINES])
    assert kinds(parsed) == []
    parsed, _ = read_table([*[[text] for text in said], [], HEAD, *LINES, ["Havnen", "ØK", Cell(fill="FF00B050")]])
    assert "light-means-done" in {issue.kind for issue in parsed.issues}


def test_a_shade_in_a_cell_beside_its_meaning_says_nothing_of_the_light(read_table: ReadTable) -> None:
    legend = [["Mørkegrøn", "Afsluttet"], ["Grøn", "Følger planen"], []]
    parsed, _ = read_table([*legend, HEAD, *LINES])
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    ("name", "art"),
    [
        ("I drift", "driftsændringer"),
        ("Overgået til drift", "driftsændringer"),
        ("Status - færdig", None),
        ("Færdig version", None),
        ("Afsluttet maj 2025", None),
    ],
)
def test_lines_of_different_lights_are_not_done_by_the_name_of_their_sheet(
    make_workbook: MakeWorkbook, read: Read, name: str, art: str | None
) -> None:
    others = [["Havnen", "ØK", G], ["Vaskerier", "AU", Y], ["Parken", "AU", R]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], name: [HEAD, *others]}))
    assert lights(parsed) == {**READ, "Havnen": "green", "Vaskerier": "yellow", "Parken": "red"}
    assert {row.art for row in parsed.rows if row.sheet == name} == {art}
    assert not [row for row in parsed.rows if row.done]
    assert [(issue.sheet, issue.kind) for issue in parsed.issues] == [(name, "not-done-by-sheet")]


def test_lines_on_a_sheet_called_nothing_but_done_are_done_whatever_their_last_lights(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    others = [["Havnen", "ØK", G], ["Vaskerier", "AU", Y]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], "Afsluttede": [HEAD, *others]}))
    assert [row.title for row in parsed.rows if row.done] == ["Havnen", "Vaskerier"]
    assert [(issue.sheet, issue.kind) for issue in parsed.issues] == [("Afsluttede", "done-by-sheet")]


@pytest.mark.parametrize("light", [None, R, G])
def test_a_last_light_of_all_lines_is_done_by_the_name_of_their_sheet(
    make_workbook: MakeWorkbook, read: Read, light: Any
) -> None:
    others = [["Havnen", "ØK", light], ["Vaskerier", "AU", light], ["Parken", "AU", "X"]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, HEAD, *LINES], "Afsluttede": [HEAD, *others]}))
    assert [row.title for row in parsed.rows if row.done] == ["Havnen", "Vaskerier", "Parken"]


def test_a_hue_that_a_column_of_texts_explains_counts_and_the_texts_are_kept(read_table: ReadTable) -> None:
    legend = ["Grøn = følger planen", "Rød = kritisk", "Gul = udfordringer", "Blå = afsluttet"]
    lines = [*LINES, ["Havnen", "ØK", Cell(fill=BLUE)]]
    rows = [[*row, text] for row, text in zip(lines, legend, strict=True)]
    parsed, _ = read_table([[*HEAD, "Farveforklaring:"], *rows])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert [row.status_text for row in parsed.rows] == legend


def test_two_shades_of_a_hue_are_told_apart(read_table: ReadTable) -> None:
    lines = [*LINES, ["Havnen", "ØK", Cell(fill="FF0070C0")], ["Parken", "ØK", Cell(fill="FF9DC3E6")]]
    parsed, _ = read_table([["Blå = afsluttet, lyseblå = ikke startet"], HEAD, *lines])
    assert {row.title: row.done for row in parsed.rows[3:]} == {"Havnen": True, "Parken": False}
    assert kinds(parsed) == []


@pytest.mark.parametrize("fill", ["FF0070C0", "FF9DC3E6", "FF00B0F0", "FF1F4E79"])
@pytest.mark.parametrize("said", ["Lyseblå = afsluttet", "Lys blå = afsluttet", "Blå = afsluttet"])
def test_one_shade_that_is_explained_is_the_hue(read_table: ReadTable, said: str, fill: str) -> None:
    parsed, _ = read_table([[said], HEAD, *LINES, ["Havnen", "ØK", Cell(fill=fill)]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]


def test_colours_in_brackets_after_their_meanings_count(read_table: ReadTable) -> None:
    said = "Farver: følger planen (grøn), udfordringer (gul), kritisk (rød), afsluttet (blå)"
    parsed, _ = read_table([[said], HEAD, *LINES, ["Havnen", "ØK", Cell(fill=BLUE)]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    "legend",
    [
        ["Blå", "=", "Afsluttet"],
        ["Farve", "Blå", "betyder", "Afsluttet"],
        [Cell(fill=BLUE), "Blå", "Afsluttet"],
        [Cell(fill=BLUE), "=", "Afsluttet"],
        ["Note: blå = afsluttet"],
        ["Note:", None, "Blå = afsluttet"],
        ["Bemærk, at blå markering angiver afsluttede indsatser"],
        ["Blå betyder, at indsatsen er afsluttet"],
        ["Indsatser markeret med blå er afsluttede"],
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_a_colour_is_explained_cell_by_cell_or_in_a_note(read_table: ReadTable, legend: Any, is_above: bool) -> None:
    table = [HEAD, *LINES, ["Broen", "ØK", Cell(fill=BLUE)]]
    legend = legend if is_above or legend[0] != "Farve" else legend[1:]
    parsed, _ = read_table([legend, [], *table] if is_above else [*table, [], legend])
    assert lights(parsed) == {**READ, "Broen": "done"}


def test_the_meaning_of_one_patch_is_not_that_of_the_one_before_it(read_table: ReadTable) -> None:
    legend = [Cell(fill=BLUE), "Blå", Cell(fill="FF7030A0"), "Lilla", "Afsluttet"]
    parsed, _ = read_table([legend, [], HEAD, *LINES, ["Broen", "ØK", Cell(fill=BLUE)]])
    assert lights(parsed)["Broen"] == "not_reported"
