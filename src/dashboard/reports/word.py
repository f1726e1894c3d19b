"""A document as Word: Danish, A4, real headings and tables, a light as sign and word on its colour, new text red."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written
from docx.text.run import Run

from dashboard.charts.palette import PALETTE, signed
from dashboard.domain.light import Light
from dashboard.domain.municipality import municipality
from dashboard.domain.text_run import TextRun
from dashboard.domain.told_field import ADDED, OWN, style_name
from dashboard.reports.document import (
    SHORT,
    Bars,
    Block,
    Document,
    Heading,
    Paragraph,
    Pieces,
    Row,
    Step,
    Strong,
    Table,
    Together,
    bars_said,
    clean,
    no_steps,
)
from dashboard.reports.pdf import picture

FONT, LANGUAGE = "Calibri", "da-DK"
PAGE, PAGES, LABEL_END = "Side ", " af ", ": "
SIZES = {"Normal": 11, "Title": 24, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}
A4, MARGIN = (Cm(21), Cm(29.7)), Cm(2)
TABLE_SIZE, BESIDE_SIZE = Pt(10), Pt(9)
GREY, RED = RGBColor(0x4A, 0x55, 0x60), RGBColor(0xFF, 0, 0)
HEAD_FILL, BORDER = "F4F6F8", "C6CFD7"
LISTED = "List Bullet"


def word_file(document: Document, step: Step = no_steps) -> bytes:
    """Write a document as the bytes of a .docx file."""
    paper = _new_paper(document)
    _write(paper, document.blocks, step)
    into = io.BytesIO()
    paper.save(into)
    return into.getvalue()


def _new_paper(document: Document) -> Paper:
    """Begin a document with its title, what it shows, and what stands over and under every page."""
    paper = docx.Document()
    told = paper.core_properties
    told.title, told.language, told.author, told.comments = clean(document.title), LANGUAGE, municipality().name, ""
    told.created = told.modified = document.made_at
    section = paper.sections[0]
    section.page_width, section.page_height = reversed(A4) if document.is_landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if document.is_landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    _set_styles(paper)
    over, under = section.header.paragraphs[0], section.footer.paragraphs[0]
    over.alignment = under.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _say(over, (f"{document.made}  ",), GREY)
    over.add_run(clean(document.mark)).bold = True
    _number_pages(under)
    for beside in (over, under):
        beside.style.font.size = BESIDE_SIZE
    paper.add_paragraph(clean(document.title), style="Title")
    for sentence in document.head:
        _say(paper.add_paragraph(), (sentence,), GREY)
    return paper


def _write(paper: Paper, blocks: Sequence[Block], step: Step) -> None:
    for block in blocks:
        match block:
            case Heading(text, level, is_on_new_page):
                heading = paper.add_heading(clean(text), level)
                heading.paragraph_format.page_break_before = is_on_new_page or None
            case Paragraph(pieces, label, is_listed, is_quiet, fields):
                paragraph = paper.add_paragraph(style=LISTED if is_listed else None)
                if label:
                    _say(paragraph, (label + LABEL_END,), is_bold=True, fields=(ADDED,) if fields else ())
                _say(paragraph, pieces, GREY if is_quiet else None, fields=fields)
            case Table():
                _write_table(paper, block, step)
                continue
            case Bars():
                _draw(paper, block)
            case Together(within):
                with _one_piece(paper):
                    _write(paper, within, step)
                continue
        step()


@contextmanager
def _one_piece(paper: Paper) -> Iterator[None]:
    """Keep what is written within on one page, unless it is longer than a page."""
    body = paper.element.body
    start = len(body) - 1  # the section's own properties stay last
    yield
    added = list(body)[start:-1]
    end = list(added[-1].iter(qn("w:tr")))[-1:] or added[-1:]
    inside_end = set(end[0].iter(qn("w:p")))
    for element in (each for block in added for each in block.iter(qn("w:p"))):
        paragraph = Written(element, paper._body)
        paragraph.paragraph_format.keep_together = len(paragraph.text) < SHORT
        paragraph.paragraph_format.keep_with_next = element not in inside_end


def _say(
    paragraph: Written,
    pieces: Pieces,
    color: RGBColor | None = None,
    *,
    is_bold: bool = False,
    fields: Sequence[str] = (),
) -> None:
    """Go on in a paragraph with what pieces say; what is new is red and bold, what no longer holds is struck."""
    for piece, field in zip_longest(pieces, fields, fillvalue=OWN):
        if isinstance(piece, Light):
            _add_light(paragraph, piece)
            continue
        run = paragraph.add_run(clean(piece if isinstance(piece, str) else piece.text))
        if field:
            run.style = _style_of(paragraph, style_name(field))
        if color is not None:
            run.font.color.rgb = color
        marked = piece if isinstance(piece, TextRun) else TextRun("")
        run.bold = is_bold or marked.is_new or isinstance(piece, Strong) or None
        if marked.red:
            run.font.color.rgb = RED
        if marked.struck:
            run.font.strike = True


def _style_of(paragraph: Written, name: str) -> str:
    """Give the style that says which field a run is and looks like nothing, made where it is new."""
    part: Any = paragraph.part
    styles = part.document.styles
    if name not in styles:
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER).hidden = True
    return name


def _add_light(paragraph: Written, light: Light) -> Run:
    """Write a light as its sign and word on its colour."""
    run = paragraph.add_run(f" {signed(light)} ")
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(PALETTE[light].on_color.removeprefix("#"))
    run._r.get_or_add_rPr().append(_fill(PALETTE[light].color))
    return run


def _write_table(paper: Paper, told: Table, step: Step) -> None:
    """Write a table whose head is repeated on every page, row by row, for python-docx slows down as a table grows."""
    table = paper.add_table(rows=0, cols=len(told.columns), style="Table Grid")
    table.autofit = False
    made, within = table._tbl, _width_within(paper)
    made.tblPr.find(qn("w:tblLayout")).addprevious(_borders())
    made.tblPr.append(_element("w:tblDescription", val=clean(told.about)))
    share = within / sum(column.width for column in told.columns)
    widths = [round(column.width * share) for column in told.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    heads = Row(tuple((column.heading,) for column in told.columns))
    made.append(_row(paper, heads, widths, is_head=True))
    for row in told.rows:
        made.append(_row(paper, row, widths))
        step()


def _row(paper: Paper, row: Row, widths: Sequence[int], *, is_head: bool = False) -> BaseOxmlElement:
    written = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    written.append(properties)
    fields = row.fields or ((),) * len(row.cells)
    for cell, told, width in zip(row.cells, fields, [sum(widths)] if row.across else widths, strict=True):
        span = len(widths) if row.across else 1
        written.append(_cell(paper, cell, told, width, span, is_strong=is_head or row.across))
    return written


def _cell(
    paper: Paper, pieces: Pieces, fields: Sequence[str], width: int, span: int, *, is_strong: bool
) -> BaseOxmlElement:
    """Write a cell; one that is a light is filled with its colour, one that heads others with grey."""
    written, properties, within = OxmlElement("w:tc"), OxmlElement("w:tcPr"), OxmlElement("w:p")
    properties.append(_element("w:tcW", w=str(round(Emu(width).twips)), type="dxa"))
    if span > 1:
        properties.append(_element("w:gridSpan", val=str(span)))
    written.append(properties)
    written.append(within)
    paragraph = Written(within, paper._body)
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(2), 1
    if len(pieces) == 1 and isinstance(pieces[0], Light):
        run = _add_light(paragraph, pieces[0])
        run.text = run.text.strip()
        properties.append(_fill(PALETTE[pieces[0]].color))
    else:
        _say(paragraph, pieces, is_bold=is_strong, fields=fields)
        if is_strong:
            properties.append(_fill(HEAD_FILL))
    for run in paragraph.runs:
        run.font.size = TABLE_SIZE
    return written


def _draw(paper: Paper, bars: Bars) -> None:
    """Set in the bars as a picture, and say in its alternative text what it shows."""
    is_landscape = paper.sections[0].orientation == WD_ORIENT.LANDSCAPE
    image = io.BytesIO(picture(bars, is_landscape=is_landscape))
    drawn = paper.add_paragraph().add_run().add_picture(image, _width_within(paper))
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")
    drawn._inline.docPr.set("descr", clean(f"{bars.about}. {bars_said(bars)}"))


def _width_within(paper: Paper) -> int:
    section = paper.sections[0]
    return int((section.page_width or 0) - 2 * MARGIN)


def _element(name: str, **values: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for attribute, value in values.items():
        element.set(qn(f"w:{attribute}"), value)
    return element


def _fill(color: str) -> BaseOxmlElement:
    return _element("w:shd", val="clear", color="auto", fill=color.removeprefix("#"))


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=BORDER))
    return borders


def _set_styles(paper: Paper) -> None:
    for name, size in SIZES.items():
        style = paper.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.name, style.font.size = FONT, Pt(size)
        for line in list(style.element.iter(qn("w:pBdr"))):
            line.getparent().remove(line)
        if name != "Normal":
            style.font.bold, style.font.color.rgb = True, RGBColor(0x11, 0x11, 0x11)
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _number_pages(footer: Written) -> None:
    for said, field in ((PAGE, "PAGE"), (PAGES, "NUMPAGES")):
        footer.add_run(said)
        counted = _element("w:fldSimple", instr=field)
        shown = OxmlElement("w:r")
        shown.append(OxmlElement("w:t"))
        shown[0].text = "1"
        counted.append(shown)
        footer._p.append(counted)
