"""How good the signals are: how it went with the lines that a rule caught, beside those that it did not catch."""

from dataclasses import dataclass, replace

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries.answer import rests_on_records, selection_rows
from dashboard.queries.progress import delivered_months
from dashboard.queries.selection import Selection
from dashboard.queries.signals import scope_signals
from dashboard.store.seen import Seen

ENOUGH = 10


@dataclass(frozen=True)
class _Case:
    indsats_id: int
    month: Month
    light: Light
    went_badly: bool


@dataclass(frozen=True)
class Went:
    """How many cases went badly within three statuses, of how many."""

    badly: int
    n: int

    @property
    def is_enough(self) -> bool:
        """Tell whether there are so many cases that something can be said of them."""
        return self.n >= ENOUGH


@dataclass(frozen=True)
class SignalOutcome:
    """How often a rule fired, how it went then, and with lines of the lights that it is about without it."""

    rule: SignalTerms
    fired: int
    with_it: Went
    without: Went


@rests_on_records
def signal_outcomes(con: Seen, unfiltered: Selection) -> tuple[SignalOutcome, ...]:
    """Tell of each rule how often it fired until the month shown, and how the lines went afterwards.

    A case is a line in a status; a line that is caught in several statuses is a case in each.
    """
    caught = {
        (signal.rule_key, signal.indsats_id, month)
        for month in delivered_months(con, unfiltered)
        for signal in scope_signals(con, replace(unfiltered, month=month, compare=None))
    }
    cases = selection_rows(con, "signal_outcomes", _Case, unfiltered)
    return tuple(_outcome(rule, caught, cases) for rule in terms().signals)


def _outcome(rule: SignalTerms, caught: set[tuple[str, int, Month]], cases: tuple[_Case, ...]) -> SignalOutcome:
    told: dict[bool, list[bool]] = {True: [], False: []}
    for case in cases:
        if case.light in rule.among:
            told[(rule.rule, case.indsats_id, case.month) in caught].append(case.went_badly)
    return SignalOutcome(
        rule,
        sum(key == rule.rule for key, _, _ in caught),
        *(Went(sum(went), len(went)) for went in (told[True], told[False])),
    )
