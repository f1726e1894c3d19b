"""Where a light was read, in Danish words and as a sheet: nobody's markup but ours."""

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.domain.issue import issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.text_run import TextRun
from dashboard.intake.trace import LIGHT, Reading, Trace, Value
from dashboard.web.trace import (
    drawn_sheet,
    field_label,
    how_read,
    sheet_table,
    trace_link,
    traced,
    traced_value,
    without_cell,
    written,
)

READING = Reading(
    snapshot_id=5,
    title="Flådestyring",
    code="R003",
    light=Light.RED,
    done=False,
    light_source="fill",
    file_name="hele-planen-2026-10.xlsx",
    revision=2,
    month=Month(2026, 10),
    scope=PLAN,
    imported_at=datetime(2026, 11, 3, 8, 14),
    sheet="Ark1",
    cell="C4",
)


def drawn(excerpt: Excerpt) -> str:
    return str(sheet_table(excerpt))


def sheet(*cells: ExcerptCell, columns: tuple[int, ...] = (1, 3)) -> Excerpt:
    header = ExcerptRow(2, True, (ExcerptCell(2, 1, (TextRun("Indsats"),), bold=True), ExcerptCell(2, 3)))
    return Excerpt("Ark1", "C4", 4, 3, columns, (header, ExcerptRow(4, False, cells)))


def read(html: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(html))).strip()


def told(*values: Value, others: tuple[Reading, ...] = ()) -> Trace:
    return Trace(READING, values, others)


def test_the_light_its_source_and_its_place_are_said() -> None:
    assert read(traced(told())) == "Flådestyring R003 Rød Læst af cellens farve."
    assert read(traced_value(told(), LIGHT)) == (
        "hele-planen-2026-10.xlsx · revision 2 · arket »Ark1« · celle C4 · indlæst 3. november 2026 kl. 09.14"
    )


def test_another_value_is_said_with_its_own_cell() -> None:
    found = told(Value("responsible", "Fagchef", 5, "Ark1", "E4"), Value("2025", Decimal("-1250.500"), 5, "Ark1", "J4"))
    assert read(traced_value(found, "responsible")).startswith(
        "Ansvarlig: Fagchef hele-planen-2026-10.xlsx · revision 2"
    )
    assert "arket »Ark1« · celle E4" in read(traced_value(found, "responsible"))
    assert "Beløb 2025: −1.250,5 t.kr." in read(traced_value(found, "2025"))


def test_a_value_that_another_workbook_lends_is_said_with_that_workbook() -> None:
    other = replace(READING, snapshot_id=4, file_name="hele.xlsx", revision=1)
    found = told(Value("schedule", "2. kvt. 2027", 4, "Drift", "F9"), others=(other,))
    assert "hele.xlsx · revision 1 · arket »Drift« · celle F9" in read(traced_value(found, "schedule"))


def test_a_value_without_a_cell_is_shown_at_the_light_and_says_so() -> None:
    found = told(Value("art", "råderumsforslag", 5, "Ark1", None))
    assert read(without_cell(found, "art")) == (
        "»råderumsforslag« står ikke i en celle for sig. Her er cellen med indsatsens status."
    )
    assert "celle C4" in read(traced_value(found, "art"))
    assert without_cell(found, LIGHT) is None


def test_fields_and_values_are_written_as_people_say_them() -> None:
    assert [field_label(field) for field in (LIGHT, "responsible", "2026")] == ["Trafiklys", "Ansvarlig", "Beløb 2026"]
    assert [written(value) for value in (True, "Fagchef", Decimal(1200))] == ["Ja", "Fagchef", "1.200 t.kr."]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Læst af cellens farve."),
        ({"light_source": "word"}, "Læst af ordet i cellen."),
        ({"light_source": "fill and word"}, "Læst af cellens farve og ordet i den."),
        ({"light_source": "mark"}, "Læst af mærket i farvens egen kolonne."),
        ({"light_source": "symbol"}, "Læst af tegnets farve."),
        ({"light_source": "conditional formatting"}, "Læst af cellens betingede formatering."),
        ({"light_source": "noget nyt"}, "Læst af cellen."),
        ({"light": Light.NOT_REPORTED, "light_source": None}, "Cellen giver ingen status."),
        ({"light": Light.NOT_REPORTED, "light_source": "word", "done": True}, "Læst af ordet i cellen."),
        ({"light": Light.NOT_REPORTED, "light_source": None, "done": True}, "Læst af mærket (X) i rækken."),
        ({"done": True}, "Indsatsen er mærket som afsluttet; farven (rød) er læst af cellens farve."),
    ],
)
def test_how_a_light_was_read_is_said_in_danish(given: dict[str, Any], said: str) -> None:
    assert how_read(replace(READING, **given)) == said


def test_workbooks_that_disagree_are_told_with_what_the_other_says() -> None:
    other = replace(READING, light=Light.GREEN, file_name="tvaergaaende-2026-10.xlsx", cell="D7")
    said = read(traced(told(others=(other,))))
    assert "To filer for måneden er uenige om denne indsats; den seneste indlæsning tæller." in said
    assert "Grøn tvaergaaende-2026-10.xlsx · arket »Ark1« · celle D7" in said


def test_the_sheet_has_letters_numbers_fills_and_one_framed_cell() -> None:
    html = drawn(sheet(ExcerptCell(4, 1, (TextRun("Flådestyring"),)), ExcerptCell(4, 3, fill=(255, 0, 0))))
    assert read(html) == "Arket »Ark1« omkring celle C4 A C 2 Indsats 4 Flådestyring"
    assert re.findall(r'<td class="skipped asked" style="background:#FF0000" aria-current="true">', html)
    assert html.count("asked") == 1


def test_what_is_new_and_what_no_longer_holds_is_marked_to_eyes_and_ears() -> None:
    runs = (TextRun("Går "), TextRun("godt", struck=True), TextRun("i stå", red=True))
    html = drawn(sheet(ExcerptCell(4, 1, runs)))
    assert re.search(r'<del class="struck">.*?godt</del><ins class="new">.*?i stå</ins>', html)
    assert "Går udgået: godt ny tekst: i stå" in read(html)


def test_merged_cells_span_and_a_rules_colour_is_a_shape() -> None:
    html = drawn(sheet(ExcerptCell(4, 1, row_span=2, column_span=2, conditional=Light.RED)))
    assert 'rowspan="2" colspan="2"' in html
    assert "light-shape" in html


def test_markup_in_a_strangers_sheet_is_text() -> None:
    evil = (TextRun('<img src=x onerror="x">', red=True),)
    html = drawn(replace(sheet(ExcerptCell(4, 1, evil)), sheet="<b>"))
    assert "<img" not in html
    assert "<b>" not in html
    evil_trace = Trace(replace(READING, title='"><img src=x>', sheet="<img>", file_name="<img>"), (), ())
    assert "<img" not in str(traced(evil_trace)).replace('<img class="light-shape"', "")
    assert "<b>" not in str(traced_value(told(Value("obs", "<b>", 5, "<b>", "<b>")), "obs"))


def test_a_sheet_that_cannot_be_shown_says_why() -> None:
    assert "findes ikke i den fil" in str(drawn_sheet(None))
    assert "Filen er tom" in str(drawn_sheet(issue("empty-file")))


def test_a_line_leads_to_its_cell_by_snapshot_and_indsats() -> None:
    assert str(trace_link("Flådestyring", 5, 47)) == (
        '<a class="trace" href="?kilde=5-47" title="Vis i filen">Flådestyring</a>'
    )
    assert 'href="?kilde=5-47-responsible"' in str(trace_link("Fagchef", 5, 47, "responsible"))
    assert 'href="?kilde=5-47-2025"' in str(trace_link("-1.250", 5, 47, "2025"))
