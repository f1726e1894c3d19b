"""One line of the plan as one workbook reports it, and where it stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun


@dataclass(frozen=True)
class LinePart:
    """A part of a line, in a row of its own below it, or a light of it beside the one that counts: never counted."""

    title: str
    cell: str
    light: Light = Light.NOT_REPORTED
    done: bool = False
    text: str | None = None

    @property
    def shown_light(self) -> Light:
        """Give its light: DONE when it is done, else what was reported."""
        return Light.DONE if self.done else self.light


@dataclass(frozen=True)
class StatusRow:
    """What a workbook says of one indsats in one month.

    ``light`` is what was reported (never DONE); ``done`` is the X beside it. ``amounts`` are 1.000 kr. by year, savings
    negative. ``cell`` is where the light stands (the title's cell in a table without lights) and ``light_source`` how
    it was read there ("fill", "word", …). ``runs`` are the texts in which something is red (new) or struck, by field.
    ``cells`` is where each other value stands, by field, an amount's by its year ("2025"): "C4", or "Ark2!C4" when on
    another sheet than the line's. A value from a section row has that row's cell, one from a sheet's name has none.
    ``expected_end`` is the day or time it is expected to end, ``percent_done`` how far it is ("75 %"), as written;
    neither makes it done. ``remark`` is what is written in comments on its cells. ``other_lights`` are those of parts
    of the status or of other times, by the headings of their columns.
    """

    title: str
    sheet: str
    cell: str
    title_cell: str
    light: Light = Light.NOT_REPORTED
    light_source: str | None = None
    done: bool = False
    code: str | None = None
    marks: str | None = None
    udvalg: tuple[str, ...] = ()
    tema: str | None = None
    art: str | None = None
    responsible: str | None = None
    schedule: str | None = None
    political_treatment: str | None = None
    status_text: str | None = None
    red_reason: str | None = None
    ask: str | None = None
    obs: str | None = None
    expected_end: str | None = None
    percent_done: str | None = None
    remark: str | None = None
    subtasks: tuple[LinePart, ...] = ()
    other_lights: tuple[LinePart, ...] = ()
    cross_cutting: bool = False
    closed: bool = False
    amounts: Mapping[int, Decimal] = field(default_factory=dict)
    runs: Mapping[str, tuple[TextRun, ...]] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown_light(self) -> Light:
        """Give the light that counts: DONE when the line is done, else what was reported."""
        return Light.DONE if self.done else self.light

    @property
    def name(self) -> str:
        """Give title and code as people say them: "Flådestyring R003"."""
        return f"{self.title} {self.code}" if self.code else self.title
