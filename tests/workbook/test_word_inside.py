"""What Word puts inside cells and between tables: controls, forms, formulas, text boxes, other files, other months."""

from pathlib import Path

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.parsed import ParsedWorkbook
from word_maker import cell, paragraph, row, run, shade, table, with_body

ABOVE = paragraph("Udmøntningsplan 2025-2028 - Samlet status for hele planen")
OF_MAY = paragraph("Status pr. ultimo maj 2025")
HEADS = row("Indsats", "Farve", "Status")
G, Y, R, NONE = Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED
GREEN, RED, BOLD = shade(fill="92D050"), shade(fill="FF0000"), "<w:b/>"


def read(tmp_path: Path, body: str, above: str = ABOVE + OF_MAY, *answers: Answer) -> ParsedWorkbook:
    path = with_body(tmp_path / "plan.docx", above + body)
    return parse_workbook(path.read_bytes(), path.name, answers=answers)


def lights(parsed: ParsedWorkbook) -> dict[str, Light]:
    return {each.title: each.shown_light for each in parsed.rows}


def control(inside: str, *, asks: bool = False) -> str:
    return f"<w:sdt><w:sdtPr>{'<w:showingPlcHdr/>' * asks}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def form(*choices: str, chosen: int) -> str:
    listed = "".join(f'<w:listEntry w:val="{each}"/>' for each in choices)
    told = f'<w:ffData><w:ddList><w:result w:val="{chosen}"/>{listed}</w:ddList></w:ffData>'
    return f'<w:r><w:fldChar w:fldCharType="begin">{told}</w:fldChar></w:r>'


def boxed(inside: str) -> str:
    box = f"<v:textbox><w:txbxContent>{inside}{paragraph()}</w:txbxContent></v:textbox>"
    return paragraph(f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>")


BLANK = f"<w:p><w:pPr>{RED}</w:pPr></w:p>"
FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=2</m:t></m:r></m:oMath>'
)
EITHER = f"<mc:AlternateContent><mc:Choice>{run('ny')}</mc:Choice><mc:Fallback>{run('gl.')}</mc:Fallback>"
LAMPS = "".join(row(cell("", shade(fill=fill))) for fill in ("D9D9D9", "D9D9D9", "92D050"))


@pytest.mark.parametrize(
    ("inside", "light"),
    [
        (paragraph(control(run("Gul"))), Y),
        (paragraph(control(run("Vælg et element."), asks=True)), NONE),
        (control(paragraph("Vælg et element."), asks=True).replace("<w:sdt>", "<w:p></w:p><w:sdt>", 1), NONE),
        (paragraph(form("Grøn", "Gul", chosen=1)), Y),
        (paragraph(run("\u00a0\u00a0", '<w:highlight w:val="red"/>')), R),
        (BLANK, R),
        (table(LAMPS, columns=1) + paragraph(), G),
    ],
)
def test_a_light_may_be_chosen_or_be_a_patch_of_colour(tmp_path: Path, inside: str, light: Light) -> None:
    held = inside if inside.startswith(("<w:p>", "<w:tbl>")) else paragraph() + inside
    parsed = read(tmp_path, table(HEADS, row("Vej", cell(held), "I gang"), row("Bro", cell("", GREEN), "Klar")))
    assert lights(parsed) == {"Vej": light, "Bro": G}
    assert not parsed.issues


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (paragraph(control(run("Klik her for at skrive."), asks=True)), None),
        (paragraph("m", FORMULA), "mx=2"),
        (paragraph(EITHER + "</mc:AlternateContent>"), "ny"),
    ],
)
def test_a_text_is_what_word_shows(tmp_path: Path, inside: str, text: str | None) -> None:
    (line,) = read(tmp_path, table(HEADS, row("Vej", "Grøn", cell(inside)))).rows
    assert line.status_text == text


def test_a_row_has_its_own_shading_and_a_border_in_a_lights_colour_is_told(tmp_path: Path) -> None:
    shaded = [
        row(name, "", "I gang").replace("<w:tr>", f"<w:tr><w:tblPrEx>{fill}</w:tblPrEx>")
        for name, fill in (("Vej", RED), ("Bro", GREEN))
    ]
    assert lights(read(tmp_path, table(HEADS, *shaded))) == {"Vej": R, "Bro": G}
    edge = '<w:tcBorders><w:left w:val="single" w:sz="48" w:color="FF0000"/></w:tcBorders>'
    bordered = [row(cell(name, edge), "", "I gang") for name in ("Hal", "Tag")]
    others = [row(name, cell("", GREEN), "Klar") for name in ("Bro", "Vej", "Sti")]
    parsed = read(tmp_path, table(HEADS, *others, *bordered))
    assert lights(parsed) == {"Vej": G, "Bro": G, "Sti": G, "Hal": NONE, "Tag": NONE}
    assert [found.kind for found in parsed.issues] == ["colour-without-light"]


def test_signs_in_the_colours_of_two_lights_are_asked_about(tmp_path: Path) -> None:
    both = run("●", '<w:color w:val="00B050"/>') + run("●", '<w:color w:val="FF0000"/>')
    parsed = read(tmp_path, table(HEADS, row("Vej", cell(paragraph(both)), "I gang")))
    assert [found.kind for found in parsed.issues] == ["half-step"]


def test_tables_in_text_boxes_and_of_one_of_several_programs_are_read_and_what_is_elsewhere_is_told(
    tmp_path: Path,
) -> None:
    bro = table(HEADS, row("Bro", "Gul", "Klar"))
    either = f"<mc:AlternateContent><mc:Choice>{bro}</mc:Choice><mc:Fallback>{bro}</mc:Fallback></mc:AlternateContent>"
    vej = table(HEADS, row("Vej", "Grøn", "I gang"))
    for body in (vej + boxed(bro), vej + either):
        parsed = read(tmp_path, body)
        assert lights(parsed) == {"Vej": G, "Bro": Y}
        assert not parsed.issues
    assert [found.kind for found in read(tmp_path, vej + "<w:altChunk/>").issues] == ["part-of-another-file"]
    sheet = paragraph("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>")
    assert [found.kind for found in read(tmp_path, vej + sheet).issues] == ["drawn-on-sheet"]


def test_a_table_without_headers_goes_on_where_it_has_lights_and_is_told_below_other_text(tmp_path: Path) -> None:
    vej, bro = table(HEADS, row("Vej", "Grøn", "I gang")), table(row("Bro", "Gul", "Klar"))
    (found,) = read(tmp_path, vej + paragraph("Desuden:") + bro).issues
    assert (found.kind, found.cell) == ("table-read-on", "tabel 2, række 1, kolonne 1")
    parsed = read(tmp_path, vej + paragraph() + bro)
    assert (lights(parsed), parsed.issues) == ({"Vej": G, "Bro": Y}, ())


@pytest.mark.parametrize("between", [paragraph(), paragraph("Kontaktpersoner:"), paragraph(run("Deltagere", BOLD))])
def test_a_table_without_headers_or_lights_is_no_part_of_the_plan(tmp_path: Path, between: str) -> None:
    vej, anna = table(HEADS, row("Vej", "Grøn", "I gang")), table(row("Anna", "", "anna@kommune.dk"))
    parsed = read(tmp_path, vej + between + anna)
    assert (lights(parsed), [found.kind for found in parsed.issues]) == ({"Vej": G}, ["sheet-without-table"])
    assert lights(read(tmp_path, vej + paragraph("Økonomiudvalget") + between + anna)) == {"Vej": G, "Anna": NONE}


def test_a_table_with_headers_but_no_lights_beside_the_plan_is_asked_about(tmp_path: Path) -> None:
    other = table(row("Beslutning", "Ansvarlig", "Frist"), row("Vejen drøftes", "NN", "1. juni"))
    body = table(HEADS, row("Vej", "Grøn", "I gang")) + paragraph("Beslutninger") + other
    asked = read(tmp_path, body)
    ((question,), (found,)) = asked.questions, asked.issues
    assert (found.kind, found.cell, found.is_error) == ("which-table", "tabel 2, række 1, kolonne 1", True)
    assert [(choice.subject, choice.value) for choice in question.choices] == [("table", "other"), ("table", "lines")]
    for layout in (ANY_LAYOUT, question.layout):
        left_out = read(tmp_path, body, ABOVE + OF_MAY, Answer(layout, "table", "other"))
        assert (lights(left_out), [each.kind for each in left_out.issues]) == ({"Vej": G}, ["table-left-out"])
        taken = read(tmp_path, body, ABOVE + OF_MAY, Answer(layout, "table", "lines"))
        assert (lights(taken), taken.questions) == ({"Vej": G, "Vejen drøftes": NONE}, ())
    assert Answer(question.layout, "table", "lines") in taken.answers


# ---- several months

APRIL = [row("Vej", "Grøn", "I gang"), row("Bro", "Gul", "Klar")]
MAY = [row("Vej", "Rød", "Standset"), row("Hal", "Grøn", "Klar")]
ACROSS = '<w:gridSpan w:val="3"/>'
VPU = paragraph(run("Voksen- og Plejeudvalget", BOLD))


def titled(name: str, rows: list[str]) -> str:
    return table(row(cell(f"{name} 2025", ACROSS)), HEADS, *rows)


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("April 2025", BOLD))
        + table(HEADS, *APRIL)
        + paragraph(run("Maj 2025", BOLD))
        + table(HEADS, *MAY),
        paragraph("Status april 2025") + table(HEADS, *APRIL) + paragraph("Status maj 2025") + table(*MAY),
        table(HEADS, row(cell("April 2025", ACROSS)), *APRIL, row(cell("Maj 2025", ACROSS)), *MAY),
        titled("April", APRIL) + titled("Maj", MAY),
    ],
)
def test_a_document_of_several_months_is_asked_about_and_each_is_read_alone(tmp_path: Path, body: str) -> None:
    asked = read(tmp_path, body, ABOVE)
    assert (asked.rows, [found.kind for found in asked.issues]) == ((), ["which-sheet"])
    said = [*(found.message for found in asked.issues), *(question.text for question in asked.questions)]
    assert not [text for text in said if " ark" in text or "rojektmappe" in text]
    both = read(tmp_path, body, ABOVE, Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS))
    assert [(each.month, lights(each)) for each in both.months] == [
        (Month(2025, 4), {"Vej": G, "Bro": Y}), (Month(2025, 5), {"Vej": R, "Hal": G}),
    ]  # fmt: skip


def test_headings_go_on_from_month_to_month_and_one_month_said_twice_is_one(tmp_path: Path) -> None:
    of = {month: paragraph(run(f"{month} 2025", BOLD)) for month in ("April", "Maj")}
    tables = {name: table(HEADS, row(name, "Grøn", "")) for name in ("Vej", "Bro", "Hal", "Tag")}
    body = of["April"] + tables["Vej"] + of["Maj"] + tables["Bro"] + VPU
    body += of["April"] + tables["Hal"] + of["Maj"] + tables["Tag"]
    both = read(tmp_path, body, ABOVE, Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS))
    assert [{line.title: line.udvalg for line in each.rows} for each in both.months] == [
        {"Vej": (), "Hal": ("VPU",)}, {"Bro": (), "Tag": ("VPU",)},
    ]  # fmt: skip
    of_vpu = paragraph(run("Voksen- og Plejeudvalget, maj 2025", BOLD))
    same = read(tmp_path, of["Maj"] + tables["Vej"] + of_vpu + tables["Bro"])
    assert {line.title: line.udvalg for line in same.rows} == {"Vej": (), "Bro": ("VPU",)}
    assert not same.issues
