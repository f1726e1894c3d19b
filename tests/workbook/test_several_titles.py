"""Several titles in one cell, with one light: told. A title over two lines is one."""

import pytest

from fixture_types import ReadTable
from table_reading import kinds
from workbook_maker import GREEN, RED, Cell

LINES = [["Havnen", "ØK", Cell(fill=GREEN)], ["Broen", "AU", Cell(fill=RED)]]


@pytest.mark.parametrize(
    "title",
    [
        "1) Ruteplan\n2) Haller", "1. Ruteplan\n2. Haller", "1.Ruteplan\n2.Haller\n3.Skoler", "1) Ruteplan 2) Haller",
        "1) Ruteplan, 2) Haller og 3) Skoler", "a) Ruteplan b) Haller", "a) Ruteplan\nb) Haller",
        "I) Ruteplan\nII) Haller",
        "- Ruteplan\n- Haller", "• Ruteplan\n• Haller", "* Ruteplan\n\n* Haller", "R001 Ruteplan\nR002 Haller",
        "R001: Ruteplan\nR002: Haller", "1) Ruteplan\nog veje\n2) Haller",
        "1) Ruteplan (fase 1) 2) Haller (fase 2)", "1) Ruteplan (nord)\n2) Haller",
    ],
)  # fmt: skip
def test_several_titles_in_a_cell_are_told(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], [title, "ØK", Cell(fill=GREEN)], *LINES])
    assert ("A3", "several-titles") in kinds(parsed)


@pytest.mark.parametrize(
    "title",
    [
        "Ruteplan\nHaller", "Samling af vaskerier og\nafvikling af lejemål", "1. etape og\n2. etape af havnen",
        "1. Ruteplan", "Nr. 1) Ruteplan", "1. etape og 2. etape", "Ny skole:\n1) byggeri\n2) inventar",
        "R001\nRuteplan", "Plan (1) og plan (2)",
        "Ny skole\n- byggeri\n- inventar", "R001 Ruteplan\n2025", "Ruteplan for 2025\n2026-planen",
        "Samling (R001)\ni Grenaa", "Nedsættelse - 1) fase", "COVID-19\nindsats",
        "1) Havnen (fase 2) - ny kaj", "1) Hal (hal 2) tag", "A) Skolen (bygning B) renoveres",
        "a) Klub (afd. b) nyt tag", "1) Havnen (2) - ny kaj", "1) Hal (hal\n2) nyt tag",
    ],
)  # fmt: skip
def test_a_title_over_two_lines_is_one(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], [title, "ØK", Cell(fill=GREEN)], *LINES])
    assert len(parsed.rows) == 3
    assert "several-titles" not in [kind for _, kind in kinds(parsed)]
