"""Documents written as PDF and Word and read back: what they say, how they are tagged, and hostile texts."""

import io
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import (
    Bars,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Strong,
    Table,
    Together,
    paragraph,
    row,
)
from dashboard.reports.pdf import pdf
from dashboard.reports.word import word_file
from dashboard.reports.writing import File, write
from pdf_structure import elements, faults

RUNS = (TextRun("Udbuddet er klart i "), TextRun("maj", struck=True), TextRun("juni", red=True))
COLUMNS = (Column("Indsats", 4), Column("Lys", 2), Column("Status", 5))
HOSTILE = (
    "=SUM(A1:A9)",
    "#set text(red)",
    "<w:p/> & \"quoted\" 'too'",
    "$x$ @ref <label> *b* _i_ \\ `raw` // no comment",
    "W" * 5000,
    "😀 ✅ 🔴🟡🟢 👩‍👧 🇩🇰",
    "\u202eabc\u202c \u200fמלה",
    "漢字 \u0378 \ue000 \U0010fffd",
    "\x00\x01\x1b\x7f\x85\ufeff\ufffe\uffff\ud800",
)


def told(*blocks: Block, **said: Any) -> Document:
    return Document("Bilag på tværg", ("Oktober 2026",), blocks, datetime(2026, 11, 3, 8, 14), "bilag", **said)


def read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(document)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(word_file(document)))


def tags(reader: PdfReader) -> list[str]:
    return [str(element["/S"]) for element, _ in elements(reader)]


def table(n: int) -> Table:
    return Table("Planen", COLUMNS, tuple(row(f"R{number:03}", Light.RED, RUNS) for number in range(n)))


def test_a_pdf_is_tagged_danish_and_titled() -> None:
    bars = Together((Heading("Lys", 2), Bars("Lys i alt", (("ØK", {Light.GREEN: 12, Light.RED: 1}),))))
    across = Table("Planen", COLUMNS, (Row((("Norddjurs",),), across=True), *table(90).rows))
    reader = read(told(Heading("Planen"), paragraph("Første", is_listed=True), across, Heading("Fordeling"), bars))
    root: Any = reader.root_object
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Bilag på tværg"
    assert b"pdfuaid:part" in root["/Metadata"].get_data(), "it says that it keeps PDF/UA-1, which typst has checked"
    wanted = ("/H1", "/H2", "/L", "/Table", "/TH", "/Figure")
    said = ["/H1", "/L", "/Table", "/TH", "/TH", "/TH", "/H1", "/H2", "/Figure"]
    assert [tag for tag in tags(reader) if tag in wanted] == said
    pages: Any = reader.pages
    assert faults(reader) == []
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert all("/FontFile2" in each["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts)


def test_every_page_says_its_number_when_it_was_made_and_that_the_data_are_invented() -> None:
    reader = read(told(table(120), example="Eksempeldata"))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages, start=1):
        said = " ".join(page.extract_text().split())
        assert f"Side {number} af {len(reader.pages)}" in said
        assert "Dannet 3. november 2026 kl. 09.14" in said
        assert "Eksempeldata" in said
        assert "Indsats Lys Status" in said, "the head of the table is repeated"


def test_what_is_new_and_struck_is_told_by_more_than_colour() -> None:
    said = words(read(told(Paragraph(RUNS))))
    assert "Udbuddet er klart i majjuni" in said
    assert "Ny tekst er rød og fed" in said
    assert "Ny tekst" not in words(read(told(paragraph("Uændret"))))
    runs = opened(told(Paragraph(RUNS))).paragraphs[-1].runs
    assert [(run.text, run.font.strike, run.font.bold, str(run.font.color.rgb)) for run in runs] == [
        ("Udbuddet er klart i ", None, None, "None"),
        ("maj", True, None, "None"),
        ("juni", None, True, "FF0000"),
    ]


def test_bars_are_one_picture_with_what_they_show_in_words() -> None:
    bars = Bars("Lys i alt", (("ØK", {Light.GREEN: 12, Light.RED: 1}),))
    said = "Lys i alt. ØK: 12 grøn, 1 rød"
    figures = [each for each, _ in elements(read(told(bars))) if each["/S"] == "/Figure"]
    assert [each["/Alt"] for each in figures] == [said]
    for is_landscape in (False, True):
        (lying,) = opened(told(bars, is_landscape=is_landscape)).inline_shapes
        assert lying.width > 5 * lying.height, "it is as wide as the page"
    (drawn,) = opened(told(bars)).inline_shapes
    assert drawn._inline.docPr.get("descr") == said


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_changes_nothing_but_itself(text: str) -> None:
    """In every place that a text can stand in."""
    document = told(
        Heading(text),
        Together(
            (
                paragraph(text, text),
                Table(text, COLUMNS[:1], (row(text), Row(((Strong(text),),)), Row(((text,),), across=True))),
            )
        ),
        Bars(text, ((text, {Light.RED: 1}),)),
        Paragraph((TextRun(text, red=True), TextRun(text, struck=True)), is_listed=True),
        Heading("Slut"),
        example=text[:60],
    )
    kept = "".join(sign for sign in text if sign >= " " and sign not in "\x7f\ufeff\ufffe\uffff\ud800\x85")
    reader = read(document)
    begins = ["/H1"] if kept else []
    assert [tag for tag in tags(reader) if tag in ("/H1", "/Table", "/L")] == [*begins, "/Table", "/L", "/H1"]
    headings = [each.text for each in opened(document).paragraphs if each.style.name == "Heading 1"]
    assert headings == [kept, "Slut"]
    if text.isascii() and len(text) < 100:  # reading a long one back takes pypdf many seconds
        said = "".join(words(reader).split())
        assert "".join(kept.split()) in said
        assert "Slut" in said


def test_a_long_title_stands_whole_once_and_short_over_every_page() -> None:
    title = "Udmøntningsplan " * 40
    (page,) = read(replace(told(paragraph("Intet")), title=title)).pages
    assert " ".join(page.extract_text().split()).count("Udmøntningsplan") == 40 + 4


def test_blocks_that_belong_together_stand_on_one_page_and_longer_ones_on_several() -> None:
    points = [Together((Heading(f"Punkt {n}", 2), paragraph("tekst " * 300), paragraph(f"Slut {n}"))) for n in range(9)]
    pages = [page.extract_text() for page in read(told(*points)).pages]
    for n in range(9):
        (begins,) = [number for number, page in enumerate(pages) if f"Punkt {n}" in page]
        assert f"Slut {n}" in pages[begins]
    long = read(told(Together((Heading("Langt"), paragraph("tekst " * 4000), paragraph("Slut")))))
    assert "Slut" in long.pages[-1].extract_text()
    assert words(long).count("tekst") == 4000


def test_a_table_in_word_repeats_its_head_and_says_what_it_holds() -> None:
    (written,) = opened(told(Table("Planen", COLUMNS, (Row((("Norddjurs",),), across=True), *table(2).rows)))).tables
    assert written.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert written._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "Planen"
    assert [cell.text for cell in written.rows[1].cells] == ["Norddjurs"] * 3, "one cell over all columns"
    assert [cell.text for cell in written.rows[2].cells] == ["R000", "◆ Rød", "Udbuddet er klart i majjuni"]
    runs = written.rows[2].cells[2].paragraphs[0].runs
    back = [TextRun(run.text, str(run.font.color.rgb) == "FF0000", bool(run.font.strike)) for run in runs]
    assert tuple(back) == RUNS, "the marks of the workbook, so that the text can be worked on"


def test_words_are_parted_in_the_columns_of_a_table_in_word_and_nowhere_else() -> None:
    paper = opened(told(table(1), paragraph("Slut")))
    assert paper.settings.element.find(qn("w:autoHyphenation")) is not None
    styles = (paper.tables[0].rows[1].cells[2].paragraphs[0].style, paper.paragraphs[-1].style)
    parted = {style.name: style.element.pPr.find(qn("w:suppressAutoHyphens")).get(qn("w:val")) for style in styles}
    assert parted == {"Tabeltekst": "0", "Normal": "1"}


def test_a_landscape_document_lies_down_in_both() -> None:
    document = told(table(1), is_landscape=True)
    assert read(document).pages[0].mediabox.width > read(document).pages[0].mediabox.height
    section = opened(document).sections[0]
    assert section.page_width > section.page_height


@pytest.mark.parametrize("mark", ["\u2028", "\u2029"])
def test_a_mark_for_a_new_line_is_a_new_line(mark: str) -> None:
    text = f"Udbud er klar{mark}Tilbuddet er dyrt"
    (page,) = read(told(paragraph(text))).pages
    assert "Udbud er klar\nTilbuddet er dyrt" in page.extract_text()
    assert opened(told(paragraph(text))).paragraphs[-1].text == "Udbud er klar\nTilbuddet er dyrt"


@pytest.mark.parametrize("kind", get_args(File))
def test_whoever_waits_for_a_long_document_is_told_how_far_it_is(kind: File) -> None:
    document, far = told(table(250), paragraph("Slut")), list[tuple[int, int]]()
    assert len(write(document, kind, lambda done, n: far.append((done, n)))) > 1000
    assert far == [] if kind == "pdf" else [(done, 251) for done in range(2, 252, 2)]  # typst sets all pages at once


def test_a_document_that_cannot_be_written_says_why() -> None:
    with pytest.raises(RuntimeError, match="AttributeError"):
        write(None, "docx")  # type: ignore[arg-type]
