"""Workbooks as people lay them out: none is read wrongly in silence, nine of ten without a question."""

import io
from collections import Counter
from typing import Any

import openpyxl
import pytest

from dashboard.domain.light import Light
from layouts.catalogue import CATALOGUE
from layouts.layout import ExpectedLine, make_layout
from layouts.outcome import Outcome, Verdict, compare, judge
from layouts.words import weights, words

SEEDS = range(100)


@pytest.fixture(scope="module")
def outcomes() -> dict[int, Outcome]:
    """Read the layouts of all seeds."""
    return {seed: judge(make_layout(seed)) for seed in SEEDS}


def test_no_layout_is_read_wrongly_in_silence(outcomes: dict[int, Outcome]) -> None:
    assert {seed: one.reasons for seed, one in outcomes.items() if one.verdict is Verdict.WRONG} == {}


def test_nine_of_ten_layouts_are_read_without_a_question(outcomes: dict[int, Outcome]) -> None:
    asked = {seed: one.reasons for seed, one in outcomes.items() if one.verdict is Verdict.ASKED}
    assert len(asked) <= len(SEEDS) // 10, asked


def test_a_seed_gives_the_same_workbook_every_time() -> None:
    for seed in range(8):
        assert make_layout(seed).lines == make_layout(seed).lines
        assert _cells(seed) == _cells(seed)


def test_each_line_that_counts_stands_in_the_workbook() -> None:
    for seed in range(40):
        layout = make_layout(seed)
        written = " ".join(str(value) for value, _ in _cells(seed).values() if value is not None)
        assert layout.lines
        for line in layout.lines:
            assert all(word in written for word in line.titles[-1].split())


def test_few_layouts_can_be_read_by_nobody_and_most_have_one_to_three_oddities() -> None:
    layouts = [make_layout(seed) for seed in range(250)]
    assert 0.01 < sum(bool(layout.doubts) for layout in layouts) / len(layouts) < 0.07
    assert sum(1 <= len(layout.features) <= 3 for layout in layouts) / len(layouts) > 0.7
    lights = Counter(line.light for layout in layouts for line in layout.lines)
    assert set(lights) == set(Light)


@pytest.mark.parametrize(
    "feature",
    [
        "numbers_unexplained", "house_words_unexplained", "only_percent_coloured", "only_months_coloured",
        "only_aspects", "crosses_on_colours", "word_against_colour", "half_steps", "unexplained_blue",
        "same_title_differs", "months_of_status_without_own", "month_sheets_without_own", "two_lights_disagree",
        "lines_as_columns",
    ],
)  # fmt: skip
def test_what_nobody_can_know_has_to_be_asked(feature: str) -> None:
    assert any(make_layout(seed, [feature]).doubts for seed in range(3))


def test_every_feature_alone_makes_a_workbook_with_lines() -> None:
    for seed, feature in enumerate(CATALOGUE):
        layout = make_layout(seed, [feature])
        assert layout.features == (feature,)
        assert layout.lines
        assert openpyxl.load_workbook(io.BytesIO(layout.content)).sheetnames


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    data = weights()
    named = [*data["free"], *(name for group in data["exclusive"].values() for name in group)]
    assert sorted(named) == sorted(CATALOGUE)


def test_there_are_many_headings_from_the_wild() -> None:
    roles = words()["headings"].values()
    assert len({text.casefold() for role in roles for language in role.values() for text in language}) >= 150


@pytest.mark.parametrize(
    ("read", "differences"),
    [
        ([("Ny hal: Udbud", Light.GREEN), ("vej", Light.DONE)], 0),
        ([("1. Ny hal: udbud", Light.GREEN), ("Vej R003(I)", Light.DONE), ("Vej", Light.DONE)], 0),
        ([("Udbud", Light.GREEN), ("Vej", Light.GREEN)], 2),
        ([("Udbud", Light.GREEN)], 1),
        ([("Udbud", Light.GREEN), ("Vej", Light.DONE), ("I alt", Light.NOT_REPORTED)], 1),
    ],
)
def test_lines_are_compared_by_title_and_light(read: list[tuple[str, Any]], differences: int) -> None:
    vej = ExpectedLine(("Vej",), Light.DONE)
    expected = [ExpectedLine(("Ny hal: Udbud", "Udbud"), Light.GREEN), vej, ExpectedLine(("Vej",), Light.DONE, True)]
    assert len(compare(expected, read)) == differences


def _cells(seed: int) -> dict[tuple[str, str], tuple[object, object]]:
    """Give value and fill of every cell of a seed's workbook."""
    workbook = openpyxl.load_workbook(io.BytesIO(make_layout(seed).content))
    cells = (cell for sheet in workbook for row in sheet.iter_rows() for cell in row)
    return {(cell.parent.title, cell.coordinate): (cell.value, cell.fill.fgColor.rgb) for cell in cells}
