"""What smells wrong: one rule for each .sql file, worded in terms.toml."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.schedule import deadline
from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries.answer import answer, answer_selection, rests_on_records, selection_rows
from dashboard.queries.rows import Named, Row
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen
from dashboard.store.sql import read_sql

FLAPPING_MONTHS = 6


@dataclass(frozen=True)
class Settled:
    """Who settled a signal, when (UTC), and what they wrote."""

    settled_id: int
    note: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Signal(Named):
    """A line that a rule caught; ``light`` is None for one that is gone, ``basis`` what the signal rests on."""

    rule_key: str
    indsats_id: int
    title: str
    code: str | None
    udvalg: tuple[str, ...]
    light: Light | None
    basis: str
    n: int | None
    detail: str | None
    settled: Settled | None

    @property
    def rule(self) -> SignalTerms:
        """Give the rule in words."""
        return next(rule for rule in terms().signals if rule.rule == self.rule_key)

    @property
    def said(self) -> str:
        """Give the rule's sentence about the line."""
        return self.rule.said_of(self.n, self.detail)

    @property
    def key(self) -> str:
        """Name the signal in the address."""
        return f"{self.rule_key}-{self.indsats_id}"


def signals(con: Seen, selection: Selection) -> tuple[Signal, ...]:
    """List what smells wrong with the lines that are selected, by rule in order of weight, worst light first."""
    whole = scope_signals(con, selection.unfiltered)
    if selection == selection.unfiltered:
        return whole
    shown = signal_lines(con, selection)
    return tuple(signal for signal in whole if signal.indsats_id in shown)


def signal_lines(con: Seen, selection: Selection) -> frozenset[int]:
    """Give the lines whose signals are told: those that are selected, and those gone that were."""
    return frozenset(answer_selection(con, "signal_lines", selection)["indsats_id"].tolist())


@rests_on_records
def scope_signals(con: Seen, unfiltered: Selection) -> tuple[Signal, ...]:
    """List what smells wrong with any line of a scope in a month, in the order of ``signals``."""
    return signal_rows(con, "signals", Signal, unfiltered, unfiltered.month)


def signal_rows(
    con: Seen, question: str, row: type[Row], unfiltered: Selection, first: Month, **more: object
) -> tuple[Row, ...]:
    """Ask a question of what the rules find in each month of a scope from the first to the one that is shown."""
    schedules = list(answer(con, "schedules", unfiltered.known_at)["schedule"])
    return selection_rows(
        con,
        question,
        row,
        unfiltered,
        between=_rules(),
        first=str(first),
        rules=[signal.rule for signal in terms().signals],
        schedules=schedules,
        deadlines=[deadline(schedule) for schedule in schedules],
        flapping_months=FLAPPING_MONTHS,
        flapping_since=str(first.plus(-FLAPPING_MONTHS)),
        **{signal.rule: signal.limit for signal in terms().signals if signal.limit is not None},
        **more,
    )


@cache
def _rules() -> str:
    """Put the rules together as one question, so that what they share is asked once."""
    found = [
        f"SELECT '{signal.rule}' AS rule, * FROM ({read_sql(__name__, signal.rule)})" for signal in terms().signals
    ]
    return read_sql(__name__, "base") + ", found AS (\n" + "\nUNION ALL\n".join(found) + "\n)\n"
