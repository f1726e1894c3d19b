"""A row below a header: its cells as the rules see them, and what it turns out to be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from dashboard.domain.cell_name import cell_name
from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import LIGHTS
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import LightReading, read_light

NUMBER = re.compile(r"[\d.,%\s()+−–-]*+(?:kr\.?|mio\.?|pct\.?)?[\d.,%\s]*")

Look = tuple[bool, int, Rgb | None]
PLAIN: Look = (False, 1, None)


class RowKind(Enum):
    """What a row below a header is; a GROUP is the project that the lines below it belong to."""

    LINE = auto()
    GROUP = auto()
    SECTION = auto()
    UNKNOWN_SECTION = auto()
    TITLE_GOES_ON = auto()
    NOTE = auto()
    EXAMPLE = auto()
    NO_LINE = auto()


HEADINGS = (RowKind.SECTION, RowKind.UNKNOWN_SECTION, RowKind.GROUP)


@dataclass(eq=False)
class Row:
    """A row of a table. Its ``kind`` is found out by rules, and so is the ``project`` that it belongs to."""

    grid: Grid
    layout: Layout
    number: int
    kind: RowKind = RowKind.NO_LINE
    project: str = ""

    @property
    def cells(self) -> Mapping[int, GridCell]:
        """Give its own cells by column; what is merged into it from above is not among them."""
        return self.grid.rows[self.number]

    @cached_property
    def texts(self) -> Sequence[GridCell]:
        """List its own cells that hold text."""
        return self.grid.texts(self.number)

    @cached_property
    def worded(self) -> list[GridCell]:
        """List its texts that are more than a number."""
        return [cell for cell in self.texts if not NUMBER.fullmatch(cell.text)]

    @property
    def named(self) -> list[GridCell]:
        """List its cells with words other than its light's."""
        lettered = [cell for cell in self.texts if any(map(str.isalpha, cell.text))]
        return [cell for cell in lettered if cell.column not in self.layout.light.columns] or lettered

    def cell(self, field: str) -> GridCell | None:
        """Give the cell of a field, or the one that it is merged with."""
        column = self.layout.fields.get(field)
        return None if column is None else self.grid.cell(self.number, column)

    def text(self, field: str) -> str:
        """Give the text of a field, empty when there is none."""
        cell = self.cell(field)
        return "" if cell is None else cell.text

    @cached_property
    def own_title(self) -> GridCell | None:
        """Give the title's cell where it is the row's own."""
        return self.cells.get(self.layout.fields["title"])

    @cached_property
    def title(self) -> GridCell | None:
        """Give the cell of the title; its project's where it has no title."""
        cell, project = self.cell("title"), self.cells.get(self.layout.fields.get("parent", 0))
        return project if (cell is None or cell.value is None) and project is not None else cell

    @cached_property
    def light(self) -> GridCell | None:
        """Give the cell where its light stands; with a column for each light the first that says something."""
        column = self.layout.light
        if column.number:
            return self.grid.cell(self.number, column.number)
        marked = map(self.cells.get, column.marks.values())
        return next(
            (cell for cell in marked if cell is not None and (cell.text or light_of(cell.fill) or cell.conditional)),
            None,
        )

    @property
    def columns_of_lights(self) -> set[int]:
        """Give the columns where the table's lines have their light and others, or that are headed so."""
        others = {number for other in self.layout.other_lights for number in other.column.columns}
        headed = {each.number for each in self.layout.columns if not LIGHTS.isdisjoint(each.heading.weights)}
        return others | headed | {*self.layout.light.columns}

    @property
    def light_place(self) -> str:
        """Name the cell where its light should stand; the title's in a table without lights."""
        return cell_name(self.number, next(iter(self.layout.light.columns), self.layout.fields["title"]))

    @cached_property
    def reading(self) -> LightReading:
        """Read its light."""
        return read_light(self.grid, self.number, self.title, self.layout.light)

    @cached_property
    def is_filled(self) -> bool:
        """Tell whether a light fills the cell for it, and not the title's as well."""
        if self.light is None or (self.own_title is not None and self.light.fill == self.own_title.fill):
            return False
        return self.layout.light.light_of(self.light.fill) is not None or bool(self.light.blend)

    @cached_property
    def is_lit(self) -> bool:
        """Tell whether the cell for its light says one."""
        if self.is_filled or self.light is None:
            return self.is_filled
        said = self.layout.light.said(self.light.text)
        return said not in (None, Light.NOT_REPORTED) or self.light.conditional is not None

    @property
    def is_coloured(self) -> bool:
        """Tell whether the cell that a light fills is its own, and not merged into it from above."""
        return self.is_filled and self.light is not None and self.light.row == self.number

    @property
    def is_lone(self) -> bool:
        """Tell whether one text is all that it has of its own."""
        return len(self.texts) == 1 and not self.is_coloured

    @cached_property
    def look(self) -> Look:
        """Describe how its first text looks: bold, how many columns it is merged over, its fill."""
        cell = self.own_title or next(iter(self.texts), None)
        if cell is None:
            return PLAIN
        fill = None if self.layout.light.words == "other" else cell.fill
        return cell.bold, self.grid.merged_columns(self.number, cell.column), fill
