"""A workbook while it is being drawn: lines, columns and looks, each of them changed by the features that were drawn."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from dashboard.domain.light import Light
from layouts.paper import Cell, Fill, Paper, cell_of
from layouts.words import said

SHOWN = (Light.GREEN, Light.YELLOW, Light.RED)


@dataclass
class Line:
    """A row with a title: what it is called, and what it counts as. ``shown`` is the colour of one that is done."""

    title: str
    light: Light
    shown: Light = Light.NOT_REPORTED
    udvalg: str = "ØK"
    tema: str = ""
    parent: str = ""  # written in a column of its own
    section: str = ""  # written in a row above
    number: str = ""
    tail: str = ""  # the rest of the title, in the row below
    parts: list["Line"] = field(default_factory=list)
    is_part: bool = False
    struck: bool = False


@dataclass
class Column:
    """A column: what stands above it and what it says of a line. ``over`` is the upper of two header rows."""

    role: str
    heading: str
    cell: Callable[[Line], object]
    over: str = ""


@dataclass
class Draft:
    """What has been decided so far. ``doubts`` are the reasons why no reader could know the lights."""

    rng: Random
    year: int
    month: int
    language: str
    lines: list[Line] = field(default_factory=list)
    title_heading: str = ""
    light_heading: str = ""
    palette: dict[Light, Fill] = field(default_factory=dict)
    spoken: Sequence[str] = ()  # the words for green, yellow and red
    light_cell: Callable[[Light], object] = lambda light: Cell()
    light_columns: Callable[[], list[Column]] | None = None
    done_way: str = "none"  # "none", "cell", "column"
    done_cell: object = None
    done_columns: list[Column] = field(default_factory=list)
    groups: list[list[Column]] = field(default_factory=list)  # beside title and lights
    headings: set[str] = field(default_factory=set)
    title_cell: Callable[[Line], Cell] = lambda line: Cell(line.title)
    title_first: bool = True
    parent_column: Column | None = None
    row_fill: Callable[[Line, int], Fill | None] = lambda line, place: None
    tops: list[list[object]] = field(default_factory=list)
    legend: list[list[object]] = field(default_factory=list)
    legend_place: str = "none"
    offset: tuple[int, int] = (0, 0)
    header_fill: Fill | None = None
    header_bold: bool = True
    gaps: list[int] = field(default_factory=list)  # empty columns before these groups
    sections: str = ""  # "tema", "udvalg" or "own"
    section_look: str = "bold"
    empty_rows: bool = False
    gap_below_header: bool = False
    repeated_header: bool = False
    outlined: bool = False
    feet: list[list[object]] = field(default_factory=list)
    total: bool = False
    beside: list[list[object]] = field(default_factory=list)
    below: list[list[object]] = field(default_factory=list)
    rules: Callable[[Paper, int, int, int], None] | None = None
    sheet: str = "Status"
    division: str = ""  # "periods", "archive" or "udvalg"
    past_sheets: list[str] = field(default_factory=list)
    newest_first: bool = False
    udvalg_keys: list[str] = field(default_factory=list)
    extra_sheets: list[tuple[str, list[list[object]]]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    joined: bool = False  # equal rows may be told as one

    def say(self, *path: str) -> Any:
        """Draw one of the texts at a path."""
        return self.rng.choice(said(*path, language=self.language))

    def maybe(self, share: float) -> bool:
        """Tell whether something that happens this often happens now."""
        return self.rng.random() < share

    def heading(self, role: str) -> str:
        """Draw a heading of a role that no other column of the table has; seldom in the other language."""
        other = {"da": "en", "en": "da"}[self.language]
        language = other if self.maybe(0.06) else self.language
        free = [self.dated(text) for text in said("headings", role, language=language)]
        free = [text for text in free if text.casefold() not in self.headings]
        chosen = self.rng.choice(free or [f"{said('headings', role, language=self.language)[0]} 2"])
        self.headings.add(chosen.casefold())
        return chosen

    def dated(self, text: str) -> str:
        """Fill in the month, the months around it and its last day."""
        before_year, before = (self.year, self.month - 1) if self.month > 1 else (self.year - 1, 12)
        names = said("months", language=self.language)
        return text.format(
            month=names[self.month - 1],
            before=names[before - 1],
            later=names[(self.month + 1) % 12],
            year=self.year,
            last=last_day(self.year, self.month).strftime("%d.%m.%Y"),
            last_before=last_day(before_year, before).strftime("%d.%m.%Y"),
        )

    def month_name(self, month: int | None = None) -> str:
        """Give the name of a month of the year, or of the workbook's own."""
        return str(said("months", language=self.language)[(month or self.month) - 1])

    def add(self, *columns: Column) -> None:
        """Put columns into the table that stand beside each other."""
        self.groups.append(list(columns))

    def text_light(self, light: Light) -> str:
        """Give a light's word; it must be one of the three colours."""
        return str(self.spoken[SHOWN.index(light)])

    def light_of(self, line: Line) -> Cell:
        """Give what the column of lights says of a line."""
        if line.light is Light.DONE:
            return cell_of(self.done_cell if self.done_way == "cell" else self.light_cell(line.shown))
        return cell_of(self.light_cell(line.light))

    def day(self, first: int, last: int) -> date:
        """Draw a day so many months from the workbook's month; 0 lies in it, and it never falls near a boundary."""
        months = self.year * 12 + self.month - 1 + self.rng.randint(first, last)
        return date(months // 12, months % 12 + 1, self.rng.randint(2, 26))


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
