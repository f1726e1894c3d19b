"""A municipality's values laid over ours; the rules stand in the package's own description."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

KEYED = {
    "udvalg": "key",
    "tema": "name",
    "art": "name",
    "reason": "name",
    "signal": "rule",
    "event": "name",
    "body": "key",
    "role": "value",
}
REPLACE, REMOVE, EVERY_OTHER = "replace", "remove", "*"


def laid_over(ours: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the values of a file over ours."""
    replaced = given.get(REPLACE, ())
    return _table(ours, {name: value for name, value in given.items() if name != REPLACE}, replaced, "")


def _table(ours: Mapping[str, Any], given: Mapping[str, Any], replaced: Collection[str], within: str) -> dict[str, Any]:
    laid = dict(ours)
    for name, value in given.items():
        place, before = within + name, ours.get(name)
        if place in KEYED:
            laid[name] = _entries([] if place in replaced else before or [], value, KEYED[place])
        elif isinstance(value, Mapping):
            laid[name] = _table(before or {}, value, replaced, f"{place}.")
        elif isinstance(before, list) and place not in replaced:
            laid[name] = list(dict.fromkeys([*before, *value]))
        else:
            laid[name] = value
    return laid


def _entries(ours: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]], key: str) -> list[dict[str, Any]]:
    """Lay entries over ours; a new one says what the entry for every other says, where it says nothing itself."""
    laid = {entry[key]: dict(entry) for entry in ours}
    for entry in given:
        laid[entry[key]] = {**laid.get(entry[key], laid.get(EVERY_OTHER, {})), **entry}
    return [entry for entry in laid.values() if not entry.get(REMOVE)]
