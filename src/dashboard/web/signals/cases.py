"""The signals of a selection as plain values: one case for each rule that a line is caught by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import pandas as pd

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.terms import SignalTerms, terms
from dashboard.web.plan import Selection, ask

RULES: Mapping[str, SignalTerms] = {signal.rule: signal for signal in terms().signals}


@dataclass(frozen=True)
class Settled:
    """Who settled a signal, when (UTC), and what they wrote."""

    settled_id: int
    note: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Case:
    """A line that a rule caught; ``light`` is None for one that is gone, ``said`` is the rule's sentence about it."""

    rule: SignalTerms
    indsats_id: int
    name: str
    udvalg: str
    light: Light | None
    said: str
    basis: str
    settled: Settled | None

    @property
    def key(self) -> str:
        """Name the case in the address."""
        return f"{self.rule.rule}-{self.indsats_id}"

    @classmethod
    def of(cls, row: Any) -> Self:
        """Read a row of queries.signals."""
        rule = RULES[row.rule]
        n = None if pd.isna(row.n) else int(row.n)
        detail = None if pd.isna(row.detail) else str(row.detail)
        is_open = pd.isna(row.settled_id)
        return cls(
            rule,
            int(row.indsats_id),
            row.title if pd.isna(row.code) else f"{row.title} {row.code}",
            "" if pd.isna(row.udvalg) else row.udvalg,
            Light(row.light) if row.light in list(Light) else None,
            rule.said_of(n, detail),
            row.basis,
            None if is_open else Settled(int(row.settled_id), row.note, row.settled_at, row.settled_by),
        )


def cases(selection: Selection) -> list[Case]:
    """Give the cases of a selection, settled ones too, by rule in order of weight and worst light first."""
    return [Case.of(row) for row in ask(queries.signals, selection).itertuples()]


def open_cases(selection: Selection) -> list[Case]:
    """Give the cases that nobody has settled."""
    return [case for case in cases(selection) if case.settled is None]


def by_rule(found: Sequence[Case]) -> dict[SignalTerms, list[Case]]:
    """Put cases under their rule, in order of weight; rules without any are left out."""
    grouped = {rule: [case for case in found if case.rule is rule] for rule in RULES.values()}
    return {rule: group for rule, group in grouped.items() if group}


def by_line(found: Sequence[Case]) -> list[list[Case]]:
    """Put cases together by line: most of them first, then the weightiest."""
    lines: dict[int, list[Case]] = {}
    for case in found:
        lines.setdefault(case.indsats_id, []).append(case)
    return sorted(lines.values(), key=lambda group: -len(group))


def lines_of(found: Sequence[Case]) -> int:
    """Count the lines that cases are about."""
    return len({case.indsats_id for case in found})
