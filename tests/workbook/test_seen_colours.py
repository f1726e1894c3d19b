"""What a person sees coloured is a light or is told, wherever the colour comes from."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.table import TableStyle, TableStyleElement, TableStyleList
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.reading_answer import Answer
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, RELATIONS, YELLOW, Cell, with_part

FILLS = {name: PatternFill("solid", fgColor=colour) for name, colour in (("g", GREEN), ("y", YELLOW), ("r", RED))}
SEEN = "gyrg"
LIGHTS = ["green", "yellow", "red", "green"]
RULE = (
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="expression" priority="{n}" id="{{A{n}}}"><xm:f>{formula}</xm:f><x14:dxf><fill><patternFill>'
    '<bgColor rgb="{colour}"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>C3:C6</xm:sqref>'
    "</x14:conditionalFormatting>"
)
LATER = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
    "{}</x14:conditionalFormattings></ext></extLst></worksheet>"
)
SPARKLINES = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup type="stacked"><x14:sparklines>'
    "{}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>"
)
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout/><v:shapetype id="t"/>{}</xml>'
)
WATERMARK = '<v:shape id="CH" fillcolor="red" stroked="f"><v:textpath string="UDKAST"/></v:shape>'


def old_shape(kind: str, column: int, row: int, of: str) -> str:
    """Draw a green shape inside a cell; its words may hold a break that is not closed."""
    anchor = f"{column}, 5, {row - 1}, 2, {column}, 40, {row - 1}, 16"
    return (
        f'<v:{kind} fillcolor="#00b050"><v:textbox>Lys<br>her</v:textbox><x:ClientData ObjectType="{of}">'
        f"<x:Anchor>{anchor}</x:Anchor></x:ClientData></v:{kind}>"
    )


def plan(*, done: Any = None) -> Worksheet:
    """Make a sheet of four lines without lights in rows 3 to 6."""
    sheet = openpyxl.Workbook().worksheets[0]
    for row in (["Hele planen, maj 2025"], ["Indsats", "Udvalg", "Status", "Bemærkninger", "Afsluttet"]):
        sheet.append(row)
    for title in ("Ny ruteplan", "Nyt vaskeri", "Ny hal", "Ny bro"):
        sheet.append([title, "ØK", None, "Som planlagt", done if title == "Ny hal" else None])
    return sheet


def fill_row(sheet: Worksheet, row: int, fill: PatternFill) -> None:
    """Colour a row as Excel does: the row, and the cells that hold something."""
    sheet.row_dimensions[row].fill = fill
    for cell in sheet[row]:
        if cell.value is not None:
            cell.fill = fill


@pytest.fixture
def read_sheet(tmp_path: Path, read: Read) -> Read:
    def saved(sheet: Worksheet, later: str = "") -> ParsedWorkbook:
        sheet.parent.save(tmp_path / "a.xlsx")
        with ZipFile(tmp_path / "a.xlsx") as source, ZipFile(tmp_path / "b.xlsx", "w") as target:
            for name in source.namelist():
                data = source.read(name)
                is_sheet = name.endswith("sheet1.xml")
                target.writestr(name, data.replace(b"</worksheet>", later.encode()) if later and is_sheet else data)
        return read(tmp_path / "b.xlsx")

    return saved


def lights(parsed: ParsedWorkbook) -> list[str]:
    return [str(row.shown_light) for row in parsed.rows]


def told(parsed: ParsedWorkbook) -> list[tuple[str, Any]]:
    return [(issue.kind, issue.cell) for issue in parsed.issues if issue.is_error]


def test_an_empty_cell_has_the_fill_of_its_whole_row(read_sheet: Read) -> None:
    sheet = plan()
    for row, light in enumerate(SEEN, start=3):
        fill_row(sheet, row, FILLS[light])
    assert lights(read_sheet(sheet)) == LIGHTS


def test_an_empty_cell_has_the_fill_of_its_whole_column(read_sheet: Read) -> None:
    sheet = plan()
    sheet.column_dimensions["C"].fill = FILLS["g"]
    sheet["C4"].fill, sheet["C5"].fill = FILLS["y"], FILLS["r"]
    assert lights(read_sheet(sheet)) == LIGHTS


@pytest.mark.parametrize(("done", "found"), [(None, [("row-in-colour", "C5")]), ("X", [])])
def test_a_whole_row_in_a_lights_colour_among_lights_of_their_own_is_asked_about_unless_it_is_done(
    read_sheet: Read, done: Any, found: Any
) -> None:
    sheet = plan(done=done)
    sheet["C3"].fill, sheet["C4"].fill, sheet["C6"].fill = FILLS["g"], FILLS["y"], FILLS["g"]
    fill_row(sheet, 5, FILLS["r"])
    parsed = read_sheet(sheet)
    assert lights(parsed) == ["green", "yellow", "done" if done else "not_reported", "green"]
    assert told(parsed) == found


def test_rows_in_a_pale_colour_of_which_some_have_lights_of_their_own_are_only_for_the_eye(read_sheet: Read) -> None:
    sheet = plan()
    for row in (3, 5):
        fill_row(sheet, row, PatternFill("solid", fgColor="FFE2EFDA"))
    sheet["C3"].fill, sheet["C4"].fill = FILLS["r"], FILLS["y"]
    parsed = read_sheet(sheet)
    assert (lights(parsed), told(parsed)) == (["red", "yellow", "not_reported", "not_reported"], [])


def test_a_rule_on_another_sheet_is_an_error_that_names_it_and_the_cells(read_sheet: Read) -> None:
    sheet = plan()
    sheet.parent.create_sheet("Data")
    rules = [RULE.format(n=n, formula=f"Data!$A3={n}", colour=colour) for n, colour in enumerate((GREEN, RED), start=1)]
    parsed = read_sheet(sheet, LATER.format("".join(rules)))
    assert told(parsed) == [("unread-rule", "C3")]
    assert "=Data!$A3=1" in parsed.issues[-1].message
    assert "C3, C4, C5, C6" in parsed.issues[-1].message


def test_a_rule_stored_with_those_on_other_sheets_is_worked_out_when_it_looks_at_this_one(read_sheet: Read) -> None:
    sheet = plan()
    sheet["D4"] = "krise"
    parsed = read_sheet(sheet, LATER.format(RULE.format(n=1, formula='$D3="krise"', colour=RED)))
    assert (lights(parsed), told(parsed)) == (["not_reported", "red", "not_reported", "not_reported"], [])


@pytest.mark.parametrize("column", ["A", "C"])
def test_lights_said_in_comments_are_an_error_that_names_the_cells(read_sheet: Read, column: str) -> None:
    sheet = plan()
    sheet["C3"].fill = FILLS["g"]
    for row, text in ((3, "Rød?"), (4, "Gul"), (5, "Status: Rød - afventer KB"), (6, "Afventer svar om den røde bro")):
        sheet[f"{column}{row}"].comment = Comment(text, "x")
    parsed = read_sheet(sheet)
    assert [(i.kind, i.cell, i.value) for i in parsed.issues if i.is_error] == [("lights-in-comments", "C4", "C4, C5")]
    assert parsed.rows[1].remark == "Gul"


def ink(sheet: Worksheet, column: str) -> None:
    for row, colour in enumerate(("FF00B050", "FFFFC000", "FFFF0000", "FF00B050"), start=3):
        sheet[f"{column}{row}"].font = Font(color=colour)


@pytest.mark.parametrize("column", ["A", "C", "D"])
def test_texts_in_the_colours_of_lights_are_an_error_where_no_line_has_a_light(read_sheet: Read, column: str) -> None:
    sheet = plan()
    for row, text in enumerate(("Går som aftalt", "Vi venter på KL", "Klage fra naboer", "Bygges nu"), start=3):
        sheet[f"C{row}"] = text if column == "C" else None
    ink(sheet, column)
    assert told(read_sheet(sheet)) == [("colours-without-lights", f"{column}3")]


def test_fills_apart_from_the_table_are_an_error_where_no_line_has_a_light(read_sheet: Read) -> None:
    sheet = plan()
    for row, light in enumerate(SEEN, start=3):
        sheet[f"H{row}"].fill = FILLS[light]
    parsed = read_sheet(sheet)
    assert told(parsed) == [("colours-without-lights", "H3")]
    assert "H3, H4, H5, H6" in parsed.issues[-1].message


@pytest.mark.parametrize("cell", ["A5", "D5", "F5"])
def test_a_colour_beside_the_one_line_without_a_light_is_told(read_sheet: Read, cell: str) -> None:
    sheet = plan()
    sheet["C3"].fill, sheet["C4"].fill, sheet["C6"].fill = FILLS["g"], FILLS["y"], FILLS["g"]
    sheet[cell].fill = FILLS["r"]
    parsed = read_sheet(sheet)
    assert [(issue.kind, issue.cell) for issue in parsed.issues] == [("colour-without-light", cell)]


def test_a_colour_that_lines_with_a_light_have_too_is_not_worth_a_word(read_sheet: Read) -> None:
    sheet = plan()
    sheet["C3"].fill, sheet["C4"].fill = FILLS["g"], FILLS["y"]
    for row in (3, 4, 5, 6):
        sheet[f"B{row}"].fill = FILLS["g"]
        sheet[f"D{row}"].font = Font(color="FFFF0000")  # new text
    assert read_sheet(sheet).issues == ()


def test_pictures_in_the_cells_for_lights_are_an_error_with_each_cell(read_sheet: Read) -> None:
    sheet = plan()
    for row in range(3, 7):
        sheet[f"C{row}"] = "#VALUE!"  # as Excel stores a picture that is placed in a cell
    assert told(read_sheet(sheet)) == [("error-in-title-or-light", f"C{row}") for row in range(3, 7)]


@pytest.mark.parametrize("labels", [["Spor 1", None, None, None], ["Spor 1", "Spor 1", "Spor 2", "Spor 2"]])
@pytest.mark.parametrize("heading", [None, "Spor", "Fase"])
def test_labels_in_pale_colours_beside_an_empty_status_are_no_lights_before_somebody_says_so(
    make_workbook: MakeWorkbook, read: Read, heading: Any, labels: Any
) -> None:
    fills = ["FFE2EFDA", "FFE2EFDA", "FFFFF2CC", "FFFFF2CC"] if labels[-1] else ["FFE2EFDA"] * 4
    rows = [
        [Cell(label, fill), f"Opgave {fill}{n}", "NN", None]
        for n, (label, fill) in enumerate(zip(labels, fills, strict=True))
    ]
    path = make_workbook([["Hele planen, maj 2025"], [], [heading, "Opgave", "Ansvarlig", "Status"], *rows])
    parsed = read(path)
    assert (lights(parsed), told(parsed)) == (["not_reported"] * 4, [("which-light", "D3")])
    (question,) = parsed.questions
    proposed = question.choices[question.proposed or 0]
    answered = read(path, answers=[Answer(question.layout, proposed.subject, proposed.value)])
    assert (lights(answered), told(answered)) == (["not_reported"] * 4, [])


def test_a_lone_word_among_fills_is_told_and_no_text(make_workbook: MakeWorkbook, read: Read) -> None:
    heading: list[Any] = [["Hele planen, status ultimo maj 2025"], ["Indsats", "Udvalg", "Status", "Bemærkninger"]]
    lines: list[Any] = [[f"Indsats nummer {n}", "ØK", Cell(fill=fill)] for n, fill in enumerate([GREEN, RED] * 4)]
    parsed = read(make_workbook([*heading, *lines, ["Skolebus", "BUU", "lilla", "Venter"]]))
    assert [(found.kind, found.cell) for found in parsed.issues if found.is_error] == [("unknown-light", "C11")]


SIDES = {"g": "00B050", "y": "FFC000", "r": "FF0000"}
EDGE, NO_LIGHTS = "colour-without-light", "colours-without-lights"


def edged(sheet: Worksheet, column: str, seen: str, side: str = "left", style: str = "thick") -> Worksheet:
    """Draw a border beside the lines whose place in ``seen`` says a colour."""
    for row, light in enumerate(seen, start=3):
        if light in SIDES:
            sheet[f"{column}{row}"].border = Border(**{side: Side(style=style, color=SIDES[light])})
    return sheet


def of_kind(parsed: ParsedWorkbook, *kinds: str) -> list[tuple[str, Any, Any]]:
    return [(issue.kind, issue.sheet, issue.value) for issue in parsed.issues if issue.kind in kinds]


@pytest.mark.parametrize(("column", "side", "style"), [("A", "left", "thick"), ("C", "bottom", "medium")])
def test_borders_in_the_colours_of_lights_are_told_with_their_cells(
    read_sheet: Read, column: str, side: str, style: str
) -> None:
    parsed = read_sheet(edged(plan(), column, SEEN, side, style))
    cells = ", ".join(f"{column}{row}" for row in range(3, 7))
    assert of_kind(parsed, EDGE, NO_LIGHTS) == [(NO_LIGHTS, "Sheet", cells)]
    one = plan()
    for row in (3, 4, 5):
        one[f"C{row}"].fill = FILLS["g"]
    assert of_kind(read_sheet(edged(one, column, "...r", side, style)), EDGE) == [(EDGE, "Sheet", f"{column}6")]


@pytest.mark.parametrize("colour", ["FF000000", "FFBFBFBF", "FF4472C4", "FFFF0000"])
def test_borders_for_the_eye_need_no_word(read_sheet: Read, colour: str) -> None:
    sheet = plan()
    for row, light in zip(range(3, 7), "gyr.", strict=True):
        for cell in sheet[row]:
            cell.border = Border(*[Side(style="thin", color=colour)] * 4)
        sheet.cell(row, 3).fill = FILLS.get(light, PatternFill())
    assert of_kind(read_sheet(sheet), EDGE, NO_LIGHTS) == []


def as_table(sheet: Worksheet, style: str) -> Worksheet:
    sheet.add_table(Table(displayName="Plan", ref="A2:E6", tableStyleInfo=TableStyleInfo(style, showRowStripes=True)))
    return sheet


def own_style(sheet: Worksheet, part: str, colour: str) -> Worksheet:
    """Make the table in a style of the house's own that fills a part of it."""
    book: Any = sheet.parent
    book._differential_styles.append(DifferentialStyle(fill=PatternFill(bgColor=colour)))
    element = TableStyleElement(part, dxfId=0)
    book._table_styles = TableStyleList(tableStyle=[TableStyle("Husets", table=True, tableStyleElement=[element])])
    return as_table(sheet, "Husets")


@pytest.mark.parametrize(("part", "colour"), [("firstRowStripe", GREEN), ("wholeTable", "FFF8CBAD")])
def test_a_table_in_a_style_of_the_houses_own_with_a_lights_colour_is_told_where_a_line_has_no_light(
    read_sheet: Read, part: str, colour: str
) -> None:
    sheet = plan()
    sheet["C3"].fill = FILLS["r"]
    parsed = read_sheet(own_style(sheet, part, colour))
    assert lights(parsed) == ["red", *["not_reported"] * 3]
    assert of_kind(parsed, "coloured-table") == [("coloured-table", "Sheet", "C4, C5, C6")]


def test_the_stripes_of_excels_own_styles_and_of_tables_with_lights_need_no_word(read_sheet: Read) -> None:
    assert of_kind(read_sheet(as_table(plan(), "TableStyleMedium7")), "coloured-table") == []
    assert of_kind(read_sheet(own_style(plan(), "firstRowStripe", "FFDDEBF7")), "coloured-table") == []
    assert of_kind(read_sheet(own_style(plan(), "headerRow", GREEN)), "coloured-table") == []
    sheet = plan()
    for row, light in enumerate(SEEN, start=3):
        sheet.cell(row, 3).fill = FILLS[light]
    assert of_kind(read_sheet(own_style(sheet, "wholeTable", GREEN)), "coloured-table") == []


@pytest.mark.parametrize("cells", [["D3", "D4", "D6"], ["C5"]])
def test_sparklines_are_told_with_their_cells(read_sheet: Read, cells: list[str]) -> None:
    lines = "".join(
        f"<x14:sparkline><xm:f>Sheet!F3:K3</xm:f><xm:sqref>{cell}</xm:sqref></x14:sparkline>" for cell in cells
    )
    (found,) = of_kind(read_sheet(plan(), SPARKLINES.format(lines)), "drawn-on-sheet")
    counted = f"{len(cells)} minidiagrammer" if len(cells) > 1 else "1 minidiagram"
    assert found == ("drawn-on-sheet", "Sheet", f"{counted} (ved {', '.join(cells)})")


@pytest.mark.parametrize("kind", ["oval", "rect"])
def test_shapes_of_an_older_program_are_drawn_lights_and_boxes_of_comments_and_a_watermark_are_none(
    tmp_path: Path, read: Read, kind: str
) -> None:
    shapes = [old_shape(kind, 2, row, "Shape") for row in (3, 4, 6)] + [old_shape("shape", 3, 5, "Note"), WATERMARK]
    plan().parent.save(tmp_path / "a.xlsx")
    path = with_part(tmp_path / "a.xlsx", "xl/drawings/old.vml", VML.format("".join(shapes)), f"{RELATIONS}/vmlDrawing")
    assert of_kind(read(path), "lights-drawn", "drawn-on-sheet") == [("lights-drawn", "Sheet", "C3, C4, C6")]
