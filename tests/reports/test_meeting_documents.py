"""Agenda and minutes as Word documents, opened again, and the minutes as the text that is pasted."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from dashboard.documents.agenda import AgendaPoint, agenda_blocks
from dashboard.documents.minutes import minutes_blocks
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.reports.document import Document as Told
from dashboard.reports.document import plain_text
from dashboard.reports.minutes import Minutes, MinutesPoint, Said, minutes_text
from dashboard.reports.word import word_file

SHOWN = ("Status for oktober 2026 · Hele planen", "Eksempeldata")
RED = AgendaPoint(
    "Flådestyring R003",
    Light.RED,
    "3. måned i træk",
    "Fortsat rød",
    "Økonomiudvalget",
    "Fagchef, Teknik",
    "Fagchef, Indkøb",
    (("Hvad bedes direktionen om", "Afgøre hvem der ejer puljebilerne", "ask"),),
)
TOPIC = AgendaPoint("Budgetproces 2027", None, "", "Sat på af mødet")
DECIDED = MinutesPoint(
    "Flådestyring R003",
    Light.RED,
    "3. måned i træk",
    "Direktionen ser den som gul.",
    (Said("", "Udbuddet udskydes til 2027", "Fagchef, Teknik", "26.03.2027"),),
    is_focus=True,
    corrections=("Anna, 3. december 2026 kl. 09.14. Før stod: »Udbuddet udskydes«",),
    invited="Fagchef, Indkøb",
    marks="Fokusområde. Direktionen så den som rød 4. november 2026.",
)
SILENT = MinutesPoint("Demensindsatsen R706", Light.YELLOW, "første måned")
NOTED = MinutesPoint("Fjellerup Udvikling", Light.GREEN, "", said=(Said("Til efterretning", ""),))
WANTED = MinutesPoint("Kloge m2", Light.GREEN, "", said=(Said("Ønsker yderligere materiale", "En opgørelse"),))
MADE = datetime(2026, 11, 3, 8, 14)
DECISION = "Beslutning i Direktionen den 26-11-2026"


def minutes(*points: MinutesPoint, **told: Any) -> Minutes:
    return Minutes("Udmøntningsplan 2025-2028", SHOWN, DECISION, points, **told)


def agenda_document(title: str, shown: tuple[str, ...], points: tuple[AgendaPoint, ...]) -> bytes:
    return word_file(Told(title, shown, agenda_blocks(points), MADE, "dagsorden"))


def minutes_document(told: Minutes) -> bytes:
    return word_file(Told(told.title, told.head, tuple(minutes_blocks(told)), MADE, "referat"))


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
    assert table[1][:3] == ["1", "◆ Rød", "Flådestyring R003"]
    assert table[2][:3] == ["2", "Emne", "Budgetproces 2027"]
    assert [p.text for p in paper.paragraphs if p.style.name == "Heading 2"] == [
        "1. Flådestyring R003",
        "2. Budgetproces 2027",
    ]
    assert "Hvad bedes direktionen om: Afgøre hvem der ejer puljebilerne" in every_word(paper)
    told = [p.text for p in paper.paragraphs]
    assert " ◆ Rød   3. måned i træk · Fortsat rød" in told
    assert "Økonomiudvalget · Ansvarlig: Fagchef, Teknik · Indkaldt: Fagchef, Indkøb" in told
    assert "Sat på af mødet" in told


def test_an_agenda_reads_the_same_as_plain_text() -> None:
    told = Told("Dagsorden", SHOWN[:1], agenda_blocks((RED, TOPIC)), MADE, "dagsorden")
    assert plain_text(told) == Path(__file__).with_name("agenda_of_direktionen.txt").read_text("utf-8")


def test_the_points_begin_on_a_page_of_their_own() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED, TOPIC)))
    begin = next(p for p in paper.paragraphs if p.text == "Det, der skal drøftes")
    assert begin.paragraph_format.page_break_before


def test_a_point_stays_on_one_page_and_the_next_may_begin_another() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED, TOPIC)))
    first = [p.text for p in paper.paragraphs].index("1. Flådestyring R003")
    kept = [p.paragraph_format.keep_with_next for p in paper.paragraphs[first:]]
    assert kept == [True, True, True, False, True, False]
    assert all(p.paragraph_format.keep_together for p in paper.paragraphs[first:])


def test_a_text_as_long_as_a_page_is_not_pushed_to_the_next() -> None:
    long = AgendaPoint(
        "Flådestyring", Light.RED, "", "Ny rød", texts=(("Status", "Kortlægningen er færdig. " * 100, "status_text"),)
    )
    paper = opened(agenda_document("Dagsorden", SHOWN, (long,)))
    assert not next(p for p in paper.paragraphs if p.text.startswith("Status")).paragraph_format.keep_together


def test_a_heading_of_the_minutes_stays_with_what_begins_under_it() -> None:
    paper = opened(minutes_document(minutes(DECIDED, SILENT)))
    headings = [p for p in paper.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in headings] == ["Sagsfremstilling", DECISION]
    assert all(p.paragraph_format.keep_with_next for p in headings)


def test_a_document_says_nothing_of_what_it_was_made_with() -> None:
    told = opened(agenda_document("Dagsorden", SHOWN, (RED,))).core_properties
    assert (told.author, told.comments, told.title) == ("Norddjurs Kommune", "", "Dagsorden")
    assert told.created.year > 2013, "when python-docx made its template"


def test_a_light_is_its_word_on_its_colour() -> None:
    paper = opened(agenda_document("Dagsorden", SHOWN, (RED,)))
    cell = paper.tables[0].rows[1].cells[1]
    assert (cell.text, set(fills(cell._tc))) == ("◆ Rød", {"C8102E"})
    told = next(p for p in paper.paragraphs if p.text.strip().startswith("◆ Rød"))
    assert fills(told._p) == ["C8102E"]


@pytest.mark.parametrize(
    "write", [lambda: agenda_document("T", SHOWN, (RED,)), lambda: minutes_document(minutes(DECIDED))]
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
    for table in paper.tables:
        assert sum(column.width for column in table.columns) <= section.page_width - 2 * section.left_margin
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_minutes_in_word_have_every_section_and_light_and_say_what_was_corrected() -> None:
    paper = opened(minutes_document(minutes(DECIDED, SILENT, background="Direktionen følger planen.")))
    told = every_word(paper)
    assert "Direktionen følger planen." in told
    lit = [p for p in paper.paragraphs if p.style.name == "List Bullet"]
    assert [fills(p._p) for p in lit] == [["C8102E"], ["F5B700"]]
    assert "Rød   Flådestyring R003 (3. måned i træk). Fokusområde." in lit[0].text
    assert "Ad. Flådestyring R003. Udbuddet udskydes til 2027. Ansvarlig: Fagchef, Teknik. Frist: 26.03.2027." in told
    assert "Rettelse, ad. Flådestyring R003: Anna, 3. december 2026 kl. 09.14." in told
    assert "Uden særskilt beslutning: Demensindsatsen R706." in told


def test_the_decisions_say_the_case_first_then_each_point_and_the_rest_together() -> None:
    told = minutes(
        DECIDED,
        SILENT,
        NOTED,
        WANTED,
        decided=(Said("", "Direktionen tog status til efterretning."),),
        corrections=("Tilføjet efter mødet (Bo, 3. december 2026 kl. 09.14)",),
    )
    (decision,) = [section for section in told.sections if section.heading == DECISION]
    assert [paragraph.plain for paragraph in decision.paragraphs] == [
        "Direktionen tog status til efterretning.",
        "Ad. Flådestyring R003. Udbuddet udskydes til 2027. Ansvarlig: Fagchef, Teknik. Frist: 26.03.2027. "
        "Direktionen ser den som gul.",
        "Ad. Kloge m2. Ønsker yderligere materiale: En opgørelse.",
        "Til efterretning: Fjellerup Udvikling.",
        "Fokus til næste møde: Flådestyring R003.",
        "Uden særskilt beslutning: Demensindsatsen R706.",
        "Rettelse: Tilføjet efter mødet (Bo, 3. december 2026 kl. 09.14)",
        "Rettelse, ad. Flådestyring R003: Anna, 3. december 2026 kl. 09.14. Før stod: »Udbuddet udskydes«",
    ]


def test_a_section_that_says_nothing_is_left_out() -> None:
    assert [section.heading for section in minutes(SILENT).sections] == ["Sagsfremstilling", DECISION]


def test_a_meeting_reads_like_the_case_file_of_direktionen() -> None:
    """Section by section as direktionen's minutes of 26 March 2025."""
    vocabulary, named = terms(), "Udmøntningsplan 2025-2028 - Strategiske og tværgående indsatser"
    invited = "Fagchefen for Teknik"
    told = Minutes(
        named,
        (),
        "Beslutning i Direktionen den 26-03-2025",
        (
            MinutesPoint("Effektiviseringsbidrag og novembergreb", Light.YELLOW, "", said=NOTED.said),
            MinutesPoint("Flådestyring R003(I)(B)", Light.RED, "2. måned i træk", invited=invited),
            MinutesPoint("Arbejde med kloge m2", Light.GREEN, "", marks="OBS-punkt.", said=NOTED.said),
        ),
        case_number="24/7615",
        participants=("Kommunaldirektør Anna Aa", "Direktør Bo Bæk"),
        invited=("Økonomichef Bettina Andersen",),
        route="Fællesforvaltningsdirektør og Økonomichef",
        background=(
            "Udmøntningsplan 2025 blev drøftet på direktionens møde den 29. januar 2025.\n\n"
            "Udmøntningsplanen har endvidere i sin helhed været til drøftelse og godkendelse i ØK og KB i december."
        ),
        presentation="Aktuelt fremlægges udmøntningsplanen for direktionen.",
        points_lead=(
            "Der er pt. følgende tilbagemeldinger på indsatser med særligt behov for, at den tværgående koordination "
            "fremhæves:"
        ),
        recommendation=vocabulary.body("direktionen").recommendation,
        lights={Light.GREEN: 12, Light.YELLOW: 5, Light.RED: 1},
        definitions={light: each.definition for light, each in vocabulary.lights.items()},
        reasons=tuple(reason.name for reason in vocabulary.reasons),
        decided=(Said("", f"Direktionen kvalificerede {named} og tog den til efterretning."),),
        papers=("Udmøntningsplan 2025-2028 - Status på tværg til DIR",),
    )
    assert minutes_text(told) == Path(__file__).with_name("minutes_of_direktionen.txt").read_text("utf-8")


def test_signs_that_word_cannot_hold_do_not_stop_a_document() -> None:
    paper = opened(
        agenda_document("Dagsorden", SHOWN, (AgendaPoint("Budget\x0b 2027", None, "", "Sat på\x00 af mødet"),))
    )
    assert "Budget 2027" in every_word(paper)


def test_an_empty_agenda_is_said_to_be_empty() -> None:
    assert "Dagsordenen er tom." in every_word(opened(agenda_document("Dagsorden", SHOWN, ())))
    assert "Der var ingen punkter" in minutes_text(minutes())
