"""Cells whose font draws signs: what the sender sees counts, never the letter that is stored."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

HEAD = ["Indsats", "Udvalg", "Lys"]
BLACK = "FF000000"


def lights(parsed: ParsedWorkbook) -> list[str]:
    return ["done" if row.done else str(row.light) for row in parsed.rows]


def kinds(parsed: ParsedWorkbook) -> set[tuple[Any, str]]:
    return {(issue.cell, issue.kind) for issue in parsed.issues if issue.is_error and issue.cell}


@pytest.mark.parametrize(
    ("font", "letter"),
    [
        ("Wingdings", "l"), ("Wingdings", "n"), ("Wingdings", "\uf06c"), ("wingdings", "u"), ("Wingdings 2", "\u02dc"),
        ("Wingdings 2", "¢"), ("Wingdings 3", "p"), ("Webdings", "n"), ("Webdings", "g"), ("Webdings", "="),
        ("Symbol", "·"), ("Symbol", "¨"),
    ],
)  # fmt: skip
def test_a_shape_takes_its_light_from_the_colour_of_the_font(
    make_workbook: MakeWorkbook, read: Read, font: str, letter: str
) -> None:
    rows = [HEAD, *(["ABC"[n], "ØK", Cell(letter, font=font, ink=ink)] for n, ink in enumerate((GREEN, YELLOW, RED)))]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == ["green", "yellow", "red"]
    assert {row.light_source for row in parsed.rows} == {"symbol"}


@pytest.mark.parametrize("letter", ["n", "l", "x", "R", "G"])
def test_a_black_sign_is_never_read_as_the_letter_it_is_stored_as(
    make_workbook: MakeWorkbook, read: Read, letter: str
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell(letter, font="Symbol", ink=BLACK)], ["B", "ØK", "Rød"]]))
    assert lights(parsed) == ["not_reported", "red"]
    assert ("C2", "unknown-light") in kinds(parsed)
    assert letter not in {issue.value for issue in parsed.issues}


@pytest.mark.parametrize(
    ("font", "letter"),
    [
        ("Wingdings", "ü"), ("Wingdings", "û"), ("Wingdings", "þ"), ("Wingdings", "ý"), ("Wingdings 2", "P"),
        ("Wingdings 2", "O"), ("Wingdings 2", "R"), ("Webdings", "a"), ("Webdings", "r"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["Lys", "Afsluttet"])
def test_a_tick_or_cross_is_done_where_x_is(
    make_workbook: MakeWorkbook, read: Read, font: str, letter: str, head: str
) -> None:
    sign = Cell(letter, font=font)
    rows = [["Indsats", "Udvalg", "Lys", "Afsluttet"], ["A", "ØK", Cell(fill=GREEN)], ["B", "ØK", Cell(fill=RED)]]
    rows += [["C", "ØK", *((sign, None) if head == "Lys" else (None, sign))]]
    assert lights(read(make_workbook(rows))) == ["green", "red", "done"]


@pytest.mark.parametrize(("letter", "ink"), [("û", RED), ("ü", RED), ("ü", YELLOW)])
def test_a_tick_in_red_or_yellow_may_be_the_light_and_is_asked_about(
    make_workbook: MakeWorkbook, read: Read, letter: str, ink: Any
) -> None:
    rows = [HEAD, ["A", "ØK", Cell(letter, font="Wingdings", ink=ink)], ["B", "ØK", "Grøn"]]
    parsed = read(make_workbook(rows))
    assert ("C2", "coloured-mark") in kinds(parsed)
    assert lights(parsed) == ["not_reported", "green"]


def test_a_green_tick_is_done_unless_other_signs_of_the_column_are_coloured_too(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    tick, cross = Cell("ü", font="Wingdings", ink=GREEN), Cell("û", font="Wingdings", ink=RED)
    assert lights(read(make_workbook([HEAD, ["A", "ØK", tick], ["B", "ØK", "Gul"]]))) == ["done", "yellow"]
    parsed = read(make_workbook([HEAD, ["A", "ØK", tick], ["B", "ØK", cross]]))
    assert kinds(parsed) >= {("C2", "coloured-mark"), ("C3", "coloured-mark")}


def test_crosses_beside_ticks_in_a_column_for_done_are_not_done(make_workbook: MakeWorkbook, read: Read) -> None:
    tick, cross = Cell("ü", font="Wingdings"), Cell("û", font="Wingdings")
    rows = [[*HEAD, "Afsluttet"], ["A", "ØK", "Grøn", tick], ["B", "ØK", "Gul", cross]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == ["done", "yellow"]
    assert ("D3", "unreadable-done") in {(issue.cell, issue.kind) for issue in parsed.issues}


def test_crosses_beside_ticks_among_the_lights_are_asked_about(make_workbook: MakeWorkbook, read: Read) -> None:
    tick, cross = Cell("ü", font="Wingdings"), Cell("û", font="Wingdings")
    parsed = read(make_workbook([HEAD, ["A", "ØK", tick], ["B", "ØK", cross], ["C", "ØK", "Gul"]]))
    assert lights(parsed) == ["done", "not_reported", "yellow"]
    assert ("C3", "unknown-light") in kinds(parsed)


def test_signs_in_a_column_for_each_light_count_in_their_own_colour(make_workbook: MakeWorkbook, read: Read) -> None:
    def sign(ink: Any) -> Cell:
        return Cell("l", font="Wingdings", ink=ink)

    rows = [["Indsats", "Udvalg", "Grøn", "Gul", "Rød"], ["A", "ØK", sign("FFD9D9D9"), sign("FFD9D9D9"), sign(RED)]]
    rows += [["B", "ØK", sign(GREEN)], ["C", "ØK", sign(RED)], ["D", "ØK", None, sign(BLACK)]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == ["red", "green", "not_reported", "yellow"]
    assert kinds(parsed) == {("C4", "light-disagrees")}


def test_empty_boxes_beside_a_ticked_one_are_no_marks(make_workbook: MakeWorkbook, read: Read) -> None:
    box, ticked = Cell("o", font="Wingdings"), Cell("þ", font="Wingdings")
    rows = [["Indsats", "Udvalg", "Grøn", "Gul", "Rød"], ["A", "ØK", box, ticked, box], ["B", "ØK", ticked, box, box]]
    assert lights(read(make_workbook(rows))) == ["yellow", "green"]


def test_a_sign_in_another_font_than_the_words_beside_it_leaves_the_word(tmp_path: Path, read: Read) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (HEAD, ["A", "ØK"], ["B", "ØK"]):
        sheet.append(row)
    sheet["C2"] = CellRichText(TextBlock(InlineFont(rFont="Wingdings", color=RED), "l"), " Rød")
    sheet["C3"] = CellRichText(TextBlock(InlineFont(rFont="Wingdings", color=GREEN), "l"))
    workbook.save(tmp_path / "a.xlsx")
    assert lights(read(tmp_path / "a.xlsx")) == ["red", "green"]


def test_a_sign_of_another_colour_than_its_fill_disagrees_with_it(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell("l", GREEN, font="Wingdings", ink=RED)], ["B", "ØK", "Gul"]]))
    assert ("C2", "light-disagrees") in kinds(parsed)
    assert parsed.rows[0].light is Light.NOT_REPORTED


def test_ordinary_letters_in_an_ordinary_font_stay_letters(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, ["n", "ØK", Cell("n", font="Calibri", ink=RED)], ["B", "ØK", "Rød"]]
    parsed = read(make_workbook(rows))
    assert parsed.rows[0].title == "n"
    assert [issue.value for issue in parsed.issues if issue.kind == "unknown-light"] == ["n"]


def test_coloured_signs_are_found_under_a_header_that_says_status_or_nothing(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    signs = [Cell("l", font="Wingdings", ink=ink) for ink in (GREEN, RED, RED)]
    for head in (["Indsats", "Udvalg", "Status"], ["Indsats", "Udvalg", "Ansvarlig", " "]):
        rows = [head, *([f"L{n}", *["ØK"] * (len(head) - 2), sign] for n, sign in enumerate(signs))]
        assert lights(read(make_workbook(rows))) == ["green", "red", "red"]


def test_a_blue_sign_is_asked_about_and_is_done_where_the_legend_says_so(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEAD, ["A", "ØK", Cell("l", font="Wingdings", ink="FF4472C4")], ["B", "ØK", "Rød"]]
    assert ("C2", "unknown-colour") in kinds(read(make_workbook(rows)))
    assert lights(read(make_workbook([["Blå = afsluttet"], *rows]))) == ["done", "red"]


def test_a_legend_of_signs_below_the_table_is_no_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, ["A", "ØK", Cell("l", font="Wingdings", ink=RED)], []]
    rows += [[Cell("l", font="Wingdings", ink=GREEN), "Følger planen"], [Cell("l", font="Wingdings"), "Rød"]]
    parsed = read(make_workbook(rows))
    assert [row.title for row in parsed.rows] == ["A"]


def test_a_word_beside_a_sign_counts(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, ["A", "ØK", "🟢 Grøn"], ["B", "ØK", "● Gul"], ["C", "ØK", "🔴 Grøn"]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == ["green", "yellow", "not_reported"]
    assert ("C4", "half-step") in kinds(parsed)


def test_of_three_lamps_the_one_that_is_not_grey_is_lit(tmp_path: Path, read: Read) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Indsats", "Udvalg", "Status"])
    colours = (RED, YELLOW, GREEN)
    for lit in range(3):
        inks = [colour if place == lit else "FFD9D9D9" for place, colour in enumerate(colours)]
        sheet.append([f"L{lit}", "ØK", CellRichText(*(TextBlock(InlineFont(color=ink), "●") for ink in inks))])
    book.save(tmp_path / "a.xlsx")
    parsed = read(tmp_path / "a.xlsx")
    assert [str(row.light) for row in parsed.rows] == ["red", "yellow", "green"]
