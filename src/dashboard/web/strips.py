"""A line's life as a strip: a cell a month, each the light it had, worst seen at a glance."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import address, filters, phrases, places, texts
from dashboard.web.markup import tag

ABSENT = "absent"
NOT_COVERED = "Ingen status for måneden"
NOT_IN_PLAN = "Ikke i planen"


def strip_months(months: Sequence[Month], first: Month | None = None, longest: int = 24) -> list[Month]:
    """Give every calendar month from the first to the last of those delivered, the newest ``longest`` at most."""
    if not months:
        return []
    start = months[0] if first is None else max(first, months[0])
    every = [start]
    while every[-1] < months[-1]:
        every.append(every[-1].plus(1))
    return every[-longest:]


def strip(
    states: Mapping[Month, str], months: Sequence[Month], now: Month, indsats_id: int | None = None, css: str = ""
) -> str:
    """Draw a cell for each month; a month without a state is one that no workbook covered.

    ``states`` are lights or 'absent'. With an ``indsats_id`` each cell leads to the line's card as of its month.
    """
    known = [month for month in months if month in states]
    cells = "".join(
        _cell(states.get(month), month, month == now, bool(known) and month < known[0], indsats_id) for month in months
    )
    told = ", ".join(f"{phrases.short_month(month)} {_said(states[month]).lower()}" for month in known)
    return tag("span", cells, f"strip {css}".strip(), role="group", aria_label=told)


def strip_scale(months: Sequence[Month], css: str = "") -> str:
    """Write the months over strips: their letters, and the year where it begins."""
    names = "".join(
        tag(
            "span",
            escape(month.name[:3]) + (tag("b", str(month.year)) if month.number == 1 or month == months[0] else ""),
        )
        for month in months
    )
    return tag("span", names, f"strip-scale {css}".strip(), aria_hidden="true")


def _cell(state: str | None, month: Month, is_now: bool, is_before: bool, indsats_id: int | None) -> str:
    css = "gap" if state is None else "gone" if state == ABSENT else f"lit {state}"
    said = f"{phrases.month_name(month)}: {NOT_IN_PLAN if is_before else _said(state)}"
    now = " now" if is_now else ""
    if indsats_id is None or state is None or state == ABSENT:
        return tag("i", "", ("before" if is_before else css) + now, title=said)
    target = address.href(
        places.INDSATS, indsats=indsats_id, **{filters.MONTH_KEY: str(month), filters.COMPARE_KEY: None}
    )
    return tag("a", "", css + now, href=target, title=said, aria_label=said, tabindex="-1")


def _said(state: str | None) -> str:
    if state is None:
        return NOT_COVERED
    return texts.KINDS["gone"] if state == ABSENT else word(Light(state))
