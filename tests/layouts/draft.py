"""A workbook while it is being drawn: its lines, columns and looks, which the features change one after the other."""

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

    @property
    def colour(self) -> Light:
        """Give the light that a colour shows, whatever else says that it is done."""
        return self.shown if self.light is Light.DONE else self.light


@dataclass
class Column:
    """A column: what stands above it and what it says of a line. ``over`` is the upper of two header rows."""

    role: str
    heading: object
    cell: Callable[[Line], object]
    over: str = ""


@dataclass
class Draft:
    """What has been decided so far. ``doubts`` are the reasons why no reader could know the lights."""

    rng: Random
    year: int
    month: int
    language: str
    doubts: list[str] = field(default_factory=list)
    # lines
    lines: list[Line] = field(default_factory=list)
    title_heading: str = ""
    title_cell: Callable[[Line], Cell] = lambda line: Cell(line.title)
    title_first: bool = True
    wide_title: bool = False
    parent_column: Column | None = None
    parents: str = "repeated"  # or "first", "merged"
    outlined: bool = False
    sections: str = ""  # "tema", "udvalg" or "own"
    section_look: str = "bold"
    # lights
    light_heading: str = ""
    palette: dict[Light, Fill] = field(default_factory=dict)
    older_theme: bool = False
    spoken: Sequence[str] = ()  # the words for green, yellow and red
    light_cell: Callable[[Light], object] = lambda light: Cell()
    light_cells: dict[int, Cell] = field(default_factory=dict)  # of single lines, by their id
    light_columns: Callable[[], list[Column]] | None = None  # in place of the one column
    rules: Callable[[Paper, int, int, int], None] | None = None
    done_way: str = "free"  # then "cell" or "column"; "needs column" where no cell can say it
    done_cell: object = None
    done_columns: list[Column] = field(default_factory=list)
    # columns beside title and lights, in blocks
    groups: list[list[Column]] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    gaps: list[int] = field(default_factory=list)
    decorated: Callable[[str], str] = lambda heading: heading
    # rows and looks
    rows_are_lights: bool = False
    row_fill: Callable[[Line, int], Fill | None] = lambda line, place: None
    header_fill: Fill | None = None
    header_bold: bool = True
    space: str = ""  # behind every text
    noted: float = 0  # share of the lights with a note on the cell
    empty_rows: bool = False
    gap_below_header: bool = False
    repeated_header: bool = False
    total: bool = False
    # around the table
    offset: tuple[int, int] = (0, 0)
    tops: list[list[object]] = field(default_factory=list)
    legend: list[list[object]] = field(default_factory=list)
    legend_place: str = "none"
    beside: list[list[object]] = field(default_factory=list)
    below: list[list[object]] = field(default_factory=list)
    feet: list[list[object]] = field(default_factory=list)
    # sheets
    sheet: str = "Status"
    division: str = ""  # "periods", "archive" or "groups"
    turned: bool = False
    past_sheets: list[str] = field(default_factory=list)
    tops_of: dict[str, list[list[object]]] = field(default_factory=dict)
    newest_first: bool = False
    shared: list[tuple[str, list[Line]]] = field(default_factory=list)
    extra_sheets: list[tuple[str, list[list[object]]]] = field(default_factory=list)

    @property
    def done_is_a_colour(self) -> bool:
        """Tell whether a bare colour says that a line is done."""
        return self.done_way == "cell" and cell_of(self.done_cell).value is None

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
        """Fill in the month, the months around it and their last days."""
        before_year, before = (self.year, self.month - 1) if self.month > 1 else (self.year - 1, 12)
        return text.format(
            month=self.month_name(),
            before=self.month_name(before),
            later=self.month_name((self.month + 1) % 12 + 1),
            year=self.year,
            last=last_day(self.year, self.month).strftime("%d.%m.%Y"),
            last_before=last_day(before_year, before).strftime("%d.%m.%Y"),
        )

    def text(self) -> str:
        """Draw a sentence about the work."""
        return self.dated(self.say("texts"))

    def month_name(self, month: int | None = None) -> str:
        """Give the name of a month of the year, or of the workbook's own."""
        return str(said("months", language=self.language)[(month or self.month) - 1])

    def add(self, *columns: Column) -> None:
        """Put columns into the table that stand beside each other."""
        self.groups.append(list(columns))

    def roles(self) -> set[str]:
        """Give the roles of all columns beside title and light."""
        instead = [] if self.light_columns is None else self.light_columns()
        return {column.role for group in (*self.groups, instead) for column in group}

    def light_text(self, light: Light) -> str:
        """Give a light's word; it must be one of the three colours."""
        return str(self.spoken[SHOWN.index(light)])

    def light_of(self, line: Line) -> Cell:
        """Give what the column of lights says of a line."""
        if id(line) in self.light_cells:
            return self.light_cells[id(line)]
        is_told = line.light is Light.DONE and self.done_way == "cell"
        return cell_of(self.done_cell if is_told else self.light_cell(line.colour))

    def day(self, first: int, last: int) -> date:
        """Draw a day in a month that lies so many months from the workbook's own."""
        months = self.year * 12 + self.month - 1 + self.rng.randint(first, last)
        return date(months // 12, months % 12 + 1, self.rng.randint(2, 26))


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
