"""Word documents that tests make: headings, paragraphs and tables of texts and Cells, written as real .docx files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.table import Table, _Cell

from dashboard.domain.text_run import TextRun
from workbook_maker import Cell

Row = Sequence[Any]
DOCUMENT = "word/document.xml"


@dataclass(frozen=True)
class Heading:
    """A heading of a level; 0 is the document's title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Grid:
    """A table: rows of texts, Cells, or runs; a row of one cell reaches over all columns."""

    rows: Sequence[Row]


def write_document(path: Path, blocks: Sequence[str | Heading | Grid]) -> Path:
    """Write a document."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        elif isinstance(block, Grid):
            add_table(document, block.rows)
        else:
            document.add_paragraph(block)
    document.save(str(path))
    return path


def add_table(document: Document, rows: Sequence[Row]) -> None:
    """Add a table, its cells taken once, since python-docx looks for each from the beginning."""
    columns = max(map(len, rows))
    table: Table = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    for told, written in zip(rows, table._tbl.tr_lst, strict=True):
        cells = [_Cell(cell, table) for cell in written.tc_lst]
        if len(told) == 1 < columns:
            for cell in cells[1:]:
                written.remove(cell._tc)
            cells[0]._tc.get_or_add_tcPr().append(element("w:gridSpan", val=str(columns)))
        for each, cell in zip(told, cells, strict=False):
            _fill(cell, each)


def _fill(cell: _Cell, told: Any) -> None:
    wanted = told if isinstance(told, Cell) else Cell(told)
    runs = (
        wanted.value
        if isinstance(wanted.value, tuple)
        else (TextRun("" if wanted.value is None else str(wanted.value)),)
    )
    paragraph = cell.paragraphs[0]
    for each in runs:
        run = paragraph.add_run(each.text)
        run.bold = wanted.bold or None
        run.font.strike = each.struck or None
        if each.red:
            run.font.color.rgb = RGBColor(255, 0, 0)
    if wanted.fill is not None:
        cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=str(wanted.fill)[-6:]))


def element(name: str, **values: str) -> Any:
    """Make an element of Word's."""
    made = OxmlElement(name)
    for attribute, value in values.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def paragraph(*inside: str, properties: str = "") -> str:
    """Write a paragraph as XML; what is no XML is a run of text."""
    runs = (each if each.startswith("<") else run(each) for each in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Write a run as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(inside: str = "", properties: str = "") -> str:
    """Write a cell as XML: a text, or what stands in it with its own properties."""
    held = inside if inside.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Write a row as XML out of cells and texts."""
    told = (each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(told)}</w:tr>"


def table(*rows: str, columns: int = 3, widths: Sequence[int] = (), properties: str = "") -> str:
    """Write a table as XML."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths or [2000] * columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def shade(**values: str) -> str:
    """Write a shading as XML: fill="92D050", themeFill="accent6"."""
    told = {"val": "clear", **values}
    return "<w:shd " + " ".join(f'w:{name}="{value}"' for name, value in told.items()) + "/>"


def with_body(path: Path, body: str, parts: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write a document whose body is this XML; ``parts`` are others by name, each with the kind of its relation."""
    buffer = BytesIO()
    docx.Document().save(buffer)
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    with ZipFile(buffer) as source:
        held = {each: source.read(each) for each in source.namelist()}
    held[DOCUMENT] = f"<w:document {namespaces}><w:body>{body}</w:body></w:document>".encode()
    relations = "word/_rels/document.xml.rels"
    for name, (kind, content) in (parts or {}).items():
        held[relations] = re.sub(rb'<Relationship [^>]*/%s"[^>]*/>' % kind.encode(), b"", held[relations])
        told = f'<Relationship Id="x{len(held)}" Type="http://x/{kind}" Target="{name}"/></Relationships>'
        held[relations] = held[relations].replace(b"</Relationships>", told.encode())
        held[f"word/{name}"] = content.replace(" ", f" {namespaces} ", 1).encode() if content else b""
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for each, data in held.items():
            target.writestr(each, data)
    return path
