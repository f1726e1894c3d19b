"""Each rule for what smells wrong, on lines made for it; what nothing is wrong with stays silent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.meeting import Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.queries import Selection, agenda, signals
from dashboard.records import hold_meeting, plan_meeting, settle_signal, unsettle_signal, write_decision
from dashboard.store.database import Database

MONTHS = [Month(2025, 1).plus(number) for number in range(7)]
JULY = MONTHS[-1]
STATES = {"r": Light.RED, "y": Light.YELLOW, "g": Light.GREEN, "-": Light.NOT_REPORTED, "x": Light.GREEN}


@pytest.fixture
def tell(save_rows: Callable[..., None], make_row: Callable[..., StatusRow]) -> Callable[..., None]:
    """Tell lines over the last months: a letter a month ("x" done, "." not there), and what else to say of a month."""

    def told(until: Any = JULY, **lines: Any) -> None:
        lines |= {"Silent": ("g" * 7, {})}
        for back in range(7):
            rows = []
            for title, (letters, more) in lines.items():
                letter = letters.rjust(7, ".")[6 - back] if back < 7 else "."
                if letter != ".":
                    extra = {
                        "status_text": f"{title} {back}",
                        "red_reason": "Sagen er gået i stå",
                        **more.get("always", {}),
                    }
                    row = make_row(title, STATES[letter], done=letter == "x")
                    rows.append(replace(row, **(extra | more.get(back, {}))))
            tellings[until.plus(-back)] = rows
        for month in sorted(tellings):
            save_rows(str(month), "plan", tellings[month])

    tellings: dict[Month, list[StatusRow]] = {}
    return told


def found(database: Database, selection: Any = None) -> set[tuple[Any, str]]:
    told = signals(database.cursor(), selection or Selection(JULY, None, PLAN))
    return {(signal.rule_key, signal.title) for signal in told if signal.settled is None}


def red_long(database: Database, month: Any = JULY) -> Any:
    told = signals(database.cursor(), Selection(month, None, PLAN))
    return next(signal for signal in told if signal.rule_key == "red_long")


def only(database: Database, rule: Any, *titles: Any) -> None:
    assert {title for of, title in found(database) if of == rule} == set(titles)


def test_a_red_without_a_reason(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("yr", {0: {"red_reason": " "}}), B=("yr", {}))
    only(database, "red_without_reason", "A")


def test_red_for_three_statuses_in_a_row(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("gyrrr", {}), B=("gyyrr", {}), C=("rrryr", {}))
    only(database, "red_long", "A")


def test_green_straight_to_red(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("gr", {}), B=("gyr", {}), C=("grr", {}))
    only(database, "green_to_red", "A")


def test_not_reported(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("g-", {}), B=("-g", {}))
    only(database, "not_reported", "A")


def test_the_same_text_for_three_statuses(database: Database, tell: Callable[..., None]) -> None:
    same: dict[Any, Any] = {"always": {"status_text": "Uændret."}}
    tell(A=("ggg", same), B=("gg", same), C=("ggx", same), D=("gggg", {**same, 1: {"status_text": "Nyt."}}))
    only(database, "unchanged_text", "A")


def test_a_text_goes_on_across_a_month_without_the_line_and_not_across_one_without_a_text(
    database: Database, tell: Callable[..., None]
) -> None:
    same: dict[Any, Any] = {"always": {"status_text": "Uændret."}}
    tell(A=("gg.g", same), B=("ggg", {**same, 1: {"status_text": None}}), C=("g.g", same))
    only(database, "unchanged_text", "A")
    (signal,) = (each for each in signals(database.cursor(), Selection(JULY, None, PLAN)) if each.n)
    assert signal.n == 3


def test_green_though_the_date_moved_once_or_more(database: Database, tell: Callable[..., None]) -> None:
    first, later, last = ({"schedule": f"{number}. kvartal 2026"} for number in (1, 2, 4))
    tell(
        A=("ggg", {2: first, 1: later, 0: later}),
        B=("ggg", {2: first, 1: later, 0: last}),
        C=("ggg", {2: last, 1: later, 0: first}),  # moved earlier
        D=("ggy", {2: first, 1: later, 0: last}),
    )
    only(database, "green_moved_once", "A")
    only(database, "green_moved_again", "B")


def test_a_tidsplan_that_is_only_written_otherwise_has_not_moved(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("gg", {1: {"schedule": "Når lokalerne er klar"}, 0: {"schedule": "når lokalerne er klar."}}))
    only(database, "green_moved_once")


def test_a_date_that_has_passed_though_green(database: Database, tell: Callable[..., None]) -> None:
    tell(
        A=("g", {0: {"schedule": "2. kvt. 2025"}}),
        B=("g", {0: {"schedule": "3. kvt. 2025"}}),
        C=("x", {0: {"schedule": "2. kvt. 2025"}}),
        D=("g", {0: {"schedule": "Løbende"}}),
    )
    only(database, "date_passed", "A")


def test_flapping_within_half_a_year(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("ggygyyy", {}), B=("gyyyygg", {}))
    only(database, "flapping", "A")


def test_reopened_gone_and_disagreeing(
    database: Database, tell: Callable[..., None], save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    tell(A=("xg", {}), B=("g.", {}), C=("x.", {}))
    only(database, "reopened", "A")
    only(database, "gone_not_done", "B")
    only(database, "disagreement")
    save_rows(str(JULY), "ØK", [make_row("Silent", Light.RED)])
    only(database, "disagreement", "Silent")


def test_a_red_that_the_last_meeting_decided_nothing_about(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("yrr", {}), B=("yyr", {}))
    only(database, "no_decision")
    ids = dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    june = Meeting("direktionen", date(2025, 7, 2), MONTHS[5], PLAN)
    meeting = plan_meeting(database, june, [(ids["A"], ["still_red"])])
    only(database, "no_decision")
    hold_meeting(database, meeting)
    only(database, "no_decision", "A")
    item = agenda(database.cursor(), meeting)[0].item_id
    write_decision(database, Decision(item, "decision", "Fagchefen kaldes ind."))
    only(database, "no_decision")


def test_a_settled_signal_stays_settled_until_what_it_rests_on_changes(
    database: Database, tell: Callable[..., None]
) -> None:
    tell(A=("yrrr", {}))
    case = red_long(database)
    settled = settle_signal(database, "red_long", case.indsats_id, PLAN, case.basis, "Aftalt med direktøren.", "Ane")
    only(database, "red_long")
    told = red_long(database)
    assert (told.settled.note, told.settled.by) == ("Aftalt med direktøren.", "Ane")
    assert unsettle_signal(database, settled)
    only(database, "red_long", "A")
    assert not unsettle_signal(database, settled)


def test_a_new_spell_of_red_is_a_new_signal(
    database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    for month, light in zip(MONTHS, "rrryrrr", strict=True):
        save_rows(str(month), "plan", [make_row("A", STATES[light])])
    before = red_long(database, MONTHS[2])
    settle_signal(database, "red_long", before.indsats_id, PLAN, before.basis, "Kendt.", "Ane")
    assert ("red_long", "A") not in found(database, Selection(MONTHS[2], None, PLAN))
    assert ("red_long", "A") in found(database)


def test_filters_and_scopes_narrow_the_signals(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("gr", {"always": {"udvalg": ("BUU",)}}), B=("gr", {}))
    assert {title for _, title in found(database, Selection(JULY, None, PLAN, udvalg=("BUU",)))} == {"A"}
    assert {
        title for rule, title in found(database, Selection(JULY, None, Scope("BUU"))) if rule == "green_to_red"
    } == {"A"}


def test_every_rule_is_worded_and_says_its_threshold(database: Database, tell: Callable[..., None]) -> None:
    tell(A=("g", {}))
    assert len({signal.rule for signal in terms().signals}) == len(terms().signals) == 13
    assert not [signal for signal in terms().signals if "{" in signal.about]
