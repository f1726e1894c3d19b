"""What makes the rows of a table doubtful beside each other: told, and never guessed."""

from collections.abc import Collection, Sequence, Set
from datetime import date
from decimal import Decimal
from itertools import islice, pairwise

from dashboard.domain.cell_name import cell_name, listed
from dashboard.domain.status_row import StatusRow
from dashboard.workbook.grid import Grid
from dashboard.workbook.layout import Layout
from dashboard.workbook.legend import explains_a_hue
from dashboard.workbook.legend_at_foot import FACTS, possible_legend
from dashboard.workbook.overall_light import has_overall_column
from dashboard.workbook.row import NUMBER, Row, RowKind
from dashboard.workbook.row_kinds import OPEN_END
from dashboard.workbook.sections import Section
from dashboard.workbook.sheet_reading import SheetReading

SEVERAL = 2
ONCE = {"udvalg": "Udvalget", "tema": "Temaet", "art": "Arten"}


def tell_doubts(
    rows: Sequence[Row], layout: Layout, section: Section, parts: Collection[Row], reading: SheetReading
) -> None:
    """Tell of what is doubtful in the rows of a table; ``parts`` hang under lines, and need not be like them."""
    lines = [row for row in rows if row.kind is RowKind.LINE]
    whole = [row for row in lines if row not in parts]
    if not lines:
        return
    _tell_dates(lines, layout, reading)
    once = _tell_said_once(whole, layout, section, reading)
    _tell_light_of_several(lines, layout, reading)
    if foot := possible_legend(lines):
        said = listed([f"{row.own_title.reference} »{row.own_title.text}«" for row in foot if row.own_title], "; ")
        reading.tell("legend-as-lines", foot[0].light_place, said)
    _tell_unlike(whole, {row.number for row in rows}, set(FACTS) - once, reading)


def _tell_dates(lines: Sequence[Row], layout: Layout, reading: SheetReading) -> None:
    """Tell of the first number that has become a date, and of titles that may go on in a line of its own."""
    columns = {layout.fields.get(name) for name in ("number", "code")}
    numbers = (cell for line in lines for cell in line.texts if cell.column in columns)
    dated = (cell for cell in numbers if isinstance(cell.value, date))
    for cell in islice(dated, 1):
        reading.tell("number-became-date", cell.reference, cell.text)
    for line, below in pairwise(lines):
        title, more = line.text("title"), below.text("title")
        if below.number == line.number + 1 and more[:1].islower() and OPEN_END.search(title):
            reading.tell("open-title", cell_name(line.number, layout.fields["title"]), title, detail=more)


def _tell_said_once(lines: Sequence[Row], layout: Layout, section: Section, reading: SheetReading) -> set[str]:
    """Tell which facts stand in the first of their rows only, as if they were those of the rows below, too."""
    once = set[str]()
    for name, what in ONCE.items():
        said = [line.text(name) for line in lines] if name in layout.fields else [""]
        named = [text for text in said if text]
        is_once = SEVERAL <= len(named) == len(set(named)) and len(named) * 2 <= len(said) and bool(said[0])
        if is_once and not getattr(section, name, None):
            first = next(line for line, text in zip(lines, said, strict=True) if not text)
            place = cell_name(first.number, layout.fields[name])
            reading.tell("said-once", place, str(len(said) - len(named)), detail=what)
            once.add(name)
    return once


def _tell_light_of_several(lines: Sequence[Row], layout: Layout, reading: SheetReading) -> None:
    """Tell where each indsats has several rows and a light in the first alone."""
    if "parent" not in layout.fields or has_overall_column(layout):
        return
    named: dict[str, list[Row]] = {}
    for line in lines:
        named.setdefault(line.project, []).append(line)
    rest = [row for _, *more in named.values() for row in more]
    if len(named) < SEVERAL or not rest or any(row.is_lit for row in rest):
        return
    if all(first.is_lit for first, *_ in named.values()):
        reading.tell("light-of-several", rest[0].light_place, str(len(rest)))


def _tell_unlike(lines: Sequence[Row], numbers: Set[int], facts: Collection[str], reading: SheetReading) -> None:
    """Tell of rows with nothing of what the others have: counts, remarks and names below the lines.

    What has a light, an amount or an X of its own is a line that lacks something, and no row of another kind.
    """
    usual = [name for name in facts if _most(lines, [line.text(name) for line in lines])]
    unlike = [line for line in lines if not any(line.text(name) for name in usual)] if usual else []
    told = {found.cell for found in reading.issues}
    titles = [row.own_title for row in unlike or _left_dark(lines, numbers) if not _is_told_of(row) and row.own_title]
    titles = [cell for cell in titles if cell.text and cell.reference not in told]
    if titles and len(lines) - len(titles) >= SEVERAL:
        said = listed([f"{cell.reference} »{cell.text}«" for cell in titles], "; ")
        count = "1 række" if len(titles) == 1 else f"{len(titles)} rækker"
        reading.tell("unlike-others", titles[0].reference, f"{count} ({said})")


def _most(lines: Sequence[Row], texts: Sequence[str]) -> bool:
    return sum(map(bool, texts)) * 2 >= len(lines)


def _is_told_of(row: Row) -> bool:
    """Tell whether something is said of how a line goes: a light that holds no count, an amount, or that it is done."""
    is_counted = row.light is not None and bool(row.light.text) and NUMBER.fullmatch(row.light.text) is not None
    has_amount = any(row.grid.text(row.number, column) for column, _ in row.layout.amounts.values())
    return (row.is_lit and not is_counted) or has_amount or bool(row.text("done")) or row.reading.done


def _left_dark(lines: Sequence[Row], numbers: Set[int]) -> list[Row]:
    """Give the last rows, after an empty one, that have no light where every line before them has one."""
    pairs = enumerate(pairwise(lines), 1)
    ends = [
        place
        for place, (above, row) in pairs
        if numbers.isdisjoint(range(above.number + 1, row.number)) and row.number > above.number + 1
    ]
    start = ends[-1] if ends else len(lines)
    is_told = all(line.is_lit for line in lines[:start]) and not any(line.is_lit for line in lines[start:])
    return list(lines[start:]) if is_told else []


def tell_texts_beside(grid: Grid, lines: Sequence[int], last_column: int, reading: SheetReading) -> None:
    """Tell of a column of texts without a heading to the right of a table, beside most of the rows with its lines."""
    beside = [cell for number in lines for cell in grid.texts(number) if cell.column > last_column]
    are_one_column = len({cell.column for cell in beside}) == 1  # a list of its own has several
    texts = [cell for cell in beside if not NUMBER.fullmatch(cell.text) and not explains_a_hue([cell])]
    if are_one_column and len(lines) >= SEVERAL and len(texts) * 2 >= len(lines):
        reading.tell("text-beside", texts[0].reference, str(len(texts)))


def tell_sums(lines: Sequence[StatusRow], reading: SheetReading) -> None:
    """Tell of the lines without a light whose amounts are the sums of those above: totals under another name."""
    sums, n = dict[int, Decimal](), 0
    for line in (line for line in lines if line.amounts):
        is_dark = not (line.light.is_reported or line.done) and any(line.amounts.values())
        if n >= SEVERAL and is_dark and all(sums.get(year) == amount for year, amount in line.amounts.items()):
            reading.tell("sum-as-line", line.title_cell, line.title)
            sums, n = {}, 0
        else:
            n += any(line.amounts.values())
            sums |= {year: sums.get(year, Decimal()) + amount for year, amount in line.amounts.items()}
