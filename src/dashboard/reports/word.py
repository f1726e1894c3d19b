"""The Word documents that leave the house: Danish, A4, real headings and tables, a light as its word on its colour."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dashboard.charts.palette import PALETTE, word
from dashboard.domain.clock import utc_now
from dashboard.domain.light import Light

FONT, LANGUAGE = "Calibri", "da-DK"
PAGE, PAGES = "Side ", " af "
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
SIZES = {"Normal": 11, "Title": 24, "Heading 1": 16, "Heading 2": 13}
TABLE_SIZE = Pt(10)
MOST_OF_A_PAGE = 1500
GREY = RGBColor(0x4A, 0x55, 0x60)
HEAD_FILL, BORDER = "F4F6F8", "C6CFD7"
LABEL_END = ": "


def new_paper(title: str, shown: Sequence[str]) -> Paper:
    """Begin a document under a title and sentences that say what it shows."""
    paper = Document()
    paper.core_properties.title = clean(title)
    paper.core_properties.language = LANGUAGE
    paper.core_properties.author = paper.core_properties.comments = ""
    paper.core_properties.created = paper.core_properties.modified = utc_now()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _set_styles(paper)
    _number_pages(section.footer.paragraphs[0])
    paper.add_paragraph(clean(title), style="Title")
    for sentence in shown:
        quietly(paper, sentence)
    return paper


def labelled(paper: Paper, label: str, said: str) -> Paragraph:
    """Add a paragraph that begins with what it tells of."""
    paragraph = paper.add_paragraph()
    paragraph.add_run(label + LABEL_END).bold = True
    paragraph.add_run(clean(said))
    return paragraph


def quietly(paper: Paper, said: str) -> Paragraph:
    """Add a paragraph in grey."""
    paragraph = paper.add_paragraph()
    paragraph.add_run(clean(said)).font.color.rgb = GREY
    return paragraph


def add_told(paragraph: Paragraph, *parts: str) -> None:
    """Go on after a light with what is told of it, the empty parts left out."""
    told = " · ".join(filter(None, parts))
    paragraph.add_run(clean(f"  {told}") if told else "")


@contextmanager
def one_piece(paper: Paper) -> Iterator[None]:
    """Keep what is written within on one page, unless it is longer than a page."""
    body = paper.element.body
    start = len(body) - 1  # the section's own properties stay last
    yield
    added = list(body)[start:-1]
    end = list(added[-1].iter(qn("w:tr")))[-1:] or added[-1:]
    inside_end = set(end[0].iter(qn("w:p")))
    for element in (each for block in added for each in block.iter(qn("w:p"))):
        paragraph = Paragraph(element, paper._body)
        paragraph.paragraph_format.keep_together = len(paragraph.text) < MOST_OF_A_PAGE
        paragraph.paragraph_format.keep_with_next = element not in inside_end


def add_light(paragraph: Paragraph, light: Light) -> Run:
    """Write a light as its word on its colour."""
    run = paragraph.add_run(f" {word(light)} ")
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(PALETTE[light].on_color.removeprefix("#"))
    run._r.get_or_add_rPr().append(_fill(PALETTE[light].color))
    return run


def add_table(
    paper: Paper, headers: Sequence[str], rows: Iterable[Sequence[str | Light]], widths: Sequence[float]
) -> Table:
    """Add a table whose head is repeated on every page; widths in cm, a light fills its cell."""
    told = list(rows)
    table: Table = paper.add_table(rows=1 + len(told), cols=len(headers), style="Table Grid")
    table.autofit = False
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(_borders())
    for cell, header in zip(table.rows[0].cells, headers, strict=True):
        cell.paragraphs[0].add_run(header).bold = True
        cell._tc.get_or_add_tcPr().append(_fill(HEAD_FILL))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, values in zip(list(table.rows)[1:], told, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            _write(cell, value)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                paragraph.paragraph_format.line_spacing = 1
                for run in paragraph.runs:
                    run.font.size = TABLE_SIZE
    return table


def written(paper: Paper) -> bytes:
    """Give the document as the bytes of a .docx file."""
    into = io.BytesIO()
    paper.save(into)
    return into.getvalue()


def clean(text: str) -> str:
    """Take out what a Word document cannot hold."""
    return NOT_XML.sub("", text)


def _write(cell: _Cell, value: str | Light) -> None:
    if isinstance(value, Light):
        run = add_light(cell.paragraphs[0], value)
        run.text = run.text.strip()
        cell._tc.get_or_add_tcPr().append(_fill(PALETTE[value].color))
    else:
        cell.paragraphs[0].add_run(clean(value))


def _fill(color: str) -> BaseOxmlElement:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color.removeprefix("#"))):
        shading.set(qn(f"w:{name}"), value)
    return shading


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", BORDER)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders


def _set_styles(paper: Paper) -> None:
    for name, size in SIZES.items():
        style = paper.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.name, style.font.size = FONT, Pt(size)
        if name != "Normal":
            style.font.bold, style.font.color.rgb = True, RGBColor(0x11, 0x11, 0x11)
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _number_pages(footer: Paragraph) -> None:
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for said, field in ((PAGE, "PAGE"), (PAGES, "NUMPAGES")):
        footer.add_run(said)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        shown = OxmlElement("w:r")
        shown.append(OxmlElement("w:t"))
        shown[0].text = "1"
        counted.append(shown)
        footer._p.append(counted)
