"""What happened over time, asked of a plan small enough to count by hand.

month       A         B (two udvalg)  C      D       E                   F
2025-03     green     red             green  green   -                   -
2025-04     green     red             red    done    yellow              -
2025-05     (the whole plan was not delivered; the cross-cutting line A alone was: red)
2025-06     yellow    yellow          red    yellow  gone                green
2025-07     red       not reported    green  yellow  gone                green, under another title
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import decide
from dashboard.queries import (
    Selection,
    changes,
    delivered_months,
    flow,
    light_counts,
    light_history,
    line_list,
    line_lives,
    line_states,
    spells,
    transitions,
)
from dashboard.store.database import Database
from dashboard.store.seen import Seen

MARCH, APRIL, MAY, JUNE, JULY = (Month(2025, number) for number in range(3, 8))
SINCE_APRIL, SINCE_MARCH = Selection(JULY, APRIL, PLAN), Selection(JULY, MARCH, PLAN)


def say_the_same(database: Database, newer: Any, older: Any) -> None:
    id_of = dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    decide(database, "same", id_of[newer], id_of[older], "prøve")


@pytest.fixture
def con(database: Database, report: Callable[..., None]) -> Seen:
    report("2025-03", "plan", A="g* ØK", B="r ØK BUU", C="g BUU", D="gP VPU")
    report("2025-04", "plan", A="g* ØK", B="r ØK BUU", C="r BUU", D="gxP VPU", E="y ØK")
    report("2025-05", "tvaergaaende", A="r* ØK")
    report("2025-06", "plan", A="y* ØK", B="y ØK BUU", C="r BUU", D="yP VPU", F="g KB")
    report("2025-07", "plan", A="r* ØK", B="- ØK BUU", C="g BUU", D="yP VPU", F2="g KB")
    say_the_same(database, "F2", "F")
    return database.cursor()


def history(con: Seen, selection: Selection, by: Any = None) -> dict[tuple[Any, Any], Any]:
    frame = light_history(con, selection, by)
    return {
        (row["value"], row["month"]): tuple(
            int(row[light]) for light in ("red", "yellow", "green", "not_reported", "done")
        )
        for _, row in frame.iterrows()
    }


def strips(con: Seen, selection: Selection) -> dict[str, dict[str, str]]:
    titles = {line.indsats_id: line.title for line in line_lives(con, selection)}
    told: dict[str, dict[str, str]] = {title: {} for title in titles.values()}
    for one, line in line_states(con, selection).items():
        if one in titles:
            told[titles[one]] = {f"{month.number:02d}": state for month, state in line.by_month.items()}
    return told


def test_every_delivered_month_is_counted_and_the_one_between_is_missing(con: Seen) -> None:
    assert history(con, SINCE_APRIL) == {
        ("", "2025-03"): (1, 0, 3, 0, 0),
        ("", "2025-04"): (2, 1, 1, 0, 1),
        ("", "2025-06"): (1, 3, 1, 0, 0),
        ("", "2025-07"): (1, 1, 2, 1, 0),
    }
    assert delivered_months(con, SINCE_APRIL) == [MARCH, APRIL, JUNE, JULY]


def test_a_narrower_scope_has_its_own_months_and_its_own_light(con: Seen) -> None:
    cross_cutting = Selection(JULY, None, CROSS_CUTTING)
    assert delivered_months(con, cross_cutting) == [MARCH, APRIL, MAY, JUNE, JULY]
    assert strips(con, cross_cutting) == {
        "A": {"03": "green", "04": "green", "05": "red", "06": "yellow", "07": "red"},
    }


def test_a_line_in_two_udvalg_counts_in_both_and_once_in_all(con: Seen) -> None:
    by = history(con, SINCE_APRIL, "udvalg")
    assert by["ØK", "2025-03"] == (1, 0, 1, 0, 0)
    assert by["BUU", "2025-03"] == (1, 0, 1, 0, 0)
    assert by["BUU", "2025-07"] == (0, 0, 1, 1, 0)
    assert by["KB", "2025-03"] == (0, 0, 0, 0, 0)


def test_lines_without_a_tema_are_a_group_of_their_own(con: Seen) -> None:
    by = history(con, SINCE_APRIL, "tema")
    assert by["Partnerskaber", "2025-04"] == (0, 0, 0, 0, 1)
    assert by["", "2025-04"] == (2, 1, 1, 0, 0)


def test_a_month_shown_from_earlier_knows_nothing_of_what_came_later(con: Seen) -> None:
    then = Selection(APRIL, MARCH, PLAN)
    assert [month for _, month in history(con, then)] == ["2025-03", "2025-04"]
    assert strips(con, then)["E"] == {"04": "yellow"}
    assert [line.title for line in line_lives(con, then)] == ["B", "C", "E", "A", "D"]


def test_strips_stand_worst_first_then_most_months_red_and_the_gone_last(con: Seen) -> None:
    told = strips(con, SINCE_APRIL)
    assert list(told) == ["A", "D", "C", "F2", "B", "E"]
    assert told["B"] == {"03": "red", "04": "red", "06": "yellow", "07": "not_reported"}
    assert told["E"] == {"04": "yellow", "06": "absent", "07": "absent"}
    assert told["F2"] == {"06": "green", "07": "green"}


def test_how_long_a_light_has_lasted_counts_delivered_months_only(con: Seen) -> None:
    lines = {line.title: line for line in line_lives(con, SINCE_APRIL)}
    told = {title: (line.state, line.in_row, str(line.since)) for title, line in lines.items()}
    assert told["A"] == ("red", 1, "2025-07")
    assert told["D"] == ("yellow", 2, "2025-06")
    assert told["F2"] == ("green", 2, "2025-06")
    (in_april_and_june,) = [line for line in line_lives(con, Selection(JUNE, None, PLAN)) if line.title == "C"]
    assert (in_april_and_june.in_row, in_april_and_june.since) == (2, APRIL)
    assert lines["C"].months_red == 2


def test_transitions_between_two_months_hold_every_line_once(con: Seen) -> None:
    told = {(row.light_before, row.light_now): (row.kind, row.n) for row in transitions(con, SINCE_APRIL)}
    assert told == {
        ("green", "red"): ("worsened", 1),
        ("red", "not_reported"): ("not_reported", 1),
        ("red", "green"): ("improved", 1),
        ("done", "yellow"): ("reopened", 1),
        ("yellow", "absent"): ("gone", 1),
        ("absent", "green"): ("new", 1),
    }
    assert transitions(con, Selection(JULY, None, PLAN)) == ()


def test_a_cell_of_the_matrix_opens_exactly_its_lines(con: Seen) -> None:
    for cell in transitions(con, SINCE_MARCH):
        found = line_list(con, SINCE_MARCH, lights_before=[cell.light_before], lights_now=[cell.light_now])
        assert len(found) == cell.n
    spell: Any
    for spell in spells(con, SINCE_MARCH).itertuples():
        held = line_list(con, replace(SINCE_MARCH, light=(spell.light,)), in_row=(spell.in_row, spell.in_row))
        assert len(held) == spell.n
    gone = line_list(con, SINCE_APRIL, kinds=["gone"])
    assert [line.title for line in gone] == ["E"]
    assert [line.title for line in line_list(con, SINCE_APRIL)] == [
        "A",
        "D",
        "F2",
        "C",
        "B",
    ]  # longest in its light first


def test_the_flow_names_what_happened_from_month_to_month(con: Seen) -> None:
    told = {row["month"]: row.drop("month").to_dict() for _, row in flow(con, SINCE_APRIL).iterrows()}
    nothing = dict.fromkeys(
        ("worsened", "improved", "new", "returned", "gone", "done", "reopened", "not_reported", "reported_again"), 0
    )
    assert told == {
        "2025-04": nothing | {"worsened": 1, "new": 1, "done": 1},  # C, E, D
        "2025-06": nothing | {"worsened": 1, "improved": 1, "reopened": 1, "gone": 1, "new": 1},  # A, B, D, E, F
        "2025-07": nothing | {"worsened": 1, "improved": 1, "not_reported": 1},  # A, C, B
    }


def test_spells_count_the_lines_of_the_month(con: Seen) -> None:
    told = {(row.light, row.in_row): row.n for row in spells(con, SINCE_APRIL).itertuples()}
    assert told == {("red", 1): 1, ("yellow", 2): 1, ("green", 1): 1, ("green", 2): 1, ("not_reported", 1): 1}


def test_filters_ask_what_a_line_was_in_the_month(con: Seen) -> None:
    buu = Selection(JULY, APRIL, PLAN, udvalg=("BUU",))
    assert [row[3] for row in history(con, buu).values()] == [0, 0, 0, 1]
    red = Selection(JULY, APRIL, PLAN, light=("red",))
    assert [row[0] for row in history(con, red).values()] == [1, 2, 1, 1]
    (line,) = line_lives(con, Selection(JULY, APRIL, PLAN, cross_cutting=True))
    assert line.title == "A"
    assert sum(count.n for count in light_counts(con, Selection(APRIL, None, PLAN, with_done=False))) == 4
    assert [change.title for change in changes(con, Selection(JULY, APRIL, PLAN, text="f2"))] == ["F2"]


def test_the_published_sequence_has_three_transitions(database: Database, report: Callable[..., None]) -> None:
    """A-A-A-A-B-B-A-D-D-D of Gabadinho, Ritschard, Müller and Studer (2011), J. Stat. Softw. 40(4), as lights."""
    for number, light in enumerate("ggggyygrrr", start=1):
        report(f"2025-{number:02d}", "plan", A=light)
    con = database.cursor()
    line = line_lives(con, Selection(Month(2025, 10), None, PLAN))[0]
    assert (line.changes, line.in_row, line.since) == (3, 3, Month(2025, 8))


def test_an_udvalgs_own_workbook_speaks_for_its_part(database: Database, report: Callable[..., None]) -> None:
    report("2025-03", "plan", A="g BUU", B="g ØK")
    report("2025-04", "BUU", A="r BUU")
    report("2025-05", "plan", A="y BUU", B="g ØK")
    con = database.cursor()
    assert strips(con, Selection(Month(2025, 5), None, Scope("BUU"))) == {
        "A": {"03": "green", "04": "red", "05": "yellow"}
    }
    assert strips(con, Selection(Month(2025, 5), None, PLAN))["A"] == {"03": "green", "05": "yellow"}
