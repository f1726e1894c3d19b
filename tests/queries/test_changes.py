"""What changed, and that it accounts for the counts: asked of a plan small enough to count by hand, and of the example.

month       A       B        C        D        E        F        G       H
2025-03     green   green    -        red      green    done     green   red BUU
2025-04     yellow  none     yellow   gone     red      done     red     green BUU
2025-05     red     red      gone     gone     yellow   gone     yellow  green VPU
2025-06     red     yellow   green    yellow   none     gone     yellow  red VPU
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.line_fields import FILTERS
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.queries import (
    Change,
    Selection,
    changes,
    filter_options,
    light_counts,
    line_list,
    line_traits,
    part_moves,
)
from dashboard.store.database import Database
from dashboard.store.seen import Seen
from dashboard.workbook.example.plan import PLAN_MONTHS
from dashboard.workbook.example.state import months_of_the_plan

MARCH, APRIL, MAY, JUNE = (Month(2025, number) for number in range(3, 7))


@pytest.fixture
def con(database: Database, report: Callable[..., None]) -> Seen:
    report("2025-03", "plan", A="g", B="g", D="r", E="g", F="gx", G="g", H="r BUU")
    report("2025-04", "plan", A="y", B="-", C="y", E="r", F="gx", G="r", H="g BUU")
    report("2025-05", "plan", A="r", B="r", E="y", G="y", H="g VPU")
    report("2025-06", "plan", A="r", B="y", C="g", D="y", E="-", G="y", H="r VPU")
    return database.cursor()


def told(con: Seen, selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for change in changes(con, selection):
        found.setdefault(change.kind, []).append(change.title)
    return found


def test_a_line_that_is_reported_again_is_told_with_the_light_it_came_back_with(con: Seen) -> None:
    (back,) = (change for change in changes(con, Selection(MAY, APRIL, PLAN)) if change.kind == "reported_again")
    assert (back.title, back.light_before, back.light_now) == ("B", Light.NOT_REPORTED, Light.RED)


def test_a_line_that_left_and_comes_back_is_returned_and_not_new(con: Seen) -> None:
    assert told(con, Selection(JUNE, MAY, PLAN)) == {
        "worsened": ["H"],
        "improved": ["B"],
        "returned": ["D", "C"],
        "not_reported": ["E"],
    }
    assert told(con, Selection(JUNE, MARCH, PLAN))["new"] == ["C"]  # March knew nothing of it


def test_a_line_that_left_when_it_was_done_is_told_too(con: Seen) -> None:
    assert told(con, Selection(MAY, APRIL, PLAN))["left_when_done"] == ["F"]


def test_a_line_that_comes_under_a_filter_or_leaves_it_says_so(con: Seen) -> None:
    assert told(con, Selection(MAY, APRIL, PLAN, udvalg=("VPU",))) == {"moved_in": ["H"]}
    assert told(con, Selection(MAY, APRIL, PLAN, udvalg=("BUU",))) == {"moved_out": ["H"]}
    (worse,) = changes(con, Selection(JUNE, APRIL, PLAN, udvalg=("VPU",)))
    assert (worse.kind, worse.moved_in) == ("worsened", True)
    assert [line.title for line in line_list(con, Selection(MAY, APRIL, PLAN, udvalg=("BUU",)))] == []


def test_under_a_filter_on_lights_both_those_that_came_to_it_and_those_that_left_it_are_told(
    con: Seen,
) -> None:
    assert told(con, Selection(MAY, APRIL, PLAN, light=("red",))) == {
        "worsened": ["A"],
        "improved": ["E", "G"],
        "reported_again": ["B"],
    }


def test_why_a_line_got_worse_is_what_was_said_in_the_month_in_which_it_last_did(
    database: Database, save_rows: Callable[..., None]
) -> None:
    for month, light, text, reason in (
        ("2025-03", Light.GREEN, "Kører", None),
        ("2025-04", Light.YELLOW, "Leverandøren er forsinket", None),
        ("2025-05", Light.RED, "Leverandøren er gået konkurs", "sagen er gået i stå"),
        ("2025-06", Light.RED, "Nyt udbud i september", "brug for støtte"),
        ("2025-07", Light.YELLOW, "Udbud i gang", None),
    ):
        row = StatusRow("Flådestyring", "Ark1", "C1", "A1", light=light, status_text=text, red_reason=reason)
        save_rows(month, "plan", [row])
    con = database.cursor()

    def why(month: Month, compare: Month) -> tuple[Any, ...]:
        (change,) = changes(con, Selection(month, compare, PLAN))
        for line in line_list(con, Selection(month, compare, PLAN), kinds=["worsened"]):
            assert (line.fell_in, line.fell_text, line.fell_reason) == (change.said_in, change.text, change.reason)
        return change.said_in, change.text, change.reason

    bankrupt = (MAY, "Leverandøren er gået konkurs", "sagen er gået i stå")
    assert why(MAY, APRIL) == why(JUNE, MARCH) == why(Month(2025, 7), MARCH) == bankrupt
    assert why(APRIL, MARCH) == (APRIL, "Leverandøren er forsinket", None)
    assert why(Month(2025, 7), MAY) == (Month(2025, 7), "Udbud i gang", None)


def moves(con: Seen, selection: Selection, by: Any) -> dict[str, dict[tuple[str, str], int]]:
    found: dict[str, dict[tuple[str, str], int]] = {}
    for move in part_moves(con, selection, by):
        if move.kind != "unchanged":
            found.setdefault(move.value, {})[move.kind, move.light] = move.n
    return found


def test_what_became_of_the_lines_of_each_part_is_counted_apart_from_what_came_and_left(
    con: Seen,
) -> None:
    assert moves(con, Selection(MAY, APRIL, PLAN), "udvalg") == {
        "ØK": {
            ("worsened", "red"): 1,  # A
            ("improved", "yellow"): 2,  # E and G
            ("reported_again", "red"): 1,  # B
            ("gone", "yellow"): 1,  # C
            ("left_when_done", "done"): 1,  # F
        },
        "BUU": {("moved_out", "green"): 1},  # H
        "VPU": {("moved_in", "green"): 1},
    }
    assert moves(con, Selection(JUNE, MAY, PLAN), "udvalg")["VPU"] == {("worsened", "red"): 1}
    assert moves(con, Selection(MAY, APRIL, PLAN, udvalg=("BUU",)), "udvalg") == {"BUU": {("moved_out", "green"): 1}}
    assert moves(con, Selection(MAY, None, PLAN), "udvalg") == {}


def differences(con: Seen, selection: Selection) -> dict[Light, int]:
    counts = light_counts(con, selection)
    return {each.light: each.n - (each.n_before or 0) for each in counts}


def accounted(listed: tuple[Change, ...], selection: Selection) -> dict[Light, int]:
    """Sum what the lists say, as a reader would: a line came to the light that it has, and left the one it had."""
    sums = dict.fromkeys(Light, 0)
    for change in listed:
        if change.light_now and change.kind != "moved_out":
            sums[change.light_now] += 1
        if change.light_before and change.kind != "moved_in" and not change.moved_in:
            sums[change.light_before] -= 1
    shown = [light for light in Light if not selection.light or light in selection.light]
    return {light: sums[light] if light in shown and (selection.with_done or light != "done") else 0 for light in Light}


def narrowed(con: Seen, selection: Selection, at: int) -> Iterator[Selection]:
    """Give the selection under each filter, each month another of its values."""
    yield selection
    options = filter_options(con, selection)
    for field in [each.key for each in FILTERS] + ["light"]:
        values = [option.value for option in options if option.field == field]
        yield replace(selection, **{field: (values[at % len(values)],)})  # type: ignore[arg-type]
    yield replace(selection, cross_cutting=True)
    yield replace(selection, with_done=False)
    yield replace(selection, text="udbud")
    yield replace(selection, udvalg=("BUU",), light=("red", "yellow"), with_done=False)


def test_the_lists_of_changes_account_for_the_hand_made_counts_under_every_filter(
    con: Seen,
) -> None:
    assert differences(con, Selection(MAY, APRIL, PLAN)) == {
        "red": 0,  # A and B came; E and G left
        "yellow": 0,  # E and G came; A and C left
        "green": 0,
        "not_reported": -1,  # B
        "done": -1,  # F
    }
    for before, after in ((MARCH, APRIL), (APRIL, MAY), (MAY, JUNE), (MARCH, JUNE)):
        for selection in narrowed(con, Selection(after, before, PLAN), after.number):
            assert accounted(changes(con, selection), selection) == differences(con, selection)


def test_the_lists_of_changes_account_for_every_difference_between_the_counts_of_the_example_plan(
    database: Database, save_rows: Callable[..., None]
) -> None:
    states = months_of_the_plan(2025)
    for month in PLAN_MONTHS:
        rows = [
            StatusRow(
                state.title,
                "Ark1",
                f"C{at}",
                f"A{at}",
                light=state.light,
                done=state.light is Light.DONE,
                cross_cutting=state.cross_cutting,
                udvalg=state.udvalg,
                tema=state.tema,
                art=state.art,
                responsible=state.responsible,
                status_text=state.text,
            )
            for at, state in enumerate(states[month], 1)
        ]
        save_rows(str(month), "plan", rows)
    con, kinds = database.cursor(), set()
    for at, (before, month) in enumerate(pairwise(PLAN_MONTHS)):
        for selection in narrowed(con, Selection(month, before, PLAN), at):
            listed = changes(con, selection)
            assert accounted(listed, selection) == differences(con, selection), selection
            kinds |= {change.kind for change in listed}
    assert {"reported_again", "moved_in", "moved_out"} <= kinds


def test_a_line_was_never_green_when_it_has_been_red_or_yellow_and_stands_there_still(
    con: Seen,
) -> None:
    titles = {line.indsats_id: line.title for line in line_list(con, Selection(JUNE, None, PLAN))}

    def never_green(month: Month) -> set[str | None]:
        found = line_traits(con, Selection(month, None, PLAN))
        return {titles.get(line.indsats_id) for line in found if line.trait == "never_green"}

    assert never_green(MARCH) == {"D", "H"}
    assert never_green(APRIL) == {"C"}  # H was green, and D left
    assert never_green(MAY) == set()
    assert never_green(JUNE) == {"D"}


def test_a_red_line_asks_for_nothing_where_its_ask_is_empty(database: Database, save_rows: Callable[..., None]) -> None:
    lines = {"A": (Light.RED, "Flere penge"), "B": (Light.RED, " "), "C": (Light.RED, None), "D": (Light.GREEN, None)}
    rows = [StatusRow(title, "Ark1", "C1", "A1", light=light, ask=ask) for title, (light, ask) in lines.items()]
    save_rows("2025-03", "plan", rows)
    con = database.cursor()
    found = line_traits(con, Selection(MARCH, None, PLAN))
    silent = tuple(line.indsats_id for line in found if line.trait == "red_without_ask")
    assert {line.title for line in line_list(con, Selection(MARCH, None, PLAN, lines=silent))} == {"B", "C"}
