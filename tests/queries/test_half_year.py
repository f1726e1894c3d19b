"""The half-year status of a plan of a few lines: which list each is in, what people say otherwise, and since when."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard import queries
from dashboard.domain.clock import utc_now
from dashboard.domain.half_year import HalfYearList, half_year_before
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.intake import verify
from dashboard.queries import Ask, HalfYearLine, Selection
from dashboard.records import HalfYearSaid, OverwriteError, say_of_line
from dashboard.store.database import Database

MAY, NOVEMBER, PLAN_YEARS = Month(2025, 5), Month(2025, 11), "2025-2028"
HERE = Selection(NOVEMBER, MAY, PLAN, plan=PLAN_YEARS)
BEFORE_HALF_A_YEAR, LATER = "Evaluering (BUU) i maj 2026", "Evaluering (BUU) i juni 2026"
# title: light, cross-cutting, what it says of political treatment, and the list that it must stand in
LINES = {
    "Afsluttet": (Light.DONE, True, BEFORE_HALF_A_YEAR, "under_way"),
    "Grøn": (Light.GREEN, False, None, "under_way"),
    "Gul": (Light.YELLOW, False, LATER, "under_way"),
    "Tværgående rød": (Light.RED, True, LATER, "focus"),
    "Tværgående grøn": (Light.GREEN, True, "Evaluering behandlet i BUU i maj 2025", "focus"),
    "Tværgående uden status": (Light.NOT_REPORTED, True, None, "focus"),
    "Inden et halvt år": (Light.RED, True, BEFORE_HALF_A_YEAR, "treatment"),
    "Uden dato": (Light.NOT_REPORTED, False, "Drøftes i ØK", "treatment"),
    "Skulle være behandlet": (Light.GREEN, False, "Status (AU) i oktober 2025", "treatment"),
    "Rød": (Light.RED, False, LATER, "outside"),
    "Uden status": (Light.NOT_REPORTED, False, None, "outside"),
}


@pytest.fixture
def ask(database: Database, save_rows: Callable[..., None]) -> Ask:
    """Put questions to the lines in November, all of them green in May."""
    rows = [
        StatusRow(
            title, "Ark1", f"C{at}", f"A{at}", udvalg=("BUU",), cross_cutting=crossing, political_treatment=treatment,
            light=Light.NOT_REPORTED if light is Light.DONE else light, done=light is Light.DONE,
        )
        for at, (title, (light, crossing, treatment, _)) in enumerate(LINES.items(), start=2)
    ]  # fmt: skip
    save_rows("2025-05", "plan", [replace(row, light=Light.GREEN, done=False) for row in rows])
    save_rows("2025-11", "plan", rows)
    return queries.asks(database.cursor())


def line(ask: Ask, title: str, selection: Selection = HERE) -> HalfYearLine:
    return next(each for each in ask(queries.half_year, selection) if each.line.title == title)


def test_each_line_is_in_the_one_list_that_the_rules_give_it(ask: Ask) -> None:
    told = ask(queries.half_year, HERE)
    assert {each.line.title: each.listed_in for each in told} == {title: said[-1] for title, said in LINES.items()}
    in_list = [each.line.title for each in told if each.listed_in is HalfYearList.TREATMENT]
    assert in_list == ["Skulle være behandlet", "Inden et halvt år", "Uden dato"], "by the day of its treatment"


def test_a_line_is_placed_with_a_note_and_a_name_until_it_is_put_back(ask: Ask, database: Database) -> None:
    red = line(ask, "Rød").line.indsats_id
    say_of_line(database, PLAN_YEARS, NOVEMBER, red, HalfYearSaid(HalfYearList.FOCUS, " Aftalt "), by="Ane")
    placed = line(ask, "Rød")
    assert placed.placement is not None
    assert (placed.listed_in, placed.by_rule) == (HalfYearList.FOCUS, HalfYearList.OUTSIDE)
    assert (placed.placement.text, placed.placement.written_by) == ("Aftalt", "Ane")
    assert line(ask, "Rød", replace(HERE, month=MAY, compare=None)).placement is None, "another month is another status"
    known = utc_now()
    back = HalfYearSaid(HalfYearList.FOCUS, "", placed.placement.word_id)
    say_of_line(database, PLAN_YEARS, NOVEMBER, red, back, by="Bo")
    assert line(ask, "Rød").listed_in is HalfYearList.OUTSIDE
    assert line(ask, "Rød", replace(HERE, known_at=known)).listed_in is HalfYearList.FOCUS, "as was known then"
    assert verify(database) == []


def test_what_is_said_in_one_plan_is_not_said_in_another(
    ask: Ask, database: Database, save_rows: Callable[..., None]
) -> None:
    save_rows("2025-11", "plan", [StatusRow("Rød", "Ark1", "C2", "A2", light=Light.RED)], "2026-2029")
    other = replace(HERE, plan="2026-2029", compare=None)
    red = line(ask, "Rød", other).line.indsats_id
    assert red == line(ask, "Rød").line.indsats_id, "the line goes on"
    say_of_line(database, PLAN_YEARS, NOVEMBER, red, HalfYearSaid(HalfYearList.FOCUS, "Aftalt"), by="Ane")
    assert (line(ask, "Rød").listed_in, line(ask, "Rød", other).listed_in) == (HalfYearList.FOCUS, HalfYearList.OUTSIDE)


def test_a_highlight_stands_beside_the_placement_and_is_not_written_over_unseen(ask: Ask, database: Database) -> None:
    red = line(ask, "Rød").line.indsats_id
    said = HalfYearSaid(HalfYearList.UNDER_WAY, "Er i gang"), HalfYearSaid(None, "=SUM(A1) #set <b>")
    say_of_line(database, PLAN_YEARS, NOVEMBER, red, *said, by="Ane")
    told = line(ask, "Rød")
    assert told.placement is not None
    moved = HalfYearSaid(HalfYearList.FOCUS, "Andet", told.placement.word_id)
    with pytest.raises(OverwriteError):  # of two things that are said at once, neither stands
        say_of_line(database, PLAN_YEARS, NOVEMBER, red, moved, HalfYearSaid(None, "Noget andet"), by="Bo")
    told = line(ask, "Rød")
    assert told.highlight is not None
    assert (told.listed_in, told.highlight.text) == (HalfYearList.UNDER_WAY, "=SUM(A1) #set <b>")
    say_of_line(database, PLAN_YEARS, NOVEMBER, red, HalfYearSaid(None, "", told.highlight.word_id), by="Bo")
    assert line(ask, "Rød").highlight is None


def test_the_status_is_compared_with_the_last_half_year_that_was_delivered(
    ask: Ask, save_rows: Callable[..., None]
) -> None:
    row = StatusRow("Grøn", "Ark1", "C2", "A2", light=Light.GREEN, cross_cutting=True)
    save_rows("2026-04", "plan", [row])
    save_rows("2026-05", "tvaergaaende", [row])
    save_rows("2026-11", "plan", [row])
    compared = [(Month(2026, 4), NOVEMBER), (Month(2026, 11), NOVEMBER), (NOVEMBER, MAY), (MAY, None)]
    assert [ask(queries.half_year_selection, month) for month, _ in compared] == [
        Selection(month, compare, PLAN, plan=PLAN_YEARS) for month, compare in compared
    ]
    assert half_year_before(Month(2026, 11)) == Month(2026, 5), "which was not delivered for the whole plan"
    assert ask(queries.half_year_selection, Month(2026, 5)) is None
