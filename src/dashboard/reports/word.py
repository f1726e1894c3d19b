"""A document as Word: Danish, A4, real headings and tables, a light as sign and word on its colour, new text red.

What is written goes into a file as it comes, and the whole is put together last: a long document takes no more memory
than a short one.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import count, zip_longest
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written

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
TABLE_TEXT, TABLE_SIZE, BESIDE_SIZE = "Tabeltekst", Pt(9), Pt(9)
TABLE_END, BODY_END = b"</w:tbl>", b"<w:sectPr"
PICTURE = count(1)  # a picture's number, for those before it may be let go
GREY, RED = "4A5560", "FF0000"
SIGNS = {
    sign: f'</w:t>{mark}<w:t xml:space="preserve">'
    for sign, mark in {"\n": "<w:br/>", "\r": "<w:br/>", "\t": "<w:tab/>"}.items()
}
HEAD_FILL, BORDER = "F4F6F8", "C6CFD7"
LISTED = "List Bullet"


def word_file(document: Document, step: Step = no_steps) -> bytes:
    """Write a document as the bytes of a .docx file."""
    paper = _new_paper(document)
    with TemporaryFile() as body:
        for block in document.blocks:
            if isinstance(block, Table):
                _let_go_table(paper, block, step, body)
            else:
                _write(paper, (block,), step)
                _let_go(paper, body)
        body.seek(0)
        return _packed(paper, body)


def _let_go(paper: Paper, into: IO[bytes]) -> None:
    """Move what is written so far out of the paper, all but the section's own properties."""
    for element in list(paper.element.body)[:-1]:
        paper.element.body.remove(element)
        into.write(serialize_part_xml(element).partition(b"?>")[2].lstrip())


def _let_go_table(paper: Paper, told: Table, step: Step, into: IO[bytes]) -> None:
    _, widths = _new_table(paper, told)
    _let_go(paper, into)
    into.seek(-len(TABLE_END), io.SEEK_END)
    for row in told.rows:
        into.write(_row(paper.part, row, widths).encode())
        step()
    into.write(TABLE_END)


def _packed(paper: Paper, body: IO[bytes]) -> bytes:
    """Put the paper and its body together as one file."""
    empty, whole = io.BytesIO(), io.BytesIO()
    paper.save(empty)
    with ZipFile(empty) as source, ZipFile(whole, "w", ZIP_DEFLATED) as packed:
        for name in source.namelist():
            content = source.read(name)
            with packed.open(name, "w") as into:
                if name == paper.part.partname.membername:
                    start, end, content = content.rpartition(BODY_END)
                    into.write(start)
                    copyfileobj(body, into)
                    into.write(end)
                into.write(content)
    return whole.getvalue()


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
                _say(paragraph, pieces, GREY if is_quiet else "", fields=fields)
            case Table():
                made, widths = _new_table(paper, block)
                for row in block.rows:
                    made.append(_parsed(_row(paper.part, row, widths)))
                    step()
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
    paragraph: Written, pieces: Pieces, color: str = "", *, is_bold: bool = False, fields: Sequence[str] = ()
) -> None:
    """Go on in a paragraph with what pieces say."""
    said = _runs(paragraph.part, pieces, color, is_bold=is_bold, fields=fields)
    paragraph._p.extend(_parsed(f"<w:p>{said}</w:p>"))


def _runs(part: Any, pieces: Pieces, color: str = "", *, is_bold: bool = False, fields: Sequence[str] = ()) -> str:
    """Write what pieces say as XML; what is new is red and bold, what no longer holds is struck.

    It is text, for an element each through python-docx took five times as long.
    """
    said = ""
    for piece, field in zip_longest(pieces, fields, fillvalue=OWN):
        if isinstance(piece, Light):
            said += _light(piece, f" {signed(piece)} ")
            continue
        run = piece if isinstance(piece, TextRun) else TextRun(piece if isinstance(piece, str) else piece.text)
        looks = f'<w:rStyle w:val="{_style_of(part, style_name(field))}"/>' if field else ""
        looks += "<w:b/>" if is_bold or run.is_new or isinstance(piece, Strong) else ""
        looks += "<w:strike/>" if run.struck else ""
        looks += f'<w:color w:val="{RED if run.red else color}"/>' if run.red or color else ""
        said += _run(run.text, looks)
    return said


def _run(text: str, looks: str) -> str:
    told = escape(clean(text).replace("\r\n", "\n"), SIGNS)
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{told}</w:t></w:r>'


def _light(light: Light, text: str) -> str:
    """Write a light as its sign and word on its colour."""
    look = PALETTE[light]
    return _run(text, f'<w:b/><w:color w:val="{look.on_color.removeprefix("#")}"/>{_fill(look.color)}')


@lru_cache(maxsize=64)
def _style_of(part: DocumentPart, name: str) -> str:
    """Give the style that says which field a run is and looks like nothing, made where it is new."""
    style = part.document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.hidden = True
    return str(style.style_id)


def _new_table(paper: Paper, told: Table) -> tuple[BaseOxmlElement, Sequence[int]]:
    """Begin a table whose head is repeated on every page, and give how wide its columns are."""
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
    made.append(_parsed(_row(paper.part, heads, widths, is_head=True)))
    return made, widths


def _row(part: Any, row: Row, widths: Sequence[int], *, is_head: bool = False) -> str:
    fields, span = row.fields or ((),) * len(row.cells), len(widths) if row.across else 1
    cells = "".join(
        _cell(part, cell, told, width, span, is_strong=is_head or row.across)
        for cell, told, width in zip(row.cells, fields, [sum(widths)] if row.across else widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{cells}</w:tr>"


def _cell(part: Any, pieces: Pieces, fields: Sequence[str], width: int, span: int, *, is_strong: bool) -> str:
    """Write a cell; one that is a light is filled with its colour, one that heads others with grey."""
    filled = HEAD_FILL if is_strong else ""
    if len(pieces) == 1 and isinstance(pieces[0], Light):
        said, filled = _light(pieces[0], signed(pieces[0])), PALETTE[pieces[0]].color
    else:
        said = _runs(part, pieces, is_bold=is_strong, fields=fields)
    looks = f'<w:tcW w:w="{round(Emu(width).twips)}" w:type="dxa"/>'
    looks += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks += _fill(filled) if filled else ""
    style = f'<w:pPr><w:pStyle w:val="{TABLE_TEXT}"/></w:pPr>'
    return f"<w:tc><w:tcPr>{looks}</w:tcPr><w:p>{style}{said}</w:p></w:tc>"


def _draw(paper: Paper, bars: Bars) -> None:
    """Set in the bars as a picture, and say in its alternative text what it shows."""
    is_landscape = paper.sections[0].orientation == WD_ORIENT.LANDSCAPE
    image = io.BytesIO(picture(bars, is_landscape=is_landscape))
    drawn = paper.add_paragraph().add_run().add_picture(image, _width_within(paper))
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")
    drawn._inline.docPr.set("id", str(next(PICTURE)))
    drawn._inline.docPr.set("descr", clean(f"{bars.about}. {bars_said(bars)}"))


def _width_within(paper: Paper) -> int:
    section = paper.sections[0]
    return int((section.page_width or 0) - 2 * MARGIN)


def _parsed(xml: str) -> BaseOxmlElement:
    """Make an element of XML that says nothing of its names."""
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def _element(name: str, **values: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for attribute, value in values.items():
        element.set(qn(f"w:{attribute}"), value)
    return element


def _fill(color: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color.removeprefix("#")}"/>'


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
    of_tables = paper.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    of_tables.base_style, of_tables.font.size = paper.styles["Normal"], TABLE_SIZE
    hyphens = _element("w:autoHyphenation", val="1")  # for words in the narrow columns of a table, and nowhere else
    paper.settings.element.find(qn("w:defaultTabStop")).addnext(hyphens)
    for style, is_whole in ((paper.styles["Normal"], "1"), (of_tables, "0")):
        style.element.get_or_add_pPr().insert(0, _element("w:suppressAutoHyphens", val=is_whole))
    of_tables.paragraph_format.space_after, of_tables.paragraph_format.line_spacing = Pt(2), 1
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
