"""Lights that only conditional formatting or a legend gives."""

import openpyxl
import pytest
from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from workbook_maker import GREEN, RED, YELLOW

FILLS = {name: PatternFill(bgColor=fill) for name, fill in (("g", GREEN), ("y", YELLOW), ("r", RED))}
HEAD = [["Tværgående indsatser, maj 2025"], ["Indsats", "Udvalg", "Lys"]]


def contains(text, fill, priority):
    rule = Rule(type="containsText", operator="containsText", text=text, dxf=DifferentialStyle(fill=FILLS[fill]))
    rule.formula = [f'NOT(ISERROR(SEARCH("{text}",C3)))']
    rule.priority = priority
    return rule


@pytest.fixture
def read_with(tmp_path, read):
    def make(values, *rules, extra=()):
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


def test_a_rule_gives_the_light_of_a_value_that_says_nothing_by_itself(read_with) -> None:
    rules = [
        CellIsRule(operator="equal", formula=[str(n)], fill=FILLS[fill]) for n, fill in ((1, "g"), (2, "y"), (3, "r"))
    ]
    lights, _ = read_with([1, 2, 3], *rules)
    assert lights == [(light, "conditional formatting") for light in ("green", "yellow", "red")]


def test_the_first_rule_by_priority_counts_and_the_cells_own_word_beats_them_all(read_with) -> None:
    lights, _ = read_with(["Forsinket", "Grøn"], contains("r", "r", 2), contains("Forsinket", "y", 1))
    assert lights == [("yellow", "conditional formatting"), ("green", "word")]


def test_a_formula_on_the_cells_own_value_counts_and_one_on_another_cell_does_not(read_with) -> None:
    own = FormulaRule(formula=['$C3="Efter planen"'], fill=FILLS["g"])
    other = FormulaRule(formula=["$F3>5"], fill=FILLS["r"])
    lights, kinds = read_with(["Efter planen", "Noget andet"], own, other)
    assert lights == [("green", "conditional formatting"), ("not_reported", None)]
    assert "unknown-light" in kinds


def test_icons_give_the_light_of_numbers_also_when_the_set_has_no_name(read_with) -> None:
    named = IconSetRule("3TrafficLights2", "num", [0, 2, 3])
    assert [light for light, _ in read_with([1, 2, 3], named)[0]] == ["red", "yellow", "green"]
    nameless = IconSetRule("3TrafficLights1", "num", [0, 2, 3], reverse=True)
    nameless.iconSet.iconSet = None
    assert [light for light, _ in read_with([1, 2, 3], nameless)[0]] == ["green", "yellow", "red"]


def test_numbers_are_lights_when_a_legend_says_so_and_errors_otherwise(read_with) -> None:
    legend = [(), ("1 = Grøn",), ("2 = Gul",), ("3 = Rød",)]
    assert [light for light, _ in read_with([1, 3], extra=legend)[0]] == ["green", "red"]
    together = [(), ("1 = Grøn, 2 = Gul, 3 = Rød",)]
    assert [light for light, _ in read_with([1, 3, "1-2"], extra=together)[0]] == ["green", "red", "not_reported"]
    assert "unknown-light" in read_with([1, 3])[1]


def test_emoji_and_coloured_signs_are_lights(read_with) -> None:
    assert [light for light, _ in read_with(["🟢", "🟡", "🔴"])[0]] == ["green", "yellow", "red"]
