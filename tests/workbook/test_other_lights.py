"""Several lights for a line: one counts, and the others are kept with it by the headings of their columns."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.line_parts import parts_text
from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell, write_workbook

ABOVE = ["Status på udmøntningsplanen pr. ultimo maj 2025 - hele planen"]
TITLES = ["Ny ruteplan", "Samling af vaskerier", "Digital post", "Energirenovering"]
G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
ASPECTS = {"Tid": [G, Y, R, G], "Økonomi": [G, R, Y, Y], "Kvalitet": [G, G, G, G]}
COUNTED = ["yellow", "red", "green", "green"]


@pytest.fixture
def read_table(make_workbook: MakeWorkbook, read: Read) -> Read:
    def read_columns(columns: Any, *above: Any, **given: Any) -> Any:
        rows = [list(line) for line in zip(TITLES, *columns.values(), strict=True)]
        return read(make_workbook([ABOVE, [], *above, ["Indsats", *columns], *rows]), **given)

    return read_columns


def counted(parsed: ParsedWorkbook) -> list[str]:
    return [str(row.shown_light) for row in parsed.rows]


def beside(parsed: ParsedWorkbook) -> list[str]:
    return [parts_text(row.other_lights) for row in parsed.rows]


def errors(parsed: ParsedWorkbook) -> list[str]:
    return [issue.kind for issue in parsed.issues if issue.is_error]


@pytest.mark.parametrize(
    "overall", ["Samlet", "Samlet status", "Overordnet vurdering", "Overall", "I alt", "Total", "Hovedstatus"]
)
def test_the_overall_light_counts_and_the_others_are_kept_with_the_line(read_table: Read, overall: str) -> None:
    for columns in (ASPECTS | {overall: [Y, R, G, G]}, {overall: [Y, R, G, G]} | ASPECTS):
        parsed = read_table(columns)
        assert (errors(parsed), counted(parsed)) == ([], COUNTED)
        assert beside(parsed)[1] == "Tid (Gul); Økonomi (Rød); Kvalitet (Grøn)"


def test_each_of_them_knows_its_cell(read_table: Read) -> None:
    parsed = read_table(ASPECTS | {"Samlet": [Y, R, G, G]}, [None, "Status"])
    assert [(part.title, part.cell) for part in parsed.rows[0].other_lights] == [
        ("Tid", "B5"), ("Økonomi", "C5"), ("Kvalitet", "D5")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "this"),
    [
        ("Status april", "Status maj"),
        ("Forrige status", "Status"),
        ("Sidste måned", "Denne måned"),
        ("30.04.2025", "31.05.2025"),
    ],
)
def test_last_months_light_is_kept_beside_this_months(read_table: Read, last: str, this: str) -> None:
    parsed = read_table({last: [G, Y, R, G], this: [Y, R, G, G]})
    assert (errors(parsed), counted(parsed)) == ([], COUNTED)
    assert beside(parsed) == [f"{last} ({light})" for light in ("Grøn", "Gul", "Rød", "Grøn")]


@pytest.mark.parametrize("columns", [ASPECTS, {"Borgere": [G, Y, R, G], "Status": [None] * 4, "Byggeri": [G, R, Y, Y]}])
def test_without_an_overall_light_it_is_asked_once_which_counts(read_table: Read, columns: Any) -> None:
    asked = read_table(columns)
    (question,) = asked.questions
    assert errors(asked) == ["which-light"]
    assert all(heading in issue.message for issue in asked.issues for heading in columns)
    answered = read_table(columns, answers=[Answer(question.layout, "column 2", "light")])
    assert (errors(answered), counted(answered)) == ([], ["green", "yellow", "red", "green"])
    assert beside(answered)[1] in ("Økonomi (Rød); Kvalitet (Grøn)", "Byggeri (Rød)")
    without = read_table(columns, answers=[Answer(question.layout, "none light", "")])
    assert (errors(without), counted(without)) == ([], ["not_reported"] * 4)
    assert beside(without)[1].startswith(("Tid (Gul); Økonomi (Rød)", "Borgere (Gul); Byggeri (Rød)"))


def test_of_two_columns_that_disagree_the_one_that_was_not_chosen_is_kept(read_table: Read) -> None:
    columns = {"Status": [G, Y, R, G], "Farve": [Y, R, G, G]}
    asked = read_table(columns)
    assert errors(asked) == ["two-light-columns"]
    answered = read_table(columns, answers=[Answer(ANY_LAYOUT, "letter C", "light")])
    assert (counted(answered), beside(answered)[1]) == (COUNTED, "Status (Gul)")


def test_words_letters_and_what_is_no_light_are_kept_as_they_stand(read_table: Read) -> None:
    words = {"Tid": ["Grøn", "-", "forsinket", "X"], "Økonomi": ["G", "Y", "R", "G"]}
    parsed = read_table(words | {"Samlet": ["Grøn", "Gul", "Rød", "Grøn"]})
    assert beside(parsed) == [
        "Tid (Grøn); Økonomi (Grøn)", "Økonomi (Gul)",
        "Tid: forsinket; Økonomi (Rød)", "Tid (Afsluttet); Økonomi (Grøn)",
    ]  # fmt: skip


def test_a_column_that_repeats_the_light_or_is_only_for_the_eye_is_no_other_light(read_table: Read) -> None:
    words = ["Gul", "Rød", "Grøn", "Grøn"]
    parsed = read_table({"Status": [Y, R, G, G], "Farve": words, "Notat": [Cell("se bilag", GREEN)] * 4})
    assert (counted(parsed), beside(parsed)) == (COUNTED, [""] * 4)


def test_what_a_column_became_is_told_before_anything_is_saved(read_table: Read) -> None:
    (table,) = read_table({"Tid": [G, Y, R, G], "Forrige status": [R, R, R, G], "Status": [Y, R, G, G]}).tables
    assert [column.field for column in table.columns] == ["title", "aspect", "previous", "light"]


def test_words_for_lights_in_parts_of_the_status_alone_are_asked_about(tmp_path: Path, read: Read) -> None:
    rows: list[list[Any]] = [
        ["A", "ØK", "Rød", "Grøn", None],
        ["B", "ØK", "Gul", "Gul", None],
        ["C", "ØK", "Grøn", "Grøn", None],
    ]
    for n, heads in enumerate((["Tid"], ["Tid", "Økonomi"], ["Tid", "Økonomi", "Samlet"])):
        table: list[list[Any]] = [["Indsats", "Udvalg", *heads], *(row[: len(heads) + 2] for row in rows)]
        path = write_workbook(tmp_path / f"{n}.xlsx", {"Ark1": [["Status maj 2025"], *table]})
        assert "which-light" in {issue.kind for issue in read(path).issues}
