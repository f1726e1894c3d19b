"""A line's life as a strip: a cell a month, each the light it had, worst seen at a glance."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import address, filters, phrases, places, texts
from dashboard.web.markup import tag

ABSENT, LEFT = "absent", "left"
OTHER: Mapping[str | None, str] = {None: "gap", ABSENT: "gone", LEFT: "left"}
ANY_MONTH = "0000-00"
NOT_COVERED = "Ingen status for måneden"
NOT_IN_PLAN = "Ikke i planen"
LEFT_WHEN_DONE = "Afsluttet og ude af planen"
INHERITED = "(den indsats, som den fortsætter)"


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
    states: Mapping[Month, str],
    months: Sequence[Month],
    now: Month,
    indsats_id: int | None = None,
    css: str = "",
    inherited: Collection[Month] = (),
) -> str:
    """Draw a cell for each month; a month without a state is one that no workbook covered.

    ``states`` are lights or 'absent'. With an ``indsats_id`` each cell leads to the line's card as of its month, but
    for ``inherited`` months, which are those of the line that it continues.
    """
    known = [month for month in months if month in states]
    left = _left_when_done(states)
    card = None if indsats_id is None else _card_as_of(indsats_id)
    cells = "".join(
        _cell(
            LEFT if month in left else states.get(month),
            month,
            month == now,
            bool(known) and month < known[0],
            None if month in inherited else card,
            month in inherited,
        )
        for month in months
    )
    told = ", ".join(
        f"{phrases.short_month(month)} {_said(LEFT if month in left else states[month]).lower()}" for month in known
    )
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


def _cell(state: str | None, month: Month, is_now: bool, is_before: bool, card: str | None, is_inherited: bool) -> str:
    is_light = state not in (None, ABSENT, LEFT)
    css = f"lit {state}" if is_light else "before" if is_before else OTHER[state]
    said = f"{phrases.month_name(month)}: {NOT_IN_PLAN if is_before else _said(state)}"
    css += (" now" if is_now else "") + (" inherited" if is_inherited else "")
    said += f" {INHERITED}" if is_inherited else ""
    if card is None or not is_light:
        return tag("i", "", css, title=said)
    return tag("a", "", css, href=card.replace(ANY_MONTH, str(month)), title=said, tabindex="-1")


def _card_as_of(indsats_id: int) -> str:
    """Give the address of a line's card with ANY_MONTH in the place of the month, since a strip has many."""
    return address.href(places.INDSATS, indsats=indsats_id, **{filters.MONTH_KEY: ANY_MONTH, filters.COMPARE_KEY: None})


def _left_when_done(states: Mapping[Month, str]) -> set[Month]:
    """Find the months that a line is absent in because it was done: it has not gone."""
    left, last = set(), ""
    for month in sorted(states):
        if states[month] != ABSENT:
            last = states[month]
        elif last == Light.DONE:
            left.add(month)
    return left


def _said(state: str | None) -> str:
    if state is None:
        return NOT_COVERED
    if state == LEFT:
        return LEFT_WHEN_DONE
    return texts.KINDS["gone"] if state == ABSENT else word(Light(state))
