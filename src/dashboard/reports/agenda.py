"""The agenda of a meeting as a Word document, to be sent round before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.light import Light
from dashboard.reports.word import add_light, add_table, clean, labelled, new_paper, written

OVERVIEW, EACH = "Punkterne", "Det, der skal drøftes"
HEADERS = ("Nr.", "Lys", "Punkt", "Hvorfor på dagsordenen", "Ansvarlig")
WIDTHS = (1.1, 2.9, 6.2, 3.6, 3.2)
NO_POINTS = "Dagsordenen er tom."
TOPIC, INVITED, RESPONSIBLE, UDVALG = "Emne", "Indkaldt", "Ansvarlig", "Udvalg"
WHY = "På dagsordenen som"


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
    paper.add_heading(EACH, 1)
    for number, point in enumerate(points, start=1):
        paper.add_heading(clean(f"{number}. {point.name}"), 2)
        if point.light is not None:
            head = paper.add_paragraph()
            add_light(head, point.light)
            head.add_run(f"  {point.lasted}")
        facts = ((WHY, point.why), (UDVALG, point.udvalg), (RESPONSIBLE, point.responsible), (INVITED, point.invited))
        for label, said in (*facts, *point.texts):
            if said:
                labelled(paper, label, said)
    return written(paper)


def _row(number: int, point: AgendaPoint) -> tuple[str | Light, ...]:
    people = [point.responsible, f"{INVITED}: {point.invited}" if point.invited else ""]
    name = "\n".join(filter(None, (point.name, point.udvalg)))
    why = "\n".join(filter(None, (point.why, point.lasted)))
    return str(number), point.light or TOPIC, name, why, "\n".join(filter(None, people))
