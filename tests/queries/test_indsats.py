"""One line of a small plan, told by two kinds of workbooks, with its life counted by hand.

month     workbook       Flådestyring                                  beside it
2025-03   cross-cutting  yellow, »Kortlægning er i gang.«              -
2025-04   whole plan     green, ØK, 4. kvartal 2025, 2025: -1250       Kloge m2 green, Aktindsigt green
2025-05   cross-cutting  red, the text changed, no schedule            -
2025-06   whole plan     red, ØK and KB, 2. kvt. 2026, 2025: -900      Klog brug af m² (the same), Aktindsigt gone
2025-07   whole plan     done                                          Postgange, which continues Aktindsigt
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.intake import decide
from dashboard.intake.recognise import recognise_lines
from dashboard.queries import (
    Selection,
    known_names,
    light_counts,
    line_amounts,
    line_changes,
    line_inherited,
    line_names,
    line_places,
    line_relations,
    line_timeline,
    lines,
)
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names as known_spellings
from dashboard.store.line_months import differences
from dashboard.store.seen import Seen
from dashboard.store.snapshots import ReceivedFile, save_snapshot

APRIL, JUNE, JULY = Month(2025, 4), Month(2025, 6), Month(2025, 7)
IN_JULY = Selection(JULY, None, PLAN)


def line(title: Any, light: str = "green", **facts: Any) -> StatusRow:
    return StatusRow(title=title, sheet="Ark1", cell="C1", title_cell="A1", light=Light(light), **facts)


@pytest.fixture
def tell(database: Database) -> Callable[..., None]:
    def save(month: Any, scope: Any, *rows: Any) -> None:
        snapshot = Snapshot("2025-2028", Month.parse(month), Scope(scope), rows)
        file = ReceivedFile(f"{scope}-{month}.xlsx", month + scope, b"", datetime(2026, 1, 1), "prøve")
        with database.transaction() as con:
            save_snapshot(con, file, snapshot, recognise_lines(rows, known_spellings(con))[0])

    return save


@pytest.fixture
def ids(database: Database, tell: Callable[..., None]) -> dict[str, int]:
    fleet: dict[str, Any] = {"code": "R003", "cross_cutting": True}
    in_plan = fleet | {"udvalg": ("ØK",), "schedule": "4. kvartal 2025", "amounts": {2025: Decimal(-1250)}}
    tell("2025-03", "tvaergaaende", line("Flådestyring", "yellow", status_text="Kortlægning er i gang.", **fleet))
    tell(
        "2025-04",
        "plan",
        line("Flådestyring", status_text="Kortlægning er i gang.", **in_plan),
        line("Kloge m2"),
        line("Aktindsigt"),
    )
    tell("2025-05", "tvaergaaende", line("Flådestyring", "red", status_text="Udbuddet er gået i stå.", **fleet))
    moved = in_plan | {"udvalg": ("ØK", "KB"), "schedule": "2. kvt. 2026", "amounts": {2025: Decimal(-900)}}
    tell("2025-06", "plan", line("Flådestyring", "red", **moved), line("Klog brug af m²", "yellow"))
    tell(
        "2025-07",
        "plan",
        line("Flådestyring", "red", done=True, **moved | {"schedule": "2. Kvartal 2026"}),
        line("Klog brug af m²"),
        line("Postgange"),
    )
    found = dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    decide(database, "same", found["Klog brug af m²"], found["Kloge m2"], "Anne")
    decide(database, "continues", found["Postgange"], found["Aktindsigt"], "Bo")
    return found


@pytest.fixture
def con(database: Database, ids: dict[str, int]) -> Seen:
    return database.cursor()


def changed(con: Seen, selection: Selection, indsats_id: Any) -> list[tuple[str, Any, Any, Any]]:
    found = line_changes(con, selection, indsats_id)
    return [(str(change.month), change.field, change.old_text, change.new_text) for change in found]


def test_the_life_has_the_months_that_only_a_narrower_workbook_tells(con: Seen, ids: dict[str, int]) -> None:
    life = line_timeline(con, IN_JULY, ids["Flådestyring"])
    assert [(str(told.month), told.own, told.state, str(told.told_by)) for told in life] == [
        ("2025-03", False, "yellow", "tvaergaaende"),
        ("2025-04", True, "green", "plan"),
        ("2025-05", False, "red", "tvaergaaende"),
        ("2025-06", True, "red", "plan"),
        ("2025-07", True, "done", "plan"),
    ]
    assert [told.kind for told in life] == [None, "improved", "worsened", "unchanged", "done"]


def test_nothing_after_the_month_is_known(con: Seen, ids: dict[str, int]) -> None:
    then = Selection(APRIL, None, PLAN)
    assert [told.month for told in line_timeline(con, then, ids["Flådestyring"])] == [Month(2025, 3), APRIL]
    assert changed(con, then, ids["Flådestyring"]) == []
    assert [name.title for name in line_names(con, then, ids["Kloge m2"])] == ["Kloge m2"]
    assert line_relations(con, then, ids["Aktindsigt"]) == ()
    assert "Postgange" not in {name.title for name in known_names(con, APRIL)}


def test_what_a_workbook_leaves_out_is_no_change_of_a_fact_but_an_emptied_text_is_one(
    con: Seen, ids: dict[str, int]
) -> None:
    assert changed(con, IN_JULY, ids["Flådestyring"]) == [
        ("2025-05", "status_text", "Kortlægning er i gang.", "Udbuddet er gået i stå."),
        ("2025-06", "udvalg", "ØK", "ØK, KB"),
        ("2025-06", "schedule", "4. kvartal 2025", "2. kvt. 2026"),
        ("2025-06", "status_text", "Udbuddet er gået i stå.", ""),
    ]  # in July "2. Kvartal 2026" is the same time as "2. kvt. 2026"


def test_a_moved_schedule_is_told_in_the_month_of_the_scope_that_says_so(con: Seen, ids: dict[str, int]) -> None:
    moved = con.execute("SELECT scope, month, schedule_before, schedule FROM moved_schedule ORDER BY scope").fetchall()
    assert moved == [
        ("plan", "2025-06", "4. kvartal 2025", "2. kvt. 2026"),
        ("tvaergaaende", "2025-06", "4. kvartal 2025", "2. kvt. 2026"),
        ("ØK", "2025-06", "4. kvartal 2025", "2. kvt. 2026"),
    ]  # KB had not been told of it before
    assert not differences(con)  # each month was written after the others


def test_an_amount_says_what_it_was_when_it_was_last_told(con: Seen, ids: dict[str, int]) -> None:
    amounts = line_amounts(con, IN_JULY, ids["Flådestyring"])
    told = [(str(each.month), each.year, each.amount, each.amount_before) for each in amounts]
    assert told == [
        ("2025-04", 2025, -1250.0, None),
        ("2025-06", 2025, -900.0, -1250.0),
        ("2025-07", 2025, -900.0, -900.0),
    ]


def test_a_line_that_leaves_is_absent_and_says_since_when(con: Seen, ids: dict[str, int]) -> None:
    life = line_timeline(con, IN_JULY, ids["Aktindsigt"])
    assert [told.state for told in life] == ["green", "absent", "absent"]
    assert [told.kind for told in life] == [None, "gone", None]
    assert life[-1].in_row == 2


def test_a_first_month_is_new_only_where_the_scope_was_told_of_before(con: Seen, ids: dict[str, int]) -> None:
    assert line_timeline(con, IN_JULY, ids["Postgange"])[0].kind == "new"
    assert line_timeline(con, IN_JULY, ids["Kloge m2"])[0].kind is None


def test_a_renamed_line_keeps_its_life_and_says_who_confirmed_it(con: Seen, ids: dict[str, int]) -> None:
    names = line_names(con, IN_JULY, ids["Kloge m2"])
    assert [(name.title, str(name.first_month), str(name.last_month)) for name in names] == [
        ("Klog brug af m²", "2025-06", "2025-07"),
        ("Kloge m2", "2025-04", "2025-04"),
    ]
    assert names[0].confirmed_by == "Anne"
    assert names[1].confirmed_by is None
    assert ("2025-06", "title", "Kloge m2", "Klog brug af m²") in changed(con, IN_JULY, ids["Kloge m2"])


def test_a_line_that_continues_another_has_its_history_before_its_own(con: Seen, ids: dict[str, int]) -> None:
    inherited = line_inherited(con, IN_JULY, ids["Postgange"])
    assert [(str(told.month), told.state) for told in inherited] == [
        ("2025-04", "green"),
        ("2025-06", "absent"),
    ]
    (parent,) = line_relations(con, IN_JULY, ids["Postgange"])
    assert (parent.relation, parent.title, parent.decided_by) == ("parent", "Aktindsigt", "Bo")
    (child,) = line_relations(con, IN_JULY, ids["Aktindsigt"])
    assert (child.relation, child.title) == ("continuation", "Postgange")


def test_workbooks_of_a_month_that_disagree_both_speak(
    con: Seen, ids: dict[str, int], tell: Callable[..., None]
) -> None:
    tell("2025-07", "tvaergaaende", line("Flådestyring", "yellow", code="R003", cross_cutting=True))
    july = line_timeline(con, IN_JULY, ids["Flådestyring"])[-1]
    assert (july.state, july.told_by) == ("yellow", CROSS_CUTTING)
    assert [(other.scope, other.light) for other in july.others] == [(PLAN, "done")]


def test_a_line_is_found_in_the_scopes_that_tell_it(con: Seen, ids: dict[str, int]) -> None:
    assert [place.scope for place in line_places(con, IN_JULY, ids["Aktindsigt"])] == [PLAN]
    places = line_places(con, Selection(Month(2025, 3), None, PLAN), ids["Flådestyring"])
    assert {place.scope: place.nearest_month for place in places}[CROSS_CUTTING] == Month(2025, 3)
    assert line_timeline(con, Selection(JULY, None, CROSS_CUTTING), ids["Aktindsigt"]) == ()
    assert line_places(con, IN_JULY, 999) == ()


def test_earlier_names_lead_to_the_line_too(con: Seen, ids: dict[str, int]) -> None:
    names = known_names(con)
    meant = [name for name in names if name.indsats_id == ids["Kloge m2"]]
    assert [name.title for name in meant] == ["Klog brug af m²", "Kloge m2"]
    assert {name.title_now for name in meant} == {"Klog brug af m²"}
    assert {name.light for name in meant} == {"green"}


def test_a_moved_end_and_another_percentage_are_changes_and_a_cell_further_down_is_none(
    con: Seen, ids: dict[str, int], tell: Callable[..., None]
) -> None:
    def august(month: Any, end: Any, percent: Any, row: Any) -> None:
        parts = (LinePart("Udbud", f"A{row}", Light.YELLOW),)
        tell(month, "plan", line("Flådestyring", expected_end=end, percent_done=percent, subtasks=parts, code="R003"))

    august("2025-08", "31.12.2025", "50 %", 5)
    august("2025-09", "30.06.2026", "75 %", 6)
    september = changed(con, Selection(Month(2025, 9), None, PLAN), ids["Flådestyring"])
    assert [row for row in september if row[0] == "2025-09"] == [
        ("2025-09", "expected_end", "31.12.2025", "30.06.2026"),
        ("2025-09", "percent_done", "50 %", "75 %"),
    ]


def test_an_expected_end_is_lent_by_the_plans_workbook_and_what_is_said_of_the_month_is_not(
    con: Seen, tell: Callable[..., None]
) -> None:
    facts: dict[str, Any] = {
        "expected_end": "31.12.2026",
        "percent_done": "75 %",
        "remark": "se her",
        "cross_cutting": True,
    }
    tell("2025-08", "plan", line("Bosætning", subtasks=(LinePart("Udbud", "A5"),), **facts))
    tell("2025-08", "tvaergaaende", line("Bosætning", "red", cross_cutting=True))
    (told,) = lines(con, Selection(Month(2025, 8), None, PLAN)).fillna("").to_dict("records")
    assert (told["light"], told["expected_end"]) == ("red", "31.12.2026")
    assert (told["percent_done"], told["remark"], told["subtasks"]) == ("", "", "")


def test_an_expected_end_and_a_hundred_percent_make_no_line_done(con: Seen, tell: Callable[..., None]) -> None:
    tell("2025-08", "plan", line("Bosætning", "red", expected_end="31.12.2024", percent_done="100 %"))
    (told,) = lines(con, Selection(Month(2025, 8), None, PLAN)).to_dict("records")
    assert (told["shown_light"], told["done"]) == ("red", False)


def test_parts_are_not_counted_and_are_no_lines(con: Seen, tell: Callable[..., None]) -> None:
    parts = (LinePart("Udbud", "A5", Light.RED), LinePart("Kontrakt", "A6", done=True))
    tell("2025-08", "plan", line("Bosætning", subtasks=parts))
    counts = light_counts(con, Selection(Month(2025, 8), None, PLAN))
    assert {count.light: count.n for count in counts} == {
        "red": 0,
        "yellow": 0,
        "green": 1,
        "not_reported": 0,
        "done": 0,
    }


@pytest.mark.parametrize("searched", ["31.12.2026", "75 %", "spørg anne"])
def test_a_line_is_found_by_its_new_facts(con: Seen, tell: Callable[..., None], searched: str) -> None:
    facts: dict[str, Any] = {"expected_end": "31.12.2026", "percent_done": "75 %", "remark": "Spørg Anne"}
    tell("2025-08", "plan", line("Bosætning", **facts), line("Andet"))
    assert list(lines(con, Selection(Month(2025, 8), None, PLAN, text=searched))["title"]) == ["Bosætning"]
