"""How good a rule is, on a plan whose cases are counted by hand.

Seven statuses; the first four are followed by three others. "Rød uden årsag" catches A, B, C and H where they are
red.
        letters   followed cases while red, and those of them that had not come out three statuses later
A       rrrrrrr   4, 4
B       rrrrrrr   4, 4
C       rrrygyg   3, 0
H       r------   0: none of the three statuses after its first says anything
D       rrrrrrr   4, 4        with a reason
E       rrrrggg   4, 1        with a reason: after the first alone it was red in all three
F       rrrrggg   4, 1        with a reason
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.domain.clock import utc_now
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.intake import withdraw_revision
from dashboard.queries import Selection, SignalOutcome, Went, signal_outcomes, signals
from dashboard.store.database import Database
from dashboard.store.seen import Seen

LIGHTS = {"r": Light.RED, "y": Light.YELLOW, "g": Light.GREEN, "-": Light.NOT_REPORTED}
WITHOUT_REASON = {"A": "rrrrrrr", "B": "rrrrrrr", "C": "rrrygyg", "H": "r------"}
WITH_REASON = {"D": "rrrrrrr", "E": "rrrrggg", "F": "rrrrggg"}
OTHERS = {"I": "gg-yyyy", "J": "gggggyg"}


@pytest.fixture
def con(database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]) -> Seen:
    for number in range(7):
        rows = [
            replace(make_row(title, LIGHTS[letters[number]]), red_reason=reason, status_text=f"{title} {number}")
            for lines, reason in ((WITHOUT_REASON, None), (WITH_REASON, "Gået i stå"), (OTHERS, None))
            for title, letters in lines.items()
        ]
        save_rows(str(Month(2025, 1).plus(number)), "plan", rows)
    return database.cursor()


def of_rule(con: Seen, rule: str, month: int = 7) -> SignalOutcome:
    outcomes = signal_outcomes(con, Selection(Month(2025, month), None, PLAN))
    return next(one for one in outcomes if one.rule.rule == rule)


def test_a_rule_about_reds_is_set_beside_the_other_reds_that_have_not_come_out(con: Seen) -> None:
    told = of_rule(con, "red_without_reason")
    assert told.fired == 7 + 7 + 3 + 1
    assert (told.with_it, told.without) == (Went(8, 11), Went(6, 12))
    assert told.with_it.is_enough


def test_a_rule_about_others_is_set_beside_the_green_and_yellow_that_became_worse(
    con: Seen,
) -> None:
    told = of_rule(con, "not_reported")
    assert told.fired == 6 + 1  # H, and I in March, which was green before and is yellow after
    assert told.with_it == Went(1, 1)
    # I twice green, then yellow within three: both; I yellow in April stays; C yellow in April stays; J: February's
    # three are green, March's and April's have the yellow of June
    assert told.without == Went(2 + 0 + 0 + 2, 2 + 1 + 1 + 4)
    assert not told.without.is_enough


def test_a_rule_fired_as_often_as_it_was_told_month_by_month(con: Seen) -> None:
    months = [Selection(Month(2025, month), None, PLAN) for month in range(1, 8)]
    told = Counter(signal.rule_key for month in months for signal in signals(con, month))
    fired = {one.rule.rule: one.fired for one in signal_outcomes(con, months[-1]) if one.fired}
    assert fired == told
    assert {"red_without_reason", "red_long", "flapping"} <= fired.keys()


def test_as_of_an_earlier_month_nothing_later_is_known(con: Seen) -> None:
    told = of_rule(con, "red_without_reason", month=4)
    assert (told.fired, told.with_it) == (4 + 4 + 3 + 1, Went(2, 3))  # only January has three later ones


def test_as_known_at_a_moment_what_was_withdrawn_later_is_told_still(database: Database, con: Seen) -> None:
    past = Selection(Month(2025, 7), None, PLAN, known_at=utc_now())
    told = signal_outcomes(con, past)
    withdraw_revision(database, Month(2025, 4), PLAN, 1, "Forkert fil")
    assert signal_outcomes(con, past) == told
    assert signal_outcomes(con, replace(past, known_at=None)) != told
