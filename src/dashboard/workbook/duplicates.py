"""Lines that stand more than once in a workbook: one indsats when they agree, an error when their lights differ."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow

FACTS = (
    "code", "marks", "tema", "art", "responsible", "schedule", "political_treatment", "status_text", "red_reason",
    "ask", "obs",
)  # fmt: skip


def join_duplicates(rows: Sequence[StatusRow]) -> tuple[list[StatusRow], list[Issue]]:
    """Join rows with the same normalised title and no conflicting code, in the order in which they first stand."""
    joined: dict[tuple[str, str | None], StatusRow] = {}
    issues: list[Issue] = []
    codes: dict[str, set[str]] = {}
    for row in rows:
        if row.code:
            codes.setdefault(normalised(row.title), set()).add(row.code.casefold())
    for row in rows:
        title = normalised(row.title)
        known = codes.get(title, set())
        code = row.code.casefold() if row.code else next(iter(known)) if len(known) == 1 else None
        first = joined.get((title, code))
        if first is None:
            joined[title, code] = row
            continue
        joined[title, code], found = _join(first, row)
        issues.append(found)
    return list(joined.values()), issues


def _join(first: StatusRow, second: StatusRow) -> tuple[StatusRow, Issue]:
    lights = {row.shown_light for row in (first, second)} - {Light.NOT_REPORTED}
    place = f"{first.sheet}, celle {first.cell}" if first.sheet != second.sheet else f"celle {first.cell}"
    kind = "line-with-two-lights" if len(lights) > 1 else "duplicate-line"
    found = issue(kind, sheet=second.sheet, cell=second.cell, value=first.name, detail=place)
    reported = second if first.shown_light is Light.NOT_REPORTED else first
    settled = len(lights) <= 1
    return (
        replace(
            first,
            **{name: getattr(first, name) or getattr(second, name) for name in FACTS},
            light=reported.light if settled else Light.NOT_REPORTED,
            light_source=reported.light_source if settled else None,
            done=reported.done and settled,
            cell=reported.cell,
            sheet=reported.sheet,
            title_cell=reported.title_cell,
            udvalg=tuple(dict.fromkeys((*first.udvalg, *second.udvalg))),
            cross_cutting=first.cross_cutting or second.cross_cutting,
            amounts={**second.amounts, **first.amounts},
            runs={**second.runs, **first.runs},
            cells=_cells_seen_from(reported.sheet, second) | _cells_seen_from(reported.sheet, first),
        ),
        found,
    )


def _cells_seen_from(sheet: str, row: StatusRow) -> dict[str, str]:
    """Name a row's cells as they are named on a sheet: with their own sheet's name when that is another."""
    return {name: cell if row.sheet == sheet else f"{row.sheet}!{cell}" for name, cell in row.cells.items()}
