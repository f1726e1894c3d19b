"""Traps 1 to 3 of real workbooks: how a light is written, and what only looks like one."""

from typing import Any

import pytest
from openpyxl.styles.colors import Color

from dashboard.domain.light import Light
from dashboard.workbook.colour import light_of, tinted
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

HEAD = ["Indsats", "Udvalg", "Farve"]
GOOGLE_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in {
            "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "4285F4",
            "accent2": "EA4335", "accent3": "FBBC04", "accent4": "34A853", "accent5": "FF6D01", "accent6": "E9AB51",
            "hlink": "1155CC", "folHlink": "1155CC",
        }.items()
    )
    + "</a:clrScheme></a:themeElements></a:theme>"
)  # fmt: skip


def lights(parsed: ParsedWorkbook) -> dict[str, Any]:
    return {row.title: row.light for row in parsed.rows}


def found(parsed: ParsedWorkbook) -> list[tuple[Any, str]]:
    return [(issue.cell, issue.kind) for issue in parsed.issues if issue.is_error]


@pytest.mark.parametrize(
    ("light", "hexes"),
    [
        (Light.RED, "FF0000 FFC7CE C00000 EA9999 C8102E F2DCDB FF6D6D"),
        (Light.YELLOW, "FFFF00 FFC000 FFEB9C FFE699 ED7D31 FFE599 F5B700 FFF2CC FF8000"),
        (Light.GREEN, "92D050 00B050 70AD47 A9D18E 00FF00 CCFFCC B6D7A8 00856F C6EFCE E2EFDA 00A933 81D41A"),
        (None, "FFFFFF F2F2F2 000000 D9D9D9 EEECE1 DDEBF7 4472C4 7030A0"),
    ],
)
def test_the_colours_people_use_are_read_by_their_hue(light: Any, hexes: str) -> None:
    rgbs = {text: tuple(bytes.fromhex(text)) for text in hexes.split()}
    assert {text: light_of(rgb) for text, rgb in rgbs.items()} == dict.fromkeys(rgbs, light)


def test_a_theme_colour_is_resolved_against_the_files_own_theme(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, ["A", "ØK", Cell(fill=Color(theme=9))]]
    assert lights(read(make_workbook(rows, theme=GOOGLE_THEME)))["A"] is Light.YELLOW
    office = GOOGLE_THEME.replace("E9AB51", "70AD47")
    assert lights(read(make_workbook(rows, theme=office)))["A"] is Light.GREEN


def test_a_tint_makes_a_theme_colour_paler_and_keeps_its_light(make_workbook: MakeWorkbook, read: Read) -> None:
    assert tinted((0xFF, 0xC0, 0x00), 0.6) == (0xFF, 0xE6, 0x99)
    rows = [HEAD, ["A", "ØK", Cell(fill=Color(theme=7, tint=0.6))]]
    assert lights(read(make_workbook(rows, theme=GOOGLE_THEME.replace("34A853", "FFC000"))))["A"] is Light.YELLOW


@pytest.mark.parametrize("tint", [0.97, -0.9])
def test_a_theme_colour_that_is_tinted_nearly_white_or_black_is_no_light(
    make_workbook: MakeWorkbook, read: Read, tint: Any
) -> None:
    rows = [HEAD, ["A", "ØK", Cell(fill=Color(theme=9, tint=tint))], ["B", "ØK", Cell(fill=Color(theme=9))]]
    office = GOOGLE_THEME.replace("E9AB51", "70AD47")
    assert lights(read(make_workbook(rows, theme=office))) == {"A": Light.NOT_REPORTED, "B": Light.GREEN}


def test_indexed_colours_are_read(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, ["A", "ØK", Cell(fill=Color(indexed=10))], ["B", "ØK", Cell(fill=Color(indexed=13))]]
    assert lights(read(make_workbook(rows))) == {"A": Light.RED, "B": Light.YELLOW}


def test_an_amber_header_is_a_header_and_a_legend_is_no_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Udmøntningsplan 2025-2028"],
        [Cell("Grøn = Følger planen", GREEN), Cell("Gul = udfordringer", YELLOW)],
        [Cell(fill=RED), "Der er behov for, at direktionen zoomer ind"],
        [Cell(word, YELLOW, bold=True) for word in HEAD],
        ["Flådestyring", "ØK", Cell(fill=GREEN)],
        [],
        ["Farveforklaring"],
        [Cell("Grøn", GREEN), "Følger planen - der er ikke behov for at zoome ind"],
        [Cell("Rød - der er behov for, at direktionen zoomer ind", RED)],
    ]
    assert lights(read(make_workbook(rows))) == {"Flådestyring": Light.GREEN}


def test_colour_and_word_that_agree_are_one_light(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell("Rød", RED)], ["B", "ØK", Cell("GUL", YELLOW)]]))
    assert lights(parsed) == {"A": Light.RED, "B": Light.YELLOW}
    assert "light-disagrees" not in {issue.kind for issue in parsed.issues}


def test_colour_and_word_that_disagree_are_an_error_at_the_cell_and_never_a_guess(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell("Rød", GREEN)]]), scope=None)
    assert ("C2", "light-disagrees") in found(parsed)
    assert lights(parsed) == {"A": Light.NOT_REPORTED}


@pytest.mark.parametrize("word", ["blå", "Grøn/gul/rød", "ok", "lysegrøn"])
def test_an_unknown_word_is_an_error_that_names_the_cell(make_workbook: MakeWorkbook, read: Read, word: str) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", word], ["B", "KB", "Grøn"]]))
    assert ("C2", "unknown-light") in found(parsed)
    assert lights(parsed) == {"A": Light.NOT_REPORTED, "B": Light.GREEN}


def test_a_colour_that_is_no_light_is_an_error_unless_it_bands_the_row(make_workbook: MakeWorkbook, read: Read) -> None:
    blue = "FF4472C4"
    rows = [HEAD, ["A", "ØK", Cell(fill=blue)], [Cell("B", blue), Cell("ØK", blue), Cell(fill=blue)]]
    parsed = read(make_workbook(rows))
    assert [entry for entry in found(parsed) if entry[1] == "unknown-colour"] == [("C2", "unknown-colour")]
    assert lights(parsed)["B"] is Light.NOT_REPORTED


@pytest.mark.parametrize("written", ["X", "x", "Afsluttet", "Gennemført"])
def test_x_in_the_lights_cell_means_done(make_workbook: MakeWorkbook, read: Read, written: str) -> None:
    (row,) = read(make_workbook([HEAD, ["A", "ØK", written]])).rows
    assert row.done
    assert row.shown_light is Light.DONE


def test_a_line_without_a_light_is_not_reported(make_workbook: MakeWorkbook, read: Read) -> None:
    assert lights(read(make_workbook([HEAD, ["A", "ØK", None], ["B", None, None]]))) == {
        "A": Light.NOT_REPORTED,
        "B": Light.NOT_REPORTED,
    }


def test_a_word_before_an_explanation_is_the_light(make_workbook: MakeWorkbook, read: Read) -> None:
    assert lights(read(make_workbook([HEAD, ["A", "ØK", "Rød - afventer KB"]]))) == {"A": Light.RED}


def test_status_text_in_a_coloured_cell_keeps_both_the_text_and_the_light(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Indsats", "Udvalg", "Status"], ["A", "ØK", Cell("Udbuddet er i gang og følger planen", GREEN)]]
    (row,) = read(make_workbook(rows)).rows
    assert (row.light, row.status_text) == (Light.GREEN, "Udbuddet er i gang og følger planen")


def test_every_light_says_which_sheet_and_cell_it_was_read_from(make_workbook: MakeWorkbook, read: Read) -> None:
    (row,) = read(make_workbook([[], HEAD, ["A", "ØK", "Grøn"]], sheet="På tværg")).rows
    assert (row.sheet, row.cell, row.title_cell) == ("På tværg", "C3", "A3")
