"""How much of a slide a text takes, reckoned rather too high than too low, and what of it there is room for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.charts.palette import signed
from dashboard.domain.light import Light
from dashboard.reports.document import Column, Paragraph, Piece, Pieces, Row

WITHIN = 12.233  # inches: the width of what stands on a slide
TEXT, CELL = 18, 11  # points
LETTER, CAPITAL, WIDE = 0.53, 0.7, 1.2  # of its size: the width of a letter
WORD_ENDS = 0.9  # of the width of a line: what its words fill
LINE, GAP = 1.25, 7  # of the size: from line to line; points after a paragraph
CELL_INSIDE, CELL_MARGIN = 0.1, 0.14


def _line_of(told: str, width: float, size: int) -> Iterator[int]:
    """Give the line that each letter stands on, counted from 0, where a line is so many inches wide."""
    line, used, room = 0, 0.0, width * 72 * WORD_ENDS
    for letter in told:
        took = size * (WIDE if letter > "\u2000" else CAPITAL if letter.isupper() or letter in "@%" else LETTER)
        line, used = (
            (line + 1, 0.0) if letter == "\n" else (line + 1, took) if used + took > room else (line, used + took)
        )
        yield line


def lines_of(told: str, width: float, size: int) -> int:
    """Count the lines that a text takes in so many inches."""
    return max(_line_of(told, width, size), default=0) + 1


def _plain(pieces: Pieces) -> str:
    return "".join(
        f" {signed(each)} " if isinstance(each, Light) else each if isinstance(each, str) else each.text
        for each in pieces
    )


def height_of(told: Paragraph) -> float:
    """Give the height of a paragraph in inches."""
    label = "• " * told.is_listed + (f"{told.label}: " if told.label else "")
    return (lines_of(label + _plain(told.pieces), WITHIN, TEXT) * TEXT * LINE + GAP) / 72


def row_height(row: Row, widths: Sequence[float]) -> float:
    """Give the height of a row of a table in inches."""
    widths = [sum(widths)] if row.across else widths
    n = max(
        lines_of(_plain(cell), width - 2 * CELL_INSIDE, CELL) for cell, width in zip(row.cells, widths, strict=True)
    )
    return n * CELL * LINE / 72 + CELL_MARGIN


def parted(told: Paragraph, room: float) -> tuple[Paragraph, Paragraph]:
    """Part a paragraph into what there is room for and the rest."""
    lines = int((room * 72 - GAP) / (TEXT * LINE)) - 1  # one for the label
    head, rest = _cut(told.pieces, lines, WITHIN, TEXT)
    return replace(told, pieces=head), Paragraph(rest, is_quiet=told.is_quiet)


def parted_row(row: Row, widths: Sequence[float], room: float) -> tuple[Row, Row]:
    """Part a row into what there is room for and the rest."""
    lines = int((room - CELL_MARGIN) * 72 / (CELL * LINE))
    cuts = [_cut(cell, lines, width - 2 * CELL_INSIDE, CELL) for cell, width in zip(row.cells, widths, strict=False)]
    return replace(row, cells=tuple(head for head, _ in cuts)), replace(row, cells=tuple(rest for _, rest in cuts))


def _cut(pieces: Pieces, lines: int, width: float, size: int) -> tuple[Pieces, Pieces]:
    """Cut pieces after so many lines, between words where there are any."""
    told = _plain(pieces)
    letters = max(1, next((at for at, line in enumerate(_line_of(told, width, size)) if line >= lines), len(told)))
    head: list[Piece] = []
    for at, piece in enumerate(pieces):
        text = _plain((piece,))
        if len(text) <= letters or isinstance(piece, Light):
            head.append(piece)
            letters -= len(text)
            continue
        end = text.rfind(" ", 0, letters) + 1 or letters
        parts = [part if isinstance(piece, str) else replace(piece, text=part) for part in (text[:end], text[end:])]
        return (*head, parts[0]), (parts[1], *pieces[at + 1 :])
    return tuple(head), ()


def head_of(columns: Sequence[Column]) -> Row:
    """Give the row that stands over a table."""
    return Row(tuple((column.heading,) for column in columns))
