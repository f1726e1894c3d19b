"""Lines that look otherwise than those around them: hatched, in grey, struck, pale."""

from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
PALE_BLUE, BLUE, LETTERS_GREY = "FFDDEBF7", "FF5B9BD5", "FFA6A6A6"
HEAD = ["Indsats", "Udvalg", "Status"]
LINES = [["Ruteplan", "ØK", G], ["Haller", "AU", R], ["Skoler", "BUU", Y]]


def test_a_hatched_light_among_plain_ones_is_told_once(read_table: ReadTable) -> None:
    hatched = Cell(fill=PatternFill("lightUp", fgColor="FF000000", bgColor=GREEN))
    parsed, _ = read_table([HEAD, ["Vaskerier", "ØK", hatched], *LINES, ["Havnen", "ØK", hatched]])
    (found,) = [issue for issue in parsed.issues if issue.kind == "unexplained-look"]
    assert (found.cell, found.value) == ("C3", "skraveret")
    assert "her og i 1 række mere" in found.message
    assert lights(parsed)["Vaskerier"] == "green"


def test_a_hatched_title_or_a_word_in_grey_among_others_is_told(read_table: ReadTable) -> None:
    hatched = Cell("Havnen", PatternFill("lightUp", fgColor="FF808080", bgColor="FFFFFFFF"))
    grey = ["Parken", "ØK", Cell("Grøn", ink=LETTERS_GREY)]
    parsed, _ = read_table([HEAD, *[[*row[:2], "Gul"] for row in LINES], [hatched, "ØK", "Gul"], grey])
    assert kinds(parsed) == [("C6", "unexplained-look"), ("C7", "unexplained-look")]


def test_a_hue_that_is_hatched_is_asked_about_as_a_plain_one_is(read_table: ReadTable) -> None:
    hatched = Cell(fill=PatternFill("lightUp", fgColor="FF000000", bgColor=BLUE))
    parsed, _ = read_table([HEAD, *LINES, ["Havnen", "ØK", hatched]])
    assert kinds(parsed) == [("C6", "unknown-colour")]


def test_lights_that_are_all_hatched_are_plain_enough(read_table: ReadTable) -> None:
    hatched = [Cell(fill=PatternFill("lightUp", fgColor="FF000000", bgColor=fill)) for fill in (GREEN, RED)]
    parsed, _ = read_table([HEAD, ["Ruteplan", "ØK", hatched[0]], ["Haller", "AU", hatched[1]]])
    assert kinds(parsed) == []


def test_lines_in_grey_letters_among_black_ones_are_told_once(read_table: ReadTable) -> None:
    grey = [Cell("Havnen", ink=LETTERS_GREY), Cell("ØK", ink=LETTERS_GREY), G]
    parsed, _ = read_table([HEAD, *LINES, grey])
    assert kinds(parsed) == [("C6", "unexplained-look")]
    assert lights(parsed)["Havnen"] == "green"


def test_grey_letters_of_what_is_marked_done_or_has_no_light_are_nothing_to_tell(read_table: ReadTable) -> None:
    done = [Cell("Havnen", ink=LETTERS_GREY), "ØK", Cell("X")]
    empty = [Cell("Vaskerier", ink=LETTERS_GREY), "ØK"]
    parsed, _ = read_table([HEAD, *LINES, done, empty])
    assert kinds(parsed) == []


def test_a_line_whose_texts_but_not_its_title_are_struck_is_told(read_table: ReadTable) -> None:
    struck = [CellRichText(TextBlock(InlineFont(strike=True), text)) for text in ("ØK", "Udbud er sendt")]
    rows = [[*row, "I gang"] for row in LINES]
    parsed, _ = read_table([[*HEAD, "Bemærkning"], *rows, ["Havnen", struck[0], G, struck[1]]])
    assert ("B6", "unexplained-look") in kinds(parsed)


def test_a_remark_that_no_longer_holds_is_nothing_to_tell(read_table: ReadTable) -> None:
    struck = CellRichText(TextBlock(InlineFont(strike=True), "Udbud er sendt"))
    rows = [[*row, "I gang"] for row in LINES]
    parsed, _ = read_table([[*HEAD, "Bemærkning"], *rows, ["Havnen", "ØK", G, struck]])
    assert kinds(parsed) == []


@pytest.mark.parametrize("pale", [PALE_BLUE, "FFE4DFEC", "FFDAEEF3"])
def test_a_pale_hue_among_lights_that_nobody_explains_is_told(read_table: ReadTable, pale: str) -> None:
    parsed, _ = read_table([HEAD, ["Havnen", "ØK", Cell(fill=pale)], *LINES])
    assert kinds(parsed) == [("C3", "unexplained-fill")]
    assert lights(parsed)["Havnen"] == "not_reported"


def test_pale_cells_beside_each_other_that_wait_for_words_are_nothing_to_tell(read_table: ReadTable) -> None:
    pale = Cell(fill=PALE_BLUE)
    rows = [["Havnen", "ØK", pale, pale], *[[*row, "I gang"] for row in LINES]]
    parsed, _ = read_table([[*HEAD, "Bemærkning"], *rows])
    assert kinds(parsed) == []


def test_pale_stripes_over_the_whole_of_rows_are_nothing_to_tell(read_table: ReadTable) -> None:
    striped = [Cell("Havnen", PALE_BLUE), Cell("ØK", PALE_BLUE), Cell(None, PALE_BLUE)]
    lit = [Cell("Parken", PALE_BLUE), Cell("ØK", PALE_BLUE), G]
    parsed, _ = read_table([HEAD, striped, *LINES, lit])
    assert kinds(parsed) == []


def test_a_struck_remark_that_is_all_a_line_says_is_nothing_to_tell(read_table: ReadTable) -> None:
    struck = CellRichText(TextBlock(InlineFont(strike=True), "Udbud er sendt"))
    rows = [["Ruteplan", G, "I gang"], ["Haller", R, "Mangler penge"], ["Skoler", Y, struck]]
    parsed, _ = read_table([["Indsats", "Status", "Bemærkninger"], *rows])
    assert kinds(parsed) == []


def test_struck_amounts_and_remarks_of_a_line_are_nothing_to_tell(read_table: ReadTable) -> None:
    struck = [CellRichText(TextBlock(InlineFont(strike=True), text)) for text in ("-250", "Udbud er sendt")]
    rows = [[*row, -100, "I gang"] for row in LINES]
    parsed, _ = read_table([[*HEAD, "2025", "Bemærkninger"], *rows, ["Havnen", "ØK", G, *struck]])
    assert "unexplained-look" not in {issue.kind for issue in parsed.issues}


FILLS_OF_HEADINGS = ["FFD9D9D9", "FFBFBFBF", "FFE7E6E6", "FFBDD7EE", "FFB4C6E7", "FF5B9BD5", "FF00B0F0", "FF1F4E79"]


@pytest.mark.parametrize("fill", FILLS_OF_HEADINGS)
@pytest.mark.parametrize(
    ("number", "name", "told"),
    [
        ([], "Økonomiudvalget", []),
        (["1."], "Økonomiudvalget", []),
        ([], "Skolerne i nord", ["unknown-section"]),
    ],
)
def test_a_heading_that_is_filled_across_is_nothing_more_to_tell(
    read_table: ReadTable, fill: str, number: Any, name: str, told: Any
) -> None:
    head = [*["Nr."] * len(number), "Indsats", "Status", "Bemærkninger"]
    heading = [*(Cell(text, fill) for text in [*number, name]), Cell(fill=fill), Cell(fill=fill)]
    rows = [[*number, row[0], row[2], "I gang"] for row in LINES]
    parsed, _ = read_table([head, heading, *rows])
    assert [kind for _, kind in kinds(parsed)] == told


def test_a_line_that_is_grey_across_is_told(read_table: ReadTable) -> None:
    grey = Cell(fill="FFD9D9D9")
    rows = [[*row, "I gang"] for row in LINES]
    lines = [[Cell("Havnen", "FFD9D9D9"), Cell("ØK", "FFD9D9D9"), grey, Cell("Afventer", "FFD9D9D9")]]
    parsed, _ = read_table([[*HEAD, "Bemærkning"], *rows, *lines])
    assert ("C6", "unexplained-fill") in kinds(parsed)
