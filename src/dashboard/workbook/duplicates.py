"""Lines that stand more than once in a workbook: one indsats when they agree, an error when they differ."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from dashboard.domain.field_names import field_name
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms

FACTS = (
    "tema", "art", "responsible", "schedule", "political_treatment", "status_text", "red_reason", "ask", "obs",
    "expected_end", "percent_done", "remark",
)  # fmt: skip
KEPT = ("code", "marks", *FACTS)
WORST_FIRST = ("line-with-two-lights", "unlike-parts", "light-on-one-sheet", "duplicate-line")


def join_duplicates(rows: Sequence[StatusRow]) -> tuple[list[StatusRow], list[Issue]]:
    """Join rows with the same normalised title and no conflicting code, in the order in which they first stand."""
    groups: dict[tuple[str, str | None], list[StatusRow]] = {}
    codes: dict[str, set[str]] = {}
    for row in rows:
        if row.code:
            codes.setdefault(normalised(row.title), set()).add(row.code.casefold())
    for row in rows:
        title = normalised(row.title)
        known = codes.get(title, set())
        code = row.code.casefold() if row.code else next(iter(known)) if len(known) == 1 else None
        groups.setdefault((title, code), []).append(row)
    joined = [_join(group) if len(group) > 1 else (group[0], None) for group in groups.values()]
    return [row for row, _ in joined], [found for _, found in joined if found is not None]


def _join(rows: Sequence[StatusRow]) -> tuple[StatusRow, Issue]:
    """Join the rows of one line in the first that has a light, and say what is worst about two of them."""
    reported = next((row for row in rows if row.shown_light is not Light.NOT_REPORTED), rows[0])
    pairs = [(_agreement(*pair), *pair) for pair in combinations(rows, 2)]
    kind, one, at = min(pairs, key=lambda pair: WORST_FIRST.index(pair[0]))
    detail = _place(one, at)
    if kind in ("unlike-parts", "light-on-one-sheet"):
        said = [f"{_place(row, reported)}: {terms().lights[row.shown_light].word.lower()}" for row in rows]
        detail = "; ".join(said + [f"ikke samme {field_name(name).lower()}" for name in _unlike(one, at)])
        at = reported
    found = issue(kind, sheet=at.sheet, cell=at.cell, value=rows[0].name, detail=detail)
    parts = next((row for row in rows if row.subtasks), reported)
    last_first = rows[::-1]
    facts: dict[str, Any] = {name: next(filter(None, (getattr(row, name) for row in rows)), None) for name in KEPT}
    joined = replace(
        reported,
        title=rows[0].title,
        **facts,
        udvalg=tuple(dict.fromkeys(udvalg for row in rows for udvalg in row.udvalg)),
        cross_cutting=any(row.cross_cutting for row in rows),
        subtasks=tuple(replace(part, cell=_seen_from(reported, parts, part.cell)) for part in parts.subtasks),
        amounts={year: amount for row in last_first for year, amount in row.amounts.items()},
        runs={name: runs for row in last_first for name, runs in row.runs.items()},
        cells={name: _seen_from(reported, row, cell) for row in last_first for name, cell in row.cells.items()},
    )
    unsettled = replace(joined, light=Light.NOT_REPORTED, light_source=None, done=False)
    return unsettled if found.is_error else joined, found


def _agreement(one: StatusRow, other: StatusRow) -> str:
    lights = {one.shown_light, other.shown_light}
    on_one_sheet = one.sheet == other.sheet
    if len(lights - {Light.NOT_REPORTED}) > 1 and not (on_one_sheet and Light.DONE in lights):
        return "line-with-two-lights"
    if on_one_sheet and (len(lights) > 1 or _unlike(one, other)):
        return "unlike-parts"
    return "light-on-one-sheet" if len(lights) > 1 else "duplicate-line"


def _unlike(one: StatusRow, other: StatusRow) -> list[str]:
    """Give the fields in which two rows say different things."""
    values = ((name, getattr(one, name), getattr(other, name)) for name in FACTS)
    amounts = any(other.amounts.get(year, amount) != amount for year, amount in one.amounts.items())
    return [name for name, its, others in values if its and others and its != others] + ["amount"] * amounts


def _place(row: StatusRow, seen_from: StatusRow) -> str:
    return f"celle {row.cell}" if row.sheet == seen_from.sheet else f"{row.sheet}, celle {row.cell}"


def _seen_from(line: StatusRow, row: StatusRow, cell: str) -> str:
    """Name a row's cell as a line names it: with its own sheet's name when that is another."""
    return cell if row.sheet == line.sheet else f"{row.sheet}!{cell}"
