"""The agenda of a meeting as a Word document, to be sent round before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from dashboard.domain.light import Light
from dashboard.reports.word import (
    add_light,
    add_table,
    add_told,
    clean,
    labelled,
    new_paper,
    one_piece,
    quietly,
    written,
)

OVERVIEW, EACH = "Punkterne", "Det, der skal drøftes"
HEADERS = ("Nr.", "Lys", "Punkt", "Hvorfor på dagsordenen", "Ansvarlig")
WIDTHS = (0.9, 2.2, 6.3, 4.0, 3.55)
NO_POINTS = "Dagsordenen er tom."
TOPIC, INVITED, RESPONSIBLE = "Emne", "Indkaldt", "Ansvarlig"


@dataclass(frozen=True)
class AgendaPoint:
    """A point of an agenda in words; ``light`` is None for a topic that is no line of the plan.

    ``texts`` are what the line says in the month: label and text, those that say nothing left out.
    """

    name: str
    light: Light | None
    lasted: str
    why: str
    udvalg: str = ""
    responsible: str = ""
    invited: str = ""
    texts: tuple[tuple[str, str], ...] = ()


def agenda_document(title: str, shown: Sequence[str], points: Sequence[AgendaPoint]) -> bytes:
    """Write an agenda: all points on one page, then each with what is asked and why."""
    paper = new_paper(title, shown)
    if not points:
        paper.add_paragraph(NO_POINTS)
        return written(paper)
    paper.add_heading(OVERVIEW, 1)
    add_table(paper, HEADERS, [_row(number, point) for number, point in enumerate(points, start=1)], WIDTHS)
    paper.add_heading(EACH, 1).paragraph_format.page_break_before = True
    for number, point in enumerate(points, start=1):
        with one_piece(paper):
            _write_point(paper, number, point)
    return written(paper)


def _write_point(paper: Paper, number: int, point: AgendaPoint) -> None:
    paper.add_heading(clean(f"{number}. {point.name}"), 2)
    head = paper.add_paragraph()
    if point.light is not None:
        add_light(head, point.light)
        add_told(head, point.lasted, point.why)
    else:
        head.add_run(clean(point.why))
    people = ((RESPONSIBLE, point.responsible), (INVITED, point.invited))
    facts = [point.udvalg, *(f"{label}: {said}" for label, said in people if said)]
    if any(facts):
        quietly(paper, " · ".join(filter(None, facts)))
    for label, said in point.texts:
        labelled(paper, label, said)


def _row(number: int, point: AgendaPoint) -> tuple[str | Light, ...]:
    people = [point.responsible, f"{INVITED}: {point.invited}" if point.invited else ""]
    why = "\n".join(filter(None, (point.why, point.lasted)))
    return str(number), point.light or TOPIC, point.name, why, "\n".join(filter(None, people))
