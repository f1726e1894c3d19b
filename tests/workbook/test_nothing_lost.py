from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from dashboard.domain.month import Month
from dashboard.workbook.annotate import annotate
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, RELATIONS, Cell, with_part

MAY = Month(2025, 5)
G, R = Cell("Grøn", GREEN), Cell("Rød", RED)
HEADING = ["Status pr. ultimo maj 2025 - hele planen"]
HEAD = ["Indsats", "Udvalg", "Status", "Bemærkning"]
THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a14="urn:a14">{}</xdr:wsDr>'
)
DRAWING_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHAPE = "<xdr:sp/>"
CHECKBOX = "<xdr:sp><a14:compatExt/></xdr:sp>"


def anchor(column: Any, first: Any, last: Any = None, drawn: Any = SHAPE) -> str:
    """Draw from one row of the sheet to another (both as Excel numbers them)."""
    ends = [("from", first), ("to", last or first)]
    cells = "".join(
        f"<xdr:{end}><xdr:col>{column - 1}</xdr:col><xdr:row>{row - 1}</xdr:row></xdr:{end}>" for end, row in ends
    )
    return f"<xdr:twoCellAnchor>{cells}{drawn}<xdr:clientData/></xdr:twoCellAnchor>"


def drawn_on(path: Path, *anchors: str) -> Path:
    return with_part(path, "xl/drawings/drawing9.xml", DRAWING.format("".join(anchors)), f"{RELATIONS}/drawing")


def commented(path: Path, comments: dict[str, Comment]) -> Path:
    workbook = openpyxl.load_workbook(path)
    for cell, comment in comments.items():
        workbook.worksheets[0][cell].comment = comment
    workbook.save(path)
    return path


def told(parsed: ParsedWorkbook, kind: Any) -> list[tuple[Any, Any, Any]]:
    return [(issue.sheet, issue.cell, issue.value) for issue in parsed.issues if issue.kind == kind]


def remarks(parsed: ParsedWorkbook) -> dict[str, tuple[Any, Any]]:
    return {row.title: (row.remark, row.cells.get("remark")) for row in parsed.rows if row.remark}


@pytest.fixture
def plain(make_workbook: MakeWorkbook) -> Path:
    rows = [HEADING, [], HEAD, ["Ny ruteplan", "ØK", G], ["Nyt vaskeri", "KB", R], ["Ny hal", "ØK"], ["Ny bro", "KB"]]
    return make_workbook(rows, name="Status.xlsx", sheet="Status")


def test_comments_on_the_cells_of_a_line_are_its_remark_and_told_once(plain: Path, read: Read) -> None:
    parsed = read(commented(plain, {"C5": Comment("Udbuddet er gået om", "x"), "A5": Comment("Ny frist i juni", "x")}))
    assert remarks(parsed) == {"Nyt vaskeri": ("Ny frist i juni\nUdbuddet er gået om", "A5")}
    assert told(parsed, "comments-kept") == [("Status", None, "2 kommentarer (A5, C5)")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mette Hansen:\nUdbuddet er gået om", "Udbuddet er gået om"),
        ("Niels Bo Vestergaard:\nUdbuddet er gået om", "Udbuddet er gået om"),
        ("mha:\nUdbuddet er gået om", "Udbuddet er gået om"),
        ("Ny frist:\n1. september", "Ny frist:\n1. september"),
        ("Afventer svar_x000D_\nfra KL", "Afventer svar\nfra KL"),
    ],
)
def test_the_name_that_excel_writes_before_a_comment_is_no_part_of_it(
    plain: Path, read: Read, text: str, kept: str
) -> None:
    assert remarks(read(commented(plain, {"D5": Comment(text, "mha")}))) == {"Nyt vaskeri": (kept, "D5")}


def test_a_thread_of_comments_is_the_remark_with_its_answers(plain: Path, read: Read) -> None:
    note = Comment("[Trådet kommentar]\n\nDin version af Excel …\n\nKommentar:\n    Afventer svar", "tc={1}")
    path = commented(plain, {"C5": note})
    assert remarks(read(path)) == {"Nyt vaskeri": ("Afventer svar", "C5")}
    thread = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="C5" id="{1}"><text>Afventer svar</text></threadedComment>'
        '<threadedComment ref="C5" id="{2}" parentId="{1}"><text>Svar ventes i juni</text></threadedComment>'
        "</ThreadedComments>"
    )
    parsed = read(with_part(path, "xl/threadedComments/threadedComment1.xml", thread, THREADED))
    assert remarks(parsed) == {"Nyt vaskeri": ("Afventer svar\nSvar ventes i juni", "C5")}


def test_comments_on_a_heading_or_below_the_table_are_told_with_their_words(plain: Path, read: Read) -> None:
    comments = {"C3": "Rød = i gang,\ngrøn = afsluttet", "A1": "Udfyldes hver måned", "A10": "Lærlinge er lukket"}
    parsed = read(commented(plain, {cell: Comment(text, "x") for cell, text in comments.items()}))
    told_of = [("Status", "C3", "C3 »Rød = i gang, grøn = afsluttet«; A10 »Lærlinge er lukket«")]
    assert (told(parsed, "comments-not-read"), remarks(parsed)) == (told_of, {})


def test_a_comment_on_a_heading_is_no_remark(plain: Path, read: Read) -> None:
    parsed = read(commented(plain, {"C3": Comment("Vælg farve", "x"), "A1": Comment("Udfyldes hver måned", "x")}))
    assert (remarks(parsed), told(parsed, "comments-kept")) == ({}, [])


def test_what_we_wrote_in_a_copy_ourselves_does_not_come_back_as_a_remark(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEADING, [], HEAD, ["Ny ruteplan", "XYZ", Cell("Gul", GREEN)], ["Nyt vaskeri", "KB", R]]
    path = commented(make_workbook(rows), {"C4": Comment("Lånt farve", "mha")})
    issues = read(path).issues
    assert {"unknown-udvalg", "light-disagrees"} <= {issue.kind for issue in issues}
    path.write_bytes(annotate(path.read_bytes(), issues))
    assert remarks(read(path)) == {"Ny ruteplan": ("Lånt farve", "C4")}


def test_a_comment_belongs_to_the_line_that_is_merged_over_its_row(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, [], HEAD, ["Ny ruteplan", "ØK", G, "a"], [None, None, None, "b"], ["Nyt vaskeri", "KB", R]]
    path = make_workbook(rows, merge=["A4:A5", "B4:B5", "C4:C5"])
    assert remarks(read(commented(path, {"D5": Comment("Aftalt med KL", "x")}))) == {
        "Ny ruteplan": ("Aftalt med KL", "D5")
    }


def test_a_comment_on_a_part_of_a_line_is_the_lines_remark(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, [], ["Nr.", *HEAD], [1, "Ny ruteplan", "ØK", G], [1.1, "Udbud", "ØK"], [1.2, "Kørsel", "ØK"]]
    parsed = read(commented(make_workbook([*rows, [2, "Nyt vaskeri", "KB", R]]), {"C6": Comment("Aftalt", "x")}))
    assert [row.title for row in parsed.rows] == ["Ny ruteplan", "Nyt vaskeri"]
    assert remarks(parsed) == {"Ny ruteplan": ("Aftalt", "C6")}


def test_a_comment_between_two_tables_belongs_to_the_one_it_stands_in(make_workbook: MakeWorkbook, read: Read) -> None:
    head = ["Indsats", "Udvalg", "Status"]
    line = ["Ny ruteplan", "ØK", G, None, "Nyt vaskeri", "KB", R]
    path = make_workbook([HEADING, [], [*head, None, *head], line, ["Ny hal", "ØK", G, None, "Ny bro", "KB", R]])
    parsed = read(commented(path, {"C4": Comment("a", "x"), "G4": Comment("b", "x")}))
    assert remarks(parsed) == {"Ny ruteplan": ("a", "C4"), "Nyt vaskeri": ("b", "G4")}


def test_lights_that_are_drawn_are_an_error_that_names_the_cells(plain: Path, read: Read) -> None:
    parsed = read(drawn_on(plain, anchor(3, 6), anchor(3, 7)))
    assert told(parsed, "lights-drawn") == [("Status", "C6", "C6, C7")]
    assert not told(parsed, "drawn-on-sheet")
    assert [issue.is_error for issue in parsed.issues] == [True]


@pytest.mark.parametrize(
    "drawn",
    [
        anchor(3, 6, drawn="<xdr:pic/>") + anchor(3, 7, drawn="<xdr:pic/>"),
        anchor(3, 6, 7, drawn=f"<xdr:grpSp>{SHAPE * 2}</xdr:grpSp>"),
        anchor(5, 6) + anchor(5, 7),
        f"<mc:AlternateContent><mc:Choice>{anchor(3, 6)}{anchor(3, 7)}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    ],
    ids=["pictures", "group", "beside the table", "newer programs"],
)
def test_lights_may_be_drawn_in_other_ways(plain: Path, read: Read, drawn: Any) -> None:
    assert told(read(drawn_on(plain, drawn)), "lights-drawn") == [("Status", "C6", "C6, C7")]


def test_arrows_beside_every_line_are_not_its_light(plain: Path, read: Read) -> None:
    parsed = read(drawn_on(plain, *(anchor(6, row) for row in (4, 5, 6, 7))))
    assert not told(parsed, "lights-drawn")
    assert told(parsed, "drawn-on-sheet") == [("Status", "F4", "4 figurer (ved F4, F5, F6, F7)")]


def test_what_is_drawn_beside_lines_with_lights_is_told_once(plain: Path, read: Read) -> None:
    anchors = [anchor(6, 4), anchor(6, 5, drawn="<xdr:pic/>"), anchor(8, 4, 6, drawn="<xdr:graphicFrame/>")]
    parsed = read(drawn_on(plain, *anchors, anchor(4, 6, drawn=CHECKBOX)))
    assert told(parsed, "drawn-on-sheet") == [
        ("Status", "F4", "1 figur og 1 billede og 1 diagram og 1 kontrolelement (ved F4, F5, H5, D6)")
    ]


def test_a_logo_above_the_table_and_a_note_below_it_are_not_worth_a_word(plain: Path, read: Read) -> None:
    parsed = read(drawn_on(plain, anchor(4, 1, 3, drawn="<xdr:pic/>"), anchor(1, 9, 12)))
    assert parsed.issues == ()


def test_a_text_box_below_the_table_is_told(plain: Path, read: Read) -> None:
    words = "<a:t>Lærlinge er </a:t><a:t>lukket</a:t>"
    box = f'<xdr:sp><xdr:txBody xmlns:a="{DRAWING_MAIN}">{words}</xdr:txBody></xdr:sp>'
    parsed = read(drawn_on(plain, anchor(1, 9, 12, drawn=box)))
    assert told(parsed, "drawn-on-sheet") == [("Status", "A10", "1 figur (ved A10)")]


def absolute(height: Any) -> str:
    return f'<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="99" cy="{height}"/>{SHAPE}</xdr:absoluteAnchor>'


def test_small_shapes_whose_place_is_not_known_are_the_lights_of_a_sheet_without_any(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    path = make_workbook([HEADING, [], HEAD, ["Ny ruteplan", "ØK", None], ["Nyt vaskeri", "KB", None]], sheet="Status")
    parsed = read(drawn_on(path, absolute(100_000), absolute(100_000)))
    assert told(parsed, "lights-drawn") == [("Status", "C4", "C4, C5")]


def test_what_is_drawn_without_a_place_is_told_where_the_lines_have_lights(plain: Path, read: Read) -> None:
    parsed = read(drawn_on(plain, absolute(100_000), absolute(900_000)))
    assert told(parsed, "drawn-on-sheet") == [("Status", None, "2 figurer")]


def test_one_shape_in_the_empty_light_cell_of_a_line_is_its_light(plain: Path, read: Read) -> None:
    assert told(read(drawn_on(plain, anchor(3, 6))), "lights-drawn") == [("Status", "C6", "C6")]


def test_one_shape_beside_a_line_without_a_light_is_only_told(plain: Path, read: Read) -> None:
    parsed = read(drawn_on(plain, anchor(4, 6)))
    assert [(issue.kind, issue.cell) for issue in parsed.issues] == [("drawn-on-sheet", "D6")]


def test_shapes_over_lights_are_told_with_their_cells(plain: Path, read: Read) -> None:
    assert told(read(drawn_on(plain, anchor(3, 4))), "drawn-on-sheet") == [("Status", "C4", "1 figur (ved C4)")]


def test_a_chart_beside_the_lines_is_told(plain: Path, read: Read) -> None:
    workbook = openpyxl.load_workbook(plain)
    chart = BarChart()
    chart.add_data(Reference(workbook.active, min_col=1, min_row=4, max_row=7))
    chart.height = 1
    workbook.active.add_chart(chart, "H4")
    workbook.save(plain)
    assert [value for _, _, value in told(read(plain), "drawn-on-sheet")] == ["1 diagram (ved H4)"]


def test_drawings_on_a_sheet_that_is_not_read_are_not_told(make_workbook: MakeWorkbook, read: Read) -> None:
    table = [HEADING, [], HEAD, ["Ny ruteplan", "ØK", G], ["Nyt vaskeri", "KB", None]]
    path = drawn_on(make_workbook(sheets={"Arkiv": table, "Status": table}), anchor(3, 4), anchor(3, 5))
    assert [issue.kind for issue in read(path).issues] == ["sheet-left-out"]


def test_a_file_that_names_a_comment_part_it_does_not_have_is_read(plain: Path, read: Read) -> None:
    path = with_part(plain, "xl/comments/none.xml", "", f"{RELATIONS}/comments")
    with ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist() if each != "xl/comments/none.xml"}
    content = BytesIO()
    with ZipFile(content, "w") as target:
        for each, data in parts.items():
            target.writestr(each, data)
    path.write_bytes(content.getvalue())
    assert len(read(path).rows) == 4
