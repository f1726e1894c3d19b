"""A line's life as a strip: a cell a month, each the light it had, worst seen at a glance."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from htpy import Element, a, b, i, span
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month, calendar_months
from dashboard.queries import LineStates
from dashboard.web import address, filters
from dashboard.web.database import Selection, ask
from dashboard.wording import phrases, texts

LEFT = "left"
OTHER: Mapping[str | None, str] = {None: "gap", ABSENT: "gone", LEFT: "left"}
ANY_MONTH = "0000-00"
NOT_COVERED = "Ingen status for måneden"
NOT_IN_PLAN = "Ikke i planen"
LEFT_WHEN_DONE = "Afsluttet og ude af planen"
INHERITED = "(den indsats, som den fortsætter)"
LAST_YEAR = 12


@dataclass(frozen=True)
class Strips:
    """What the strips of a page are drawn from: the months that they show and what its lines were in each."""

    months: Sequence[Month]
    lines: Mapping[int, LineStates]
    now: Month

    @classmethod
    def of(cls, selection: Selection, lines: Iterable[int], longest: int = LAST_YEAR) -> Self:
        """Ask for the states of some lines of the selection's scope."""
        months = calendar_months(ask(queries.delivered_months, selection), longest=longest)
        meant = tuple(sorted({*lines}))
        return cls(months, ask(queries.line_states, selection.unfiltered, meant), selection.month)

    def draw(self, indsats_id: int, css: str = "", *, is_linked: bool = True) -> Element:
        """Draw the strip of a line; its cells lead to the line's card as of their month."""
        line = self.lines.get(indsats_id, LineStates({}))
        return strip(line.by_month, self.months, self.now, indsats_id if is_linked else None, css, line.inherited)

    def shown(self, indsats_id: int) -> dict[Month, State]:
        """Give what a line was in those of the months that are known."""
        by_month = self.lines[indsats_id].by_month if indsats_id in self.lines else {}
        return {month: by_month[month] for month in self.months if month in by_month}

    def inherited(self, indsats_id: int) -> set[Month]:
        """Give those of the months that are of the line that it continues."""
        line = self.lines.get(indsats_id)
        return set() if line is None else set(line.inherited & set(self.months))


def strip(
    states: Mapping[Month, State],
    months: Sequence[Month],
    now: Month,
    indsats_id: int | None = None,
    css: str = "",
    inherited: Collection[Month] = (),
) -> Element:
    """Draw a cell for each month; a month without a state is one that no workbook covered.

    With an ``indsats_id`` each cell leads to the line's card as of its month, but for ``inherited`` months, which are
    those of the line that it continues.
    """
    known = [month for month in months if month in states]
    left = _left_when_done(states)
    shown: dict[Month, str | None] = {month: LEFT if month in left else states.get(month) for month in months}
    card = None if indsats_id is None else _card_as_of(indsats_id)
    cells = [
        _cell(
            shown[month],
            month,
            month == now,
            bool(known) and month < known[0],
            None if month in inherited else card,
            month in inherited,
        )
        for month in months
    ]
    told = ", ".join(f"{phrases.short_month(month)} {_said(shown[month]).lower()}" for month in known)
    return span(class_=["strip", css], role="group", aria_label=told)[cells]


def strip_scale(months: Sequence[Month], css: str = "") -> Element:
    """Write the months over strips: their first letters, and the year where it begins."""
    letters = 1 if css == "small" else 3
    return span(class_=["strip-scale", css], aria_hidden="true")[
        (
            span[month.name[:letters], (month.number == 1 or month == months[0]) and b[str(month.year)]]
            for month in months
        )
    ]


def _cell(
    state: str | None, month: Month, is_now: bool, is_before: bool, card: str | None, is_inherited: bool
) -> Element | Markup:
    if card is None or state in (None, ABSENT, LEFT):
        return _plain_cell(state, month, is_now, is_before, is_inherited)
    css, said = _look(state, month, is_now, is_before, is_inherited)
    return a(class_=css, href=card.replace(ANY_MONTH, str(month)), title=said, tabindex="-1")


@cache
def _plain_cell(state: str | None, month: Month, is_now: bool, is_before: bool, is_inherited: bool) -> Markup:
    """Draw a cell that leads nowhere; hundreds on a page are the same."""
    css, said = _look(state, month, is_now, is_before, is_inherited)
    return Markup(i(class_=css, title=said))


def _look(state: str | None, month: Month, is_now: bool, is_before: bool, is_inherited: bool) -> tuple[list[str], str]:
    is_light = state not in (None, ABSENT, LEFT)
    css = f"lit {state}" if is_light else "before" if is_before else OTHER[state]
    said = f"{phrases.month_name(month)}: {NOT_IN_PLAN if is_before else _said(state)}"
    return [css, "now" * is_now, "inherited" * is_inherited], f"{said} {INHERITED}" if is_inherited else said


def _card_as_of(indsats_id: int) -> str:
    """Give the address of a line's card with ANY_MONTH in the place of the month, since a strip has many."""
    return address.href(
        address.INDSATS, indsats=indsats_id, **{filters.MONTH_KEY: ANY_MONTH, filters.COMPARE_KEY: None}
    )


def _left_when_done(states: Mapping[Month, State]) -> set[Month]:
    """Find the months that a line is absent in because it was done: it has not gone."""
    left: set[Month] = set()
    last: State | None = None
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
