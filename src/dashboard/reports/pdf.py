"""A document as PDF: tagged after PDF/UA-1, Danish, its fonts within; written by typst from ``document.typ``."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.charts.palette import INK, MUTED, PALETTE, bar_outline, shape_svg, word
from dashboard.domain.clock import utc_now
from dashboard.domain.light import Light
from dashboard.domain.municipality import municipality
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import (
    NEW,
    Bars,
    Block,
    Document,
    Heading,
    Paragraph,
    Piece,
    Pieces,
    Row,
    Step,
    Table,
    Together,
    bars_said,
    clean,
    is_short,
    no_steps,
)
from dashboard.reports.long_pdf import places
from dashboard.reports.typesetting import typeset

LONGEST_RUNNING, LONGEST_NAME = 70, 40  # what fits over a page, and beside a bar


def pdf(document: Document, step: Step = no_steps) -> bytes:
    """Write a document as the bytes of a PDF; ``step`` is called for each row and paragraph of a long one."""
    told = _document(document)
    if sum(map(places.size, told["blocks"])) <= places.PART:
        return typeset(told, "pdf")
    from dashboard.reports.long_pdf.parts import long_pdf  # pikepdf takes a while

    return long_pdf(told, step)


def picture(bars: Bars, *, is_landscape: bool = False) -> bytes:
    """Draw bars as the bytes of a PNG, as wide as they are in a PDF."""
    told = _document(Document("", (), (bars,), utc_now(), "", is_landscape=is_landscape))
    return typeset(told | {"picture": True}, "png")


def _document(document: Document) -> dict[str, Any]:
    made, title = document.made_at, clean(document.title).strip() or document.stem
    return {
        "part": "whole",
        "picture": False,
        "below": 0,
        "title": title,
        "running": title if len(title) <= LONGEST_RUNNING else f"{title[:LONGEST_RUNNING]}…",
        "author": municipality().name,
        "head": [clean(sentence) for sentence in document.head],
        "mark": clean(document.mark),
        "made": {part: getattr(made, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "made_said": document.made,
        "landscape": document.is_landscape,
        "ink": INK,
        "muted": MUTED,
        "new": f"#{NEW}",
        "looks": {light.value: _look(light) for light in Light},
        "blocks": list(_blocks(document.blocks, [0])),
    }


def _look(light: Light) -> dict[str, str]:
    look = PALETTE[light]
    return {
        "word": word(light),
        "fill": look.color,
        "on": look.on_color,
        "outline": look.outline,
        "line": bar_outline(light),
        "shape": shape_svg(light),
        "shape_on": shape_svg(light, None if light is Light.NOT_REPORTED else look.on_color),
    }


def _blocks(blocks: Sequence[Block], level: list[int]) -> Iterator[dict[str, Any]]:
    """Give blocks as data; ``level`` is that of the last heading, below which none may skip a level."""
    for block in blocks:
        match block:
            case Heading(text, wanted, is_on_new_page) if clean(text).strip():
                level[0] = min(wanted, level[0] + 1)
                yield {"kind": "heading", "text": clean(text), "level": level[0], "new_page": is_on_new_page}
            case Paragraph(pieces, label, is_listed, is_quiet):
                told = {"pieces": _pieces(pieces), "label": clean(label), "listed": is_listed, "quiet": is_quiet}
                yield {"kind": "paragraph"} | told
            case Table(_, columns, rows):
                heads, widths = [clean(each.heading) for each in columns], [each.width for each in columns]
                yield {"kind": "table", "heads": heads, "widths": widths, "rows": [_row(row) for row in rows]}
            case Bars(about, bars):
                counts = [counts for _, counts in bars]
                yield {
                    "kind": "bars",
                    "alt": clean(f"{about}. {bars_said(block)}"),
                    "lights": list(dict.fromkeys(light.value for each in counts for light, n in each.items() if n)),
                    "is_wide": any(len(name) > LONGEST_NAME for name, _ in bars),
                    "bars": [{"name": clean(name), "parts": _parts(counts)} for name, counts in bars],
                }
            case Together(within):
                inner = list(_blocks(within, level))
                new_page = bool(inner) and inner[0].pop("new_page", False)
                yield {"kind": "together", "blocks": inner, "new_page": new_page}


def _row(row: Row) -> dict[str, Any]:
    is_whole = is_short(piece for cell in row.cells for piece in cell)
    return {"across": row.across, "short": is_whole, "cells": [_pieces(cell) for cell in row.cells]}


def _parts(counts: Any) -> list[dict[str, Any]]:
    return [{"light": light.value, "n": n} for light, n in counts.items()]


def _pieces(pieces: Pieces) -> list[tuple[str, str]]:
    return [_piece(piece) for piece in pieces]


def _piece(piece: Piece) -> tuple[str, str]:
    if isinstance(piece, Light):
        return piece.value, word(piece)
    if isinstance(piece, TextRun):
        return "struck" if piece.struck else "new" if piece.red else "text", clean(piece.text)
    return ("text", clean(piece)) if isinstance(piece, str) else ("strong", clean(piece.text))
