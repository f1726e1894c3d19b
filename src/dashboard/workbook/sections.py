"""What stands in a table beside the lines: section rows, legends, totals and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Literal

from dashboard.domain.identity import normalised
from dashboard.domain.terms import Named, Terms
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.layout import Layout
from dashboard.workbook.words import find_named, light_word

SectionField = Literal["udvalg", "tema", "art"]
LONGEST_TITLE = 200


class RowKind(Enum):
    """What a row below a header is."""

    LINE = auto()
    TITLE_ONLY = auto()
    SECTION = auto()
    UNKNOWN_SECTION = auto()
    NO_LINE = auto()


@dataclass(frozen=True)
class Section:
    """What the rows below a section row belong to, unless their own cells say otherwise."""

    udvalg: tuple[str, ...] = ()
    tema: str | None = None
    art: str | None = None

    def entering(self, field: SectionField, value: str, *, nested: bool) -> "Section":
        """Give the section that begins with a section row; ``nested`` when it follows another one directly."""
        if field == "art":
            return Section(art=value)
        if field == "udvalg":
            return replace(self, udvalg=(value,), tema=self.tema if nested else None)
        return replace(self, tema=value, udvalg=self.udvalg if nested else ())


def section_of(text: str, terms: Terms) -> tuple[SectionField, str] | None:
    """Recognise the text of a section row: which field it sets, and to what."""
    choices: tuple[tuple[SectionField, Sequence[Named]], ...] = (
        ("tema", terms.tema), ("udvalg", terms.udvalg), ("art", terms.art),
    )  # fmt: skip
    for field, known in choices:
        named = find_named(text, known)
        if named is not None:
            return field, named.key
    words = normalised(text)
    if re.search(r"udvalg(?:et)?$", words) and len(words.split()) <= 6:
        return "udvalg", re.sub(r"\s+", " ", text).strip()
    introduced = re.match(r"\s*tema\s*:\s*(.+)", text, re.IGNORECASE | re.DOTALL)
    return ("tema", re.sub(r"\s+", " ", introduced[1]).strip()) if introduced else None


def classify(grid: Grid, row: int, layout: Layout, terms: Terms) -> RowKind:
    """Tell what a row below a header is, from which of its cells hold something."""
    title_column = layout.fields["title"]
    read = {*layout.fields.values(), *layout.amounts.values()}
    numbering = {column.number for column in layout.unread}
    texts = [cell for cell in grid.texts(row) if not (cell.column in numbering and cell.text.rstrip(".").isdigit())]
    title = grid.text(row, title_column)
    light = grid.cell(row, layout.fields.get("light", 0))
    title_cell = grid.cell(row, title_column)
    own_fill = light is not None and light.fill is not None and (title_cell is None or light.fill != title_cell.fill)
    if not texts:
        return RowKind.LINE if own_fill and light is not None and light.row == row else RowKind.NO_LINE
    if _is_legend(texts, title, terms):
        return RowKind.NO_LINE
    lone = len(texts) == 1 and not own_fill
    if lone and (section_of(texts[0].text, terms) is not None):
        return RowKind.SECTION
    opens_with_total = any(_starts_with(text, terms.totals) for text in (texts[0].text, title))
    is_number = bool(title) and not any(map(str.isalpha, title))
    if (opens_with_total or is_number) and not _has_light(light, terms):
        return RowKind.NO_LINE
    if not lone:
        return RowKind.LINE if any(cell.column in read for cell in texts) else RowKind.NO_LINE
    return _classify_lone(grid, texts[0], title_column, terms)


def _classify_lone(grid: Grid, cell: GridCell, title_column: int, terms: Terms) -> RowKind:
    if _starts_with(cell.text, terms.notes) or len(cell.text) > LONGEST_TITLE:
        return RowKind.NO_LINE
    merge = grid.merge_at(cell.row, cell.column)
    if merge is not None and merge.is_horizontal:
        return RowKind.UNKNOWN_SECTION if len(cell.text.split()) <= 8 else RowKind.NO_LINE
    if cell.column != title_column:
        return RowKind.UNKNOWN_SECTION if cell.bold else RowKind.NO_LINE
    return RowKind.UNKNOWN_SECTION if cell.bold else RowKind.TITLE_ONLY


def _is_legend(texts: Sequence[GridCell], title: str, terms: Terms) -> bool:
    definitions = {normalised(entry.definition) for entry in terms.lights.values()}
    if any(normalised(cell.text) in definitions for cell in texts):
        return True
    named = re.match(r"\s*([\w ]+?)\s*[=:–-]\s*(\w.*)", title or texts[0].text)
    explains = named is not None and light_word(named[1], terms) is not None and len(texts) <= 2
    title_is_light = bool(title) and light_word(title, terms) is not None and len(texts) <= 2
    return explains or title_is_light


def _starts_with(text: str, words: Sequence[str]) -> bool:
    start = normalised(text)
    return any(re.match(rf"{re.escape(word)}(?!\w)", start) for word in words)


def _has_light(light: GridCell | None, terms: Terms) -> bool:
    word = light_word(light.text, terms) if light is not None else None
    return word is not None and (word.is_reported or word.value == "done")
