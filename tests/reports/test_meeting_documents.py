"""Agenda and minutes as Word documents, opened again, and the minutes as the text that is pasted."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from dashboard.domain.light import Light
from dashboard.reports.agenda import AgendaPoint, agenda_document
from dashboard.reports.minutes import MinutesPoint, Said, minutes_text
from dashboard.reports.minutes_document import minutes_document

SHOWN = ("Status for oktober 2026 · Hele planen", "Eksempeldata")
RED = AgendaPoint(
    "R003 Flådestyring",
    Light.RED,
    "3. måned i træk",
    "Fortsat rød",
    "Økonomiudvalget",
    "Fagchef, Teknik",
    "Fagchef, Indkøb",
    (("Hvad bedes direktionen om", "Afgøre hvem der ejer puljebilerne"),),
)
TOPIC = AgendaPoint("Budgetproces 2027", None, "", "Sat på af mødet")
DECIDED = MinutesPoint(
    "Ad. R003 Flådestyring",
    Light.RED,
    "3. måned i træk",
    "Direktionen ser den som gul.",
    (Said("Beslutning", "Udbuddet udskydes til 2027", "Fagchef, Teknik", "26.03.2027"),),
    is_focus=True,
    corrections=("Anna, 3. december 2026 kl. 09.14. Før stod: »Udbuddet udskydes«",),
)
SILENT = MinutesPoint("Ad. R706 Demensindsatsen", Light.YELLOW, "første måned")


def opened(written: Any) -> Any:
    return Document(io.BytesIO(written))


def every_word(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def fills(element: Any) -> list[Any]:
    return [shading.get(qn("w:fill")) for shading in element.iter(qn("w:shd"))]


def test_an_agenda_lists_its_points_and_then_tells_of_each() -> None:
    paper = opened(agenda_document("Dagsorden · Direktionen 26. november 2026", SHOWN, (RED, TOPIC)))
    table = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert table[1][:3] == ["1", "Rød", "R003 Flådestyring"]
    assert table[2][:3] == ["2", "Emne", "Budgetproces 2027"]
    assert [p.text for p in paper.paragraphs if p.style.name == "Heading 2"] == [
        "1. R003 Flådestyring",
        "2. Budgetproces 2027",
    ]
    assert "Hvad bedes direktionen om: Afgøre hvem der ejer puljebilerne" in every_word(paper)
    told = [p.text for p in paper.paragraphs]
    assert " Rød   3. måned i træk · Fortsat rød" in told
    assert "Økonomiudvalget · Ansvarlig: Fagchef, Teknik · Indkaldt: Fagchef, Indkøb" in told
    assert "Sat på af mødet" in told


def test_the_points_begin_on_a_page_of_their_own() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED, TOPIC)))
    begin = next(p for p in paper.paragraphs if p.text == "Det, der skal drøftes")
    assert begin.paragraph_format.page_break_before


def test_a_point_stays_on_one_page_and_the_next_may_begin_another() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED, TOPIC)))
    first = [p.text for p in paper.paragraphs].index("1. R003 Flådestyring")
    kept = [p.paragraph_format.keep_with_next for p in paper.paragraphs[first:]]
    assert kept == [True, True, True, False, True, False]
    assert all(p.paragraph_format.keep_together for p in paper.paragraphs[first:])


def test_a_text_as_long_as_a_page_is_not_pushed_to_the_next() -> None:
    long = AgendaPoint("Flådestyring", Light.RED, "", "Ny rød", texts=(("Status", "Kortlægningen er færdig. " * 100),))
    paper = opened(agenda_document("Dagsorden", SHOWN, (long,)))
    assert not next(p for p in paper.paragraphs if p.text.startswith("Status")).paragraph_format.keep_together


def test_a_table_of_decisions_stays_with_its_heading_and_lets_the_next_point_go() -> None:
    paper = opened(minutes_document("Referat", SHOWN, (MinutesPoint("Emne", None, "", said=DECIDED.said * 2), SILENT)))
    rows = [
        [p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs]
        for row in paper.tables[0].rows
    ]
    assert [set(row) for row in rows] == [{True}, {True}, {False}]


def test_a_document_says_nothing_of_what_it_was_made_with() -> None:
    told = opened(agenda_document("Dagsorden", SHOWN, (RED,))).core_properties
    assert (told.author, told.comments, told.title) == ("", "", "Dagsorden")
    assert told.created.year > 2013, "when python-docx made its template"


def test_a_light_is_its_word_on_its_colour() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED,)))
    cell = paper.tables[0].rows[1].cells[1]
    assert (cell.text, set(fills(cell._tc))) == ("Rød", {"C8102E"})
    told = next(p for p in paper.paragraphs if p.text.strip().startswith("Rød"))
    assert fills(told._p) == ["C8102E"]


@pytest.mark.parametrize(
    "write", [lambda: agenda_document("T", SHOWN, (RED,)), lambda: minutes_document("T", SHOWN, (DECIDED,))]
)
def test_a_document_is_danish_a4_with_page_numbers_and_says_that_the_data_are_examples(write: Any) -> None:
    paper = opened(write())
    section = paper.sections[0]
    assert (round(section.page_width / Cm(1)), round(section.page_height / Cm(1), 1)) == (21, 29.7)
    assert section.footer.paragraphs[0].text.startswith("Side")
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert {each.get(qn("w:val")) for each in paper.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    assert "Eksempeldata" in every_word(paper)
    assert sum(column.width for column in paper.tables[0].columns) <= section.page_width - 2 * section.left_margin
    assert paper.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_minutes_tell_what_was_decided_how_the_meeting_saw_it_and_what_was_corrected() -> None:
    paper = opened(minutes_document("Referat · Direktionen 26. november 2026", SHOWN, (DECIDED, SILENT)))
    told = every_word(paper)
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == [
        "Beslutning",
        "Udbuddet udskydes til 2027",
        "Fagchef, Teknik",
        "26.03.2027",
    ]
    assert "Direktionen ser den som gul." in told
    assert "Fokus til næste møde." in told
    assert "Rettelse: Anna, 3. december 2026 kl. 09.14. Før stod: »Udbuddet udskydes«" in told
    assert "Ingen beslutning." in told


def test_the_text_for_the_case_system_says_the_same_line_by_line() -> None:
    assert minutes_text("Referat", SHOWN, (DECIDED, SILENT)).splitlines() == [
        "Referat",
        *SHOWN,
        "",
        "1. Ad. R003 Flådestyring",
        "Farve: Rød (3. måned i træk). Direktionen ser den som gul.",
        "Beslutning: Udbuddet udskydes til 2027. Ansvarlig: Fagchef, Teknik. Frist: 26.03.2027.",
        "Fokus til næste møde.",
        "Rettelse: Anna, 3. december 2026 kl. 09.14. Før stod: »Udbuddet udskydes«",
        "",
        "2. Ad. R706 Demensindsatsen",
        "Farve: Gul (første måned).",
        "Ingen beslutning.",
    ]


def test_signs_that_word_cannot_hold_do_not_stop_a_document() -> None:
    paper = opened(
        agenda_document("Dagsorden", SHOWN, (AgendaPoint("Budget\x0b 2027", None, "", "Sat på\x00 af mødet"),))
    )
    assert "Budget 2027" in every_word(paper)


def test_an_empty_agenda_is_said_to_be_empty() -> None:
    assert "Dagsordenen er tom." in every_word(opened(agenda_document("Dagsorden", SHOWN, ())))
    assert "Der var ingen punkter" in minutes_text("Referat", SHOWN, ())
