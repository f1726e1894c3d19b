"""How it went: the lights over time, each line's strip, and what moved between months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.domain.light import Light, State
from dashboard.domain.month import Month
from dashboard.domain.sentence import sentence
from dashboard.queries.answer import answer, answer_rows, answer_selection, selection_rows
from dashboard.queries.questions import Part
from dashboard.queries.rows import Named
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

if TYPE_CHECKING:  # pandas takes as long to load as all else, and the command line seldom needs it
    import pandas as pd


@dataclass(frozen=True)
class ListedLine(Named):
    """A line of the month, or one that changed: what it was and is, and how long; ``told`` is all that it says.

    ``kind`` is None where nothing is compared, ``runs`` as it is stored. ``fell_in`` is the month in which a worsened
    line last got worse, with the text and the reason that it had then.
    """

    indsats_id: int
    title: str
    code: str | None
    kind: str | None
    light_before: State | None
    light_now: State
    udvalg: tuple[str, ...]
    tema: str | None
    responsible: str | None
    schedule: str | None
    status_text: str | None
    red_reason: str | None
    ask: str | None
    cross_cutting: bool
    disagrees: bool
    runs: str | None
    snapshot_id: int
    in_row: int | None
    since: Month | None
    fell_in: Month | None
    fell_text: str | None
    fell_reason: str | None
    told: Mapping[str, Any]

    @property
    def why(self) -> str:
        """Say why a line got worse: its reason and its text in the month in which it did."""
        return " ".join(filter(None, (self.fell_reason and sentence(self.fell_reason), self.fell_text)))


@dataclass(frozen=True)
class LineLife(Named):
    """A line by what was last told of it, what it is now, and how it went; ``udvalg`` is "ØK, KB"."""

    indsats_id: int
    title: str
    code: str | None
    udvalg: str
    state: State
    in_row: int
    since: Month
    months_red: int
    changes: int


@dataclass(frozen=True)
class Transition:
    """How many lines went from one light to another; ``kind`` is as change_kind calls it."""

    light_before: State
    light_now: State
    kind: str
    n: int


@dataclass(frozen=True)
class PartMove:
    """How many lines of a part of the plan ("" for those in none) became what; ``light`` is theirs now, or was."""

    value: str
    kind: str
    light: Light
    n: int


@dataclass(frozen=True)
class Strip:
    """The months of a line, what it was in each, and which of them are those of the line that it continues."""

    indsats_id: int
    months: tuple[Month, ...]
    states: tuple[State, ...]
    inherited: tuple[Month, ...]


@dataclass(frozen=True)
class LineStates:
    """What a line was in each delivered month; ``inherited`` months are those of the lines that it continues."""

    by_month: Mapping[Month, State]
    inherited: frozenset[Month] = frozenset()


def light_history(con: Seen, selection: Selection, by: Part | None = None) -> "pd.DataFrame":
    """Count the lights of every delivered month up to the one shown, of all the lines or of each part of the plan.

    Columns value ('' for all, and for lines without), month, red, yellow, green, not_reported, done, total. A month
    that the scope was not delivered for has no row.
    """
    return answer_selection(con, "light_history", selection, by=by)


def line_lives(con: Seen, selection: Selection) -> tuple[LineLife, ...]:
    """List the lines of every month, worst now first, then most months red; those that are gone come last."""
    return selection_rows(con, "line_lives", LineLife, selection)


def line_states(con: Seen, selection: Selection, lines: tuple[int, ...] | None = None) -> Mapping[int, LineStates]:
    """Give what some lines of the scope, or all, were in every delivered month up to the one shown, by their ids."""
    meant = None if lines is None else list(lines)
    strips = answer_rows(con, "line_states", Strip, selection.known_at, lines=meant, **selection.place)
    return {
        strip.indsats_id: LineStates(dict(zip(strip.months, strip.states, strict=True)), frozenset(strip.inherited))
        for strip in strips
    }


def part_moves(con: Seen, selection: Selection, by: Part) -> tuple[PartMove, ...]:
    """Count what became of the lines of each udvalg, tema, art or responsible since the comparison month, by light."""
    return selection_rows(con, "part_moves", PartMove, selection, by=by)


def delivered_months(con: Seen, selection: Selection) -> list[Month]:
    """List the months that the scope was delivered for, up to the one that is shown."""
    history = answer(con, "scope_months", selection.known_at, **selection.place)
    return [Month.parse(month) for month in history["month"]]


def transitions(con: Seen, selection: Selection) -> tuple[Transition, ...]:
    """Count the lines that went from one light to another since the comparison month; empty without one."""
    return selection_rows(con, "transitions", Transition, selection)


def flow(con: Seen, selection: Selection) -> "pd.DataFrame":
    """Count what happened from each delivered month to the next: month, and a column for each kind of change."""
    return answer_selection(con, "flow", selection)


def spells(con: Seen, selection: Selection) -> "pd.DataFrame":
    """Count the lines by how many delivered months in a row they have had their light: light, in_row, n."""
    return answer_selection(con, "spells", selection)


def line_list(
    con: Seen,
    selection: Selection,
    kinds: Sequence[str] = (),
    lights_before: Sequence[str] = (),
    lights_now: Sequence[str] = (),
    in_row: tuple[int, int] | None = None,
) -> tuple[ListedLine, ...]:
    """List the lines of the month, or those that changed as asked, worst first.

    ``in_row`` asks for those that have had their light for so many months, from and to.
    """
    return selection_rows(
        con,
        "line_list",
        ListedLine,
        selection,
        kinds=list(kinds),
        lights_before=list(lights_before),
        lights_now=list(lights_now),
        shortest=in_row[0] if in_row else None,
        longest=in_row[1] if in_row else None,
    )
