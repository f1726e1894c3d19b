"""What is saved and what is spent: the sign of an amount, as it is written and as it is seen."""

import pytest

from amount_table import HEAD, amounts, line, seen
from fixture_types import ReadTable
from table_reading import kinds


@pytest.mark.parametrize("heading", ["Besparelse 2025", "Reduktion 2025", "Effektivisering 2025", "Mindreudgift 2025"])
def test_savings_that_are_written_without_minus_are_told(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", 1500), line("Haller", 0), line("Skoler", 250)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: 1500}, [("D2", "savings-without-minus")])


def test_savings_with_minus_and_one_cost_among_them_are_not_told(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "Besparelse 2025"], line("Ruteplan", -1500), line("Haller", 50)])
    assert kinds(parsed) == []


def test_a_heading_of_savings_or_costs_says_nothing_of_the_sign(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "Besparelse/merudgift 2025"], line("Ruteplan", 500)])
    assert kinds(parsed) == []


@pytest.mark.parametrize("heading", ["Effektivisering", "Reduktion"])
def test_a_word_for_savings_without_a_year_may_head_the_titles(read_table: ReadTable, heading: str) -> None:
    rows = [["R001", *line("Ruteplan")], ["R002", *line("Haller")]]
    parsed, _ = read_table([["Nr", heading, "Udvalg", "Status"], *rows])
    assert ([row.title for row in parsed.rows], kinds(parsed)) == (["Ruteplan", "Haller"], [])


@pytest.mark.parametrize(
    ("above", "merge", "heading"),
    [
        ([], (), "Besparelse (-) / investering (+) 2025"),
        ([], (), "Besparelse/udvidelse 2025"),
        ([], (), "Besparelse (minus) 2025"),
        ([[None, None, None, "Effektivisering i 1.000 kr. - negative tal er besparelser"]], (), "2025"),
        ([["Negative tal er besparelser"]], (), "Besparelse 2025"),
        ([["Besparelser 2025-2028"]], ("A2:E2",), "2025"),
        ([["Besparelser og investeringer 2025-2028"]], ("A2:E2",), "2025"),
        ([[None, None, None, "Besparelser og investeringer"]], ("D2:E2",), "2025"),
    ],
)
def test_what_is_said_of_both_signs_or_of_the_plan_is_no_heading_of_savings(
    read_table: ReadTable, above: list[list[object]], merge: tuple[str, ...], heading: str
) -> None:
    rows = [line("Ruteplan", 1500, 100), line("Haller", 250, 50)]
    parsed, _ = read_table([*above, [*HEAD, heading, "2026"], *rows], merge=merge)
    assert (amounts(parsed), kinds(parsed)) == ({2025: 1500, 2026: 100}, [])


def test_savings_without_minus_are_told_once_in_a_table(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", 1500, 100), line("Haller", 250, 50)]
    parsed, _ = read_table([[*HEAD, "Besparelse 2025", "Besparelse 2026"], *rows])
    assert kinds(parsed) == [("D2", "savings-without-minus")]
    groups = [None, None, None, "Besparelser (1.000 kr.)"]
    parsed, _ = read_table([groups, [*HEAD, "2025", "2026"], *rows], merge=["D2:E2"])
    assert kinds(parsed) == [("D3", "savings-without-minus")]


@pytest.mark.parametrize(
    "number_format",
    [
        "#,##0;#,##0",
        "0;0",
        "0.0;0.0",
        "General;General",
        '#,##0 "t.kr.";#,##0 "t.kr."',
        "+#,##0;#,##0",
        "[<0]#,##0;#,##0",
        "[<=0]#,##0;#,##0",
        "[>=0]#,##0;#,##0",
        "[>0]#,##0;#,##0",
        "[>0]#,##0;[<0]#,##0;0",
        "#,##0;;",
        ";;;",
        "[>=0]#,##0;",
        "[>=0]#,##0;[Black]#,##0",
        "#,##0;[Color1]#,##0",
        "[Blue]#,##0;[Blue]#,##0",
    ],
)
@pytest.mark.parametrize("heading", ["2025", "Økonomi 2025"])
def test_a_minus_that_a_format_hides_is_told(read_table: ReadTable, number_format: str, heading: str) -> None:
    rows = [line("Ruteplan", seen(-1250, number_format)), line("Haller", seen(-80, number_format))]
    parsed, _ = read_table([[*HEAD, heading], *rows, line("Skoler", seen(500, number_format))])
    assert [row.amounts[2025] for row in parsed.rows] == [-1250, -80, 500]
    assert [(issue.cell, issue.kind) for issue in parsed.issues] == [("D3", "minus-unseen")]
    assert "her og i 1 række mere" in parsed.issues[0].message


@pytest.mark.parametrize(
    "number_format",
    [
        "#,##0",
        "#,##0;-#,##0",
        "#,##0;[Red]-#,##0",
        "#,##0;[Red]#,##0",
        "#,##0_);(#,##0)",
        '#,##0;#,##0"-"',
        "0;[Color10]0",
        "[Blue]0;[Red]0;[Red]0",
        "[<0]-#,##0;#,##0",
        "[<0][Red]#,##0;#,##0",
        "[Red][<0]#,##0;#,##0",
        "[<0](#,##0);#,##0",
        "[>=0]#,##0;-#,##0",
        "[>=1000]#,##0;#,##0",
        '[>=1000000]#,##0.0,," mio";[>=1000]#,##0," t.kr.";#,##0',
        "[=0]0;#,##0",
        "[<1000]#,##0;#,##0",
    ],
)
def test_a_minus_that_is_seen_or_shown_by_a_colour_is_not_told(read_table: ReadTable, number_format: str) -> None:
    rows = [line("Ruteplan", seen(-1250, number_format)), line("Haller", seen(500, number_format))]
    parsed, _ = read_table([[*HEAD, "2025"], *rows])
    assert kinds(parsed) == []


def test_savings_that_are_all_below_zero_need_no_minus(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", seen(-1250, "0;0")), line("Haller", seen(-80, "0;0"))]
    parsed, _ = read_table([[*HEAD, "Besparelse 2025"], *rows])
    assert kinds(parsed) == []
    parsed, _ = read_table([[*HEAD, "Besparelse 2025"], *rows, line("Skoler", seen(500, "0;0"))])
    assert kinds(parsed) == [("D3", "minus-unseen")]
