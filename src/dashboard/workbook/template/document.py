"""The template in Word, for those who write there: the same tables as the workbook's, each below its heading."""

from collections.abc import Sequence
from io import BytesIO
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.run import Run

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.template.book import head_of, tables_of
from dashboard.workbook.template.columns import FORMER, Column, value_of
from dashboard.workbook.template.look import HEADER_FILL, LIGHT_FILLS, LOCKED_FILL, SECTION_FILL
from dashboard.workbook.template.table import Table

WIDE, HIGH, MARGIN = Cm(42), Cm(29.7), Cm(1.5)
SIZE = Pt(8)
WHITE = RGBColor(255, 255, 255)
HOW = (
    "Giv hver indsats en farve i kolonnen »Farve«: skriv Grøn, Gul eller Rød, eller skyg cellen med farven. Skriv kort "
    "i »Status«, hvor indsatsen er nu; ny tekst med rødt og gammel med overstregning, eller med sporede ændringer. "
    "Skriv X i »Afsluttet (X)«, når den er gennemført. Nye indsatser skrives i de tomme rækker nederst. Lad "
    "overskrifterne stå, og gem som Word-dokument (.docx)."
)


def write_document(
    month: Month,
    scope: Scope,
    lines: Sequence[StatusRow],
    *,
    previous: Month | None = None,
    plan: str | None = None,
    example: bool = False,
) -> bytes:
    """Write the document that is to be filled in for a month."""
    head = head_of(month, scope, plan or terms().plans[0], example=example)
    paper = docx.Document()
    paper.core_properties.title, paper.core_properties.author = head[0], "Økonomiafdelingen"
    section = paper.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, WIDE, HIGH
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    paper.add_paragraph(head[0], style="Title")
    for text in (*head[1:], HOW):
        paper.add_paragraph(text)
    for light in LIGHT_FILLS:
        paper.add_paragraph(f"{terms().lights[light].word}: {terms().lights[light].definition}")
    for name, table in tables_of(head, scope, lines, previous):
        paper.add_heading(name, 1)
        _write_table(paper, table)
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def _write_table(paper: Document, told: Table) -> None:
    made: Any = paper.add_table(rows=0, cols=len(told.columns), style="Table Grid")._tbl
    share = (WIDE - 2 * MARGIN) / sum(column.width for column in told.columns)
    widths = [round(column.width * share / 635) for column in told.columns]  # in twentieths of a point
    for column, width in zip(made.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))
    head = _row([_cell(column.header, HEADER_FILL.fgColor.rgb, is_head=True) for column in told.columns])
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    made.append(head)
    numbers = count(1)
    for name, lines in told.sections:
        made.extend([_section(name, len(widths))] if name else [])
        made.extend(_line(told.columns, next(numbers), line) for line in lines)
    made.extend([_section(told.new_section, len(widths))] if told.new_section else [])
    for _ in range(told.new_rows):
        numbered = (next(numbers) if column.field == "number" else "" for column in told.columns)
        made.append(_row([_cell(str(value)) for value in numbered]))


def _line(columns: Sequence[Column], number: int, line: StatusRow) -> Any:
    cells = []
    for column in columns:
        value = number if column.field == "number" else value_of(line, column)
        text = str(value if value is not None else "").replace(".", ",") if column.year else str(value or "")
        fill = LOCKED_FILL if column.field in FORMER else None
        if column.field == "previous_light":
            fill = LIGHT_FILLS.get(line.shown_light, fill)
        cells.append(_cell(text, fill.fgColor.rgb if fill else None))
    return _row(cells)


def _section(name: str | None, width: int) -> Any:
    cell = _cell(name or "", SECTION_FILL.fgColor.rgb, is_bold=True)
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), str(width))
    cell.tcPr.insert(0, span)
    return _row([cell])


def _row(cells: Sequence[Any]) -> Any:
    row: Any = OxmlElement("w:tr")
    row.extend(cells)
    return row


def _cell(text: str, fill: str | None = None, *, is_head: bool = False, is_bold: bool = False) -> Any:
    cell: Any = OxmlElement("w:tc")
    properties = cell.get_or_add_tcPr()
    if fill is not None:
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill[-6:])):
            shading.set(qn(f"w:{name}"), value)
        properties.append(shading)
    run = cell.add_p().add_r()
    run.text = text
    font = Run(run, cell).font
    font.size, font.bold = SIZE, is_head or is_bold or None
    if is_head:
        font.color.rgb = WHITE
    return cell
