"""The minutes of a meeting, point by point, and as the text that goes into the case system."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.palette import word
from dashboard.domain.light import Light

NOTHING_DECIDED = "Ingen beslutning."
FOCUS = "Fokus til næste møde."
RESPONSIBLE, DUE, LIGHT, CORRECTED = "Ansvarlig", "Frist", "Farve", "Rettelse"
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


def minutes_text(title: str, shown: Sequence[str], points: Sequence[MinutesPoint]) -> str:
    """Write the minutes as plain text."""
    told = [_told(number, point) for number, point in enumerate(points, start=1)]
    return "\n\n".join(["\n".join([title, *shown]), *(told or [NO_POINTS])]) + "\n"


def _told(number: int, point: MinutesPoint) -> str:
    lines = [f"{number}. {point.name}"]
    if point.light is not None:
        lasted = f" ({point.lasted})" if point.lasted else ""
        lines.append(" ".join(filter(None, (f"{LIGHT}: {word(point.light)}{lasted}.", point.seen))))
    lines += [each.sentence for each in point.said] or [NOTHING_DECIDED]
    lines += [FOCUS] if point.is_focus else []
    lines += [f"{CORRECTED}: {correction}" for correction in point.corrections]
    return "\n".join(lines)
