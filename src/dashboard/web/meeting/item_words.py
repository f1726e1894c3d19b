"""A point of an agenda in words, the same on the screen and in the documents."""

from collections.abc import Hashable, Iterable, Mapping
from html import escape
from typing import Any

from dashboard.domain.light import Light
from dashboard.domain.meeting import REASONS
from dashboard.domain.month import Month
from dashboard.web import filters, phrases
from dashboard.web.links import line_link
from dashboard.web.meeting import texts
from dashboard.web.plan import Selection

Row = Mapping[Hashable, Any]
COUNTED = {
    "follow_up": ("opfølgning", "opfølgninger"),
    "new_red": ("ny rød", "nye røde"),
    "still_red": ("fortsat rød", "fortsat røde"),
    "focus": ("i fokus", "i fokus"),
    "obs": ("OBS-punkt", "OBS-punkter"),
    "worse_yellow": ("gul, der er værre end før", "gule, der er værre end før"),
    "added": ("sat på", "sat på"),
}


def given(value: object) -> str:
    """Give a text, or an empty one for what is missing."""
    return value.strip() if isinstance(value, str) else ""


def is_line(item: Row) -> bool:
    """Tell whether an item is a line of the plan, and not a topic of its own."""
    return bool(item["indsats_id"] == item["indsats_id"]) and item["indsats_id"] is not None


def name(item: Row) -> str:
    """Name an item: "R003 Flådestyring", or the topic."""
    return " ".join(filter(None, (given(item["code"]), given(item["title"])))) or given(item["topic"]) or "Indsats"


def linked_name(item: Row, selection: Selection) -> str:
    """Draw an item's name; a line's leads to its card as of the month."""
    if not is_line(item):
        return escape(name(item))
    shown = {filters.MONTH_KEY: str(selection.month), filters.SCOPE_KEY: str(selection.scope)}
    return line_link(name(item), int(item["indsats_id"]), listed=shown)


def light_of(item: Row) -> Light | None:
    """Give the light of a line, or None for a topic."""
    if not is_line(item):
        return None
    return Light(item["light"]) if given(item["light"]) else Light.NOT_REPORTED


def lasted(item: Row, month: Month) -> str:
    """Say how long a line has had its light, or nothing."""
    if not given(item["since"]) or light_of(item) is Light.NOT_REPORTED:
        return ""
    return phrases.in_row(int(item["in_row"]), Month.parse(item["since"]), month)


def why(item: Row) -> str:
    """Say why an item is on the agenda."""
    return " · ".join(texts.REASONS[reason] for reason in item["reasons"])


def counted(agenda: Iterable[Row]) -> str:
    """Count the items by their weightiest reason: "16 punkter: 3 nye røde, 6 fortsat røde, 7 OBS-punkter"."""
    first = [next(iter(item["reasons"]), "added") for item in agenda]
    by = [(sum(found == reason for found in first), COUNTED[reason]) for reason in REASONS]
    told = ", ".join(phrases.count_of(n, *words) for n, words in by if n)
    return phrases.count_of(len(first), "punkt", "punkter") + (f": {told}" if told else "")
