"""How good the signals are: how it went with the lines that a rule caught, beside those that it did not catch."""

from dataclasses import dataclass

from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries.answer import rests_on_records
from dashboard.queries.progress import delivered_months
from dashboard.queries.selection import Selection
from dashboard.queries.signals import signal_rows
from dashboard.store.seen import Seen

ENOUGH = 10


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


@dataclass(frozen=True)
class _Counted:
    rule_key: str
    fired: int
    badly_with: int
    n_with: int
    badly_without: int
    n_without: int


@rests_on_records
def signal_outcomes(con: Seen, unfiltered: Selection) -> tuple[SignalOutcome, ...]:
    """Tell of each rule how often it fired until the month shown, and how the lines went afterwards.

    A case is a line in a status; a line that is caught in several statuses is a case in each.
    """
    first = next(iter(delivered_months(con, unfiltered)), unfiltered.month)
    among = [[str(light) for light in rule.among] for rule in terms().signals]
    counted = signal_rows(con, "signal_outcomes", _Counted, unfiltered, first, among=among)
    return tuple(
        SignalOutcome(rule, one.fired, Went(one.badly_with, one.n_with), Went(one.badly_without, one.n_without))
        for rule, one in zip(terms().signals, counted, strict=True)
    )
