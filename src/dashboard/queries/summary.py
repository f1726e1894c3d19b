"""A month's status in one document: what `dashboard status --json` prints."""

from typing import Any

from dashboard.domain.light import Light
from dashboard.queries.questions import CHANGE_KINDS, PARTS, Change, Part, changes, distribution, light_counts
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

REPORTED = (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED)


def summary(con: Seen, selection: Selection) -> dict[str, Any]:
    """Give counts, changes and distribution of a selection as plain values; lines without a tema stand under ""."""
    counts = {count.light: count.n for count in light_counts(con, selection)}
    changed = changes(con, selection)
    return {
        "plan": selection.plan,
        "month": str(selection.month),
        "compared_with": str(selection.compare) if selection.compare else None,
        "scope": str(selection.scope),
        "total": sum(counts.values()),
        "lights": {light: counts[light] for light in REPORTED},
        "done": counts[Light.DONE],
        "changes": {kind: [_change(change) for change in changed if change.kind == kind] for kind in CHANGE_KINDS},
        "by": {part: _distribution(con, selection, part) for part in PARTS},
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "title": change.title,
        "code": change.code,
        "from": change.light_before,
        "to": change.light_now,
        "udvalg": change.udvalg.split(", ") if change.udvalg else [],
    }


def _distribution(con: Seen, selection: Selection, part: Part) -> dict[str, dict[str, int]]:
    frame = distribution(con, selection, part)
    columns = [column for column in frame.columns if column != "value"]
    return {row["value"]: {str(column): int(row[column]) for column in columns} for _, row in frame.iterrows()}
