"""A table of colours to the right of the lines: its meanings hold, and its texts are none of theirs."""

from typing import Any

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
B = Cell(fill="FF5B9BD5")
HEAD = ["Indsats", "Udvalg", "Status"]
LINES = [["Ruteplan", "ØK", G], ["Haller", "AU", R], ["Skoler", "BUU", Y], ["Havnen", "ØK", B]]
MORE: list[list[Any]] = [[f"Sti {number}", "ØK", G] for number in range(1, 6)]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow", "Havnen": "done"}
ALL_READ: dict[str, str] = {**READ, **{row[0]: "green" for row in MORE}}
OWN = ["Kører", "Halter", "Gået ned", "Afsluttet"]
PATCHES = [list(pair) for pair in zip((G, Y, R, B), OWN, strict=True)]
NAMES = [list(pair) for pair in zip(("Grøn", "Gul", "Rød", "Blå"), OWN, strict=True)]
FILLED = [[Cell(name, patch.fill), said] for (name, said), patch in zip(NAMES, (G, Y, R, B), strict=True)]
WHOLE = [[f"{name} = {said.lower()}"] for name, said in NAMES]


def _beside(lines: Any, legend: Any, gap: int) -> list[list[Any]]:
    longer = [*lines, *[[]] * (len(legend) - len(lines))]
    rows = [[*(row or [None] * len(lines[0])), *[None] * gap] for row in longer]
    return [[*row, *(legend[n] if n < len(legend) else [])] for n, row in enumerate(rows)]


@pytest.mark.parametrize("gap", [1, 2])
@pytest.mark.parametrize(
    ("heading", "legend"),
    [
        (["Farve", "Betydning"], PATCHES),
        (["Farve", "Betydning"], NAMES),
        (["Farve", "Betydning"], FILLED),
        (["Farve:", "Hvad betyder farverne?"], PATCHES),
        (["Status", "Betydning"], PATCHES),
        (["Lys", "Forklaring"], PATCHES),
        (["Betydning", "Farve"], [row[::-1] for row in PATCHES]),
        (["Betydning", "Farve"], [row[::-1] for row in NAMES]),
        (["Status", "Farve"], [row[::-1] for row in PATCHES]),
        (["Farve", "Betydning", "Antal"], [[*row, n] for n, row in enumerate(PATCHES)]),
        (["Signatur"], PATCHES),
        (["Farver"], PATCHES),
        (["Forklaring"], NAMES),
        (["Forklaring"], FILLED),
        (["Forklaring"], WHOLE),
        (["Forklaring"], [[text.replace(" =", ":")] for (text,) in WHOLE]),
        (["Forklaring"], [[text.replace(" =", " -")] for (text,) in WHOLE]),
        (["Forklaring"], [["\n".join(text.replace(" =", ":") for (text,) in WHOLE)]]),
        (["Forklaring"], [[", ".join(text for (text,) in WHOLE)]]),
        (["Farve", "Betydning"], [[], *PATCHES]),
        (["Farve"], PATCHES),
        ([], PATCHES),
        ([], NAMES),
        ([], WHOLE),
    ],
)
def test_a_table_of_colours_beside_the_lines_is_read_and_is_none_of_their_texts(
    read_table: ReadTable, heading: list[Any], legend: list[Any], gap: int
) -> None:
    parsed, _ = read_table(_beside([HEAD, *LINES, *MORE], [heading, *legend], gap))
    assert lights(parsed) == ALL_READ
    assert [row.status_text for row in parsed.rows if row.status_text] == []
    assert {kind for _, kind in kinds(parsed)} <= {"legend-beside"}


@pytest.mark.parametrize("said", [["Følger planen", "Udfordringer", "Kritisk", "Afsluttet"]])
@pytest.mark.parametrize("more", [[], MORE])
def test_a_table_of_colours_is_read_beside_few_lines(read_table: ReadTable, said: list[str], more: list[Any]) -> None:
    legend = [[patch, word] for patch, word in zip((G, Y, R, B), said, strict=True)]
    parsed, _ = read_table(_beside([HEAD, *LINES, *more], [["Farve", "Betydning"], *legend], 1))
    assert lights(parsed) == (ALL_READ if more else READ)


def test_a_table_of_colours_that_goes_on_below_the_lines_is_none_of_them(read_table: ReadTable) -> None:
    lines = [["Havnen", "ØK", B], ["Haller", "AU", G]]
    parsed, _ = read_table(_beside([HEAD, *lines], [["Farve", "Betydning"], *PATCHES], 1))
    assert lights(parsed) == {"Havnen": "done", "Haller": "green"}


@pytest.mark.parametrize(
    "said", [["Udbud er sendt", "Mangler penge", "Venter på svar"], ["Følger planen", "Forsinket", "Kritisk"]]
)
@pytest.mark.parametrize("heading", [["Farve", "Bemærkning"], ["Farve", "Forklaring"], ["Lys", "Kommentar"]])
def test_a_light_and_a_text_behind_an_empty_column_are_the_lines(
    read_table: ReadTable, heading: list[str], said: list[str]
) -> None:
    rows = [[title, udvalg, None, light, text] for (title, udvalg, light), text in zip(LINES[:3], said, strict=True)]
    parsed, _ = read_table([["Indsats", "Udvalg", None, *heading], *rows])
    assert lights(parsed) == {title: READ[title] for title in ("Ruteplan", "Haller", "Skoler")}
    assert [row.status_text for row in parsed.rows] == said


@pytest.mark.parametrize(
    "said",
    [
        ["Gul: afventer udbud", "Rød: gået i stå", "Grøn: færdig til sommer"],
        ["Grøn: kører", None, "Gul: halter", "Rød: gået ned"],
        ["Grøn i april, gul i maj"],
        ["Grøn: kører, gul: kun sidste måned"],
    ],
)
@pytest.mark.parametrize("gap", [0, 1])
def test_explanations_of_lights_that_are_no_table_are_texts(read_table: ReadTable, said: list[Any], gap: int) -> None:
    rows = _beside([HEAD, *LINES[:3], *MORE], [["Forklaring"], *[[text] for text in said]], gap)
    parsed, _ = read_table(rows)
    assert [row.status_text for row in parsed.rows if row.status_text] == [text for text in said if text]


def test_the_colours_of_other_lines_behind_an_empty_column_are_theirs(read_table: ReadTable) -> None:
    others = [["Broen", G], ["Parken", Y], ["Torvet", R]]
    parsed, _ = read_table(
        _beside([["Indsats", "Status"], *[[row[0], row[2]] for row in LINES[:3]]], [["Indsats", "Status"], *others], 1)
    )
    assert len(parsed.rows) == 6
