"""Header rows: where they stand, and which column holds what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, reference
from dashboard.workbook.month import NAMES
from dashboard.workbook.words import REMEMBERED, light_word, mentioned_lights

USUAL_HEADER, READ_OF_A_HEADER = 60, 120
EXACT, LEADING, INSIDE = 300, 200, 100
YEAR = re.compile(r"(?<!\d)(20[2-4]\d)(?!\d)")
A_MONTH = re.compile(rf"(?:{NAMES})\.?(?: 20[2-4]\d| '?[2-4]\d)?")
ONLY_A_YEAR = re.compile(r"(?:i |år |b|r|bf|bo)? ?20[2-4]\d")


@dataclass(frozen=True)
class Column:
    """One column of a table: its header as written, and the field it was recognised as (None: left unread).

    ``year`` and ``unit`` (in 1.000 kr.) belong to amounts, ``light`` to a column that is one light's own.
    """

    number: int
    row: int
    header: str
    field: str | None
    exact: bool = False
    year: int | None = None
    unit: Decimal = Decimal(1)
    light: Light | None = None

    @property
    def reference(self) -> str:
        """Give the name of the header's cell."""
        return reference(self.row, self.number)


@dataclass(frozen=True)
class Header:
    """A header row (or two) with its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @cached_property
    def by_field(self) -> Mapping[str, list[Column]]:
        """Group the recognised columns by field, left to right."""
        fields: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.field is not None:
                fields.setdefault(column.field, []).append(column)
        return fields


def find_headers(grid: Grid, terms: Terms) -> list[Header]:
    """Find every header row of a sheet: the row with most known headers, and each other row that is unmistakable."""
    candidates = [header for row in grid.rows if (header := read_header(grid, row, terms)) is not None]
    if not candidates:
        return []
    main = max(candidates, key=lambda header: (len(header.by_field), -header.first_row))
    return [
        header
        for header in candidates
        if header is main
        or _same_texts(grid, header.first_row, main.first_row)
        or (_is_unmistakable(header) and not _holds_a_line(header, main))
    ]


def _holds_a_line(header: Header, main: Header) -> bool:
    """Tell whether a row below the headers has a title where titles stand: then it is a line, whatever its words."""
    titles = {column.number for column in main.by_field["title"]}
    return header.first_row > main.last_row and any(
        column.number in titles and not column.exact for column in header.columns
    )


def recognise(number: int, row: int, text: str, terms: Terms) -> Column:
    """Tell which field a header means."""
    known = _recognise(text, terms)
    return Column(number, row, known.header, known.field, known.exact, known.year, known.unit, known.light)


@lru_cache(maxsize=REMEMBERED)
def _recognise(text: str, terms: Terms) -> Column:
    words = normalised(text[:READ_OF_A_HEADER])
    column = Column(0, 0, re.sub(r"\s+", " ", text), None)
    if not words:
        return column
    if ONLY_A_YEAR.fullmatch(words):
        return replace(column, field="amount", exact=True, year=int(words[-4:]))
    if A_MONTH.fullmatch(words):
        return replace(column, field="status")
    own_light = light_word(words, terms)
    if own_light is not None and own_light.is_reported:
        return replace(column, field="light_mark", exact=True, light=own_light)
    if len(mentioned_lights(words, terms)) >= 2 and len(words) <= USUAL_HEADER and not words.startswith("status"):
        return replace(column, field="light", exact=True)
    if set(re.findall(r"\w+", words)) & set(terms.columns["previous"]):
        return replace(column, field="previous", exact=True)
    score, field = _best_match(words, terms)
    if not score:
        return column
    if field == "title" and re.search(r"(?:^|\W|s)(?:nr|nummer|id)\.?$", words):
        return replace(column, field="code", exact=True)
    year = YEAR.search(words)
    if field == "amount":
        return replace(column, field="amount", exact=True, year=int(year[1]), unit=_unit(words)) if year else column
    return replace(column, field=field, exact=score >= EXACT)


def _best_match(words: str, terms: Terms) -> tuple[int, str]:
    """Find the field whose phrase matches best, looking only at phrases that begin with a word of the header."""
    index = _phrases_by_first_word(terms)
    matches = [
        (_match(words, phrase), name) for word in set(re.findall(r"\w+", words)) for phrase, name in index.get(word, ())
    ]
    return max(matches, default=(0, ""))


@lru_cache(maxsize=4)
def _phrases_by_first_word(terms: Terms) -> dict[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for name, phrases in terms.columns.items():
        for phrase in phrases:
            first = re.search(r"\w+", phrase)
            if first is not None:
                index.setdefault(first[0], []).append((phrase, name))
    return index


def _match(words: str, phrase: str) -> int:
    if words == phrase:
        return EXACT + len(phrase)
    if len(phrase) < 2 or phrase not in words:
        return 0
    if re.match(rf"{re.escape(phrase)}(?!\w)", words):
        return LEADING + len(phrase)
    return INSIDE + len(phrase) if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) else 0


def _unit(words: str) -> Decimal:
    """Tell how many 1.000 kr. one unit of an amount column is."""
    if "mio" in words:
        return Decimal(1000)
    thousands = re.search(r"1\.?000|\bt\.? ?kr|tkr|tusind", words)
    return Decimal("0.001") if re.search(r"\bkr\b", words) and not thousands else Decimal(1)


def _is_unmistakable(header: Header) -> bool:
    exact = {column.field for column in header.columns if column.exact}
    all_known = all(column.exact for column in header.columns) and bool(exact & {"light", "status"})
    return "title" in exact and (len(exact) >= 3 or all_known)


def read_header(grid: Grid, row: int, terms: Terms) -> Header | None:
    """Read a row as headers; None when it is none."""
    cells = grid.texts(row)
    if len(cells) < 2 or sum(len(cell.text) > USUAL_HEADER for cell in cells) * 3 > len(cells):
        return None
    known = [_recognise(cell.text, terms).field for cell in cells]
    short = {name for name, cell in zip(known, cells, strict=True) if len(cell.text) <= USUAL_HEADER} - {None}
    if not short & {"title", "weak_title"} or len(cells) > 2 > len(short):
        return None
    titles = {cell.column for name, cell in zip(known, cells, strict=True) if name in ("title", "weak_title")}
    below = _second_row(grid, row, titles, terms)
    if not {"light", "status", "light_mark"}.intersection(known) and len(known) - known.count(None) + len(below) < 3:
        return None  # nearly every row ends here, so this comes before anything that costs
    columns = [recognise(cell.column, row, cell.text, terms) for cell in cells]
    taken = {column.number for column in below}
    columns = sorted([c for c in columns if c.number not in taken] + below, key=lambda column: column.number)
    columns = _with_title(columns)
    fields = {column.field for column in columns if column.field is not None}
    if "title" not in fields or (not fields & {"light", "status", "light_mark"} and len(fields) < 3):
        return None
    return Header(row, row + 1 if below else row, tuple(columns))


def _with_title(columns: list[Column]) -> list[Column]:
    """Let a weaker word ("Navn", "Beskrivelse") be the title where no better one stands."""
    fields = {column.field for column in columns}
    weak = [column for column in columns if column.field == "weak_title"]
    title = weak[0] if weak and "title" not in fields else None

    def settled(column: Column) -> Column:
        if column is title:
            return replace(column, field="title")
        text = column.header.casefold() == "tekst" and "status_text" not in fields
        return replace(column, field="status_text" if text else None)

    return [settled(column) if column.field == "weak_title" else column for column in columns]


def _second_row(grid: Grid, row: int, titles: set[int], terms: Terms) -> list[Column]:
    """Read the row below as the header's second half: only headers stand there, and none of them below the title.

    A word below a merged group is read with the group's: "Status" over "April" and "Maj".
    """
    below = grid.texts(row + 1)
    if not below or not titles or titles & {cell.column for cell in below}:
        return []
    columns = []
    for cell in below:
        group = grid.text(row, cell.column) if grid.merged_columns(row, cell.column) > 1 else ""
        own = recognise(cell.column, row + 1, cell.text, terms)
        grouped = recognise(cell.column, row + 1, f"{group} {cell.text}", terms) if group else own
        both = grouped if grouped.field and not (own.field and own.exact) else own
        if own.field == "amount" and group:
            both = replace(own, unit=_unit(normalised(group)))
        if both.field is None or not (both.exact or group):
            return []
        if both.field == "weak_title":
            both = replace(both, field="status_text")
        columns.append(replace(both, header=re.sub(r"\s+", " ", f"{group} {cell.text}".strip())))
    return columns


def _same_texts(grid: Grid, row: int, other: int) -> bool:
    return [cell.text for cell in grid.texts(row)] == [cell.text for cell in grid.texts(other)]
