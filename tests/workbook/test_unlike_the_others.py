"""Rows that are no indsats, or not all of one, and look like the others; and what is said once for several rows."""

from typing import Any

import pytest

from dashboard.domain.scope import Scope
from fixture_types import MakeWorkbook, Read
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
LINES = [["Ruteplan", "ØK", G, "a"], ["Vaskerier", "AU", R, "b"], ["Haller", "BUU", Y, "c"], ["Skoler", "BUU", G, "d"]]
HEADS = ["Indsats", "Udvalg", "Status", "Bemærkning"]


@pytest.mark.parametrize(
    "row",
    [
        ["Status sidste måned", None, None, "2 grønne, 1 gul"],
        ["Kontaktperson", None, None, "Lene Krogh"],
        ["På sporet", None, Cell("60 %", GREEN)],
        ["Alle beløb er i hele kroner", None, None, None],
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]])
def test_a_row_with_nothing_of_what_the_others_have_is_told(read_table: Any, row: Any, gap: Any) -> None:
    parsed, _ = read_table([HEADS, *LINES, *gap, row])
    place = f"A{7 + len(gap)}"
    assert row[0] not in lights(parsed) or (place, "unlike-others") in kinds(parsed)
    assert list(lights(parsed))[:4] == ["Ruteplan", "Vaskerier", "Haller", "Skoler"]


def test_rows_of_remarks_below_the_lines_are_told_once(read_table: Any) -> None:
    notes = [[f"Bemærkning: {text}"] for text in ("Udbuddet er sendt", "Der mangler penge", "Skal op igen", "Klar")]
    rows = [row for pair in zip(LINES, notes, strict=True) for row in pair]
    parsed, _ = read_table([HEADS[:3], *[row[:3] for row in rows]])
    told = [found for found in parsed.issues if found.kind == "unlike-others"]
    assert len(told) == 1
    assert "3 rækker" in told[0].message


def test_what_stands_after_an_empty_row_without_a_light_is_told_where_every_line_has_one(read_table: Any) -> None:
    rows = [["Ruteplan", G, "a"], ["Haller", R, "b"], ["Skoler", G, "c"], [], ["Kontaktperson", None, "Lene Krogh"]]
    parsed, _ = read_table([["Indsats", "Status", "Bemærkning"], *rows])
    assert kinds(parsed) == [("A7", "unlike-others")]


@pytest.mark.parametrize("heading", [None, ["Voksen- og Plejeudvalget"]])
@pytest.mark.parametrize(
    "line", [["Veje", None, R, None, None], ["Veje", None, None, -100, None], ["Veje", None, None, None, "X"]]
)
def test_a_line_that_lacks_its_udvalg_or_its_light_is_like_the_others(
    read_table: Any, line: list[Any], heading: Any
) -> None:
    rows = [["Ruteplan", "ØK", G, -50, None], ["Haller", "AU", R, -70, None], ["Skoler", "BUU", Y, -20, None]]
    parsed, _ = read_table(
        [["Indsats", "Udvalg", "Status", "2025", "Afsluttet"], *rows, *[heading] * bool(heading), line]
    )
    assert [kind for _, kind in kinds(parsed) if kind in ("unlike-others", "said-once")] == []


def test_a_line_below_a_heading_that_is_not_reported_yet_is_like_the_others(read_table: Any) -> None:
    rows = [["Ny skole", G, "x"], ["Ny bro", G, "x"], ["Voksen- og Plejeudvalget"], ["Ny hal", None, "Starter i juni"]]
    parsed, _ = read_table([["Indsats", "Status", "Bemærkninger"], ["Økonomiudvalget"], *rows])
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Tema", "Partnerskaber", "Kerneopgaven"),
        ("Art", "Anlæg", "Driftsændringer"),
        ("Udvalg", "ØK", "AU"),
    ],
)
def test_what_stands_in_the_first_of_its_rows_only_is_told(
    read_table: Any, heading: str, first: str, second: str
) -> None:
    rows = [[first, "Ruteplan", G], [None, "Vaskerier", R], [second, "Haller", Y], [None, "Skoler", G]]
    parsed, _ = read_table([[heading, "Indsats", "Status"], *rows])
    assert ("A4", "said-once") in kinds(parsed)


@pytest.mark.parametrize("word", ["Uændret", "uændret siden april", "Som sidst", "Ingen ændring", "do."])
def test_a_light_that_is_said_to_be_as_before_is_told(read_table: Any, word: str) -> None:
    rows = [[f"Vej {number}", "ØK", fill, fill] for number, fill in enumerate([G, Y, R] * 2)]
    rows += [["Vaskerier", "AU", R, word], ["Haller", "AU", Y, word]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status april", "Status maj"], *rows])
    assert lights(parsed)["Vaskerier"] == "not_reported"
    assert [kind for _, kind in kinds(parsed)] == ["light-as-before"] * 2


def test_one_light_for_several_parts_of_an_indsats_is_told(read_table: Any) -> None:
    rows = [["Ruteplan", "Analyse", "Grøn", Y], [None, "Udbud", "Rød", None], ["Vaskerier", "Høring", "Grøn", G]]
    parsed, _ = read_table(
        [["Indsats", "Delopgave", "Status delopgave", "Status"], *rows, [None, "Kontrakt", "Grøn", None]]
    )
    assert "light-of-several" in [kind for _, kind in kinds(parsed)]


def test_lines_of_other_udvalg_in_the_workbook_of_one_are_told(read: Read, make_workbook: MakeWorkbook) -> None:
    heading = ["Arbejdsmarkedsudvalgets indsatser, status maj 2025"]
    rows = [["Ruteplan", "AU", G], ["Vaskerier", "AU", R], ["Haller", "BUU", Y], ["Skoler", "AU", G]]
    parsed = read(make_workbook([heading, HEADS[:3], *rows], name="Status maj 2025.xlsx"))
    assert parsed.scope == Scope("AU")
    assert ("B5", "of-other-udvalg") in kinds(parsed)


def test_lines_that_are_of_another_udvalg_by_their_sheets_name_are_told(
    read: Read, make_workbook: MakeWorkbook
) -> None:
    title = ["Arbejdsmarkedsudvalgets indsatser, status maj 2025"]
    sheets = {name: [title, ["Indsats", "Status"], [f"Vej {name}", G], [f"Sti {name}", R]] for name in ("AU", "BUU")}
    parsed = read(make_workbook(sheets=sheets), scope=Scope("AU"))
    assert [(issue.sheet, issue.cell) for issue in parsed.issues if issue.kind == "of-other-udvalg"] == [("BUU", "A3")]


def test_lines_for_everyone_in_the_workbook_of_one_udvalg_are_not_of_another(
    read: Read, make_workbook: MakeWorkbook
) -> None:
    rows = [["Ruteplan", "AU", G], ["Vaskerier", "Alle", R], ["Haller", "Tværgående", Y], ["Skoler", "AU", G]]
    parsed = read(make_workbook([["Arbejdsmarkedsudvalgets indsatser, status maj 2025"], HEADS[:3], *rows]))
    assert "of-other-udvalg" not in [kind for _, kind in kinds(parsed)]


def test_a_list_of_abbreviations_beside_the_table_is_none_of_its_lines(read_table: Any) -> None:
    names = [["ØK", "Økonomiudvalget"], ["AU", "Arbejdsmarkedsudvalget"], ["BUU", "Børn"], ["MTU", "Miljø"]]
    parsed, _ = read_table([HEADS[:3], *[[*line[:3], None, *name] for line, name in zip(LINES, names, strict=True)]])
    assert kinds(parsed) == []


def test_texts_beside_the_table_at_most_lines_are_told(read_table: Any) -> None:
    rows = [[*line[:3], None, text] for line, text in zip(LINES, ["rettes", "drøftes", None, "lukkes"], strict=True)]
    parsed, _ = read_table([HEADS[:3], *rows])
    assert kinds(parsed) == [("E3", "text-beside")]


def test_a_title_that_begins_with_brackets_is_a_title_of_its_own(read_table: Any) -> None:
    rows = [["Reduktion af sygefravær (fase 1)", G], ["(Ny) model for tilsyn"], ["Haller", R]]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert list(lights(parsed)) == ["Reduktion af sygefravær (fase 1)", "(Ny) model for tilsyn", "Haller"]
    rows[1] = ["(tidligere model for tilsyn)"]
    assert list(lights(read_table([["Indsats", "Status"], *rows])[0]))[1:] == ["Haller"]
