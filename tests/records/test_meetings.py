"""A meeting from proposal to minutes: what comes on the agenda and why, and nothing said is lost or overwritten."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.domain.clock import utc_now
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.intake import verify
from dashboard.queries import (
    Selection,
    agenda,
    agenda_proposal,
    agenda_removed,
    corrections,
    data_version,
    decisions,
    default_selection,
    line_meetings,
    meeting_locks,
    meetings,
)
from dashboard.records import (
    AgendaChange,
    MeetingError,
    OverwriteError,
    add_item,
    change_item,
    change_meeting,
    enter_decision,
    hold_meeting,
    plan_meeting,
    reopen_meeting,
    take_note,
    withdraw_meeting,
    write_decision,
)
from dashboard.store.database import Database

MAY, JUNE, JULY = Month(2025, 5), Month(2025, 6), Month(2025, 7)
FIRST, SECOND = date(2025, 6, 4), date(2025, 7, 2)


@pytest.fixture
def plan(database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]) -> Database:
    """May, June and July of a plan in which everything that leads to an agenda happens."""
    lights = {"Old": "rrr", "New": "gyr", "Older": "rrr", "Yellow": "ggy", "Calm": "ggg", "Noted": "ggg", "Done": "rrx"}
    names = {"r": Light.RED, "y": Light.YELLOW, "g": Light.GREEN, "x": Light.RED}
    save_rows("2025-04", "plan", [make_row("Older", Light.RED)])
    for place, month in enumerate((MAY, JUNE, JULY)):
        rows = [make_row(title, names[told[place]], done=told[place] == "x") for title, told in lights.items()]
        rows = [replace(row, obs="Se bilag.") if row.title == "Noted" else row for row in rows]
        save_rows(str(month), "plan", rows)
    return database


def ids(database: Database) -> dict[Any, Any]:
    return dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())


def shown(database: Database, month: Month) -> Selection:
    selection = default_selection(database.cursor(), month, scope=PLAN)
    assert selection is not None
    return selection


def proposed(database: Database, month: Any, held_on: Any, body: Any = DIREKTIONEN) -> dict[str | None, list[str]]:
    selection = shown(database, month)
    lines = agenda_proposal(database.cursor(), selection, body, held_on)
    return {line.title: list(line.reasons) for line in lines}


def plan_from(database: Database, month: Any, held_on: Any) -> Any:
    selection = shown(database, month)
    lines = agenda_proposal(database.cursor(), selection, DIREKTIONEN, held_on)
    return plan_meeting(
        database,
        Meeting(DIREKTIONEN, held_on, month, PLAN),
        [(line.indsats_id, line.reasons) for line in lines],
        "Ane",
    )


def on_agenda(database: Database, meeting: Any, title: Any) -> Any:
    return next(item for item in agenda(database.cursor(), meeting) if item.title == title)


def item_of(database: Database, meeting: Any, title: Any) -> Any:
    return on_agenda(database, meeting, title).item_id


def test_the_first_agenda_is_what_the_lights_say(plan: Database) -> None:
    assert proposed(plan, JULY, SECOND) == {
        "New": ["new_red"],
        "Older": ["still_red"],
        "Old": ["still_red"],
        "Noted": ["obs"],
        "Yellow": ["worse_yellow"],
    }


def test_a_yellow_line_that_is_reported_again_or_comes_back_is_proposed_for_that(
    database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    save_rows("2025-05", "plan", [make_row("Silent", Light.GREEN), make_row("Away", Light.GREEN)])
    save_rows("2025-06", "plan", [make_row("Silent", Light.NOT_REPORTED)])
    save_rows("2025-07", "plan", [make_row(title, Light.YELLOW) for title in ("Silent", "Away", "Fresh")])
    assert proposed(database, JULY, SECOND) == {"Away": ["back_yellow"], "Silent": ["back_yellow"]}


def test_what_the_last_meeting_left_open_and_picked_comes_on_the_next(plan: Database) -> None:
    meeting = plan_from(plan, JUNE, FIRST)
    late = item_of(plan, meeting, "Older")
    write_decision(plan, Decision(late, "decision", "Tre modeller fremlægges.", "Fagchefen", date(2025, 6, 20)))
    settled = item_of(plan, meeting, "Old")
    write_decision(plan, Decision(settled, "help", "Hjælp givet.", state="done"))
    noted = item_of(plan, meeting, "Noted")
    change_item(plan, noted, 1, focus=True)
    assert "follow_up" not in proposed(plan, JULY, SECOND)["Older"]
    hold_meeting(plan, meeting)
    assert next(iter(proposed(plan, JULY, SECOND).items())) == ("Older", ["follow_up", "still_red"])
    assert proposed(plan, JULY, SECOND)["Old"] == ["still_red"]
    assert proposed(plan, JULY, SECOND)["Noted"] == ["focus", "obs"]
    assert all("follow_up" not in reasons for reasons in proposed(plan, JULY, SECOND, body="BUU").values())


def test_what_was_only_taken_note_of_is_nobodys_to_follow_up(plan: Database) -> None:
    meeting = plan_from(plan, JUNE, FIRST)
    write_decision(plan, Decision(item_of(plan, meeting, "Old"), "noted", "Direktionen tog orienteringen til sig."))
    hold_meeting(plan, meeting)
    assert proposed(plan, JULY, SECOND)["Old"] == ["still_red"]
    assert not decisions(plan.cursor(), only_open=True)
    assert [told.open for told in meetings(plan.cursor())] == [0]


def test_what_was_taken_off_and_put_on_again_is_not_told_as_taken_off(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    item = item_of(plan, meeting, "Noted")
    change_item(plan, item, 1, removed=True)
    add_item(plan, AgendaItem(meeting, ids(plan)["Noted"], None, ("added",), 9.0))
    assert not agenda_removed(plan.cursor(), meeting)


def test_an_item_keeps_its_name_when_its_month_is_not_told_of_any_more(plan: Database) -> None:
    meeting = plan_meeting(
        plan, Meeting(DIREKTIONEN, SECOND, Month(2025, 8), PLAN), [(ids(plan)["Calm"], ["added"])], "Ane"
    )
    (told,) = agenda(plan.cursor(), meeting)
    assert (told.title, told.light) == ("Calm", None)


def test_an_agenda_is_reordered_added_to_and_cut(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    change_item(plan, item_of(plan, meeting, "Yellow"), 1, position=0.5, invited="Fagchef, Teknik")
    change_item(plan, item_of(plan, meeting, "Noted"), 1, removed=True)
    add_item(plan, AgendaItem(meeting, ids(plan)["Calm"], None, ("added",), 9.0))
    add_item(plan, AgendaItem(meeting, None, "Budgetproces 2027", ("added",), 10.0))
    told = agenda(plan.cursor(), meeting)
    assert [item.title for item in told] == ["Yellow", "New", "Older", "Old", "Calm", None]
    assert told[0].invited == "Fagchef, Teknik"
    assert [item.title for item in agenda_removed(plan.cursor(), meeting)] == ["Noted"]
    assert told[-1].topic == "Budgetproces 2027"
    assert [item.in_row for item in told] == [1, 1, 4, 3, 3, None]
    assert verify(plan) == []


def test_a_line_stands_on_an_agenda_once(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    removed = item_of(plan, meeting, "Noted")
    change_item(plan, removed, 1, removed=True)
    again = AgendaItem(meeting, ids(plan)["Noted"], None, ("added",), 9.0)
    add_item(plan, again)
    with pytest.raises(MeetingError, match="allerede på dagsordenen"):
        add_item(plan, again)
    with pytest.raises(MeetingError, match="allerede på dagsordenen"):
        change_item(plan, removed, 2, removed=False)
    assert [item.title for item in agenda(plan.cursor(), meeting)].count("Noted") == 1


def test_nobody_overwrites_what_somebody_else_wrote_meanwhile(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    item = item_of(plan, meeting, "New")
    decision, version = write_decision(plan, Decision(item, "decision", "Først"), by="Ane")
    write_decision(plan, Decision(item, "decision", "Først, og mere"), decision, version, by="Bo")
    with pytest.raises(OverwriteError) as refused:
        write_decision(plan, Decision(item, "decision", "Noget andet"), decision, version, by="Ane")
    assert refused.value.newest == 2
    told = decisions(plan.cursor(), meeting)
    assert [(each.text, each.written_by) for each in told] == [("Først, og mere", "Bo")]


def test_a_held_meeting_is_locked_and_a_correction_is_seen_as_one(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    item = item_of(plan, meeting, "New")
    decision, version = write_decision(plan, Decision(item, "decision", "Udbuddet udskydes."))
    hold_meeting(plan, meeting)
    for attempt in (
        lambda: change_item(plan, item, 1, focus=True),
        lambda: add_item(plan, AgendaItem(meeting, None, "Nyt", ("added",), 10.0)),
        lambda: hold_meeting(plan, meeting),
        lambda: withdraw_meeting(plan, meeting),
    ):
        with pytest.raises(MeetingError, match="låst"):
            attempt()
    _, version = write_decision(plan, Decision(item, "decision", "Udbuddet udskydes.", state="done"), decision, version)
    assert not corrections(plan.cursor(), meeting), "what became of it is no correction"
    write_decision(plan, Decision(item, "decision", "Udbuddet udskydes til 2027.", state="done"), decision, version)
    told = corrections(plan.cursor(), meeting)
    assert [(each.text_before, each.text) for each in told] == [("Udbuddet udskydes.", "Udbuddet udskydes til 2027.")]


def test_the_light_as_the_meeting_sees_it_never_enters_the_reported_history(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    change_item(plan, item_of(plan, meeting, "New"), 1, light=Light.YELLOW)
    told = on_agenda(plan, meeting, "New")
    assert (told.light, told.seen_light) == (Light.RED, Light.YELLOW)
    assert proposed(plan, JULY, SECOND)["New"] == ["new_red"]


def test_an_udvalgs_decision_stands_on_the_line_with_the_others(plan: Database) -> None:
    new = ids(plan)["New"]
    for body, held_on in ((DIREKTIONEN, FIRST), ("ØK", SECOND)):
        meeting = plan_meeting(plan, Meeting(body, held_on, JUNE, Scope("plan")), [(new, ["added"])])
        item = item_of(plan, meeting, "New")
        write_decision(plan, Decision(item, "material", "Udvalget ønsker at modtage SØM-beregning."))
    assert [told.body for told in decisions(plan.cursor(), indsats=new)] == ["ØK", DIREKTIONEN]
    assert len(decisions(plan.cursor(), body="ØK", only_open=True)) == 1
    assert not decisions(plan.cursor(), indsats=new, until=MAY)


def test_a_line_knows_the_meetings_that_saw_it_otherwise_or_picked_it_also_without_a_decision(plan: Database) -> None:
    new = ids(plan)["New"]
    first, second = plan_from(plan, JUNE, FIRST), plan_from(plan, JULY, SECOND)
    change_item(plan, item_of(plan, first, "New"), 1, focus=True)
    change_item(plan, item_of(plan, second, "New"), 1, light=Light.YELLOW)
    told = line_meetings(plan.cursor(), new, JULY)
    assert [(each.meeting_id, each.light, each.focus) for each in told] == [
        (second, Light.YELLOW, False),
        (first, None, True),
    ]
    assert [each.meeting_id for each in line_meetings(plan.cursor(), new, JUNE)] == [first]
    assert not line_meetings(plan.cursor(), ids(plan)["Old"], JULY)


def test_what_was_decided_later_was_not_known_before(plan: Database) -> None:
    meeting = plan_from(plan, JUNE, FIRST)
    item = item_of(plan, meeting, "Old")
    decision, version = write_decision(plan, Decision(item, "decision", "Udbuddet udskydes."))
    hold_meeting(plan, meeting)
    then = utc_now()
    write_decision(plan, Decision(item, "decision", "Udbuddet udskydes.", state="done"), decision, version)
    now = shown(plan, JULY)
    told = [
        {line.title: line.reasons for line in agenda_proposal(plan.cursor(), each, DIREKTIONEN, SECOND)}["Old"]
        for each in (replace(now, known_at=then), now)
    ]
    assert told == [("follow_up", "still_red"), ("still_red",)]
    before = agenda_proposal(plan.cursor(), replace(now, known_at=datetime(2000, 1, 1)), DIREKTIONEN, SECOND)
    assert not before


def test_meetings_say_how_far_they_are_and_a_mistaken_one_goes(plan: Database) -> None:
    first, second = plan_from(plan, JUNE, FIRST), plan_from(plan, JULY, SECOND)
    write_decision(plan, Decision(item_of(plan, second, "New"), "decision", "x"))
    withdraw_meeting(plan, first)
    (told,) = meetings(plan.cursor())
    assert told.meeting_id == second
    assert (told.items, told.decisions, told.closed_at) == (5, 1, None)


def test_what_is_said_at_meetings_leaves_the_answers_about_workbooks_remembered(plan: Database) -> None:
    before = data_version(plan.cursor(), records=False)
    plan_from(plan, JULY, SECOND)
    assert data_version(plan.cursor(), records=False) == before
    assert data_version(plan.cursor()) > before


def test_a_selection_of_the_meeting_compares_with_the_month_of_the_last_one(plan: Database) -> None:
    selection = Selection(JULY, MAY, PLAN)
    assert "Yellow" in {line.title for line in agenda_proposal(plan.cursor(), selection, DIREKTIONEN, SECOND)}


def test_what_many_write_at_once_has_an_id_each(plan: Database) -> None:
    line = ids(plan)["Old"]

    def write(number: int) -> list[int]:
        return [
            plan_meeting(plan, Meeting(f"udvalg {number}", FIRST, MAY, PLAN), [(line, ["added"])], by="prøve")
            for _ in range(5)
        ]

    with ThreadPoolExecutor(max_workers=8) as threads:
        made = [meeting for several in threads.map(write, range(8)) for meeting in several]
    assert len(set(made)) == 40
    assert sorted(each.meeting_id for each in meetings(plan.cursor())) == sorted(made)
    assert verify(plan) == []


def test_a_meeting_is_moved_and_its_agenda_with_it_unless_somebody_else_did_or_it_is_locked(plan: Database) -> None:
    meeting = plan_from(plan, JUNE, FIRST)
    item = item_of(plan, meeting, "Old")
    new = AgendaItem(meeting, ids(plan)["Calm"], None, ("added",), 9.0)
    changes = [AgendaChange(item, 1, {"removed": True})]
    moved = {"held_on": SECOND, "month": JULY, "participants": ("Anna", "Bo")}
    assert change_meeting(plan, meeting, 1, moved, changes, [new], by="Ane") == 2
    (told,) = meetings(plan.cursor())
    assert (told.held_on, told.month, told.participants, told.version) == (SECOND, JULY, ("Anna", "Bo"), 2)
    assert [line.title for line in agenda(plan.cursor(), meeting)][-1] == "Calm"
    with pytest.raises(OverwriteError):
        change_meeting(plan, meeting, 1, {"month": str(MAY)})
    with pytest.raises(OverwriteError):
        change_meeting(plan, meeting, 2, {"month": str(MAY)}, [AgendaChange(item, 1, {"removed": False})])
    assert meetings(plan.cursor())[0].month == JULY, "all or nothing"
    hold_meeting(plan, meeting)
    with pytest.raises(MeetingError, match="låst"):
        change_meeting(plan, meeting, 3, {"month": str(MAY)})
    assert verify(plan) == []


def test_a_lock_is_undone_by_somebody_who_is_named_and_what_was_corrected_meanwhile_stays_a_correction(
    plan: Database,
) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    item = item_of(plan, meeting, "New")
    hold_meeting(plan, meeting, "Ane")
    write_decision(plan, Decision(item, "decision", "Skrevet, mens mødet var låst."))
    for nobody in ("", "  "):
        with pytest.raises(MeetingError, match="hvem"):
            reopen_meeting(plan, meeting, nobody)
    reopen_meeting(plan, meeting, "Bo")
    with pytest.raises(MeetingError, match="ikke låst"):
        reopen_meeting(plan, meeting, "Bo")
    assert meetings(plan.cursor())[0].closed_at is None
    change_item(plan, item, 1, focus=True)
    write_decision(plan, Decision(item, "decision", "Skrevet, mens det var åbent."))
    hold_meeting(plan, meeting, "Cia")
    assert [each.text for each in corrections(plan.cursor(), meeting)] == ["Skrevet, mens mødet var låst."]
    locks = meeting_locks(plan.cursor(), meeting)
    assert [(each.locked, each.written_by) for each in locks] == [(True, "Ane"), (False, "Bo"), (True, "Cia")]
    assert verify(plan) == []


def test_many_points_are_taken_note_of_at_once(plan: Database) -> None:
    meeting = plan_from(plan, JULY, SECOND)
    items = [item.item_id for item in agenda(plan.cursor(), meeting)]
    take_note(plan, items)
    told = decisions(plan.cursor(), meeting)
    assert {(each.item_id, each.kind, each.text, each.is_open) for each in told} == {
        (item, "noted", "", False) for item in items
    }
    with pytest.raises(MeetingError):
        take_note(plan, [items[0], 999])
    assert len(decisions(plan.cursor(), meeting)) == len(items), "all or nothing"


def test_what_an_udvalg_decided_before_the_first_status_is_entered_on_the_line_and_followed_up(plan: Database) -> None:
    old, day = ids(plan)["Old"], date(2025, 1, 23)
    before = Meeting("AU", day, Month(2025, 1), Scope("AU"))
    told = Decision(0, "material", "Udvalget ønsker at modtage SØM-beregning.", due=date(2025, 3, 1))
    first, _ = enter_decision(plan, before, old, told, "Ane")
    again, _ = enter_decision(plan, before, old, replace(told, text="Ikke udvalgets opgave."), "Ane")
    other, _ = enter_decision(plan, before, ids(plan)["New"], replace(told, kind="noted", text="Godkendt."), "Ane")
    assert first == again == other
    on_line = decisions(plan.cursor(), indsats=old, until=Month(2025, 4))
    assert [(each.body, each.held_on, each.text) for each in on_line] == [
        ("AU", day, "Udvalget ønsker at modtage SØM-beregning."),
        ("AU", day, "Ikke udvalgets opgave."),
    ]
    assert [item.light for item in agenda(plan.cursor(), first)] == [None, None]
    assert not corrections(plan.cursor(), first), "what is entered is not corrected"
    assert proposed(plan, JULY, SECOND, body="AU")["Old"] == ["follow_up", "still_red"]
    assert verify(plan) == []


def test_a_red_that_the_last_meeting_went_through_is_not_newly_red_again(plan: Database) -> None:
    """Red, not reported and red again; and a yellow that the meeting itself saw as red."""
    meeting = plan_from(plan, JULY, FIRST)
    assert list(on_agenda(plan, meeting, "New").reasons) == ["new_red"]
    change_item(plan, item_of(plan, meeting, "New"), 1, light=Light.YELLOW)
    hold_meeting(plan, meeting)
    assert proposed(plan, JULY, SECOND)["New"] == ["known_red"]
    assert proposed(plan, JULY, SECOND, body="BUU")["New"] == ["new_red"], "another body has not seen it"
    again = plan_from(plan, JULY, SECOND)
    seen = on_agenda(plan, again, "New")
    assert (seen.last_seen_light, seen.last_seen_on) == (Light.YELLOW, FIRST)
    assert on_agenda(plan, again, "Old").last_seen_light is None


def test_a_line_outside_the_meetings_scope_is_told_in_the_widest_that_has_it(
    plan: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    save_rows("2025-07", "tvaergaaende", [replace(make_row("Across", Light.YELLOW), cross_cutting=True)])
    known = ids(plan)
    lines = [(known["Across"], ["added"]), (known["New"], ["added"])]
    meeting = plan_meeting(plan, Meeting(DIREKTIONEN, SECOND, JULY, Scope("tvaergaaende")), lines)
    told = {item.title: (item.light, str(item.scope)) for item in agenda(plan.cursor(), meeting)}
    assert told == {"Across": (Light.YELLOW, "tvaergaaende"), "New": (Light.RED, "plan")}
