"""Amounts and codes as they are seen in the sheet: in a unit that somebody says somewhere, or that a format shows."""

from decimal import Decimal

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from amount_table import HEAD, UNCLEAR, amounts, line, seen
from dashboard.workbook import amounts as amounts_of_lines
from dashboard.workbook.amounts import SeenAmount, seen_amount
from dashboard.workbook.grid import GridCell
from fixture_types import ReadTable
from table_reading import kinds, lights


@pytest.mark.parametrize(
    ("number", "number_format", "amount"),
    [
        (1.5, '0.0 "mio. kr."', "1500"),
        (-0.5, '0.0\\ "mio. kr.";[Red]-0.0\\ "mio. kr."', "-500"),
        (1250, '#,##0 "t.kr."', "1250"),
        (1250, '#,##0\\ "tkr."', "1250"),
        (1250, '#,##0" (1.000 kr.)"', "1250"),
        (1250000, '#,##0 "kr."', "1250"),
        (1250000, '#,##0.00\\ "kr."', "1250"),
        (-1250000, "_-* #,##0.00\\ [$kr.-406]_-;\\-* #,##0.00\\ [$kr.-406]_-", "-1250"),
        (1250000, "[$kr-406]\\ #,##0", "1250"),
        (1250000, '"kr."\\ #,##0.00;[Red]\\-"kr."\\ #,##0.00', "1250"),
        (-1250000, "#,##0\\ [$DKK];(#,##0)\\ [$DKK]", "-1250"),
        (1500000, '#,##0, "t.kr."', "1500"),
        (1500000, '0.0,, "mio. kr."', "1500"),
        (2, '0.0 "mia. kr."', "2000000"),
        (1500000, '[>=1000000]0.0,,"M";[>=1000]#,##0,"k";0', "1500"),
        (250000, '[>=1000000]0.0,,"M";[>=1000]#,##0,"k";0', "250"),
        (500, "\\-#,##0", "-500"),
        (-500, "#,##0;(#,##0)", "-500"),
        (-500.25, "#,##0;[Red]#,##0", "-500.25"),
        (1250, '# ##0 "t. kr."', "1250"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-', "0"),
    ],
)
def test_an_amount_is_in_the_unit_that_its_format_shows(
    read_table: ReadTable, number: object, number_format: str, amount: str
) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], line("Ruteplan", seen(number, number_format))])
    assert (amounts(parsed), kinds(parsed)) == ({2025: Decimal(amount)}, [])


@pytest.mark.parametrize("heading", ["2025 (1.000 kr.)", "Mio. kr. 2025"])
def test_a_format_that_says_a_unit_is_believed_before_the_heading(read_table: ReadTable, heading: str) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", seen(1.5, '0.0 "mio. kr."'), "1.250 t.kr.")])
    assert amounts(parsed) == {2025: Decimal(1500)}


def test_the_format_for_kroner_is_only_dress_where_the_heading_says_thousands(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", seen(1250, '#,##0 "kr."')), line("Haller", seen(-500, '#,##0 "kr."'))]
    parsed, _ = read_table([[*HEAD, "2025 (1.000 kr.)"], *rows])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: 1250}, {2025: -500}, [])


def test_small_amounts_beside_those_plainly_in_kroner_are_in_kroner_too(read_table: ReadTable) -> None:
    kroner = '#,##0 "kr."'
    rows = [line("Ruteplan", seen(1250000, kroner), None), line("Haller", seen(50000, kroner), seen(-20000, kroner))]
    parsed, _ = read_table([[*HEAD, "2025", "2026"], *rows])
    assert (amounts(parsed), amounts(parsed, 1)) == ({2025: 1250}, {2025: 50, 2026: -20})


@pytest.mark.parametrize("written", ["11.000 kr.", seen(11000, '#,##0 "kr."'), seen(11000, "#,##0,"), 1250000])
def test_a_unit_that_nobody_says_is_told(read_table: ReadTable, written: object) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], line("Ruteplan", written)])
    assert kinds(parsed) == [("D3", UNCLEAR)]


def test_kroner_that_are_too_many_for_the_unit_of_their_heading_are_told(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025 (1.000 kr.)"], line("Ruteplan", "1.250.000 kr.")])
    assert (amounts(parsed), kinds(parsed)) == ({2025: 1250}, [("D3", UNCLEAR)])


@pytest.mark.parametrize(
    ("heading", "number", "number_format", "amount"),
    [
        ("2025", 1500000, "#,##0,", "1500"),
        ("2025", 1500000, "0.0,,", "1500"),
        ("2025 (1.000 kr.)", 1500000, "#,##0,", "1500"),
        ("2025 (mio. kr.)", 1500000, "0.0,,", "1500"),
        ("2025 (mio. kr.)", 1500, "0.0,", "1500"),
        ("2025 (1.000 kr.)", 20000, "#,##0,", "20"),
    ],
)
def test_what_is_seen_of_a_scaled_number_counts(
    read_table: ReadTable, heading: str, number: object, number_format: str, amount: str
) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", seen(number, number_format))])
    assert (amounts(parsed), kinds(parsed)) == ({2025: Decimal(amount)}, [])


@pytest.mark.parametrize(
    ("unit", "number", "amount"),
    [("Mio. kr.", 1.5, 1500), ("(1.000 kr.)", 1250, 1250), ("Hele kr.", 1250000, 1250), ("Beløb i kr.", 5000, 5),
     ("Budget, mio. kr. (2025-pl)", 1.5, 1500)],
)  # fmt: skip
@pytest.mark.parametrize("where", ["above", "merged", "below", "above in each", "corner", "two rows above"])
def test_a_unit_above_or_below_the_years_counts(
    read_table: ReadTable, unit: str, number: float, amount: int, where: str
) -> None:
    years, row = [*HEAD, "2025", "2026"], line("Ruteplan", number, -number)
    said: list[object] = [None, None, None, unit]
    rows = {
        "above": [said, years],
        "merged": [said, years],
        "below": [years, [*said, unit]],
        "above in each": [[*said, unit], years],
        "corner": [[None, unit], years],
        "two rows above": [said, [None, None, None, "Drift"], years],
    }[where]
    parsed, _ = read_table([*rows, row], merge=["D2:E2"] if where == "merged" else ())
    assert (amounts(parsed), kinds(parsed)) == ({2025: amount, 2026: -amount}, [])


def test_each_unit_above_is_of_the_years_below_it(read_table: ReadTable) -> None:
    units = [None, None, None, "Mio. kr.", None, "1.000 kr.", None]
    parsed, _ = read_table([units, [*HEAD, "2025", "2026", "2027", "2028"], line("Ruteplan", 1.5, 2, 300, 400)])
    assert amounts(parsed) == {2025: 1500, 2026: 2000, 2027: 300, 2028: 400}


def test_an_amount_of_the_plan_in_its_name_is_no_unit(read_table: ReadTable) -> None:
    said = [None, None, None, "Plan for 20 mio. kr."]
    parsed, _ = read_table([said, [*HEAD, "2025"], line("Ruteplan", 1250)])
    assert amounts(parsed) == {2025: 1250}


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1,5 mio. kr.", "1500"), ("-500 t.kr.", "-500"), ("-500 tkr", "-500"), ("1,5 mio", "1500"),
        ("1,5 mill. kr.", "1500"), ("500 tusind kr.", "500"), ("kr. 1.250.000", "1250"), ("DKK 1.250.000", "1250"),
        ("1.250.000,- kr.", "1250"), ("(500) t.kr.", "-500"), ("(500 t.kr.)", "-500"), ("500-", "-500"),
        ("- 500", "-500"), ("1,5 mia. kr.", "1500000"), ("1.250 (1.000 kr.)", "1250"), ("500.000 kroner", "500"),
    ],
)  # fmt: skip
def test_a_text_in_a_cell_says_its_unit(read_table: ReadTable, written: str, amount: str) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], line("Ruteplan", written)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: Decimal(amount)}, [])


def test_a_unit_in_a_cell_is_not_counted_twice(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "Mio. kr. 2025", "Mio. kr. 2026"], line("Ruteplan", "1,5 mio. kr.", "500 t.kr.")])
    assert amounts(parsed) == {2025: 1500, 2026: 500}


@pytest.mark.parametrize("written", [seen(0.05, "0%"), seen(0.05, "0.0 %"), "5 %"])
def test_a_share_is_no_amount(read_table: ReadTable, written: object) -> None:
    parsed, _ = read_table([[*HEAD, "2025", "2026"], line("Ruteplan", written, -100)])
    assert (amounts(parsed), kinds(parsed)) == ({2026: -100}, [("D3", "unreadable-amount")])


@pytest.mark.parametrize("number_format", ['"R"000', "\\R000", '"R"\\ 000'])
def test_a_code_that_only_its_format_shows_is_the_code(read_table: ReadTable, number_format: str) -> None:
    rows = [[seen(n, number_format), *line(title)] for n, title in ((3, "Ruteplan"), (101, "Haller"), (706, "Skoler"))]
    parsed, _ = read_table([["Nr.", *HEAD], *rows])
    assert [row.code for row in parsed.rows] == ["R003", "R101", "R706"]


@pytest.mark.parametrize("said", ["Udmøntningsplan, mio. kr.", "Status (mio. kr.)", "Plan - alle beløb i mio. kr."])
def test_a_unit_in_the_heading_of_the_sheet_counts(read_table: ReadTable, said: str) -> None:
    parsed, _ = read_table([[said], [*HEAD, "2025"], line("Ruteplan", 1.5)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: 1500}, [])


def test_a_unit_in_a_column_of_its_own_is_of_its_line(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", "mio. kr.", 1.5), line("Haller", "1.000 kr.", 500)]
    parsed, _ = read_table([[*HEAD, "Enhed", "2025"], *rows])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: 1500}, {2025: 500}, [])


def test_parts_of_small_amounts_in_no_unit_are_told_since_they_look_like_millions(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], line("Ruteplan", -1.5)])
    assert kinds(parsed) == [("D3", UNCLEAR)]


@pytest.mark.parametrize("written", [seen(1500, "#,##0 [$€-1]"), seen(1500, '#,##0 "EUR"'), "1.500 EUR"])
def test_another_currency_is_no_amount(read_table: ReadTable, written: object) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], line("Ruteplan", written)])
    assert (amounts(parsed), kinds(parsed)) == ({}, [("D3", "unreadable-amount")])


def test_an_amount_that_is_struck_is_not_read_with_the_one_beside_it(read_table: ReadTable) -> None:
    both = CellRichText([TextBlock(InlineFont(strike=True), "500 "), TextBlock(InlineFont(), "600")])
    parsed, _ = read_table([[*HEAD, "2025 (1.000 kr.)"], line("Ruteplan", both)])
    assert amounts(parsed) == {2025: 600}


def test_words_that_a_format_shows_for_a_number_are_read(read_table: ReadTable) -> None:
    words = '[=1]"Grøn";[=2]"Gul";"Rød"'
    parsed, _ = read_table([HEAD, ["Ruteplan", "ØK", seen(3, words)], ["Haller", "AU", seen(1, words)]])
    assert lights(parsed) == {"Ruteplan": "red", "Haller": "green"}


def test_a_remark_of_a_line_that_names_a_unit_is_no_note_of_all(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", -500, "Beløb i mio. kr. er usikkert"), line("Haller", -7, None)]
    parsed, _ = read_table([[*HEAD, "2025", "Bemærkning"], *rows])
    assert (amounts(parsed), amounts(parsed, 1)) == ({2025: -500}, {2025: -7})


def test_an_amount_is_read_to_the_krone(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025 (kr.)"], line("Ruteplan", 1234.56)])
    assert amounts(parsed) == {2025: Decimal("1.235")}


@pytest.mark.parametrize(
    ("heading", "amount"),
    [
        ("B25 (mio. kr.)", 1500), ("BO 25 t.kr.", 1.5), ("Budget 2025 (DKK 1,000)", 1.5), ("2025 ('000 kr.)", 1.5),
        ("2025 (1 000 kr.)", 1.5), ("Budget 2025 (1.000.000 kr.)", 1500), ("2025 mkr.", 1500), ("2025 (m DKK)", 1500),
        ("2025 mill. kr.", 1500), ("2025\nMio. kr.", 1500),
    ],
)  # fmt: skip
def test_a_unit_beside_a_year_is_known_however_it_is_written(
    read_table: ReadTable, heading: str, amount: float
) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", 1.5)])
    assert (amounts(parsed), kinds(parsed)) == ({2025: Decimal(amount)}, [])


@pytest.mark.parametrize(
    ("heading", "number"), [("2025 (mio. kr.)", 1250000), ("2025 (1.000 kr.)", 1250000), ("2025 (kr.)", 1.5)]
)
def test_a_sum_that_no_line_has_in_the_unit_of_its_heading_is_told(
    read_table: ReadTable, heading: str, number: float
) -> None:
    parsed, _ = read_table([[*HEAD, heading], line("Ruteplan", number)])
    assert kinds(parsed) == [("D3", UNCLEAR)]


@pytest.mark.parametrize(
    "above",
    [
        [["Samlet besparelse (mio. kr.)", -4.4]],
        [["Besparelse pr. borger (kr.)", 44]],
        [["Samlet råderum i mio. kr.: 45"]],
        [["Samlet beløb i mio. kr.: 45"]],
        [["Samlet beløb i mio. kr.", 45]],
        [["Råderum: 1.000.000 kr."]],
        [["Samlet råderum (mio. kr.)", None, "ca. 45"]],
        [["Besparelse pr. borger (kr.)", "44 kr./borger"]],
        [["Samlet besparelse (mio. kr.)", "=-4.4"]],
        [["Besparelse i alt", "Samlet (mio. kr.)"], ["=-4.4", "=-4.4"]],
        [["Budget 2025, mio. kr.", 3400], ["Antal indsatser", 2]],
        [["Antal indsatser", "Heraf grønne", "Samlet besparelse (mio. kr.)"], [2, 1, -4.4]],
        [[None, None, None, "Samlet (mio. kr.)", -4.4]],
        [[None, None, None, "Samlet (mio. kr.)"], [None, None, None, -4.4]],
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]])
def test_a_key_figure_above_the_table_says_no_unit(
    read_table: ReadTable, above: list[list[object]], gap: list[list[object]]
) -> None:
    rows = [line("Ruteplan", -250, -100), line("Haller", -75, None)]
    parsed, _ = read_table([*above, *gap, [*HEAD, "2025", "2026"], *rows])
    assert (amounts(parsed), amounts(parsed, 1)) == ({2025: -250, 2026: -100}, {2025: -75})
    assert UNCLEAR not in {kind for _, kind in kinds(parsed)}


def test_a_unit_in_the_heading_of_the_sheet_counts_beside_a_key_figure(read_table: ReadTable) -> None:
    above = [["Udmøntningsplan 2025-2028 (mio. kr.)"], ["Besparelse pr. borger (kr.)", 44]]
    parsed, _ = read_table([*above, [*HEAD, "2025"], line("Ruteplan", -1.5)])
    assert amounts(parsed) == {2025: -1500}


@pytest.mark.parametrize(
    ("heading", "other", "beside"),
    [("2025", "Bevilling", "1.000.000 kr."), ("2025", "Bevilling", "1.000 kr."), ("2025", "Bemærkninger", "Mio. kr.")],
)
def test_an_amount_or_a_unit_elsewhere_in_a_line_is_not_its_unit(
    read_table: ReadTable, heading: str, other: str, beside: str
) -> None:
    rows = [line("Ruteplan", -250, "500.000 kr."), line("Haller", -75, beside)]
    parsed, _ = read_table([[*HEAD, heading, other], *rows])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: -250}, {2025: -75}, [])


def test_an_amount_beside_those_in_kroner_is_not_their_unit(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", -250000, "500.000 kr."), line("Haller", -75000, "1.000 kr.")]
    parsed, _ = read_table([[*HEAD, "2025 (kr.)", "Bevilling"], *rows])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: -250}, {2025: -75}, [])


def test_an_amount_in_words_is_not_the_unit_of_its_own_line(read_table: ReadTable) -> None:
    parsed, _ = read_table([[*HEAD, "2025 (kr.)"], line("Ruteplan", "1.000 kr."), line("Haller", "75.000 kr.")])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: 1}, {2025: 75}, [])
    parsed, _ = read_table([[*HEAD, "2025 (mio. kr.)", "2026 (mio. kr.)"], line("Ruteplan", "1,5", "1.000 kr.")])
    assert amounts(parsed)[2025] == 1500


@pytest.mark.parametrize("heading", ["Enhed", "Beløbsenhed", None])
def test_a_column_of_nothing_but_units_is_of_its_lines(read_table: ReadTable, heading: str | None) -> None:
    units = ["mio. kr.", "1.000 kr.", "kr."]
    rows = [line(f"Nr. {n}", unit, n) for n, unit in enumerate(units, 1)]
    parsed, _ = read_table([[*HEAD, heading, "2025"], *rows])
    assert [amounts(parsed, n)[2025] for n in range(3)] == [1000, 2, Decimal("0.003")]


def test_a_column_of_amounts_that_are_all_alike_is_no_column_of_units(read_table: ReadTable) -> None:
    rows = [line(f"Nr. {n}", "1.000 kr.", -75000) for n in range(1, 4)]
    parsed, _ = read_table([[*HEAD, "Bevilling", "2025 (kr.)"], *rows])
    assert (amounts(parsed), kinds(parsed)) == ({2025: -75}, [])


@pytest.mark.parametrize("where", ["heading", "note", "above"])
def test_a_heading_in_thousands_counts_before_a_format_that_says_kroner(read_table: ReadTable, where: str) -> None:
    kroner = '#,##0 "kr."'
    notes: dict[str, list[list[object]]] = {"note": [["Beløb i 1.000 kr."]], "above": [[None, None, None, "1.000 kr."]]}
    above = notes.get(where, [])
    heading = [*HEAD, "2025 (1.000 kr.)" if where == "heading" else "2025"]
    rows = [line("Ruteplan", seen(145000, kroner)), line("Haller", seen(-250, kroner))]
    parsed, _ = read_table([*above, heading, *rows])
    assert (amounts(parsed), amounts(parsed, 1), kinds(parsed)) == ({2025: 145000}, {2025: -250}, [])


def test_a_format_that_says_kroner_is_doubted_where_nobody_plans_for_so_much(read_table: ReadTable) -> None:
    rows = [line("Ruteplan", seen(1250000, '#,##0 "kr."')), line("Haller", seen(-250, '#,##0 "kr."'))]
    parsed, _ = read_table([[*HEAD, "2025 (1.000 kr.)"], *rows])
    assert (amounts(parsed, 1), kinds(parsed)) == ({2025: -250}, [("D3", UNCLEAR)])


@pytest.mark.parametrize(
    ("above", "heading", "numbers"),
    [
        ([], "2025", [-250, 2.5, -1200]),
        ([], "2025", [-250, seen(2.54567, "#,##0"), -1200]),
        ([], "2025 (kr.)", [-250000, 50, -1200000]),
        ([["Beløb i hele kroner"]], "2025", [-250000, 50, -1200000]),
        ([], "2025 (1.000 kr.)", [-250, 0.05, -1200]),
    ],
)
def test_a_small_amount_beside_usual_ones_is_not_unclear(
    read_table: ReadTable, above: list[list[object]], heading: str, numbers: list[object]
) -> None:
    rows = [line(f"Nr. {n}", number) for n, number in enumerate(numbers, 1)]
    parsed, _ = read_table([*above, [*HEAD, heading], *rows])
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [("2025", [-1.5, 20, 3]), ("2025 (kr.)", [-50, -75]), ("2025 (kr.)", [-50, -250]), ("2025", [1.5, 0])],
)
def test_amounts_that_are_all_small_are_unclear(read_table: ReadTable, heading: str, numbers: list[object]) -> None:
    rows = [line(f"Nr. {n}", number) for n, number in enumerate(numbers, 1)]
    parsed, _ = read_table([[*HEAD, heading], *rows])
    assert kinds(parsed) == [("D3", UNCLEAR)]


def test_an_amount_is_seen_once(read_table: ReadTable, monkeypatch: pytest.MonkeyPatch) -> None:
    cells: list[str] = []

    def counted(cell: GridCell) -> SeenAmount | None:
        cells.append(cell.reference)
        return seen_amount(cell)

    monkeypatch.setattr(amounts_of_lines, "seen_amount", counted)
    read_table([[*HEAD, "Besparelse 2025", "2026"], line("Ruteplan", -250, "1,5 mio. kr."), line("Haller", -75, 0)])
    assert sorted(cells) == ["D3", "D4", "E3", "E4"]


def test_a_note_between_the_headings_and_the_lines_counts(read_table: ReadTable) -> None:
    rows = [["Alle beløb er i mio. kr."], ["1", *line("Ruteplan", -250)], ["2", *line("Haller", 1)]]
    parsed, _ = read_table([["Nr.", *HEAD, "2025"], *rows])
    assert amounts(parsed) == {2025: -250000}


@pytest.mark.parametrize("title", ["Nøgletal (mio. kr.)", "Samlet besparelse (mio. kr.)"])
def test_a_title_of_key_figures_says_no_unit(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([[title], ["Råderum", 45], [*HEAD, "2025"], line("Ruteplan", -250)])
    assert amounts(parsed) == {2025: -250}
