"""A line of the plan as the template shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import CodedTitle, split_title


@dataclass(frozen=True)
class TemplateLine:
    """What is known of one indsats, and the light (DONE when it was done) and text it had last."""

    title: str
    code: str | None = None
    marks: str | None = None
    udvalg: tuple[str, ...] = ()
    tema: str | None = None
    art: str | None = None
    responsible: str | None = None
    schedule: str | None = None
    political_treatment: str | None = None
    cross_cutting: bool = False
    amounts: Mapping[int, Decimal] = field(default_factory=dict)
    previous_light: Light = Light.NOT_REPORTED
    previous_text: str | None = None


def coded_title(line: TemplateLine, terms: Terms) -> str | None:
    """Write title, code and marks in one text that is read back as the same three; None when none is."""
    code = f"{line.code or ''}{line.marks or ''}"
    wanted = CodedTitle(line.title, line.code, line.marks)
    written = (f"{line.title} {code}".strip(), f"{code} {line.title}".strip())
    return next((text for text in written if split_title(text, terms) == wanted), None)
