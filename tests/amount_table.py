"""Tables of lines with amounts: how tests write them, and what they ask of them when they are read."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.workbook.parsed import ParsedWorkbook
from workbook_maker import Cell

HEAD = ["Indsats", "Udvalg", "Status"]
UNCLEAR = "amount-unit-unclear"


def line(title: str, *values: object) -> list[object]:
    return [title, "ØK", "Grøn", *values]


def seen(number: object, number_format: str) -> Cell:
    return Cell(number, number_format=number_format)


def amounts(parsed: ParsedWorkbook, line: int = 0) -> Mapping[int, float | Decimal]:
    return dict(parsed.rows[line].amounts)
