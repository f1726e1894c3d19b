"""How long reds last, of spells written by hand with the answers worked out beside them.

month      A  B  C  D  E  F   G
2025-01    r  r  r  r  r  g   r
2025-02    y  r  r  r  r  r   -
2025-03    y  g  r  r  r  r   r
2025-04    y  g  rx r  r  r   r

Eight spells, two of them G's. After one status 7 were followed (G was not reported after its first), A is out: 6 of 7
are red still. After two 5 were followed (B C D E F; G is red for two and was not asked again), B is out: 4 of 5 of
those. After three 3 were followed (C D E; F is red still), C is out: 2 of 3 of those, 45.7 %. Half are out after three.
"""

from collections.abc import Callable

import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.queries import Selection, lasting, quarters, red_spells
from dashboard.store.database import Database
from dashboard.store.seen import Seen

JANUARY, FEBRUARY, APRIL = Month(2025, 1), Month(2025, 2), Month(2025, 4)


@pytest.fixture
def con(database: Database, report: Callable[..., None]) -> Seen:
    report("2025-01", "plan", A="r BUU", B="r", C="r", D="r", E="r", F="g", G="r")
    report("2025-02", "plan", A="y BUU", B="r", C="r", D="r", E="r", F="r", G="-")
    report("2025-03", "plan", A="y BUU", B="g", C="r", D="r", E="r", F="r", G="r")
    report("2025-04", "plan", A="y BUU", B="g", C="rx", D="r", E="r", F="r", G="r")
    return database.cursor()


def test_those_that_are_red_still_count_for_as_long_as_they_have_been_seen(con: Seen) -> None:
    told = lasting(red_spells(con, Selection(APRIL, None, PLAN)))
    assert (told.n, told.out, told.still, told.unseen) == (8, 3, 4, 1)
    assert told.half_out == 3
    assert told.half_of_out == 2  # of A, B and C alone: one, two and three statuses
    assert told.soon_share == pytest.approx(1 - 6 / 7 * 4 / 5 * 2 / 3)


def test_half_is_not_out_while_more_than_half_last_longer_than_anybody_has_seen(con: Seen) -> None:
    told = lasting(red_spells(con, Selection(FEBRUARY, None, PLAN)))
    assert (told.n, told.out, told.half_out, told.longest, told.soon_share) == (7, 1, None, 2, None)


def test_the_share_that_is_soon_share_is_told_by_the_quarter_in_which_they_began(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-05", "plan", A="r BUU", B="r", C="g", D="g", E="r", F="g", G="y")
    report("2025-06", "plan", A="g BUU", B="g", C="g", D="g", E="r", F="g", G="y")
    told = quarters(red_spells(con, Selection(Month(2025, 6), None, PLAN)))
    first, second = told["1. kvartal 2025"], told["2. kvartal 2025"]
    # A 1 out, B 2 out, C 3 out, D 4 out, E red for six, F 3 out, G 1 unseen, G 2 out
    # of 7, A: 6/7; of 6, B and G: 4/6; of 4, C and F: 2/4
    assert (first.n, first.not_followed) == (8, 1)
    assert first.soon_share == pytest.approx(1 - 6 / 7 * 4 / 6 * 2 / 4)
    assert (first.soon, second.soon) == (5, 2)
    assert (second.n, second.soon_share, second.half_out) == (2, 1.0, 1)  # A and B were red in May alone


def test_a_filter_asks_what_the_line_was_when_it_was_red(con: Seen) -> None:
    assert [spell.lasted for spell in red_spells(con, Selection(APRIL, None, PLAN, udvalg=("BUU",)))] == [1]
    assert red_spells(con, Selection(JANUARY, None, PLAN, light=("yellow",))) == ()
