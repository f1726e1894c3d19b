"""Layouts that were once read wrongly without a word: each is read, asked about or told."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell, write_workbook

MAY = ["Tværgående indsatser, status maj 2025"]
HEAD = ["Indsats", "Udvalg", "Status", "Bemærkning"]
TITLES = ["Kloge kvadratmeter", "Havnens udvikling", "Sygefravær i ældreplejen", "Klimasikring af kysten"]
FILLS = {"g": GREEN, "y": YELLOW, "r": RED, "pale": "FFE2EFDA", "cream": "FFFFF2CC", "peach": "FFFCE4D6"}
LEGEND = [["Vel", None, Cell(None, GREEN)], ["Hm", None, Cell(None, YELLOW)], ["Av", None, Cell(None, RED)]]


def lines(*lights: object, text: object = "Arbejdet går efter planen") -> list[list[object]]:
    """Make a line for each light: a word, or the name of a fill."""
    cells = [Cell(None, FILLS[light]) if isinstance(light, str) and light in FILLS else light for light in lights]
    return [[title, "ØK", cell, text] for title, cell in zip(TITLES, cells, strict=False)]


def striped() -> list[list[Any]]:
    rows = lines(None, None, None, None)
    return [[Cell(value, FILLS["pale"]) for value in row] if place % 2 else row for place, row in enumerate(rows)]


def under(*lights: object) -> list[list[object]]:
    """Make lines whose light stands in a row of its own below them."""
    return [row for line in lines(*lights) for row in ([*line[:2], None, line[3]], [None, None, line[2]])]


SEEN: dict[str, tuple[list[Any], str, str | None]] = {
    "only dates for a status": ([HEAD, *lines(*[date(2025, 5, n) for n in (1, 2, 3, 4)])], "----", "which-light"),
    "only amounts for a status": ([HEAD, *lines(10, 50, 90)], "---", "which-light"),
    "three codes, each once": ([HEAD, *lines(1, 2, 3)], "---", "unknown-words"),
    "stripes in the colour of a light": ([HEAD, *striped()], "----", "which-light"),
    "one colour in the whole column": ([HEAD, *lines("pale", "pale", "pale", "pale")], "gggg", "one-colour"),
    "orange beside yellow": ([HEAD, *lines("peach", "cream", "peach", "g")], "-y-g", "orange-beside-yellow"),
    "orange alone": ([HEAD, *lines("pale", "peach", "r", "g")], "gyrg", None),
    "lights in rows below": ([HEAD, *under("Grøn", "Gul", "Rød")], "---", "light-below-line"),
    "a heading with a light": (
        [HEAD, [Cell("Digitalisering", bold=True), None, "Rød"], *lines("Grøn", "Gul")],
        "rgy",
        "heading-as-line",
    ),
    "a heading like a line": (
        [HEAD, *lines("Grøn", "Gul"), [], ["Nye indsatser"], ["Aktindsigt", "ØK", "Rød", "Ny"]],
        "gy-r",
        "heading-as-line",
    ),
    "a title that goes on in the next column": (
        [
            ["Indsats", None, "Udvalg", "Status"],
            ["Kloge", "kvadratmeter", "ØK", "Grøn"],
            ["Havnens", "drift", "ØK", "Rød"],
        ],
        "gr",
        "unread-texts",
    ),
    "counts below": (
        [HEAD, *lines("g", "y", "r"), ["Grønne", None, 1], ["Gule", None, 1], ["Ikke indberettet", None, 1]],
        "gyr",
        None,
    ),
    "a legend of texts below": (
        [HEAD, *lines("Grøn", "Gul", "Rød"), [], ["Følger planen", None, "Grøn"], ["Udfordringer", None, "Gul"]],
        "gyr",
        "read-as-note",
    ),
    "a legend of three lights below": ([HEAD, *lines("r", "y"), [], *LEGEND], "ry", "read-as-note"),
    "a month over its light and text": (
        [
            ["Indsats", "April Status", "April Bemærkning", "Maj Status", "Maj Bemærkning"],
            ["A", "Rød", "da", "Grøn", "nu"],
        ],
        "g",
        "duplicate-column",
    ),
}  # fmt: skip
LETTERS = {"green": "g", "yellow": "y", "red": "r", "not_reported": "-"}


@pytest.mark.parametrize("layout", SEEN)
def test_a_layout_is_read_or_asked_about_or_told(layout: str, make_workbook: MakeWorkbook, read: Read) -> None:
    rows, lights, kind = SEEN[layout]
    parsed = read(make_workbook([MAY, *rows]))
    assert "".join(LETTERS[str(row.light)] for row in parsed.rows) == lights
    assert {issue.kind for issue in parsed.issues} == ({kind} if kind else set())
    assert kind in (None, "read-as-note") or len(parsed.issues) == 1  # told once, however many rows have it


def test_the_text_of_the_workbooks_own_month_is_kept(make_workbook: MakeWorkbook, read: Read) -> None:
    rows, _, _ = SEEN["a month over its light and text"]
    assert [row.status_text for row in read(make_workbook([MAY, *rows])).rows] == ["nu"]


def test_a_struck_light_is_told(make_workbook: MakeWorkbook, read: Read) -> None:
    path = make_workbook([MAY, HEAD, *lines("Grøn", "Gul")])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["C3"].font = Font(strike=True)
    workbook.save(path)
    assert [(issue.kind, issue.cell) for issue in read(path).issues] == [("struck-light", "C3")]


def test_a_guide_with_an_example_is_no_part_of_the_plan(tmp_path: Path, read: Read) -> None:
    guide: list[list[Any]] = [["Sådan udfylder du"], HEAD, ["Et eksempel", "ØK", "Grøn", None]]
    sheets: dict[str, Any] = {"Status": [MAY, HEAD, *lines("Grøn", "Gul")], "Vejledning": guide}
    parsed = read(write_workbook(tmp_path / "a.xlsx", sheets))
    assert len(parsed.rows) == 2
    assert [(issue.kind, issue.sheet) for issue in parsed.issues] == [("sheet-left-out", "Vejledning")]


@pytest.mark.parametrize(("light", "read_as"), [("red", "ryrg"), ("yellow", "yyyg"), ("not_reported", "-y-g")])
def test_what_orange_means_is_answered_once(make_workbook: MakeWorkbook, read: Read, light: str, read_as: str) -> None:
    path = make_workbook([MAY, *SEEN["orange beside yellow"][0]])
    (question,) = read(path).questions
    assert "»orange« (2 gange)" in question.text
    parsed = read(path, answers=[Answer(ANY_LAYOUT, "word orange", light)])
    assert ("".join(LETTERS[str(row.light)] for row in parsed.rows), parsed.questions) == (read_as, ())
    assert Answer(question.layout, "word orange", light) in parsed.answers


RULES: dict[str, tuple[dict[str, str], str | None]] = {
    "what two columns say": ({'AND($D4>=8,NOT($C4="ok"))': "r", 'OR($D4=5,$C4="x")': "y", "$D4=1": "g"}, "gyr"),
    "from the row of the heading on": (
        {"$D3>=8": "r", "AND($D3>=2,$D3<8)": "y", "AND(ISNUMBER($D3),$D3<2)": "g"},
        "gyr",
    ),
    "against a cell of the table": ({"$D4>$D$5": "r", "$D4=$D$5": "y", "$D4<$D$5": "g"}, "gyr"),
    "parts of texts": ({'ISNUMBER(SEARCH("RIS",$C4))': "r", 'LEFT($C4,2)="ob"': "y", 'EXACT($C4,"ok")': "g"}, "gyr"),
    "sums and IF": ({'IF($D4>4,$C4&"x"="obsx",FALSE)': "y", "$D4*2>=900%": "r", "$D4+1=2": "g"}, "gyr"),
    "another sheet": ({"$D4>Grænser!$A$1": "r"}, None),
    "what is not worked out": ({"VLOOKUP($C4,$C$4:$D$6,2,FALSE)>4": "r"}, None),
    "in Danish": ({'OG($D4>=8;$C4<>"ok")': "r"}, None),
}


@pytest.mark.parametrize("asked", RULES)
def test_rules_on_other_columns_are_worked_out_or_named(tmp_path: Path, read: Read, asked: str) -> None:
    rules, lights = RULES[asked]
    said = [["Kloge kvadratmeter", "ok", 1], ["Havnens udvikling", "obs", 5], ["Klimasikring", "krise", 9]]
    lines_of = [[title, None, *rest] for title, *rest in said]
    sheets: dict[str, Any] = {
        "Plan": [MAY, [], ["Indsats", "Lys", "Vurdering", "Point"], *lines_of],
        "Grænser": [[7]],
    }
    path = write_workbook(tmp_path / "a.xlsx", sheets)
    workbook = openpyxl.load_workbook(path)
    for formula, fill in rules.items():
        first = "B3:B9" if "$D3" in formula else "B4:B6"
        rule = FormulaRule(formula=[formula], fill=PatternFill(bgColor=FILLS[fill]))
        workbook["Plan"].conditional_formatting.add(first, rule)
    workbook.save(path)
    parsed = read(path)
    told = [(issue.kind, issue.cell, issue.value) for issue in parsed.issues if issue.is_error]
    assert told == ([] if lights else [("unread-rule", "B4", f"={next(iter(rules))}")])
    assert "".join(LETTERS[str(row.light)] for row in parsed.rows) == (lights or "---")
