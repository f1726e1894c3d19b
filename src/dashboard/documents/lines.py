"""What documents tell of a line: its name, its light and how long, and its texts with what is new and struck."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ASK, DATED, OF_MONTH, field_name
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_run import Runs, read_runs, runs_of
from dashboard.domain.told_field import ADDED, OWN, compared
from dashboard.queries import Ask, ListedLine, Selection
from dashboard.reports.document import Block, Column, Heading, Paragraph, Pieces, Row, Strong, Table, Together
from dashboard.wording import phrases, texts

Order = Literal["red_first", "plan"]
ORDERS: Mapping[Order, str] = {"red_first": "Røde først", "plan": "Planens rækkefølge"}
UNMARKED = "Hvor den indlæste fil intet har markeret, er det forskellen fra {month}, der er markeret."
BEFORE, GONE, NO_REASON = "før {light}", texts.KINDS["gone"], "ikke angivet"
COLUMNS = (
    Column("Lys", 2.8),
    Column("Indsats", 5),
    Column("Status", 9),
    Column("Tid", 4),
    Column(ASK, 5),
)
ALWAYS = 3  # light, name and status are told also where there are none
FIRST = ("status_text", "red_reason", "ask", "obs")
BESIDE = tuple(field for field in OF_MONTH if field not in FIRST)


Cell = tuple[Pieces, tuple[str, ...]]  # what stands in it, and which field of the line each piece is


@dataclass(frozen=True)
class Lines:
    """The lines of a selection as documents tell them; ``before`` are texts of the comparison month that differ."""

    month: Month
    order: Order
    lines: tuple[ListedLine, ...]
    before: Mapping[tuple[int, str], str]

    @classmethod
    def of(cls, ask: Ask, selection: Selection, order: Order = "red_first") -> "Lines":
        """Ask for the lines of a selection and what their texts were."""
        lines = ask(queries.line_list, selection)
        changed = ask(queries.text_changes, selection) if selection.compare else ()
        before = {(each.indsats_id, each.field): each.old_text for each in changed if each.is_text}
        told = lines if order == "red_first" else tuple(sorted(lines, key=_in_plan))
        return cls(selection.month, order, told, before)

    def runs(self, line: ListedLine, field: str) -> Runs:
        """Give a text with its marks: the workbook's, or where it has none what differs from the comparison month."""
        return self._marked(line, field)[0]

    def _marked(self, line: ListedLine, field: str) -> tuple[Runs, bool]:
        """Give a text with its marks, and whether they only say what differs."""
        said = (line.told[field] or "").strip()
        marked = runs_of(said, read_runs(line.runs).get(field, ()))
        before = self.before.get((line.indsats_id, field))
        if before is None or any(run.is_marked for run in marked):
            return marked, False
        return text_difference(before, said), True

    def table(self, about: str, lines: Iterable[ListedLine] | None = None) -> Table:
        """Tell the lines (None: all) as the rows of a table, without a column that says nothing of any of them."""
        told = [(_light(line), *self._cells(line)) for line in (self.lines if lines is None else lines)]
        kept = [at for at in range(len(COLUMNS)) if at < ALWAYS or any(cells[at][0] for cells in told)]
        rows = tuple(
            Row(tuple(cells[at][0] for at in kept), fields=tuple(cells[at][1] for at in kept)) for cells in told
        )
        return Table(about, tuple(COLUMNS[at] for at in kept), rows)

    def sections(self) -> tuple[Block, ...]:
        """Tell each line as a section of its own."""
        return tuple(Together((Heading(line.name, 2), *self.section(line))) for line in self.lines)

    def section(self, line: ListedLine) -> tuple[Block, ...]:
        """Tell a line: its light, whose it is, and every text that it has."""
        light = line.light_now if isinstance(line.light_now, Light) else GONE
        facts = [Paragraph((light, f"  {' · '.join(filter(None, (self.lasted(line), *belonging(line))))}"))]
        for field in (*FIRST, *DATED, *BESIDE):
            runs = self.runs(line, field)
            if runs:
                facts.append(Paragraph(runs, field_name(field)))
            elif field == "red_reason" and line.light_now is Light.RED:
                facts.append(Paragraph((NO_REASON,), field_name(field)))
        return tuple(facts)

    def lasted(self, line: ListedLine) -> str:
        """Say how long a line has had its light, or which one it had before."""
        if line.since is None:
            return ""
        in_row = phrases.in_row(line.in_row or 1, line.since, self.month)
        before = line.light_before
        if isinstance(before, Light) and before != line.light_now:
            return f"{in_row}, {BEFORE.format(light=word(before).lower())}"
        return in_row

    def _cells(self, line: ListedLine) -> tuple[Cell, ...]:
        reason = self._labelled(line, "red_reason")
        if not reason[0] and line.light_now is Light.RED:
            reason = (f"{field_name('red_reason')}: ", NO_REASON), (ADDED, ADDED)
        name = " ".join(filter(None, (line.name, line.told["marks"])))
        responsible = labelled("responsible", (line.responsible,) if line.responsible else ())
        udvalg, lasted = ", ".join(line.udvalg), self.lasted(line)
        return (
            stacked(((Strong(name),), (OWN,)), ((udvalg,), ("udvalg",)), responsible, ((lasted,), (ADDED,))),
            stacked(self._own(line, "status_text"), reason, *(self._labelled(line, field) for field in BESIDE)),
            stacked(self._own(line, DATED[0], DATED[0]), *(self._labelled(line, field) for field in DATED[1:])),
            stacked(self._own(line, "ask"), self._labelled(line, "obs")),
        )

    def _own(self, line: ListedLine, field: str, told_as: str = OWN) -> Cell:
        runs, is_compared = self._marked(line, field)
        return runs, (compared(told_as) if is_compared else told_as,) * len(runs)

    def _labelled(self, line: ListedLine, field: str) -> Cell:
        runs, is_compared = self._marked(line, field)
        return labelled(field, runs, compared(field) if is_compared else field)


def belonging(line: ListedLine) -> tuple[str, ...]:
    """Say which udvalg a line belongs to and who is responsible for it."""
    responsible = f"{field_name('responsible')}: {line.responsible}" if line.responsible else ""
    return tuple(filter(None, (", ".join(line.udvalg), responsible)))


def labelled(field: str, pieces: Pieces, told_as: str = "") -> Cell:
    """Put the name of a field before what it says; nothing where it says nothing."""
    if not pieces:
        return (), ()
    return (f"{field_name(field)}: ", *pieces), (ADDED, *[told_as or field] * len(pieces))


def stacked(*parts: Cell) -> Cell:
    """Put what parts say on lines of their own, the empty ones left out."""
    told = [part for part in parts if any(part[0])]
    pieces = tuple(piece for at, (part, _) in enumerate(told) for piece in (("\n", *part) if at else part))
    fields = tuple(field for at, (_, part) in enumerate(told) for field in ((ADDED, *part) if at else part))
    return pieces, fields


def _light(line: ListedLine) -> Cell:
    return (line.light_now if isinstance(line.light_now, Light) else GONE,), (OWN,)


def _in_plan(line: ListedLine) -> tuple[Any, ...]:
    """Give where a line stands in the plan: by art, and as its workbook has it."""
    arts = [art.key for art in terms().art]
    art = arts.index(line.told["art"]) if line.told["art"] in arts else len(arts)
    cell = re.search(r"\d+", line.told["cell"] or "")
    return art, line.told["sheet"] or "", int(cell[0]) if cell else 0, line.name
