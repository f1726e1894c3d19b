"""Word documents: every table, light and change that is seen in Word is read as it would be from a workbook."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.text_run import TextRun, joined
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import Read
from libreoffice import convert
from word_maker import Grid, Heading, cell, paragraph, row, run, shade, table, with_body, write_document
from workbook_maker import GREEN, RED, YELLOW, Cell, write_workbook

TITLE, STATUS = "Udmøntningsplan 2025-2028 - Samlet status for hele planen", "Status pr. ultimo maj 2025"
ABOVE = paragraph(TITLE) + paragraph(STATUS)
HEAD = row("Indsats", "Udvalg", "Farve")
HEADS = row("Indsats", "Farve", "Status")
G, Y, R = Light.GREEN, Light.YELLOW, Light.RED
PLAN_HEAD = ["Nr.", "Indsats", "Udvalg", "Ansvarlig", "Tidsplan", "Farve", "Afsluttet (X)", "Status"]
NEWS = (TextRun("Efter planen. "), TextRun("Drøftet i maj. ", red=True), TextRun("Afventer udbud.", struck=True))
LOCATED = {"sheet", "cell", "title_cell", "cells"}


@pytest.fixture
def read_body(tmp_path: Path, read: Read) -> Any:
    """Read a document whose body is XML, below the title and month of a plan."""

    def read_xml(body: str, *, above: str = ABOVE, name: str = "plan.docx", **parts: tuple[str, str]) -> ParsedWorkbook:
        named = {f"{kind}.xml": told for kind, told in parts.items()}
        return read(with_body(tmp_path / name, above + body, named))

    return read_xml


def lights(parsed: ParsedWorkbook) -> dict[str, Light]:
    return {each.title: each.shown_light for each in parsed.rows}


def kinds(parsed: ParsedWorkbook) -> list[str]:
    return [each.kind for each in parsed.issues]


def one_light(read_body: Any, properties: str = "", inside: str = "", **given: Any) -> Any:
    """Read the light of a line whose cell for it is this."""
    (line,) = read_body(table(HEAD, row("Flådestyring", "ØK", cell(inside, properties))), **given).rows
    return line.light


# ---- the whole plan


def plan_of_140_lines() -> tuple[list[list[Any]], list[Any]]:
    """Give a plan of four arter, with all temaer, as rows of a sheet and as what stands in a document."""
    rows: list[list[Any]] = [[TITLE], [STATUS], PLAN_HEAD]
    blocks: list[Any] = [Heading(TITLE, 0), STATUS]
    n = 0
    for art in terms().art:
        temaer = terms().tema if art.key == "hensigtserklæringer" else terms().udvalg[:4]
        of_art: list[list[Any]] = [PLAN_HEAD]
        for tema in temaer:
            of_art.append([Cell(tema.name, bold=True)])
            for _ in range(12 if len(temaer) > 4 else 5):
                n += 1
                fill = (GREEN, YELLOW, RED, None)[n % 4]
                said = NEWS if n % 3 == 0 else "Efter planen"
                title, udvalg = f"Indsats nummer {n} R{100 + n}", ("ØK", "BUU", "VPU")[n % 3]
                done = "X" if n % 11 == 0 else ""
                of_art.append([str(n), title, udvalg, "Fagchef", "2. kvartal 2025", Cell(None, fill), done, said])
        rows += [[Cell(art.name, bold=True)], *of_art[1:]]
        blocks += [Heading(art.name), Grid(of_art)]
    return rows, blocks


def rich(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    fonts = [(InlineFont(color=RED if each.red else None, strike=each.struck or None), each) for each in value]
    return CellRichText([TextBlock(font, each.text) if each.is_marked else each.text for font, each in fonts])


def told(parsed: ParsedWorkbook) -> list[dict[str, Any]]:
    """Give what lines say, without where they say it."""
    lines = [{name: value for name, value in vars(each).items() if name not in LOCATED} for each in parsed.rows]
    return [{**each, "runs": {name: joined(runs) for name, runs in each["runs"].items()}} for each in lines]


def test_a_plan_in_word_gives_the_same_lines_as_its_workbook(tmp_path: Path, read: Read) -> None:
    rows, blocks = plan_of_140_lines()
    sheet = [[rich(each) for each in cells] for cells in rows]
    merge = [f"A{number}:H{number}" for number, cells in enumerate(rows, 1) if len(cells) == 1 and number > 2]
    of_workbook = read(write_workbook(tmp_path / "plan.xlsx", {"Plan": sheet}, merge=merge))
    path = write_document(tmp_path / "plan.docx", blocks)
    of_document = read(path)
    assert len(of_workbook.rows) > 139
    assert told(of_document) == told(of_workbook)
    assert not of_document.issues
    (through_libreoffice,) = convert(convert([path], "odt", tmp_path / "odt"), "docx", tmp_path / "saved")
    assert told(read(through_libreoffice)) == told(of_workbook)


# ---- where tables stand


def test_a_cell_is_named_as_one_finds_it_in_word(read_body: Any) -> None:
    parsed = read_body(
        table(HEAD, row("Vej", "ØK", "Grøn")) + paragraph("Fritekst.") + table(HEAD, row("Skole", "BUU", "lilla"))
    )
    assert [each.title_cell for each in parsed.rows] == ["tabel 1, række 2, kolonne 1", "tabel 2, række 2, kolonne 1"]
    (found,) = [each for each in parsed.issues if each.is_error]
    assert (found.kind, found.cell) == ("unknown-light", "tabel 2, række 2, kolonne 3")


def test_headings_between_tables_and_rows_within_them_carry_udvalg_art_and_tema(read_body: Any) -> None:
    bold = "<w:b/>"
    parsed = read_body(
        paragraph(run("Anlægsprojekter", bold))
        + table(
            HEADS,
            row(cell("Partnerskaber", '<w:gridSpan w:val="3"/>')),
            row("Hal", "Grøn", ""),
        )
        + paragraph("Almindelig tekst, som ikke er en overskrift for noget som helst i planen.")
        + paragraph(run("Voksen- og Plejeudvalget (fortsat)", bold))
        + table(row("Plejehjem", "Rød", ""))
        + paragraph("Børne- og Ungdomsudvalget")
        + table(HEADS, row("Skole", "Gul", ""))
    )
    assert {each.title: each.udvalg for each in parsed.rows} == {"Hal": (), "Plejehjem": ("VPU",), "Skole": ("BUU",)}
    assert {each.art for each in parsed.rows} == {"anlægsprojekter"}
    assert parsed.rows[0].tema == "Partnerskaber"


def test_cells_merged_down_hold_for_every_row_and_rows_with_shifted_borders_keep_their_columns(read_body: Any) -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    shifted = row(cell("Vej", '<w:gridSpan w:val="2"/>'), cell("", go_on), "Gul")
    parsed = read_body(
        table(
            row("Indsats", cell("Udvalg", '<w:gridSpan w:val="2"/>'), "Farve"),
            row("Bro", cell("VPU", f'<w:gridSpan w:val="2"/>{begin}'), "Grøn"),
            shifted,
            row(cell("Havn", '<w:gridSpan w:val="2"/>'), "ØK", "Rød"),
            widths=[4000, 200, 2000, 2000],
        )
    )
    assert {each.title: (each.udvalg, each.light) for each in parsed.rows} == {
        "Bro": (("VPU",), G), "Vej": (("VPU",), Y), "Havn": (("ØK",), R),
    }  # fmt: skip


def test_tables_within_a_frame_are_read_and_those_within_a_cell_are_its_text(read_body: Any) -> None:
    inner = table(row("1.000", "kr."), columns=2)
    plan = table(HEADS, row("Vej", "Grøn", cell(inner + paragraph())))
    parsed = read_body(table(row(cell(paragraph("Voksen- og Plejeudvalget") + plan)), columns=1))
    (line,) = parsed.rows
    assert (line.udvalg, line.status_text, line.title_cell) == (("VPU",), "1.000 · kr.", "tabel 1, række 2, kolonne 1")


def test_paragraphs_lists_and_controls_in_a_cell_are_its_lines(read_body: Any) -> None:
    numbering = (
        '<w:numbering ><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    text = paragraph("Følger op:") + paragraph("Udbud", properties=listed) + paragraph("Kontrakt", properties=listed)
    control = f"<w:sdt><w:sdtContent>{paragraph(run('Gul'))}</w:sdtContent></w:sdt>"
    parsed = read_body(
        table(HEADS, row("Vej", cell(control), cell(text + paragraph()))),
        numbering=("numbering", numbering),
    )
    assert (parsed.rows[0].light, parsed.rows[0].status_text) == (Y, "Følger op:\n1. Udbud\n2. Kontrakt")


def test_a_table_of_something_else_is_left_out_and_told(read_body: Any) -> None:
    parsed = read_body(table(HEAD, row("Vej", "ØK", "Grøn")) + table(row("Dato", "Møde"), row("1.5.", "KB"), columns=2))
    assert lights(parsed) == {"Vej": G}
    (found,) = parsed.issues
    assert (found.kind, found.sheet) == ("sheet-without-table", "Tabel 2")
    assert "ark" not in found.message.casefold()


# ---- lights


@pytest.mark.parametrize(
    ("properties", "light"),
    [
        (shade(fill="92D050"), G),
        (shade(val="solid", color="FF0000", fill="auto"), R),
        (shade(val="pct50", color="FF0000", fill="FFFFFF"), R),
        (shade(fill="FFFFFF", themeFill="accent6"), G),  # of the document's own theme, not what is written beside it
        (shade(fill="auto", themeFill="accent6", themeFillTint="66"), G),
        (shade(fill="auto", themeFill="accent1", themeFillShade="BF"), R),
        (shade(fill="auto"), Light.NOT_REPORTED),
    ],
)
def test_a_light_is_the_shading_of_its_cell(read_body: Any, properties: str, light: Light) -> None:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (("accent1", "C00000"), ("accent6", "70AD47"))
    )
    theme = f"<a:theme ><a:themeElements><a:clrScheme>{colours}</a:clrScheme></a:themeElements></a:theme>"
    assert one_light(read_body, properties, theme=("theme", theme)) is light


def shape(color: str) -> str:
    """Draw a circle in a colour, and beside it what is there for older programs."""
    drawn = f'<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></wps:spPr></wps:wsp>'
    old = f'<mc:Fallback><w:pict><v:oval fillcolor="#{color}"/></w:pict></mc:Fallback>'
    within = f"<wp:inline><a:graphic><a:graphicData>{drawn}</a:graphicData></a:graphic></wp:inline>"
    both = f"<mc:Choice><w:drawing>{within}</w:drawing></mc:Choice>{old}"
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


@pytest.mark.parametrize(
    ("inside", "light"),
    [
        (run("●", '<w:color w:val="00B050"/>'), G),
        ('<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>', R),
        (run("🟡"), Y),
        (run("Gul"), Y),
        (run("Grøn", '<w:highlight w:val="green"/>'), G),
        (run("  ", shade(fill="FF0000")) + run("-", shade(fill="FF0000")), R),
        (shape("FFC000"), Y),
        ('<w:r><w:pict><v:oval fillcolor="red [3]"/></w:pict></w:r>', R),
    ],
)
def test_a_light_is_a_sign_a_shape_or_a_word_in_its_cell(read_body: Any, inside: str, light: Light) -> None:
    parsed = read_body(table(row("Indsats", "Ansvarlig", "Farve"), row("Vej", "NN", cell(paragraph(inside)))))
    assert lights(parsed) == {"Vej": light}


def test_a_style_of_tables_gives_the_lights_of_a_column_and_headers_are_none(read_body: Any) -> None:
    part = '<w:tblStylePr w:type="{}"><w:tcPr>{}</w:tcPr></w:tblStylePr>'
    style = (
        '<w:styles ><w:style w:type="table" w:styleId="S">'
        + part.format("firstRow", shade(fill="FF0000")) + part.format("lastCol", shade(fill="92D050"))
        + "</w:style></w:styles>"
    )  # fmt: skip
    look = '<w:tblStyle w:val="S"/><w:tblLook w:firstRow="1" w:lastColumn="1" w:noHBand="1" w:noVBand="1"/>'
    parsed = read_body(
        table(HEAD, row("Vej", "ØK", ""), row("Bro", "ØK", cell("", shade(fill="FFC000"))), properties=look),
        styles=("styles", style),
    )
    assert lights(parsed) == {"Vej": G, "Bro": Y}


# ---- changes


def test_red_and_struck_text_is_read_from_runs_and_from_styles(read_body: Any) -> None:
    style = (
        '<w:styles ><w:style w:type="character" w:styleId="Ny"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Væk"><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
    )
    text = (
        paragraph("Før. ", run("Nyt. ", '<w:rStyle w:val="Ny"/>'), run("Ude.", "<w:dstrike/>"))
        + paragraph("Helt væk.", properties='<w:pStyle w:val="Væk"/>')
    )  # fmt: skip
    parsed = read_body(table(HEADS, row("Vej", "Grøn", cell(text))), styles=("styles", style))
    line = parsed.rows[0]
    assert line.status_text == "Før. Nyt."
    assert line.runs["status_text"] == (
        TextRun("Før. "), TextRun("Nyt. ", red=True), TextRun("Ude.\nHelt væk.", struck=True),
    )  # fmt: skip


def tracked(name: str, text: str) -> str:
    kept = run(text).replace("w:t", "w:delText") if name in ("del", "moveFrom") else run(text)
    kept = kept.replace("w:delTextxml", "w:delText xml")
    return f'<w:{name} w:author="Bettina Andersen" w:date="2025-05-12T09:00:00Z">{kept}</w:{name}>'


def test_tracked_changes_are_changes_of_the_plan_with_who_and_when(read_body: Any) -> None:
    text = paragraph("Udbud i ", tracked("del", "maj"), tracked("ins", "august"), tracked("moveFrom", " og juni"))
    gone = row("Bro", "Rød", "", properties='<w:del w:author="NN" w:date="2025-05-13T09:00:00Z"/>')
    parsed = read_body(
        table(
            HEADS,
            row("Vej", cell(paragraph(tracked("del", "Grøn"), tracked("ins", "Gul"))), cell(text)),
            gone,
        )
    )
    line = parsed.rows[0]
    assert (line.light, line.status_text) == (Y, "Udbud i august")
    assert line.runs["status_text"] == (
        TextRun("Udbud i "), TextRun("maj", struck=True), TextRun("august", red=True), TextRun(" og juni", struck=True),
    )  # fmt: skip
    assert "Sporet ændring: indsat af Bettina Andersen 12.05.2025" in (line.remark or "")
    assert [each.title for each in parsed.rows] == ["Vej"]
    assert "tracked-changes" in kinds(parsed)


def test_comments_and_footnotes_are_remarks_and_hidden_text_is_told_and_not_read(read_body: Any) -> None:
    comments = '<w:comments ><w:comment w:id="0"><w:p><w:r><w:t>Afventer KB</w:t></w:r></w:p></w:comment></w:comments>'
    text = paragraph(run("I gang"), run("hemmelig", "<w:vanish/>"), '<w:r><w:commentReference w:id="0"/></w:r>')
    parsed = read_body(table(HEADS, row("Vej", "Grøn", cell(text))), comments=("comments", comments))
    assert (parsed.rows[0].status_text, parsed.rows[0].remark) == ("I gang", "Afventer KB")
    (hidden,) = [each for each in parsed.issues if each.kind == "hidden-text"]
    assert "tabel 1, række 2, kolonne 3" in hidden.message


# ---- month, plan and scope


@pytest.mark.parametrize(
    ("above", "name", "header", "month"),
    [
        (paragraph("Status pr. ultimo maj 2025"), "plan.docx", "Udskrevet 12.09.2025", "2025-05"),
        ("", "plan.docx", "Udmøntningsplan 2025-2028, status pr. ultimo maj 2025", "2025-05"),
        ("", "Status maj 2025.docx", "", "2025-05"),
        ("", "plan.docx", "", None),
    ],
)
def test_the_month_is_that_of_the_text_the_page_header_or_the_file_name(
    read_body: Any, above: str, name: str, header: str, month: str | None
) -> None:
    said = f"<w:hdr ><w:p><w:r><w:t>{header}</w:t></w:r></w:p></w:hdr>"
    parsed = read_body(table(HEAD, row("Vej", "ØK", "Grøn")), above=above, name=name, header=("header", said))
    assert (str(parsed.month) if parsed.month else None) == month
    assert ("no-month" in kinds(parsed)) is (month is None)
