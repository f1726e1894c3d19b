"""Two plans in one database: each answers for itself, and a line that both tell is one line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.intake import decide
from dashboard.queries import Selection
from dashboard.records.meetings import plan_meeting
from dashboard.store.database import Database
from dashboard.store.integrity import violations
from dashboard.store.line_months import differences
from dashboard.store.seen import Seen

OLD, NEW = "2025-2028", "2026-2029"
JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)


@pytest.fixture
def con(database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]) -> Seen:
    save_rows("2026-01", "plan", [make_row("Skole", Light.RED), make_row("Havn", Light.GREEN)], OLD)
    save_rows("2026-01", "plan", [make_row("Skole", Light.YELLOW), make_row("Bro", Light.RED)], NEW)
    save_rows("2026-02", "plan", [make_row("Skole", Light.RED)], OLD)
    save_rows("2026-02", "plan", [make_row("Skole", Light.GREEN), make_row("Bro", Light.RED)], NEW)
    return database.cursor()


def lights(con: Seen, selection: Selection) -> dict[str, Any]:
    return {line.title: line.light_now for line in queries.line_list(con, selection)}


def test_each_plan_has_its_own_lines_and_lights(con: Seen) -> None:
    assert lights(con, Selection(FEBRUARY, JANUARY, PLAN, plan=OLD)) == {"Skole": Light.RED}
    assert lights(con, Selection(FEBRUARY, JANUARY, PLAN, plan=NEW)) == {"Bro": Light.RED, "Skole": Light.GREEN}


def test_what_changed_in_one_plan_is_not_told_of_the_other(con: Seen) -> None:
    of_old, of_new = (
        [(change.kind, change.title) for change in queries.changes(con, Selection(FEBRUARY, JANUARY, PLAN, plan=plan))]
        for plan in (OLD, NEW)
    )
    assert (of_old, of_new) == ([("gone", "Havn")], [("improved", "Skole")])


def test_the_same_month_of_two_plans_is_a_revision_of_neither(con: Seen) -> None:
    told = queries.revisions(con)
    assert [(each.revision, each.state) for each in told] == [(1, "counts")] * 4


def test_the_newest_plan_is_asked_where_none_is_named(con: Seen) -> None:
    chosen = queries.default_selection(con)
    assert chosen == Selection(FEBRUARY, JANUARY, PLAN, plan=NEW)
    assert lights(con, Selection(FEBRUARY, JANUARY, PLAN)) == lights(con, chosen)
    assert queries.default_selection(con, plan=OLD) == Selection(FEBRUARY, JANUARY, PLAN, plan=OLD)


def test_a_line_of_both_plans_has_one_id_and_in_each_the_life_that_it_had_there(con: Seen) -> None:
    (skole,) = {name.indsats_id for name in queries.known_names(con) if name.title == "Skole"}
    lives = [
        [month.state for month in queries.line_timeline(con, Selection(FEBRUARY, None, PLAN, plan=plan), skole)]
        for plan in (OLD, NEW)
    ]
    assert lives == [[Light.RED, Light.RED], [Light.YELLOW, Light.GREEN]]


def test_a_meeting_sees_the_lights_of_its_own_plan(con: Seen, database: Database) -> None:
    (skole,) = {name.indsats_id for name in queries.known_names(con) if name.title == "Skole"}
    for plan, light in ((OLD, Light.RED), (NEW, Light.GREEN), (None, Light.GREEN)):
        meeting = Meeting(DIREKTIONEN, date(2026, 3, 1), FEBRUARY, PLAN, plan)
        number = plan_meeting(database, meeting, [(skole, ["added"])], by="prøve")
        assert [item.light for item in queries.agenda(con, number)] == [light]


def test_what_is_kept_of_two_plans_is_as_defined(con: Seen) -> None:
    assert differences(con) == []
    assert violations(con) == []


@pytest.fixture
def after(database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]) -> Any:
    """A plan that comes after another: Skole goes on under its title, Havnen is what Havn is called now."""
    save_rows("2026-01", "plan", [make_row("Skole", Light.RED), make_row("Havn", Light.YELLOW)], OLD)
    save_rows("2026-02", "plan", [make_row("Skole", Light.GREEN), make_row("Havnen", Light.RED)], NEW)
    return database


def test_the_life_before_a_plan_is_told_as_what_a_line_comes_from(after: Any) -> None:
    con, chosen = after.cursor(), Selection(FEBRUARY, None, PLAN, plan=NEW)
    skole, _havn, havnen = 1, 2, 3
    assert [each.month for each in queries.line_inherited(con, chosen, skole)] == [JANUARY]
    assert queries.line_states(con, chosen)[skole].inherited == {JANUARY}
    assert not queries.line_states(con, chosen)[havnen].inherited


def test_a_new_title_in_the_next_plan_may_be_a_line_of_the_last_and_then_goes_on(after: Any) -> None:
    (pair,) = queries.suggestions(after.cursor())
    assert (pair.newer.title, pair.older.title) == ("Havnen", "Havn")
    decide(after, "continues", pair.newer.indsats_id, pair.older.indsats_id)
    states = queries.line_states(after.cursor(), Selection(FEBRUARY, None, PLAN, plan=NEW))[pair.newer.indsats_id]
    assert states.by_month == {JANUARY: Light.YELLOW, FEBRUARY: Light.RED}


def test_an_earlier_plan_knows_nothing_of_the_next(after: Any) -> None:
    states = queries.line_states(after.cursor(), Selection(FEBRUARY, None, PLAN, plan=OLD))
    assert {line: list(told.by_month) for line, told in states.items()} == {1: [JANUARY], 2: [JANUARY]}


def test_a_late_month_of_one_scope_is_written_anew_in_what_it_concerns(
    con: Seen, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    crossing = replace(make_row("Havn", Light.YELLOW), cross_cutting=True)
    save_rows("2025-11", "tvaergaaende", [crossing], OLD)  # a month of that scope alone
    save_rows("2026-01", "tvaergaaende", [crossing], OLD)  # a month that the whole plan has too
    save_rows("2025-12", "plan", [make_row("Skole", Light.GREEN), crossing], OLD)
    assert not differences(con)
