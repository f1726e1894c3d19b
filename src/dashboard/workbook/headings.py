"""Rows with only a section's name: its heading, or an indsats that is called the same ("Norddjurs i bevægelse")."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dashboard.domain.identity import normalised
from dashboard.domain.terms import terms
from dashboard.domain.words import find_named
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import Row, RowKind
from dashboard.workbook.sections import is_udvalg, sections_of
from dashboard.workbook.sheet_reading import SheetReading

NAMING = ("title", "code", "number", "parent")


def settle_temaer(rows: Sequence[Row], begun: str | None, log: SheetReading, *, is_first: bool) -> None:
    """Make lines of the rows named as a tema that are no headings, and tell of every doubt.

    Only a name in the titles' own column that looks like the lines is in question, with no introduction and no number:
    bold, filled or merged it is a heading. What cannot be told for certain is read as a line, which everyone sees.
    """
    lines = [row for row in rows if row.kind is RowKind.LINE]
    looks = {line.look for line in lines}
    sections = [row for row in rows if row.kind is RowKind.SECTION]
    found = ((row, find_named(cell.text, terms().tema)) for row in sections for cell in row.texts)
    temaer = {row: tema.key for row, tema in found if tema is not None}
    titles = {row: row.cell("title") for row in temaer if row.look in looks}
    plain = {row: cell for row, cell in titles.items() if cell and normalised(cell.text) == normalised(temaer[row])}
    current = begun if is_first else None  # below a repeated header the heading is repeated too
    for row, tema in temaer.items():
        others = [other for other in temaer if other is not row]
        is_below_lines = any(line.number < row.number for line in lines)
        is_alone = not others and begun is None and len(row.texts) == 1
        light = row.cells.get(row.layout.light.number or 0)
        is_lit = light is not None and light_of(light.fill) and not row.layout.light.shared_fill_is_background
        reasons = {
            "": len(plain) < len(temaer) or _holds_more(row) or _counts_on(row, lines),
            "temaet allerede er begyndt": tema == current,
            "der står beløb i rækken": _has_amounts(row) and not any(map(_has_amounts, others)),
            "rækken er farvet som en indsats": is_lit,
            "tabellen ikke har andre temaer, og der står indsatser før den": is_alone and is_below_lines,
        }
        reason = next((reason for reason, holds in reasons.items() if holds and row in plain), None)
        if reason is None:
            current = tema
            continue
        row.kind = RowKind.LINE
        if reason:
            log.tell("tema-as-line", plain[row].reference, plain[row].text, detail=reason)
    _tell_a_lone_empty([row for row in temaer if row.kind is RowKind.SECTION], plain, rows, log)


def _tell_a_lone_empty(
    headings: Sequence[Row], plain: Mapping[Row, GridCell], rows: Sequence[Row], log: SheetReading
) -> None:
    """Tell of the one heading that no line stands below; several are a list of all temaer."""
    ends = [*(row.number for row in headings), math.inf][1:]
    lines = [row for row in rows if row.kind is RowKind.LINE]
    empty = [h for h, end in zip(headings, ends, strict=True) if not any(h.number < row.number < end for row in lines)]
    if len(empty) == 1 and empty[0] in plain:
        log.tell("tema-without-lines", plain[empty[0]].reference, plain[empty[0]].text)


def _holds_more(row: Row) -> bool:
    """Tell whether more than the name is given: a field of its own, or the tema itself in the column for it."""
    columns: Mapping[str, int] = {**row.layout.fields, "light": row.layout.light.number or 0}
    cells = ((name, row.grid.cell(row.number, column)) for name, column in columns.items() if name not in NAMING)
    return any(cell is not None and cell.text and (cell.row == row.number or name == "tema") for name, cell in cells)


def _has_amounts(row: Row) -> bool:
    return any(row.grid.text(row.number, column) for column, _ in row.layout.amounts.values())


def _counts_on(row: Row, lines: Sequence[Row]) -> bool:
    """Tell whether a row's running number comes after that of the line above and before that of the line below."""
    own = _running_number(row)
    before = [_running_number(line) for line in lines if line.number < row.number][-1:]
    after = [_running_number(line) for line in lines if line.number > row.number][:1]
    return own is not None and before == [own - 1] and after in ([], [own + 1])


def _running_number(row: Row) -> int | None:
    left = [cell.text for cell in row.texts if cell.column < row.layout.fields["title"]]
    return int(left[0]) if left and left[0].isdecimal() else None


def settle_lit_headings(rows: Sequence[Row], log: SheetReading) -> None:
    """Make sections of the udvalg above lines, whose own light is told, and ask where several temaer have one.

    A row that looks like a heading is read as a line, and told.
    """
    pairs = (pair for pair in pairwise(rows) if pair[0].number + 1 == pair[1].number)
    above = [row for row, below in pairs if row.kind is below.kind is RowKind.LINE]
    named = [(row, row.named[0]) for row in above if [c.column for c in row.named] == [row.layout.fields["title"]]]
    sections = {cell.text for row, cell in named if sections_of(cell.text)}
    udvalg = {cell.text for row, cell in named if is_udvalg(cell.text)}
    others = {*rows} - {*above}
    lines = [row for row in rows if row.kind is RowKind.LINE and row in others]
    looks = {row.look for row in lines}
    numbers = {row.number for row in rows}
    bare = [row for row, _ in named if row.is_lone and row.number - 1 not in numbers and row is not rows[0]]
    alone = [] if any(row.is_lone for row in lines) else bare
    for row, cell in named:
        if cell.text in udvalg:
            log.tell("section-with-light", cell.reference, cell.text)
            row.kind = RowKind.SECTION
        elif cell.text in sections and len(sections - udvalg) > 1:
            log.tell("tema-with-light", cell.reference, cell.text)
        elif looks and (row.look not in looks or row in alone):
            log.tell("heading-as-line", cell.reference, cell.text)
