"""Which known line a row is: the same normalised title and no conflicting code, and nothing below that certainty."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.status_row import StatusRow
from dashboard.store.indsatser import KnownName


def recognise_lines(rows: Sequence[StatusRow], known: Sequence[KnownName]) -> tuple[list[int | None], list[Issue]]:
    """Give each row the id of the line it is, None for a new one, and an Issue where two lines are possible."""
    codes_by_title: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in known:
        codes_by_title[name.normalised][name.indsats_id].update([name.code.casefold()] if name.code else [])
    candidates = [_candidates(row, codes_by_title.get(normalised(row.title), {})) for row in rows]
    claims = Counter(found[0] for found in candidates if len(found) == 1)
    ids: list[int | None] = []
    issues: list[Issue] = []
    for row, found in zip(rows, candidates, strict=True):
        own = len(found) == 1 and (claims[found[0]] == 1 or _has_code(row, found[0], codes_by_title))
        ids.append(found[0] if own else None)
        if found and not own:
            issues.append(issue("ambiguous-line", sheet=row.sheet, cell=row.title_cell, value=row.name))
    return ids, issues


def _candidates(row: StatusRow, codes_by_id: dict[int, set[str]]) -> list[int]:
    if row.code is None:
        return list(codes_by_id)
    same = [known_id for known_id, codes in codes_by_id.items() if row.code.casefold() in codes]
    return same or [known_id for known_id, codes in codes_by_id.items() if not codes]


def _has_code(row: StatusRow, known_id: int, codes_by_title: dict[str, dict[int, set[str]]]) -> bool:
    return row.code is not None and row.code.casefold() in codes_by_title[normalised(row.title)][known_id]
