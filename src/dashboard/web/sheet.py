"""Part of a worksheet as an HTML table that looks like the sheet: letters, numbers, fills, bold, red and struck."""

from html import escape

from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.web.markup import shape, tag
from dashboard.web.text_marks import marked_text

Rgb = tuple[int, int, int]


def sheet_table(excerpt: Excerpt) -> str:
    """Draw an excerpt with its cell framed; a thick line stands where rows or columns between are left out."""
    skipped = {after for before, after in zip(excerpt.columns, excerpt.columns[1:], strict=False) if after > before + 1}
    heads = "".join(
        tag("th", letter, "skipped" if number in skipped else "", scope="col")
        for letter, number in zip(excerpt.letters, excerpt.columns, strict=True)
    )
    rows, before = "", None
    for row in excerpt.rows:
        rows += _row(row, excerpt, skipped, is_after_gap=before is not None and row.number > before + 1)
        before = row.number
    caption = tag("caption", escape(f"Arket »{excerpt.sheet}« omkring celle {excerpt.cell}"))
    head = tag("thead", tag("tr", "<td></td>" + heads))
    return tag("div", tag("table", caption + head + tag("tbody", rows), "sheet"), "sheet-frame", tabindex="0")


def _row(row: ExcerptRow, excerpt: Excerpt, skipped: set[int], *, is_after_gap: bool) -> str:
    cells = "".join(_cell(cell, excerpt, cell.column in skipped) for cell in row.cells)
    css = " ".join(["heading"] * row.is_header + ["skipped"] * is_after_gap)
    return tag("tr", tag("th", str(row.number), scope="row") + cells, css)


def _cell(cell: ExcerptCell, excerpt: Excerpt, is_after_gap: bool) -> str:
    is_asked = (cell.row, cell.column) == (excerpt.row, excerpt.column)
    attributes = {}
    if cell.row_span > 1:
        attributes["rowspan"] = str(cell.row_span)
    if cell.column_span > 1:
        attributes["colspan"] = str(cell.column_span)
    style = _style(cell)
    if style:
        attributes["style"] = style
    if is_asked:
        attributes["aria-current"] = "true"
    css = " ".join(["skipped"] * is_after_gap + ["asked"] * is_asked)
    drawn = shape(cell.conditional) if cell.conditional else ""
    return tag("td", tag("div", drawn + marked_text(cell.runs)), css, **attributes)


def _style(cell: ExcerptCell) -> str:
    parts = [
        f"background:{_hex(cell.fill)}" if cell.fill else "",
        f"color:{_hex(cell.ink)}" if cell.ink else "",
        "font-weight:700" if cell.bold else "",
    ]
    return ";".join(part for part in parts if part)


def _hex(rgb: Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*rgb)
