"""A document as it is told: headings, paragraphs, tables and bars, one after the other.

PDF, Word, slides and plain text are each written from the same document, so that they say the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from dashboard.charts.palette import word
from dashboard.domain.clock import in_denmark
from dashboard.domain.light import Light
from dashboard.domain.month import MONTH_NAMES
from dashboard.domain.text_run import TextRun

Step = Callable[[], None]  # a part is written
NEW = "C8102E"
MARKED = "Ny tekst er rød og fed, og tekst, der ikke gælder længere, er streget over."
MADE = "Dannet {day}. {month} {year} kl. {clock}"
SHORT = 1500
NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")

NEW_LINE = re.compile("[\u2028\u2029]")


@dataclass(frozen=True)
class Strong:
    """A stretch of text that the eye is to find: the name of what a row tells of."""

    text: str


Piece = str | TextRun | Strong | Light
Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 is a part of the document, 2 a section of it, 3 a group in a section."""

    text: str
    level: int = 1
    is_on_new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: texts, stretches of text marked as new or struck, and lights as their words on their colours.

    ``label`` is what it tells of, ``is_listed`` makes it an entry of a list, ``is_quiet`` a remark, ``fields`` tell of
    the pieces which field of a line they are.
    """

    pieces: Pieces
    label: str = ""
    is_listed: bool = False
    is_quiet: bool = False
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of a table: what stands over it, and its share of the width."""

    heading: str
    width: float


@dataclass(frozen=True)
class Row:
    """A row: what each cell says, or, ``across`` all columns, the one thing that it says.

    ``fields`` tell of the pieces of each cell which field of a line they are, where that is told.
    """

    cells: tuple[Pieces, ...]
    across: bool = False
    fields: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page; a cell that is one light is filled with its colour.

    ``about`` says what it holds to those who do not see it. A row across names those below it.
    """

    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Bars:
    """The lights of one or more groups as bars with their counts in them: a name and n by light, a bar each."""

    about: str
    bars: tuple[tuple[str, Mapping[Light, int]], ...]


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page, unless they are longer than a page."""

    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Table | Bars | Together


@dataclass(frozen=True)
class Document:
    """A document: what it is called, sentences that say what it shows, its blocks, and when it was made (UTC).

    ``example`` is the mark on every page of invented data, ``closed`` that of data not for everybody; else they are
    empty. ``stem`` is its file's name without the kind of file.
    """

    title: str
    shown: tuple[str, ...]
    blocks: tuple[Block, ...]
    made_at: datetime
    stem: str
    example: str = ""
    closed: str = ""
    is_landscape: bool = False

    @property
    def head(self) -> tuple[str, ...]:
        """Give what stands under the title: what it shows, what marks in texts mean, and that its data are invented."""
        is_marked = any(isinstance(piece, TextRun) and piece.is_marked for piece in _every_piece(self.blocks))
        return (*self.shown, *([MARKED] if is_marked else []), *filter(None, (self.closed, self.example)))

    @property
    def mark(self) -> str:
        """Give what stands on every page: that lines are closed, and that data are invented."""
        return " · ".join(filter(None, (self.closed, self.example)))

    @property
    def made(self) -> str:
        """Say when it was made, as a clock in Denmark shows it."""
        local = in_denmark(self.made_at)
        month = MONTH_NAMES[local.month - 1]
        return MADE.format(day=local.day, month=month, year=local.year, clock=f"{local:%H.%M}")


def paragraph(text: str, label: str = "", *, is_listed: bool = False, is_quiet: bool = False) -> Paragraph:
    """Make a paragraph of one text."""
    return Paragraph((text,), label, is_listed, is_quiet)


def row(*cells: str | Light | Pieces) -> Row:
    """Make a row of cells that each say one thing."""
    return Row(tuple(cell if isinstance(cell, tuple) else (cell,) for cell in cells))


def plain_text(document: Document) -> str:
    """Write a document as plain text: struck text in ~~, new text in ++, the cells of a row between bars."""
    parts = ["\n".join((document.title, *document.shown))]
    return "\n\n".join([*parts, *_told(document.blocks)]) + "\n"


def said(pieces: Iterable[Piece]) -> str:
    """Say what pieces say, with the marks of what is new and what is struck."""
    return "".join(map(_said, pieces))


def bars_said(bars: Bars) -> str:
    """Say what bars show, a line each."""
    told = (
        (name, ", ".join(f"{n} {word(light).lower()}" for light, n in counts.items())) for name, counts in bars.bars
    )
    return "\n".join(f"{name}: {counted}" for name, counted in told)


def is_short(pieces: Iterable[Piece]) -> bool:
    """Tell whether it can stand on one page for certain."""
    return len(said(pieces)) < SHORT


def parts(blocks: Iterable["Block"]) -> int:
    """Count what a document is written in: the rows of its tables, and what else stands in it."""
    return sum(
        len(block.rows) if isinstance(block, Table) else parts(block.blocks) if isinstance(block, Together) else 1
        for block in blocks
    )


def no_steps() -> None:
    """Tell nobody that a part is written."""


def clean(text: str) -> str:
    """Take out the signs that no file can hold, and let what parts lines be a new line as every format has it."""
    return NOT_WRITTEN.sub("", NEW_LINE.sub("\n", text))


def _every_piece(blocks: Iterable["Block"]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Paragraph(pieces):
                yield from pieces
            case Table(_, _, rows):
                yield from (piece for row in rows for cell in row.cells for piece in cell)
            case Together(within):
                yield from _every_piece(within)


def _said(piece: Piece) -> str:
    if isinstance(piece, Light):
        return word(piece)
    if isinstance(piece, TextRun):
        mark = "~~" if piece.struck else "++" if piece.red else ""
        return f"{mark}{piece.text}{mark}"
    return piece if isinstance(piece, str) else piece.text


def _told(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        match block:
            case Heading(text, level):
                yield f"{'#' * level} {text}"
            case Paragraph(pieces, label, is_listed):
                yield ("- " if is_listed else "") + (f"{label}: " if label else "") + said(pieces)
            case Table(_, columns, rows):
                lines = [tuple(column.heading for column in columns), *(tuple(map(said, row.cells)) for row in rows)]
                yield "\n".join(" | ".join(line) for line in lines)
            case Bars():
                yield bars_said(block)
            case Together(blocks):
                yield from _told(blocks)
