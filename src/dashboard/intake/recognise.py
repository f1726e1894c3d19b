"""Which known line a row is: the same normalised title and no conflicting code, and nothing below that certainty.

A spelling that a person has decided about is as certain as the line's own. What is found is the indsats that had the
spelling, not the line it was said to be: a decision that is taken back must leave nothing behind.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.status_row import StatusRow
from dashboard.store.indsatser import KnownName


def recognise_lines(rows: Sequence[StatusRow], known: Sequence[KnownName]) -> tuple[list[int | None], list[Issue]]:
    """Give each row the id of the indsats it is, None for a new one, and an Issue where two lines are possible."""
    spellings: dict[str, list[KnownName]] = defaultdict(list)
    codes: dict[int, set[str]] = defaultdict(set)
    for name in known:
        spellings[name.normalised].append(name)
        codes[name.line_id].update([name.code.casefold()] if name.code else [])
    candidates = [_candidates(row, spellings[normalised(row.title)], codes) for row in rows]
    claims = Counter(_line(found) for found in candidates)
    with_code = Counter(_line(found) for row, found in zip(rows, candidates, strict=True) if _has_code(row, found))
    ids: list[int | None] = []
    issues: list[Issue] = []
    for row, found in zip(rows, candidates, strict=True):
        line = _line(found)
        own = line is not None and (claims[line] == 1 or (_has_code(row, found) and with_code[line] == 1))
        ids.append(found[0].indsats_id if own else None)
        if found and not own:
            issues.append(issue("ambiguous-line", sheet=row.sheet, cell=row.title_cell, value=row.name))
    return ids, issues


def _candidates(row: StatusRow, spelled: Sequence[KnownName], codes: dict[int, set[str]]) -> list[KnownName]:
    """List the spellings that the row may be: those with its own code, else those of lines without another code."""
    exact = [name for name in spelled if _code(name.code) == _code(row.code)]
    if row.code is None:
        possible = list(spelled)
    else:
        possible = exact or [name for name in spelled if not codes[name.line_id] - {_code(row.code)}]
    if _line(possible) is None:
        possible = [name for name in exact if name.decided] or possible
    return sorted(possible, key=lambda name: name not in exact)


def _line(found: Sequence[KnownName]) -> int | None:
    """Give the one line that all candidates are, or None."""
    lines = {name.line_id for name in found}
    return lines.pop() if len(lines) == 1 else None


def _has_code(row: StatusRow, found: Sequence[KnownName]) -> bool:
    return row.code is not None and any(_code(name.code) == _code(row.code) for name in found)


def _code(code: str | None) -> str | None:
    return code.casefold() if code else None
