"""The definitions of the domain, asked of a small plan whose answers can be counted by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.queries import (
    Selection,
    changes,
    default_selection,
    deliveries,
    distribution,
    filter_options,
    light_counts,
    lines,
    summary,
)
from dashboard.store.database import Database
from dashboard.store.seen import Seen

MAY, JUNE = Month(2025, 5), Month(2025, 6)


@pytest.fixture
def con(database: Database) -> Seen:
    return database.cursor()


def counted(con: Seen, selection: Selection) -> dict[Any, Any]:
    return {count.light: count.n for count in light_counts(con, selection)}


def changed(con: Seen, selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for change in changes(con, selection):
        found.setdefault(change.kind, []).append(change.title)
    return found


def test_the_five_lights_are_counted_worst_first_and_done_is_no_colour(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="r", B="y", C="g", D="g", E="-", F="gx")
    assert counted(con, Selection(MAY, None, PLAN)) == {"red": 1, "yellow": 1, "green": 2, "not_reported": 1, "done": 1}
    assert list(counted(con, Selection(MAY, None, PLAN))) == ["red", "yellow", "green", "not_reported", "done"]


def test_without_a_comparison_there_is_no_count_before_and_no_change(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="r")
    selection = Selection(MAY, None, PLAN)
    assert [count.n_before for count in light_counts(con, selection)] == [None] * 5
    assert changes(con, selection) == ()


def test_every_kind_of_change_is_told_once(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="g", B="r", C="g", D="y", E="gx", F="g", G="-", H="gx", I="g", J="gx")
    report("2025-06", "plan", A="r", B="y", C="-", D="yx", E="y", G="g", I="g", J="gx", K="g")
    assert changed(con, Selection(JUNE, MAY, PLAN)) == {
        "worsened": ["A"],
        "improved": ["B"],
        "not_reported": ["C"],
        "done": ["D"],
        "reopened": ["E"],
        "gone": ["F"],
        "new": ["K"],
        "reported_again": ["G"],
        "left_when_done": ["H"],
    }  # I and J are unchanged


def test_a_change_says_from_and_to(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="g", B="y")
    report("2025-06", "plan", A="r", B="yx")
    document = summary(con, Selection(JUNE, MAY, PLAN))
    assert document["changes"]["worsened"] == [
        {"title": "A", "code": None, "from": "green", "to": "red", "udvalg": ["ØK"]}
    ]
    assert document["changes"]["done"][0]["to"] == "done"


def test_a_light_is_never_carried_forward_from_last_month(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="r")
    report("2025-06", "plan", A="-")
    assert counted(con, Selection(JUNE, MAY, PLAN))["not_reported"] == 1


def test_a_line_in_two_udvalg_counts_once_in_each_and_once_in_the_total(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="r BUU VPU", B="g BUU")
    selection = Selection(MAY, None, PLAN)
    frame = distribution(con, selection, "udvalg").set_index("value")
    assert frame["total"].to_dict() == {"BUU": 2, "VPU": 1}
    assert sum(counted(con, selection).values()) == 2
    both = Selection(MAY, None, PLAN, udvalg=("BUU", "VPU"))
    assert sum(counted(con, both).values()) == 2


def test_filters_are_combined_with_and_and_their_values_with_or(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="rP BUU", B="g BUU", C="yP AU", D="gP VPU")
    chosen = Selection(MAY, None, PLAN, udvalg=("BUU", "AU"), tema=("Partnerskaber",))
    assert set(lines(con, chosen)["title"]) == {"A", "C"}
    without_tema = Selection(MAY, None, PLAN, tema=("",))
    assert set(lines(con, without_tema)["title"]) == {"B"}


def test_a_line_that_the_workbook_does_not_speak_for_is_neither_gone_nor_unreported(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-05", "plan", A="g*", B="g")
    report("2025-06", "tvaergaaende", A="r")
    selection = Selection(JUNE, MAY, CROSS_CUTTING)
    assert changed(con, selection) == {"worsened": ["A"]}
    assert sum(counted(con, selection).values()) == 1


def test_a_month_in_which_a_scope_was_not_delivered_is_a_gap(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="g*")
    report("2025-06", "tvaergaaende", A="r")
    offered = deliveries(con)
    assert {(str(one.month), one.scope.key) for one in offered} == {
        ("2025-06", "tvaergaaende"), ("2025-05", "plan"), ("2025-05", "tvaergaaende"),
    }  # fmt: skip


def test_the_whole_plan_speaks_for_its_cross_cutting_lines_and_each_udvalgs_part(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-04", "AU", X="g AU", Y="g ØK")
    report("2025-05", "plan", A="g* AU", B="r AU", C="r ØK")
    assert counted(con, Selection(MAY, None, CROSS_CUTTING))["green"] == 1
    assert sum(counted(con, Selection(MAY, None, Scope("AU"))).values()) == 2
    assert sum(counted(con, Selection(Month(2025, 4), None, Scope("AU"))).values()) == 1


def test_a_line_is_gone_only_when_a_workbook_of_its_scope_arrives_without_it(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-05", "plan", A="g", B="g*")
    report("2025-06", "plan", A="g")
    assert changed(con, Selection(JUNE, MAY, PLAN)) == {"gone": ["B"]}


def test_the_default_is_the_newest_month_its_widest_scope_and_the_month_before_of_that_scope(
    con: Seen, report: Callable[..., None]
) -> None:
    assert default_selection(con) is None
    report("2025-03", "plan", A="g*")
    report("2025-05", "tvaergaaende", A="g")
    report("2025-06", "tvaergaaende", A="g")
    report("2025-06", "plan", A="g*")
    assert default_selection(con) == Selection(JUNE, Month(2025, 3), PLAN, plan="2025-2028")
    assert default_selection(con, scope=CROSS_CUTTING) == Selection(JUNE, MAY, CROSS_CUTTING, plan="2025-2028")
    assert default_selection(con, month=MAY) == Selection(MAY, Month(2025, 3), CROSS_CUTTING, plan="2025-2028")


def test_of_two_workbooks_of_a_month_the_newest_import_counts_and_the_disagreement_shows(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-05", "plan", A="g*", B="g*")
    report("2025-05", "tvaergaaende", A="r", B="g")
    frame = lines(con, Selection(MAY, None, PLAN)).set_index("title")
    assert frame["shown_light"].to_dict() == {"A": "red", "B": "green"}
    assert frame["disagrees"].to_dict() == {"A": True, "B": False}
    assert con.execute("SELECT count(*) FROM status WHERE title = 'A'").fetchone() == (2,)


def test_facts_that_a_narrow_workbook_leaves_out_come_from_the_plans_own(
    con: Seen, report: Callable[..., None]
) -> None:
    report("2025-05", "plan", A="g*P AU")
    report("2025-05", "tvaergaaende", A="r AU")
    assert list(lines(con, Selection(MAY, None, PLAN))["tema"]) == ["Partnerskaber"]


def test_another_month_shows_the_udvalg_a_line_had_then(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="g BUU")
    report("2025-06", "plan", A="r VPU")
    assert list(distribution(con, Selection(MAY, None, PLAN), "udvalg")["value"]) == ["BUU"]
    assert list(distribution(con, Selection(JUNE, MAY, PLAN), "udvalg")["value"]) == ["VPU"]


def test_most_red_stands_first_and_lines_without_tema_are_told(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="gP", B="r", C="y")
    frame = distribution(con, Selection(MAY, None, PLAN), "tema")
    assert frame["value"].tolist() == ["", "Partnerskaber"]
    assert frame["total"].tolist() == [2, 1]


def test_only_choices_that_exist_are_offered(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="gP BUU", B="g ØK BUU")
    options = filter_options(con, Selection(MAY, None, PLAN, udvalg=("BUU",)))
    assert [(option.value, option.n) for option in options if option.field == "udvalg"] == [("BUU", 2), ("ØK", 1)]


def test_every_line_says_which_file_sheet_and_cell_it_came_from(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", A="g")
    line = lines(con, Selection(MAY, None, PLAN)).iloc[0]
    assert (line["file_name"], line["sheet"], line["cell"]) == ("2025-05.xlsx", "Ark1", "C1")


def test_aa_and_oe_are_sorted_as_danes_do(con: Seen, report: Callable[..., None]) -> None:
    report("2025-05", "plan", Å="g", Ø="g", Z="g", Æ="g")
    assert list(lines(con, Selection(MAY, None, PLAN))["title"]) == ["Z", "Æ", "Ø", "Å"]
