"""A part of a sheet as a table that looks like the sheet: letters, numbers, fills, bold, red and struck."""

from itertools import pairwise

from htpy import Element, caption, div, table, tbody, td, th, thead, tr

from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow, hex_of
from dashboard.web.markup import marked_text, shape


def sheet_table(excerpt: Excerpt) -> Element:
    """Draw an excerpt with its cell framed; a thick line stands where rows or columns between are left out."""
    skipped = {after for before, after in pairwise(excerpt.columns) if after > before + 1}
    first = [row.number for row in excerpt.rows]
    after_gap = {after for before, after in pairwise(first) if after > before + 1}
    return div(".sheet-frame", tabindex="0")[
        table(".sheet")[
            caption[f"Arket »{excerpt.sheet}« omkring celle {excerpt.cell}"],
            thead[
                tr[
                    td,
                    (
                        th(class_=number in skipped and "skipped", scope="col")[letter]
                        for number, letter in zip(excerpt.columns, excerpt.letters, strict=True)
                    ),
                ]
            ],
            tbody[(_row(row, excerpt, skipped, is_after_gap=row.number in after_gap) for row in excerpt.rows)],
        ]
    ]


def _row(row: ExcerptRow, excerpt: Excerpt, skipped: set[int], *, is_after_gap: bool) -> Element:
    return tr(class_=[row.is_header and "heading", is_after_gap and "skipped"])[
        th(scope="row")[row.number], (_cell(cell, excerpt, cell.column in skipped) for cell in row.cells)
    ]


def _cell(cell: ExcerptCell, excerpt: Excerpt, is_after_gap: bool) -> Element:
    is_asked = (cell.row, cell.column) == (excerpt.row, excerpt.column)
    return td(
        class_=[is_after_gap and "skipped", is_asked and "asked"],
        rowspan=cell.row_span > 1 and cell.row_span,
        colspan=cell.column_span > 1 and cell.column_span,
        style=_style(cell) or None,
        aria_current=is_asked and "true",
    )[div[cell.conditional and shape(cell.conditional), marked_text(cell.runs)]]


def _style(cell: ExcerptCell) -> str:
    parts = [
        f"background:{hex_of(cell.fill)}" if cell.fill else "",
        f"color:{hex_of(cell.ink)}" if cell.ink else "",
        "font-weight:700" if cell.bold else "",
    ]
    return ";".join(part for part in parts if part)
