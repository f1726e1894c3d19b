"""The minutes of a meeting, point by point: as a Word document, and as the text that goes into the case system."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.reports.word import add_light, add_table, clean, labelled, new_paper, written

NOTHING_DECIDED = "Ingen beslutning."
FOCUS = "Fokus til næste møde."
RESPONSIBLE, DUE, LIGHT, CORRECTED = "Ansvarlig", "Frist", "Farve", "Rettelse"
HEADERS = ("Type", "Beslutning", RESPONSIBLE, DUE)
WIDTHS = (3.2, 8.4, 3.2, 2.2)
NO_POINTS = "Der var ingen punkter på dagsordenen."


@dataclass(frozen=True)
class Said:
    """What a meeting said of a point."""

    kind: str
    text: str
    responsible: str = ""
    due: str = ""

    @property
    def sentence(self) -> str:
        """Say all of it in a line."""
        by = [f"{RESPONSIBLE}: {self.responsible}."] if self.responsible else []
        by += [f"{DUE}: {self.due}."] if self.due else []
        told = self.text if self.text.endswith((".", "!", "?")) or not self.text else f"{self.text}."
        return " ".join([f"{self.kind}{': ' + told if told else '.'}", *by])


@dataclass(frozen=True)
class MinutesPoint:
    """A point as the minutes tell of it; ``light`` is None for a topic.

    ``seen`` is a sentence where the meeting saw the line otherwise than reported. ``corrections`` are sentences: what
    was changed after the meeting was held, by whom and when.
    """

    name: str
    light: Light | None
    lasted: str
    seen: str = ""
    said: tuple[Said, ...] = ()
    is_focus: bool = False
    corrections: tuple[str, ...] = ()


def minutes_document(title: str, shown: Sequence[str], points: Sequence[MinutesPoint]) -> bytes:
    """Write the minutes as a Word document."""
    paper = new_paper(title, shown)
    if not points:
        paper.add_paragraph(NO_POINTS)
    for number, point in enumerate(points, start=1):
        _write_point(paper, number, point)
    return written(paper)


def minutes_text(title: str, shown: Sequence[str], points: Sequence[MinutesPoint]) -> str:
    """Write the minutes as plain text."""
    told = [_told(number, point) for number, point in enumerate(points, start=1)]
    return "\n\n".join(["\n".join([title, *shown]), *(told or [NO_POINTS])]) + "\n"


def _write_point(paper: Paper, number: int, point: MinutesPoint) -> None:
    paper.add_heading(clean(f"{number}. {point.name}"), 2)
    if point.light is not None:
        head = paper.add_paragraph()
        add_light(head, point.light)
        head.add_run("  " + "  ".join(filter(None, (point.lasted, point.seen))))
    if point.said:
        add_table(paper, HEADERS, [(each.kind, each.text, each.responsible, each.due) for each in point.said], WIDTHS)
    else:
        paper.add_paragraph(NOTHING_DECIDED)
    if point.is_focus:
        paper.add_paragraph().add_run(FOCUS).bold = True
    for correction in point.corrections:
        labelled(paper, CORRECTED, correction)


def _told(number: int, point: MinutesPoint) -> str:
    lines = [f"{number}. {point.name}"]
    if point.light is not None:
        lasted = f" ({point.lasted})" if point.lasted else ""
        lines.append(" ".join(filter(None, (f"{LIGHT}: {word(point.light)}{lasted}.", point.seen))))
    lines += [each.sentence for each in point.said] or [NOTHING_DECIDED]
    lines += [FOCUS] if point.is_focus else []
    lines += [f"{CORRECTED}: {correction}" for correction in point.corrections]
    return "\n".join(lines)
