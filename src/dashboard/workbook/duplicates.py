"""Lines that stand more than once in a workbook: one indsats when they agree, an error when they differ."""

from collections import ChainMap, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter
from typing import Any

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.line_fields import PARTS, field_name, keys
from dashboard.domain.sheet_name import read_sheet_name
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.scope import is_cross_cutting_sheet, sheet_art, sheet_udvalg

FACTS = keys(lambda each: each.kind in ("text", "key") and each.key != "title")
FEWEST_REPEATED = 3  # lines on two sheets that make them versions of the same table
PER_LINE = ("line-with-two-lights", "light-on-one-sheet", "duplicate-line")
WORST_FIRST = ("line-with-two-lights", "unlike-parts", "light-on-one-sheet", "duplicate-line")


def join_duplicates(rows: Sequence[StatusRow]) -> tuple[list[StatusRow], list[Issue]]:
    """Join rows with the same normalised title and no conflicting code, in the order in which they first stand."""
    groups: dict[tuple[str, str | None], list[StatusRow]] = defaultdict(list)
    codes: dict[str, set[str]] = defaultdict(set)
    for row in (row for row in rows if row.code):
        codes[normalised(row.title)].add(str(row.code).casefold())
    for row in rows:
        known = {row.code.casefold()} if row.code else codes[normalised(row.title)]
        groups[normalised(row.title), next(iter(known)) if len(known) == 1 else None].append(row)
    issues: list[Issue] = []
    joined = [_join(group, issues) if len(group) > 1 else group[0] for group in groups.values()]
    return joined, issues


def _join(rows: Sequence[StatusRow], issues: list[Issue]) -> StatusRow:
    reported = next((row for row in rows if row.shown_light is not Light.NOT_REPORTED), rows[0])
    found = _doubts(rows, reported)
    issues += found
    facts: dict[str, Any] = {name: next(filter(None, map(attrgetter(name), rows)), None) for name in FACTS}
    if found[0].is_error:
        facts |= {"light": Light.NOT_REPORTED, "light_source": None, "done": False}
    seen = [_seen_from(reported.sheet, row) for row in rows]
    facts |= {name: next(filter(None, map(attrgetter(name), seen)), ()) for name in PARTS}
    return replace(
        reported,
        **facts,
        title=rows[0].title,
        udvalg=tuple(dict.fromkeys(udvalg for row in rows for udvalg in row.udvalg)),
        cross_cutting=any(map(attrgetter("cross_cutting"), rows)),
        closed=any(map(attrgetter("closed"), rows)),
        amounts=dict(ChainMap(*(dict(row.amounts) for row in rows))),
        runs=dict(ChainMap(*(dict(row.runs) for row in rows))),
        cells=dict(ChainMap(*(dict(row.cells) for row in seen))),
    )


def _doubts(rows: Sequence[StatusRow], reported: StatusRow) -> list[Issue]:
    """Say how rows differ from the one that counts and from the first on their sheet: only what is worst."""
    first_on_sheet = {row.sheet: row for row in reversed(rows)}
    pairs = [(one, row) for row in rows for one in (reported, first_on_sheet[row.sheet]) if one is not row]
    kind = min((_agreement(*pair) for pair in pairs), key=WORST_FIRST.index)
    alike = {row.cell + row.sheet: (one, row) for one, row in pairs if _agreement(one, row) == kind}.values()
    if kind in ("line-with-two-lights", "duplicate-line"):
        name = rows[0].name
        return [issue(kind, sheet=row.sheet, cell=row.cell, value=name, detail=_place(one, row)) for one, row in alike]
    said = [f"{_place(row, reported)}: {terms().lights[row.shown_light].word.lower()}" for row in rows]
    said += [f"ikke samme {field_name(name).lower()}" for one, row in alike for name in _unlike(one, row)]
    detail = "; ".join(dict.fromkeys(said))
    return [issue(kind, sheet=reported.sheet, cell=reported.cell, value=rows[0].name, detail=detail)]


def _agreement(one: StatusRow, other: StatusRow) -> str:
    lights = {one.shown_light, other.shown_light}
    on_one_sheet = one.sheet == other.sheet
    if len(lights - {Light.NOT_REPORTED}) > 1 and not (on_one_sheet and Light.DONE in lights):
        return "line-with-two-lights"
    if on_one_sheet and (len(lights) > 1 or _unlike(one, other)):
        return "unlike-parts"
    return "light-on-one-sheet" if len(lights) > 1 else "duplicate-line"


def _unlike(one: StatusRow, other: StatusRow) -> list[str]:
    values = ((name, getattr(one, name), getattr(other, name)) for name in (*FACTS[1:], "subtasks"))
    amounts = any(other.amounts.get(year, amount) != amount for year, amount in one.amounts.items())
    return [name for name, its, others in values if its and others and its != others] + ["amount"] * amounts


def _place(row: StatusRow, seen_from: StatusRow) -> str:
    return f"celle {row.cell}" if row.sheet == seen_from.sheet else f"{row.sheet}, celle {row.cell}"


def _seen_from(sheet: str, row: StatusRow) -> StatusRow:
    """Name a row's cells as they are named on a sheet: with its own sheet's name when that is another."""
    if row.sheet == sheet:
        return row
    cells = {name: f"{row.sheet}!{cell}" for name, cell in row.cells.items()}
    placed: dict[str, Any] = {
        name: tuple(replace(p, cell=f"{row.sheet}!{p.cell}") for p in getattr(row, name)) for name in PARTS
    }
    return replace(row, cells=cells, **placed)


def tell_versions(rows: Sequence[StatusRow], doubled: Sequence[Issue]) -> list[Issue]:
    """Tell of sheets that repeat most of each other's lines, instead of what is told of each of these lines."""
    codes: dict[str, dict[str, str | None]] = defaultdict(dict)
    for row in rows:
        codes[row.sheet][normalised(row.title)] = row.code
    found: list[Issue] = []
    told: set[tuple[str, str]] = set()
    without_lights = codes.keys() - {row.sheet for row in rows if row.cell != row.title_cell}
    for one, two in combinations(codes, 2):
        shared = {title: {codes[one][title], codes[two][title]} - {None} for title in codes[one].keys() & codes[two]}
        both = {title for title, said in shared.items() if len(said) <= 1}
        is_most = len(both) >= max(FEWEST_REPEATED, min(len(codes[one]), len(codes[two])) / 2)
        adds_facts = any(codes[sheet].keys() == both for sheet in without_lights & {one, two})
        if is_most and not adds_facts and _part(one) == _part(two):
            found.append(issue("same-lines-on-sheets", sheet=two, value=f"'{one}' og '{two}'"))
            told |= {(row.sheet, row.name) for row in rows if row.sheet in (one, two) and normalised(row.title) in both}
    return found + [each for each in doubled if each.kind not in PER_LINE or (each.sheet, each.value) not in told]


def _part(sheet: str) -> tuple[object, ...]:
    """Give what a sheet's name says its lines to be: sheets of different parts may share lines."""
    crossing, done = is_cross_cutting_sheet(sheet), read_sheet_name(sheet).is_of_done
    return sheet_udvalg(sheet), sheet_art(sheet), crossing, done
