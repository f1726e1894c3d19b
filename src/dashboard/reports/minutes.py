"""The minutes of a meeting as a case file has them, section by section: the same on the page, as text and in Word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.sentence import ended

ROUTE, BACKGROUND, PRESENTATION, RECOMMENDATION, PAPERS = (
    "Sagsgang",
    "Baggrund",
    "Sagsfremstilling",
    "Indstilling",
    "Bilag",
)
NUMBER, PARTICIPANTS = "Sagsnr. {number}", "Deltagere: {names}."
COLOURS, COUNTED = "Følgende farvekoder er udfyldt{of_part}:", "{definition} ({n})"
REASONS = "Som vejledning kan markeringen med rød gives af forskellige årsager, som eksempelvis:"
TAKES_PART, TAKE_PART = "{name} deltager i punktet.", "{names} deltager i punktet."
INVITED = "Indkaldt: {names}."
RESPONSIBLE, DUE, CORRECTED, AD = "Ansvarlig", "Frist", "Rettelse", "Ad. "
NOTED, FOCUS, UNDECIDED = "Til efterretning", "Fokus til næste møde", "Uden særskilt beslutning"
NO_POINTS, NOTHING = "Der var ingen punkter på dagsordenen.", "Der er ikke skrevet nogen beslutning."
COLOURED = (Light.GREEN, Light.YELLOW, Light.RED)


@dataclass(frozen=True)
class Said:
    """What a meeting said of a point or of the whole case; ``kind`` is named where it is not simply a decision."""

    kind: str
    text: str
    responsible: str = ""
    due: str = ""

    @property
    def is_noted(self) -> bool:
        """Tell whether it was taken note of without a word more."""
        return self.kind == NOTED and not self.text

    @property
    def sentence(self) -> str:
        """Say all of it in a line."""
        by = [f"{RESPONSIBLE}: {self.responsible}."] if self.responsible else []
        by += [f"{DUE}: {self.due}."] if self.due else []
        told = [ended(f"{self.kind}: {self.text}" if self.kind and self.text else self.kind or self.text)]
        return " ".join([*told, *by])


@dataclass(frozen=True)
class MinutesPoint:
    """A point as the minutes tell of it; ``light`` is None for a topic, ``item_id`` what it is known by.

    ``seen`` and ``marks`` are sentences: how the meeting saw the line otherwise than reported, and what else stands
    beside it. ``corrections`` say what was changed after the meeting was held, by whom and when.
    """

    name: str
    light: Light | None
    lasted: str
    seen: str = ""
    said: tuple[Said, ...] = ()
    is_focus: bool = False
    corrections: tuple[str, ...] = ()
    invited: str = ""
    marks: str = ""
    item_id: int | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a section: of the point that it tells of, with the light it begins with, perhaps in a list."""

    text: str
    light: Light | None = None
    item_id: int | None = None
    is_listed: bool = False
    is_correction: bool = False

    @property
    def plain(self) -> str:
        """Give it as plain text."""
        told = f"{word(self.light)}: {self.text}" if self.light else self.text
        return f"- {told}" if self.is_listed else told


@dataclass(frozen=True)
class Section:
    """A section of the case under its heading."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Minutes:
    """A meeting as its minutes tell of it; texts are as written, empty ones are left out.

    ``notes`` are sentences about the meeting itself (which status, whether it is locked), ``lights`` counts lines, of
    ``lights_of`` where the meeting looks at more; ``decided`` is what was said of the whole case, ``papers`` those that
    belong to it.
    """

    title: str
    notes: tuple[str, ...]
    decision: str
    points: tuple[MinutesPoint, ...] = ()
    case_number: str = ""
    participants: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    route: str = ""
    background: str = ""
    presentation: str = ""
    points_lead: str = ""
    recommendation: str = ""
    lights: Mapping[Light, int] = field(default_factory=dict)
    lights_of: str = ""
    definitions: Mapping[Light, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    decided: tuple[Said, ...] = ()
    corrections: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """Give what stands between the title and the first section."""
        number = [NUMBER.format(number=self.case_number)] if self.case_number else []
        people = [PARTICIPANTS.format(names=", ".join(self.participants))] if self.participants else []
        return (*number, *self.notes, *people)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Give the sections that say something, in the order of a case file."""
        papers = (Paragraph(f"{number} - {name}") for number, name in enumerate(self.papers, start=1))
        told = (
            (ROUTE, _texts(self.route)),
            (BACKGROUND, _texts(self.background)),
            (PRESENTATION, (*_texts(self.presentation), *self._points(), *self._colours(), *self._invited())),
            (RECOMMENDATION, _texts(self.recommendation)),
            (self.decision, tuple(self._decisions())),
            (PAPERS, tuple(papers)),
        )
        return tuple(Section(heading, paragraphs) for heading, paragraphs in told if paragraphs)

    def _points(self) -> tuple[Paragraph, ...]:
        if not self.points:
            return (Paragraph(NO_POINTS),)
        return (*_texts(self.points_lead), *map(_listed, self.points))

    def _colours(self) -> Iterable[Paragraph]:
        if not sum(self.lights.values()):
            return
        yield Paragraph(COLOURS.format(of_part=f" ({self.lights_of})" if self.lights_of else ""))
        for light in COLOURED:
            told = COUNTED.format(definition=self.definitions[light], n=self.lights.get(light, 0))
            yield Paragraph(told, light, is_listed=True)
        yield Paragraph(REASONS)
        yield from (Paragraph(reason, is_listed=True) for reason in self.reasons)

    def _invited(self) -> Iterable[Paragraph]:
        if self.invited:
            form = TAKES_PART if len(self.invited) == 1 else TAKE_PART
            yield Paragraph(form.format(name=self.invited[0], names=_and(self.invited)))

    def _decisions(self) -> Iterable[Paragraph]:
        """Tell first of the whole case, then of each point that something was said of, then of the rest together."""
        yield from (Paragraph(said.sentence) for said in self.decided)
        for point in self.points:
            sentences = [said.sentence for said in point.said if not said.is_noted]
            for place, sentence in enumerate(sentences or ([""] if point.seen else [])):
                seen = point.seen if place == 0 else ""
                told = " ".join(filter(None, (ended(f"{AD}{point.name}"), sentence, seen)))
                yield Paragraph(told, item_id=point.item_id)
        noted = [point.name for point in self.points if any(said.is_noted for said in point.said)]
        focus = [point.name for point in self.points if point.is_focus]
        silent = [point.name for point in self.points if not point.said and not point.seen]
        for label, names in ((NOTED, noted), (FOCUS, focus), (UNDECIDED, silent)):
            if names:
                yield Paragraph(ended(f"{label}: {'; '.join(names)}"))
        if not self.points and not self.decided:
            yield Paragraph(NOTHING)
        yield from (Paragraph(f"{CORRECTED}: {told}", is_correction=True) for told in self.corrections)
        for point in self.points:
            for told in point.corrections:
                yield Paragraph(f"{CORRECTED}, {AD.lower()}{point.name}: {told}", None, point.item_id, False, True)


def minutes_text(minutes: Minutes) -> str:
    """Write the minutes as plain text."""
    parts = ["\n".join([minutes.title, *minutes.head])]
    for section in minutes.sections:
        parts += [section.heading, "\n".join(paragraph.plain for paragraph in section.paragraphs)]
    return "\n\n".join(parts) + "\n"


def _listed(point: MinutesPoint) -> Paragraph:
    lasted = f" ({point.lasted})" if point.lasted else ""
    invited = INVITED.format(names=point.invited) if point.invited else ""
    told = " ".join(filter(None, (ended(point.name + lasted), point.marks, invited)))
    return Paragraph(told, point.light, point.item_id, is_listed=True)


def _texts(written: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.strip()) for line in written.splitlines() if line.strip())


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}"
