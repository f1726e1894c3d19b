"""Which temaer (udvalg, arts) are getting better: the share of red and yellow now and in the comparison month."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.queries import Part
from dashboard.web import phrases
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import WITHOUT
from dashboard.web.links import list_link
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection
from dashboard.web.progress import texts

SHARED = (Light.RED, Light.YELLOW, Light.GREEN)
NAMED = 2  # on each side in the sentence
KEY = "bedre"


@dataclass(frozen=True)
class Movement:
    """How many of how many were red or yellow, before and now; the share's change in points."""

    value: str
    before: int
    active_before: int
    now: int
    active_now: int

    @property
    def points(self) -> float:
        """Give the change of the share: less than nothing is better."""
        return 100 * self.now / self.active_now - 100 * self.before / self.active_before


def movements(history: pd.DataFrame, selection: Selection) -> list[Movement]:
    """Give what can be compared, most improved first."""
    if selection.compare is None:
        return []
    found = []
    for value, rows in history.groupby("value", sort=False):
        before, now = _counts(rows, selection.compare), _counts(rows, selection.month)
        if before[1] and now[1]:
            found.append(Movement(str(value), *before, *now))
    return sorted(found, key=lambda movement: movement.points)


def answer(moved: Sequence[Movement], by: Part, since: str) -> str:
    """Name the most improved and the most worsened in a sentence."""
    better = [one for one in moved if one.points < 0][:NAMED]
    worse = [one for one in reversed(moved) if one.points > 0][:NAMED]
    if not better and not worse:
        return tag("p", escape(texts.UNCHANGED_ALL.format(since=since)), "answer")
    sides = [(texts.BETTER_SAID, better), (texts.WORSE_SAID, worse)]
    said = [
        tag("b", escape(phrases.capitalised(word))) + ": " + ", ".join(_named(one, by) for one in side)
        for word, side in sides
        if side
    ]
    return tag("p", " &nbsp; ".join(said), "answer")


def better_figure(moved: Sequence[Movement], by: Part, selection: Selection) -> str:
    """Draw what is better and worse as bars to the left and right, most improved first."""
    assert selection.compare is not None
    most = max((abs(one.points) for one in moved), default=0) or 1
    months = text(phrases.short_month(selection.compare)) + text("") + text(phrases.short_month(selection.month))
    head = tag("div", text("") + months + text("") + text("") + text(""), "better-row better-head")
    rows = "".join(_row(one, by, most) for one in moved)
    body: list[list[Cell]] = [
        [phrases.part_name(by, one.value), one.before, one.active_before, one.now, one.active_now, round(one.points)]
        for one in moved
    ]
    heads = [texts.PARTS[by]]
    for month in (selection.compare, selection.month):
        heads += [f"Røde og gule {month.label}", f"{texts.ACTIVE} {month.label}"]
    return drawn_figure(
        KEY, texts.BETTER[by], tag("div", head + rows, "better"), figure_table([*heads, "Ændring i point"], body)
    )


def _row(one: Movement, by: Part, most: float) -> str:
    width = f"width:{50 * abs(one.points) / most:.1f}%"
    side = "better-side" if one.points < 0 else "worse-side"
    bar = tag("i", "", f"better-bar {side}", style=width) if one.points else ""
    name = list_link(escape(phrases.part_name(by, one.value)), **{by: one.value or WITHOUT})
    return tag(
        "div",
        tag("span", name, "better-name")
        + text(f"{one.before} af {one.active_before}", "better-n")
        + text("→", "arrow", aria_hidden="true")
        + text(f"{one.now} af {one.active_now}", "better-n")
        + tag("span", tag("i", "", "better-zero") + bar, "better-axis")
        + text(_points(one.points), "better-points")
        + text(_said(one.points), "better-said"),
        "better-row",
    )


def _named(one: Movement, by: Part) -> str:
    return f"{escape(phrases.part_name(by, one.value))} ({_points(one.points)} point)"


def _points(points: float) -> str:
    rounded = round(points)
    if rounded == 0 and points:
        return "under 1"
    return phrases.change(rounded) if rounded else "0"


def _said(points: float) -> str:
    return texts.SAME_SAID if points == 0 else texts.BETTER_SAID if points < 0 else texts.WORSE_SAID


def _counts(rows: pd.DataFrame, month: Month) -> tuple[int, int]:
    of_month = rows[rows["month"] == str(month)]
    active = int(of_month[list(SHARED)].to_numpy().sum())
    return active - int(of_month[Light.GREEN].sum()), active
