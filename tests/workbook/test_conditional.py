"""Lights that only conditional formatting or a legend gives."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle

from dashboard.domain.issue import Issue
from fixture_types import Read
from workbook_maker import GREEN, RED, YELLOW, Cell, write_workbook

FILLS = {name: PatternFill(bgColor=fill) for name, fill in (("g", GREEN), ("y", YELLOW), ("r", RED))}
HEAD = [["Tværgående indsatser, maj 2025"], ["Indsats", "Udvalg", "Lys"]]


def contains(text: Any, fill: Any, priority: Any) -> Any:
    rule = Rule(type="containsText", operator="containsText", text=text, dxf=DifferentialStyle(fill=FILLS[fill]))
    rule.formula = [f'NOT(ISERROR(SEARCH("{text}",C3)))']
    rule.priority = priority
    return rule


@pytest.fixture
def read_with(tmp_path: Path, read: Read) -> Callable[..., tuple[list[tuple[str, str | None]], set[str]]]:
    def make(values: Any, *rules: Any, extra: Any = ()) -> tuple[list[tuple[str, Any]], set[str]]:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        for row in (*HEAD, *((f"L{n}", "ØK", value) for n, value in enumerate(values)), *extra):
            sheet.append(row)
        for rule in rules:
            sheet.conditional_formatting.add("C3:C20", rule)
        workbook.save(tmp_path / "a.xlsx")
        parsed = read(tmp_path / "a.xlsx")
        return [(str(row.light), row.light_source) for row in parsed.rows], {issue.kind for issue in parsed.issues}

    return make


def test_a_rule_gives_the_light_of_a_value_that_says_nothing_by_itself(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    rules = [
        CellIsRule(operator="equal", formula=[str(n)], fill=FILLS[fill]) for n, fill in ((1, "g"), (2, "y"), (3, "r"))
    ]
    lights, _ = read_with([1, 2, 3], *rules)
    assert lights == [(light, "conditional formatting") for light in ("green", "yellow", "red")]


def test_the_first_rule_by_priority_counts_and_the_cells_own_word_beats_them_all(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    lights, _ = read_with(["Forsinket", "Grøn"], contains("r", "r", 2), contains("Forsinket", "y", 1))
    assert lights == [("yellow", "conditional formatting"), ("green", "word")]


def test_a_formula_on_the_cells_own_value_counts_and_one_on_another_cell_does_not(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    own = FormulaRule(formula=['$C3="Efter planen"'], fill=FILLS["g"])
    other = FormulaRule(formula=["$F3>5"], fill=FILLS["r"])
    lights, kinds = read_with(["Efter planen", "Noget andet"], own, other)
    assert lights == [("green", "conditional formatting"), ("not_reported", None)]
    assert "unknown-light" in kinds


def test_icons_give_the_light_of_numbers_also_when_the_set_has_no_name(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    named = IconSetRule("3TrafficLights2", "num", [0, 2, 3])
    assert [light for light, _ in read_with([1, 2, 3], named)[0]] == ["red", "yellow", "green"]
    nameless = IconSetRule("3TrafficLights1", "num", [0, 2, 3], reverse=True)
    nameless.iconSet.iconSet = None
    assert [light for light, _ in read_with([1, 2, 3], nameless)[0]] == ["green", "yellow", "red"]


def test_numbers_are_lights_when_a_legend_says_so_and_errors_otherwise(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    legend = [(), ("1 = Grøn",), ("2 = Gul",), ("3 = Rød",)]
    assert [light for light, _ in read_with([1, 3], extra=legend)[0]] == ["green", "red"]
    together = [(), ("1 = Grøn, 2 = Gul, 3 = Rød",)]
    assert [light for light, _ in read_with([1, 3, "1-2"], extra=together)[0]] == ["green", "red", "not_reported"]
    assert "unknown-light" in read_with([1, 3])[1]


def test_emoji_and_coloured_signs_are_lights(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    assert [light for light, _ in read_with(["🟢", "🟡", "🔴"])[0]] == ["green", "yellow", "red"]


def state(fill: Any, formula: Any, **given: Any) -> Any:
    return FormulaRule(formula=[formula], fill=FILLS[fill], **given)


@pytest.fixture
def read_beside(tmp_path: Path, read: Read) -> Callable[..., tuple[list[str], list[Issue]]]:
    """Read lines whose cells for the light are empty, with rules on them and a word or number in another column."""

    def make(beside: Any, *rules: Any, area: str = "C3:C20") -> tuple[list[str], list[Any]]:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        for row in (*HEAD, *((f"L{n}", "ØK", None, value) for n, value in enumerate(beside))):
            sheet.append(row)
        sheet["D2"], sheet["F1"] = "Vurdering", "krise"
        for rule in rules:
            sheet.conditional_formatting.add(area, rule)
        workbook.save(tmp_path / "a.xlsx")
        parsed = read(tmp_path / "a.xlsx")
        return [str(row.light) for row in parsed.rows], [i for i in parsed.issues if i.kind == "unread-rule"]

    return make


def test_an_empty_cell_has_the_light_that_a_rule_on_the_row_gives_it(
    read_beside: Callable[..., tuple[list[str], list[Issue]]],
) -> None:
    rules = [state("g", '$D3="ok"'), state("y", '$D3="obs"'), state("r", '$D3="krise"')]
    lights, told = read_beside(["ok", "KRISE", "obs", None], *rules)
    assert (lights, told) == (["green", "red", "yellow", "not_reported"], [])


@pytest.mark.parametrize(
    ("formula", "fires_on"),
    [
        ("D3>5", [6, 10, "X", "sen start"]),  # a text is greater than any number
        ("AND(D3>=5,D3<10)", [5, 6]),
        ('OR($D3=1,$D3="x")', [1, "X"]),
        ("NOT(ISBLANK($D3))", [1, 5, 6, 10, "X", "sen start"]),
        ('ISNUMBER(SEARCH("start",D3))', ["sen start"]),
        ('NOT(ISERROR(FIND("sen",D3)))', ["sen start"]),
        ('LEFT(D3,LEN("sen"))="SEN"', ["sen start"]),
        ('RIGHT(D3,5)="start"', ["sen start"]),
        ("IF(ISNUMBER(D3),D3/2=5,FALSE)", [10]),
        ("$D3*2-1=D3+5*1", [6]),
        ("D3+50%=1.5", [1]),
        ('$D3&"!"="5!"', [5]),
        ("D3=$D$4", [5]),
        ("D2=1", [5]),
        ('$F$1="krise"', [1, 5, 6, 10, "X", "sen start", None]),
        ("-D3<-6", [10]),
        ('TRIM(UPPER(D3))="X"', ["X"]),
        ('SEARCH("s?n*rt",D3)=1', ["sen start"]),
        ('SEARCH("~*",D3)', []),
        ("MOD(D3,D3-1)+1/(D3-5)>=0", [6, 10]),
        ("(D3-6)^0.5>=0", [6, 10]),
        ("9999^D3>1E300", []),
        ("AND(MOD(ROW(),2)=1,D3<>99)", [1, 6, "X", None]),
        ("D3+DATE(2025,14,0)=46063", [10]),
    ],
)
def test_a_formula_is_worked_out_as_excel_does(
    read_beside: Callable[..., tuple[list[str], list[Issue]]], formula: str, fires_on: Any
) -> None:
    beside = [1, 5, 6, 10, "X", "sen start", None]
    lights, told = read_beside(beside, state("r", formula))
    assert [value for value, light in zip(beside, lights, strict=True) if light == "red"] == fires_on
    assert told == []


def test_the_first_rule_that_fills_decides_and_one_that_stops_ends_the_rest(
    read_beside: Callable[..., tuple[list[str], list[Issue]]],
) -> None:
    both = [state("y", "$D3>1"), state("r", "$D3>2")]
    assert read_beside([2, 3], *both)[0] == ["yellow", "yellow"]
    stop = FormulaRule(formula=["$D3>2"], stopIfTrue=True)
    assert read_beside([2, 3], stop, state("r", "$D3>1"))[0] == ["red", "not_reported"]
    white = FormulaRule(formula=["$D3>2"], fill=PatternFill(bgColor="FFFFFF"))
    assert read_beside([2, 3], white, state("r", "$D3>1"))[0] == ["red", "not_reported"]
    bold = FormulaRule(formula=["$D3>2"])
    assert read_beside([2, 3], bold, state("r", "$D3>1"))[0] == ["red", "red"]


def test_a_rule_that_colours_whole_rows_gives_their_light_and_nothing_else(
    read_beside: Callable[..., tuple[list[str], list[Issue]]],
) -> None:
    lights, told = read_beside(["krise", "ok"], state("r", '$D3="krise"'), state("g", '$D3="ok"'), area="A3:D20")
    assert (lights, told) == (["red", "green"], [])


def test_a_rule_compares_the_cell_with_another(read_beside: Callable[..., tuple[list[str], list[Issue]]]) -> None:
    more = CellIsRule(operator="greaterThan", formula=["$D$3"], fill=FILLS["r"])
    between = CellIsRule(operator="between", formula=["$D$3+1", "10"], fill=FILLS["y"])
    assert read_beside([-1], more)[0] == ["red"]  # an empty cell is a nought
    assert read_beside([-1], between)[0] == ["yellow"]


@pytest.mark.parametrize(
    "formula", ["$D3<TODAY(1)", "Ark2!D3=1", "VLOOKUP($D3,$H$1:$I$9,2)=1", "status=1", "$D3=", "(("]
)
def test_lights_that_a_rule_beyond_us_may_give_are_an_error_that_names_rule_and_cells(
    read_beside: Callable[..., tuple[list[str], list[Issue]]], formula: str
) -> None:
    lights, told = read_beside([1, 2], state("r", formula), state("g", "$D3=2"))
    assert lights == ["not_reported", "not_reported"]
    (issue,) = told
    assert (issue.cell, issue.is_error) == ("C3", True)
    assert f"={formula}" in issue.message
    assert "C3, C4" in issue.message


@pytest.fixture
def read_filled(tmp_path: Path, read: Read) -> Callable[..., tuple[list[str], list[Issue]]]:
    """Read lines whose cells for the light are all filled green, with rules on them and numbers beside."""

    def make(*rules: Any, area: str = "C3:C20") -> tuple[list[str], list[Any]]:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        for row in (*HEAD, *((f"L{n}", "ØK", None, n) for n in (1, 2, 3))):
            sheet.append(row)
        for line in (3, 4, 5):
            sheet.cell(line, 3).fill = PatternFill("solid", fgColor=GREEN)
        for rule in rules:
            sheet.conditional_formatting.add(area, rule)
        workbook.save(tmp_path / "a.xlsx")
        parsed = read(tmp_path / "a.xlsx")
        return [str(row.light) for row in parsed.rows], [i for i in parsed.issues if i.kind == "unread-rule"]

    return make


def test_a_rules_fill_hides_the_cells_own(read_filled: Callable[..., tuple[list[str], list[Issue]]]) -> None:
    assert read_filled(state("r", "$D3=2"))[0] == ["green", "red", "green"]
    white = FormulaRule(formula=["$D3>2"], fill=PatternFill(bgColor="FFFFFF"))
    assert read_filled(white)[0] == ["green", "green", "not_reported"]
    assert read_filled(FormulaRule(formula=["$D3>2"], font=Font(color=RED)))[0] == ["green"] * 3


@pytest.mark.parametrize("area", ["C3:C20", "A3:D20"])
def test_a_rule_beyond_us_that_may_hide_a_light_is_an_error(
    read_filled: Callable[..., tuple[list[str], list[Issue]]], area: str
) -> None:
    grey = FormulaRule(formula=["$D3<TODAY(1)"], fill=PatternFill(bgColor="BFBFBF"))
    lights, (told,) = read_filled(grey, area=area)
    assert lights == ["not_reported"] * 3
    assert "C3, C4, C5" in told.message
    assert read_filled(grey, area="A3:A20") == (["green"] * 3, [])


def test_a_light_below_a_rule_beyond_us_that_stops_is_an_error(
    read_beside: Callable[..., tuple[list[str], list[Issue]]],
) -> None:
    stop = FormulaRule(formula=["COUNTIF($D$3:$D$9,$D3)>1"], stopIfTrue=True)
    lights, told = read_beside([1, None], stop, state("r", "$D3=1"))
    assert (lights, len(told)) == (["not_reported", "not_reported"], 1)


def test_a_fill_counts_before_a_fonts_colour_whatever_their_order_and_an_empty_cell_shows_none(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    ink = FormulaRule(formula=['$C3<>"a"'], font=Font(color=RED))
    lights, _ = read_with(["b", "c", None], ink, state("g", '$C3="b"'))
    assert [light for light, _ in lights] == ["green", "red", "not_reported"]


@pytest.mark.parametrize(
    ("kind", "steps", "shown"),
    [
        ("num", [0, "$G$1", 3], ["red", "yellow", "green"]),
        ("formula", [0, "1+1", "3"], ["red", "yellow", "green"]),
        ("percentile", [0, 40, 60], ["red", "yellow", "green"]),
        ("formula", [0, "$G$1*Grense", "3"], ["not_reported"] * 3),
    ],
)
def test_icons_are_shown_from_numbers_that_are_worked_out(
    tmp_path: Path, read: Read, kind: str, steps: Any, shown: Any
) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (*HEAD, *((f"L{n}", "ØK", n) for n in (1, 2, 3))):
        sheet.append(row)
    sheet["G1"] = 2
    sheet.conditional_formatting.add("C3:C5", IconSetRule("3TrafficLights1", kind, steps))
    workbook.save(tmp_path / "a.xlsx")
    parsed = read(tmp_path / "a.xlsx")
    assert [str(row.light) for row in parsed.rows] == shown
    assert any(issue.kind == "unread-rule" for issue in parsed.issues) is (shown[0] == "not_reported")


def test_an_icon_may_be_shown_only_above_its_number(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    above = IconSetRule("3TrafficLights1", "num", [0, 1, 2])
    for step in above.iconSet.cfvo:
        step.gte = False
    assert [light for light, _ in read_with([1, 2, 3], above)[0]] == ["red", "yellow", "green"]


CHOSEN_ICONS = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="1">'
    '<x14:iconSet iconSet="3Arrows" custom="1"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo>'
    '<x14:cfIcon iconSet="%s" iconId="0"/></x14:iconSet></x14:cfRule><xm:sqref>C3:C5</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
)


LOST_ICONS = (
    '<conditionalFormatting sqref="C3:C5"><cfRule type="iconSet" priority="1"><iconSet><cfvo type="num" val="0"/>'
    '<cfvo type="num" val="Grense+1"/><cfvo type="num" val="3"/></iconSet></cfRule></conditionalFormatting></worksheet>'
)


@pytest.mark.parametrize(
    ("rule", "n_errors"),
    [
        (CHOSEN_ICONS % "3TrafficLights1", 1),
        (CHOSEN_ICONS % "3Arrows", 1),
        (CHOSEN_ICONS % "3Stars", 0),
        (LOST_ICONS, 1),
    ],
)
@pytest.mark.filterwarnings("error")
def test_lights_that_are_icons_beyond_us_are_an_error(tmp_path: Path, read: Read, rule: str, n_errors: int) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, {"Ark1": [*HEAD, ["A", "ØK", 0.5], ["B", "ØK", 1.25], ["C", "ØK", 7.75]]})
    with ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    with ZipFile(path, "w") as target:
        for each, content in parts.items():
            target.writestr(each, content.replace(b"</worksheet>", rule.encode()) if "sheet1.xml" in each else content)
    assert sum(issue.kind == "unread-rule" for issue in read(path).issues) == n_errors


def test_a_rule_beyond_us_matters_only_where_it_may_give_a_light_that_nothing_else_says(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    beyond = state("r", "$D3<TODAY(1)")
    lights, kinds = read_with(["Grøn", "Gul"], beyond)
    assert (lights, "unread-rule" in kinds) == ([("green", "word"), ("yellow", "word")], False)
    grey = FormulaRule(formula=["MOD(ROW(),2)=0"], fill=PatternFill(bgColor="D9D9D9"))
    assert "unread-rule" not in read_with([None, "Gul"], grey)[1]


def test_a_rules_colour_that_is_no_light_is_asked_about_as_a_fill_is(
    read_beside: Callable[..., tuple[list[str], list[Issue]]], tmp_path: Path, read: Read
) -> None:
    blue = FormulaRule(formula=['$D3="afsluttet"'], fill=PatternFill(bgColor="0070C0"))
    lights, _ = read_beside(["afsluttet", "krise"], blue, state("r", '$D3="krise"'))
    assert lights == ["not_reported", "red"]
    assert ("unknown-colour", "C3") in [(issue.kind, issue.cell) for issue in read(tmp_path / "a.xlsx").issues]


@pytest.mark.parametrize(
    ("formula", "fires_on"),
    [
        ('$D3<>"Grøn"', ["Rød ", True]),  # an error is no answer
        ("ISERROR($D3)", ["#N/A"]),
        ('OR($D3="Grøn",SEARCH("ød",$D3)>1)', ["Rød "]),  # also where it comes after what is true
        ("AND($D3,$D3=TRUE)", [True]),
        ("OR($D3,$E3=1)", ["Rød ", True]),  # a cell's text is passed over
        ("AND($F3,$E3=1)", ["Rød "]),  # and so is an empty cell
        ('$D3="Rød"', []),
        ("LEN($D3)=4", ["Grøn", "Rød ", True]),
        ("$E3+0.2=0.3", ["#N/A"]),  # fifteen digits count
        ("$G3>0.4", ["Rød "]),  # a time of the day is a part of it
        ('LEFT($D3,LEN($D3)-4)=""', ["Grøn", "Rød ", True]),
    ],
)
def test_cells_are_compared_as_excel_holds_them(tmp_path: Path, read: Read, formula: str, fires_on: Any) -> None:
    beside = ["Grøn", "#N/A", "Rød ", True]
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    rows: list[list[object]] = [["Grøn", 2], ["#N/A", 0.1], ["Rød ", 1, None, time(12)], [True, 3, 0]]
    for row in (*HEAD, *((f"L{n}", "ØK", None, *given) for n, given in enumerate(rows))):
        sheet.append(row)
    sheet.conditional_formatting.add("C3:C20", state("r", formula))
    workbook.save(tmp_path / "a.xlsx")
    parsed = read(tmp_path / "a.xlsx")
    assert [value for value, row in zip(beside, parsed.rows, strict=True) if str(row.light) == "red"] == fires_on
    assert "unread-rule" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize(
    ("value", "formula"),
    [("=1+1", "$D3=2"), ("1,5", "$D3*2>1"), ("1", "$D3&Grense>1")],
)
def test_a_rule_on_what_nobody_here_knows_is_an_error(
    read_beside: Callable[..., tuple[list[str], list[Issue]]], value: str, formula: str
) -> None:
    lights, told = read_beside([value], state("r", formula))
    assert (lights, [issue.cell for issue in told]) == (["not_reported"], ["C3"])


def test_a_rule_on_several_areas_is_an_error_where_programs_differ_in_its_first_cell(
    read_beside: Callable[..., tuple[list[str], list[Issue]]],
) -> None:
    beside, rule = ["krise", "ok"], state("r", '$D3="krise"')
    assert read_beside(beside, rule, area="C5:C20 C3:C4") == (["red", "not_reported"], [])
    lights, told = read_beside(beside, rule, area="C3:C20 A4")
    assert (lights, len(told)) == (["not_reported"] * 2, 1)


@pytest.mark.parametrize(
    ("fill", "shown"),
    [
        (PatternFill("solid", fgColor=RED), "red"),
        (PatternFill("solid", fgColor=RED, bgColor=GREEN), "green"),
        (PatternFill("solid", fgColor=RED, bgColor="BFBFBF"), "not_reported"),
        (PatternFill("lightUp", fgColor=RED, bgColor="FFFFFF"), "red"),
        (GradientFill(stop=[RED, "FFFFFF"]), "red"),
        (PatternFill("solid", bgColor=Color(indexed=65)), "not_reported"),
        (PatternFill(None), "green"),
    ],
)
def test_a_rules_fill_is_seen_as_excel_draws_it(tmp_path: Path, read: Read, fill: Any, shown: str) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"Ark1": [*HEAD, ["A", "ØK", Cell(None, GREEN)]]})
    workbook = openpyxl.load_workbook(path)
    workbook.active.conditional_formatting.add("C3", FormulaRule(formula=["TRUE"], fill=fill))
    workbook.save(path)
    assert [str(row.light) for row in read(path).rows] == [shown]


def test_a_fill_of_two_lights_and_an_icon_unlike_its_fill_are_errors(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    striped = FormulaRule(formula=["$C3=1"], fill=PatternFill("darkUp", fgColor=RED, bgColor=GREEN))
    assert "unread-rule" in read_with([1, "Gul"], striped)[1]
    icons = IconSetRule("3TrafficLights1", "num", [0, 2, 3])
    lights, kinds = read_with([1, 2, 3], icons, state("r", "$C3>2"))
    assert ([light for light, _ in lights], "unread-rule" in kinds) == (["red", "yellow", "not_reported"], True)


def test_a_light_from_a_rule_counts_also_in_a_column_for_each_light_and_over_whole_rows(
    tmp_path: Path, read: Read
) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (
        ["Indsats", "Udvalg", "Rød", "Gul", "Grøn", "Kode"],
        *([f"L{n}", "ØK", *[None] * 3, n] for n in (1, 2, 3)),
    ):
        sheet.append(row)
    for n, (letter, fill) in enumerate((("C", "r"), ("D", "y"), ("E", "g")), start=1):
        sheet.conditional_formatting.add(f"{letter}2:{letter}9", state(fill, f"$F2={n}"))
    workbook.save(tmp_path / "a.xlsx")
    assert [str(row.light) for row in read(tmp_path / "a.xlsx").rows] == ["red", "yellow", "green"]
    path = write_workbook(
        tmp_path / "b.xlsx",
        {
            "Ark1": [
                HEAD[0],
                ["Indsats", "Udvalg", "Fase", "Bemærkning"],
                *([f"L{word}", "ØK", word] for word in ("Krise", "Drift", "Idé")),
            ]
        },
    )
    workbook = openpyxl.load_workbook(path)
    for fill, word in (("r", "Krise"), ("y", "Idé"), ("g", "Drift")):
        workbook.active.conditional_formatting.add("A3:C9", state(fill, f'$C3="{word}"'))
    workbook.save(path)
    assert [str(row.light) for row in read(path).rows] == ["red", "green", "yellow"]


def test_a_word_that_counts_where_a_rule_shows_another_light_is_told(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]],
) -> None:
    lights, kinds = read_with(["Grøn", "Rød"], state("r", '$B3="ØK"'))
    assert (lights, "word-beside-rule" in kinds) == ([("green", "word"), ("red", "word")], True)
    assert "word-beside-rule" not in read_with(["Rød"], state("r", '$B3="ØK"'))[1]


def test_a_rule_beyond_us_beside_a_line_without_a_light_is_told(
    read_with: Callable[..., tuple[list[tuple[str, str | None]], set[str]]], tmp_path: Path, read: Read
) -> None:
    read_with(["Grøn", None])
    workbook = openpyxl.load_workbook(tmp_path / "a.xlsx")
    workbook.active.conditional_formatting.add("B3:B9", state("r", "$D3<VLOOKUP(1,F:G,2)"))
    workbook.save(tmp_path / "a.xlsx")
    told = [(issue.kind, issue.cell) for issue in read(tmp_path / "a.xlsx").issues]
    assert told == [("unread-rule-beside", "B4")]


def test_a_formula_that_was_never_worked_out_holds_no_nought(tmp_path: Path, read: Read) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"Ark1": [*HEAD, ["A", "ØK", None, "=1+1"]]})
    workbook = openpyxl.load_workbook(path)
    workbook.active.conditional_formatting.add("C3", state("g", "$D3<2"))
    workbook.save(path)
    with ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    for asks, light in ((b"1", "not_reported"), (b"0", "green")):
        with ZipFile(path, "w") as target:
            for each, content in parts.items():
                stored = content.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>0</v>")
                stored = stored.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>0</v>")
                target.writestr(each, stored.replace(b'fullCalcOnLoad="1"', b'fullCalcOnLoad="%s"' % asks))
        assert [str(row.light) for row in read(path).rows] == [light]


def edited(path: Path, part: str, old: str, new: str) -> Path:
    with ZipFile(path) as source:
        parts = {each: source.read(each).decode() for each in source.namelist()}
    assert re.search(old, parts[part])
    with ZipFile(path, "w") as target:
        for each, content in parts.items():
            target.writestr(each, re.sub(old, new, content) if each == part else content)
    return path


def by_number(path: Path, head: Any = "Lys") -> Path:
    write_workbook(
        path, {"Ark1": [HEAD[0], ["Indsats", "Udvalg", head], ["A", "ØK", 1], ["B", "ØK", 2], ["C", "ØK", 3]]}
    )
    workbook = openpyxl.load_workbook(path)
    for n, fill in ((1, "g"), (2, "y"), (3, "r")):
        workbook.active.conditional_formatting.add(
            "C3:C20", CellIsRule(operator="equal", formula=[str(n)], fill=FILLS[fill])
        )
    workbook.save(path)
    return path


@pytest.mark.parametrize("area", ["C:C", "$C:$C", "3:8", "C8:C3", "$C$3:$C$20"])
def test_a_rule_may_be_for_whole_columns_or_rows_or_be_written_backwards(tmp_path: Path, read: Read, area: str) -> None:
    path = edited(by_number(tmp_path / "a.xlsx"), "xl/worksheets/sheet1.xml", "C3:C20", area)
    assert [str(row.light) for row in read(path).rows] == ["green", "yellow", "red"]


def test_a_rule_without_a_look_colours_nothing_and_what_it_leaves_is_asked_about(tmp_path: Path, read: Read) -> None:
    path = edited(by_number(tmp_path / "a.xlsx", "Status"), "xl/worksheets/sheet1.xml", 'dxfId="2"', 'dxfId="77"')
    parsed = read(path)
    assert [str(row.light) for row in parsed.rows] == ["green", "yellow", "not_reported"]
    assert [question.choices[0].subject for question in parsed.questions] == ["word 3"]


@pytest.mark.parametrize(
    ("formulas", "saved", "lights"),
    [
        (("$D3<TODAY()", "$D3>=TODAY()"), "2025-06-03T08:00:00Z", ["red", "green", "green"]),
        (("$D3<NOW()", "$D3>NOW()"), "2025-06-03T08:00:00Z", ["red", "red", "green"]),
        (("$D3<TODAY()", "$D3>=TODAY()"), "", ["not_reported"] * 3),
    ],
)
def test_a_rule_that_goes_by_the_day_is_worked_out_for_when_the_file_was_saved(
    tmp_path: Path, read: Read, formulas: Any, saved: str, lights: Any
) -> None:
    path = tmp_path / "a.xlsx"
    days = [
        ["A", "ØK", None, date(2025, 6, 2)],
        ["B", "ØK", None, date(2025, 6, 3)],
        ["C", "ØK", None, date(2025, 6, 4)],
    ]
    write_workbook(path, {"Ark1": [HEAD[0], ["Indsats", "Udvalg", "Lys", "Frist"], *days]})
    workbook = openpyxl.load_workbook(path)
    for formula, fill in zip(formulas, "rg", strict=True):
        workbook.active.conditional_formatting.add("C3:C9", state(fill, formula))
    workbook.save(path)
    edited(path, "docProps/core.xml", "(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{saved}")
    parsed = read(path)
    assert [str(row.light) for row in parsed.rows] == lights
    (issue, *_) = parsed.issues
    assert (issue.kind, issue.cell) == ("rule-of-the-day" if saved else "unread-rule", "C3")
    assert ("03.06.2025 10:00" in issue.message) == bool(saved)


def test_a_rule_beyond_us_for_a_part_of_the_status_is_told(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(
        path, {"Ark1": [HEAD[0], ["Indsats", "Tid", "Samlet status"], ["A", None, "Grøn"], ["B", None, "Rød"]]}
    )
    workbook = openpyxl.load_workbook(path)
    workbook.active.conditional_formatting.add("B3:B9", state("r", "VLOOKUP(1,F:G,2)>1"))
    workbook.save(path)
    parsed = read(path, answers=())
    assert ("unread-rule-of-part", "B2") in [(issue.kind, issue.cell) for issue in parsed.issues]


@pytest.mark.parametrize("formula", ["MOD(ROW(),2)=0", "ISEVEN(ROW())", "MOD(ROW(A3),2)=0"])
def test_stripes_that_a_rule_makes_are_no_lights_but_may_hide_one(tmp_path: Path, read: Read, formula: str) -> None:
    path = tmp_path / "a.xlsx"
    lines: list[list[Any]] = [["A", "ØK", None], ["B", "ØK", None], ["C", "ØK", "Rød"], ["D", "ØK", Cell(None, RED)]]
    write_workbook(path, {"Ark1": [*HEAD, *lines]})
    workbook = openpyxl.load_workbook(path)
    workbook.active.conditional_formatting.add("A3:C9", state("g", formula))
    workbook.save(path)
    parsed = read(path)
    assert [str(row.light) for row in parsed.rows] == ["not_reported", "not_reported", "red", "not_reported"]
    assert [(issue.kind, issue.cell) for issue in parsed.issues] == [("unread-rule", "C6")]
