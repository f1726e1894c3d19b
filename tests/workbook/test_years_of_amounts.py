"""Which year an amount is of, and which numbers are amounts of no year of a budget."""

from datetime import datetime

import pytest

from amount_table import HEAD, UNCLEAR, amounts, line, seen
from fixture_types import ReadTable
from table_reading import kinds


@pytest.mark.parametrize(
    "heading",
    ["B25", "BO25", "BF25", "B 25", "B-25", "B 2025", "Budget 25", "BO 25", "Overslag 2025", "'25", "Budgetoverslag 25",
     "BO1 2025", "Budget '25", "År 25", "Reduktion 2025", "Effektivisering 2025"],
)  # fmt: skip
def test_a_year_is_known_as_budgets_write_it(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", -50)])
    assert amounts(parsed) == {2025: -50}


@pytest.mark.parametrize("heading", ["R25", "R2025", "R 2025", "Regnskab 2025", "R003", "FR25", "R2025 (t.kr.)"])
def test_accounts_and_codes_are_no_amounts_of_a_budget(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading, "B26"], line("Ruteplan", -40, -50)])
    assert amounts(parsed) == {2026: -50}


def test_two_columns_for_one_year_are_told(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "Budget 2025", "B25"], line("Ruteplan", -100, -50)])
    assert kinds(parsed) == [("D2", "duplicate-column")]
    assert amounts(parsed) == {2025: -50}


@pytest.mark.parametrize("heading", ["Forbrug 2025 (1.000 kr.)", "Regnskab 2025, t.kr.", "Beløb i 1.000 kr. (2025-pl)"])
def test_accounts_and_levels_of_prices_are_no_amounts_of_that_year(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, "2025 (1.000 kr.)", heading], line("Ruteplan", -100, 40)])
    assert amounts(parsed) == {2025: -100}


@pytest.mark.parametrize("groups", [("Budget", "Regnskab"), ("Forventet realiseret", "Budget")])
def test_years_below_a_heading_for_accounts_are_no_amounts(read_table: ReadTable, groups: tuple[str, str]) -> None:
    budget = groups.index("Budget")
    rows = [[*HEAD, groups[0], None, groups[1]], [None, None, None, "2025", "2026", "2025", "2026"]]
    parsed, _ = read_table([*rows, line("Ruteplan", -1, -2, -3, -4)], merge=["D2:E2", "F2:G2"])
    assert amounts(parsed) == ({2025: -3, 2026: -4} if budget else {2025: -1, 2026: -2})


@pytest.mark.parametrize("heading", ["2025 tkr.", "2025, mio.", "TDKK 2025", "2025 i hele kroner", "2025 1000kr."])
def test_a_year_with_only_a_unit_beside_it_is_an_amount(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", -50)])
    assert list(amounts(parsed)) == [2025]


def test_years_that_are_dates_shown_as_years_or_numbers_shown_as_budgets_head_amounts(read_table: ReadTable) -> None:
    years = [seen(datetime(2025, 1, 1), "yyyy"), seen(26, '"B"00'), 2027]
    parsed, _ = read_table([[*HEAD, *years], line("Ruteplan", -1, -2, -3)])
    assert amounts(parsed) == {2025: -1, 2026: -2, 2027: -3}


def test_a_sum_of_several_years_is_not_the_first_ones(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "Besparelse 2025-2028", "2026"], line("Ruteplan", -100, -25)])
    assert amounts(parsed) == {2026: -25}


@pytest.mark.parametrize(
    "headings", [("Udgift 2025", "Udgift 2026"), ("Gevinst 2025", "Bevilling 2026"), ("25", "26"), (25, 26)]
)
def test_numbers_that_may_be_amounts_are_never_left_out_in_silence(
    read_table: ReadTable, headings: tuple[object, object]
) -> None:
    parsed, _ = read_table([[*HEAD, *headings], line("Ruteplan", -50, -60)])
    assert (amounts(parsed), kinds(parsed)) == ({}, [("D2", "unread-amounts")])


def test_a_year_without_a_unit_beside_one_with_a_unit_is_told(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025 (mio. kr.)", "2026"], line("Ruteplan", 2, 3)])
    assert kinds(parsed) == [("E3", UNCLEAR)]


def test_a_year_above_which_accounts_are_named_is_none_of_the_budget(read_table: ReadTable) -> None:
    groups = [None, None, None, "Budget", None, "Regnskab"]
    parsed, _ = read_table([groups, [*HEAD, "2025", "2026", "2025"], line("Ruteplan", -1, -2, -3)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -1, 2026: -2}, [])


def test_two_kinds_of_budgets_for_each_year_are_told_once_each(read_table: ReadTable) -> None:
    rows = [[*HEAD, "Drift", None, "Anlæg", None], [None, None, None, "2025", "2026", "2025", "2026"]]
    parsed, _ = read_table([*rows, line("Ruteplan", -1, -2, -3, -4)], merge=["D2:E2", "F2:G2"])
    assert kinds(parsed) == [("D3", "duplicate-column"), ("E3", "duplicate-column")]


@pytest.mark.parametrize(
    "other", ["Provenu 2025", "Besparelse 2025 i %", "Reduktion 2025", "Nettoeffekt 2025 (kr.)", "Effektivisering 2025"]
)
@pytest.mark.parametrize("year", ["2025", "2025 (1.000 kr.)"])
def test_a_bare_year_is_the_amount_before_what_only_a_year_makes_one(
    read_table: ReadTable, year: str, other: str
) -> None:
    parsed, _ = read_table([[*HEAD, year, other], line("Ruteplan", -250, -10), line("Haller", -75, -5)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -250}, [])
    parsed, _ = read_table([[*HEAD, other, year], line("Ruteplan", -10, -250), line("Haller", -5, -75)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -250}, [])


def test_a_bare_year_is_the_amount_before_a_saving_of_that_year(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025", "Besparelse 2025"], line("Ruteplan", -250, -10)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -250}, [("E2", "duplicate-column")])


def test_a_title_of_accounts_over_the_whole_table_is_no_heading_of_its_years(read_table: ReadTable) -> None:
    parsed, _ = read_table([["Forventet regnskab maj"], [*HEAD, "2025"], line("Ruteplan", -1)], merge=["A2:D2"])
    assert amounts(parsed) == {2025: -1}


@pytest.mark.parametrize(
    "heading",
    ["Antal elever 2025", "Årsværk 2026", "Timer 2025", "Uge 2025", "Andel 2025", "Møder i 2025", "Point 2025",
     "Elevtal 2025", "Borgere 2025", "Effekt 2025 i %", "Boliger 2025", "Fuldtidsstillinger 2025", "CO2 2025 (ton)"],
)  # fmt: skip
def test_a_heading_of_something_that_is_counted_is_no_unread_amount(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", 50), line("Haller", 60)])
    assert (amounts(parsed), kinds(parsed)) == ({}, [])


@pytest.mark.parametrize("word", ["Drift", "Anlæg", "Råderum", "Ramme", "Pulje", "Midler"])
def test_a_word_for_money_with_a_year_beside_it_is_an_amount(read_table: ReadTable, word: str) -> None:
    rows = [line("Ruteplan", 50, -10), line("Haller", 60, -20)]
    parsed, _ = read_table([[*HEAD, f"{word} 2025", f"{word} 2026 (1.000 kr.)"], *rows])
    assert (amounts(parsed), kinds(parsed)) == ({2025: 50, 2026: -10}, [])


@pytest.mark.parametrize("word", ["Pulje", "Midler"])
def test_money_that_is_there_is_not_the_amount_beside_the_bare_year(read_table: ReadTable, word: str) -> None:
    parsed, _ = read_table([[*HEAD, "2025", f"{word} 2025"], line("Ruteplan", -50, 10), line("Haller", -60, 20)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -50}, [])


@pytest.mark.parametrize("words", [("Drift", "Anlæg"), ("Provenu", "Reduktion")])
def test_of_two_parts_of_a_year_none_is_read_as_the_whole(read_table: ReadTable, words: tuple[str, str]) -> None:
    parsed, _ = read_table([[*HEAD, *(f"{word} 2025" for word in words)], line("Ruteplan", -250, -10)])
    assert (amounts(parsed), kinds(parsed)) == ({}, [("D2", "unread-amounts")])
