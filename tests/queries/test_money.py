"""The money of a plan small enough to add up by hand, in 1.000 kr.

line  udvalg    tema            March   April             2025     2026   2027
A     ØK, KB    Partnerskaber   green   red               -100   -200,5      -
B     BUU       -               red     red                 50       50     50
C     BUU       -               green   yellow            (no amounts)
D     ØK        Partnerskaber   done    done              -400     -400      -
E     BUU       -               green   red                -30      +20      -
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.queries import Selection, lines
from dashboard.queries.matrix import matrix
from dashboard.queries.money import money, money_history
from dashboard.queries.reason_counts import reason_counts
from dashboard.store.database import Database
from dashboard.store.seen import Seen

MARCH, APRIL, MAY = (Month(2025, number) for number in (3, 4, 5))
SHOWN = Selection(APRIL, MARCH, PLAN)
AMOUNTS = {
    "A": {2025: "-100", 2026: "-200.5"},
    "B": {2025: "50", 2026: "50", 2027: "50"},
    "D": {2025: "-400", 2026: "-400"},
    "E": {2025: "-30", 2026: "20"},
}
UDVALG = {"A": ("ØK", "KB"), "B": ("BUU",), "C": ("BUU",), "D": ("ØK",), "E": ("BUU",)}


@pytest.fixture
def con(database: Database, make_row: Callable[..., StatusRow], save_rows: Callable[..., None]) -> Seen:
    def row(title: str, light: Light, reason: str | None = None) -> StatusRow:
        return replace(
            make_row(title, light, done=title == "D"),
            udvalg=UDVALG[title],
            tema="Partnerskaber" if title in "AD" else None,
            amounts={year: Decimal(amount) for year, amount in AMOUNTS.get(title, {}).items()},
            red_reason=reason,
        )

    green, yellow, red = Light.GREEN, Light.YELLOW, Light.RED
    save_rows(
        "2025-03", "plan",
        [row("A", green), row("B", red, "Gået i stå"), row("C", green), row("D", green), row("E", green)],
    )  # fmt: skip
    save_rows(
        "2025-04", "plan",
        [row("A", red, "behov for opbakning"), row("B", red, " "), row("C", yellow), row("D", green), row("E", red)],
    )  # fmt: skip
    return database.cursor()


def sums(frame: Any) -> dict[tuple[str, str, int], tuple[float, float]]:
    return {
        (row.value, row.light, row.year): (row.savings, row.expenses)
        for row in frame.itertuples()
        if row.savings or row.expenses
    }


def test_savings_and_expenses_do_not_cancel_each_other(con: Seen) -> None:
    assert sums(money(con, SHOWN)) == {
        ("", "red", 2025): (-130.0, 50.0),  # A and E; B
        ("", "red", 2026): (-200.5, 70.0),  # A; B and E
        ("", "red", 2027): (0.0, 50.0),
        ("", "done", 2025): (-400.0, 0.0),
        ("", "done", 2026): (-400.0, 0.0),
    }


def test_it_is_told_how_many_lines_have_amounts_at_all(con: Seen) -> None:
    held = money(con, SHOWN).groupby("light")[["lines", "with_amounts"]].first().T.to_dict("list")
    assert held == {"red": [3, 3], "yellow": [1, 0], "done": [1, 1]}


def test_every_year_of_the_plan_has_a_row_also_without_amounts(con: Seen) -> None:
    assert set(money(con, SHOWN)["year"]) == {2025, 2026, 2027, 2028}


def test_a_line_in_two_udvalg_counts_its_amounts_in_both_and_once_in_all(con: Seen) -> None:
    by = sums(money(con, SHOWN, "udvalg"))
    assert by["ØK", "red", 2025] == by["KB", "red", 2025] == (-100.0, 0.0)
    assert by["BUU", "red", 2025] == (-30.0, 50.0)


def test_lines_without_a_tema_are_a_group_of_their_own(con: Seen) -> None:
    by = sums(money(con, SHOWN, "tema"))
    assert by["Partnerskaber", "red", 2025] == (-100.0, 0.0)
    assert by["", "red", 2025] == (-30.0, 50.0)


def test_filters_narrow_the_sums_and_an_udvalg_stands_alone_when_it_is_filtered(con: Seen) -> None:
    kb = replace(SHOWN, udvalg=("KB",))
    assert sums(money(con, kb))["", "red", 2025] == (-100.0, 0.0)
    assert set(money(con, kb, "udvalg")["value"]) == {"KB"}


def test_the_money_of_every_month_lies_under_the_light_of_that_month(con: Seen) -> None:
    history = money_history(con, SHOWN)
    red_2025 = history[(history["light"] == "red") & (history["year"] == 2025)].set_index("month")
    assert red_2025["savings"].to_dict() == {"2025-03": 0.0, "2025-04": -130.0}
    assert red_2025["expenses"].to_dict() == {"2025-03": 50.0, "2025-04": 50.0}


def test_a_narrower_workbook_without_amounts_leaves_those_of_the_plan(
    con: Seen, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    save_rows("2025-04", "tvaergaaende", [replace(make_row("A", Light.GREEN), cross_cutting=True, udvalg=("ØK", "KB"))])
    assert sums(money(con, SHOWN))["", "green", 2026] == (-200.5, 0.0)
    told = lines(con, SHOWN).set_index("title")
    assert told.loc["A", "amounts"] == {2025: Decimal(-100), 2026: Decimal("-200.5")}
    assert told["amounts"].isna()["C"]


def test_a_narrower_workbook_with_an_amount_is_believed_for_all_of_the_line(
    con: Seen, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    corrected = replace(make_row("A", Light.RED), udvalg=("KB",), amounts={2026: Decimal(-7)})
    save_rows("2025-04", "KB", [corrected])
    assert sums(money(con, replace(SHOWN, udvalg=("KB",)))) == {("", "red", 2026): (-7.0, 0.0)}
    assert sums(money(con, Selection(APRIL, None, Scope("KB")))) == {("", "red", 2026): (-7.0, 0.0)}


def test_a_month_that_does_not_exist_has_no_money(con: Seen) -> None:
    assert money(con, Selection(MAY, None, PLAN)).empty


def test_the_matrix_counts_every_light_of_every_udvalg_in_both_months(con: Seen) -> None:
    told = {(row.value, str(row.light)): (row.n, row.n_before) for row in matrix(con, SHOWN, "udvalg")}
    assert {udvalg: told[udvalg, "red"] for udvalg in ("BUU", "KB", "ØK")} == {
        "BUU": (2, 1),
        "KB": (1, 0),
        "ØK": (1, 0),
    }
    assert told["BUU", "green"] == (0, 2)
    assert told["ØK", "done"] == (1, 1)
    assert len(told) == 15


def test_an_udvalg_that_is_no_more_stays_in_the_matrix_of_the_month_after(
    con: Seen, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    save_rows("2025-05", "plan", [replace(make_row("A", Light.RED), udvalg=("Nyt udvalg",))])
    told = matrix(con, Selection(MAY, APRIL, PLAN), "udvalg")
    reds = [row for row in told if row.light == "red"]
    assert {row.value: row.n for row in reds} == {"BUU": 0, "KB": 0, "Nyt udvalg": 1, "ØK": 0}
    assert {row.value: row.n_before for row in reds} == {"BUU": 2, "KB": 1, "Nyt udvalg": 0, "ØK": 1}


def test_a_matrix_without_a_comparison_has_nothing_before(con: Seen) -> None:
    counts = matrix(con, Selection(APRIL, None, PLAN), "udvalg")
    assert counts
    assert all(count.n_before is None for count in counts)


def test_reasons_are_counted_month_by_month_and_a_missing_one_too(con: Seen) -> None:
    told = {(row.month, row.reason): row.n for row in reason_counts(con, SHOWN).itertuples()}
    assert told == {
        ("2025-03", "Sagen er gået i stå"): 1,
        ("2025-04", "Behov for tværfaglig koordination eller opbakning"): 1,
        ("2025-04", "missing"): 2,
    }
