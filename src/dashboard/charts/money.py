"""Amounts under the lights, savings on one side of zero and expenses on the other, so that neither hides the other.

Red lies nearest to zero on both sides, so that what is red can be compared.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from dashboard.charts.frame import HIDDEN_AXIS, Figure, Trace, bars, framed, gap_notes, month_axis
from dashboard.charts.palette import INK, PALETTE, bar_outline, word
from dashboard.domain.light import Light
from dashboard.domain.month import Month

SIDES = {"savings": "besparelser", "expenses": "udgifter"}
ORDER = (Light.RED, Light.YELLOW, Light.GREEN, Light.NOT_REPORTED, Light.DONE)
WORSE = (Light.RED, Light.YELLOW)
HEIGHT, MONTHS_HEIGHT, TOP, BOTTOM = 280, 280, 26, 40
BAR, LINE, LETTERS = 42, 16, 44  # pixels for a lying bar, and for each line of the name above it
ROOM = 0.2  # of all of it over the highest bars, for their numbers
NUMBER = 62  # pixels for a number beside a lying bar
NOTHING = (0.0, 0.0)
Write = Callable[[float], str]
Lead = Callable[[str, Light], str]
Sums = Mapping[tuple[str, str], tuple[float, float]]


def years_figure(money: pd.DataFrame, write: Write, lead: Lead | None = None) -> Figure:
    """Draw the savings and expenses of every year, parted by light.

    ``write`` words an amount; ``lead`` gives the address that a bar leads to, by what it is of and its light.
    """
    years = [str(year) for year in sorted(set(money["year"]))]
    sums, places = _sums(money, "year"), list(range(len(years)))
    axis = {"tickvals": places, "ticktext": years, "tickfont": {"size": 16}, "side": "top"}
    return framed(
        _stacked(sums, years, years, places, write, ORDER, lead),
        HEIGHT,
        top=TOP,
        barmode="relative",
        bargap=0.35,
        xaxis={**axis, "fixedrange": True, "showgrid": False, "zeroline": False},
        yaxis={**_zero(), "range": _range(sums, years)},
        annotations=[total for at in enumerate(years) for total in _totals(*at, sums, write)],
    )


def parts_figure(
    money: pd.DataFrame, values: Sequence[str], names: Sequence[str], write: Write, lead: Lead | None = None
) -> Figure:
    """Draw the savings and expenses of each part of the plan in one year, in the order given.

    A name stands above its bar, which has all of the room beside it, however narrow. It may have a second line, which
    is no part of what is said when a bar is pointed at.
    """
    sums, places = _sums(money, "value"), list(range(len(values)))
    labels = [textwrap.wrap(" ".join(name.splitlines()), LETTERS) for name in names]
    above = BAR // 4 + LINE * max(map(len, labels), default=1) + 4
    row = BAR * 3 // 4 + above
    totals = (total for at in enumerate(values) for total in _totals(*at, sums, write, lying=True))
    return framed(
        _stacked(sums, values, names, places, write, ORDER, lead, lying=True),
        row * max(1, len(values)),
        left=NUMBER,
        right=NUMBER,
        barmode="relative",
        bargap=1 - BAR / 2 / row,
        xaxis={**_zero(), "range": _range(sums, values, room=0)},
        yaxis={**HIDDEN_AXIS, "range": [len(values) - above / row, -above / row]},
        annotations=[*totals, *(_named(place, lines) for place, lines in enumerate(labels))],
    )


def _named(place: int, lines: Sequence[str]) -> dict[str, object]:
    """Write a name above its lying bar, from the left edge of the figure."""
    at = {"x": 0, "xref": "paper", "xshift": -NUMBER, "xanchor": "left", "y": place, "yanchor": "bottom"}
    look = {"font": {"size": 13, "color": INK}, "align": "left", "bgcolor": "#FFFFFF", "borderpad": 0}
    return {**at, "yshift": BAR / 4, **look, "text": "<br>".join(lines), "showarrow": False}


def months_figure(history: pd.DataFrame, months: Sequence[Month], write: Write, lead: Lead | None = None) -> Figure:
    """Draw what lay under red and yellow in every month of the calendar, in one year of the plan."""
    delivered = [month for month in months if str(month) in set(history["month"])]
    keys, places = [str(month) for month in delivered], [months.index(month) for month in delivered]
    sums = _sums(history[history["light"].isin([str(light) for light in WORSE])], "month")
    last = list(zip(places, keys, strict=True))[-1:]
    return framed(
        _stacked(sums, keys, [month.label.capitalize() for month in delivered], places, write, WORSE, lead),
        MONTHS_HEIGHT,
        right=NUMBER // 2,
        top=TOP,
        bottom=BOTTOM,
        barmode="relative",
        bargap=0.25,
        xaxis={**month_axis(months), "showline": False},
        yaxis={**_zero(), "range": _range(sums, keys)},
        annotations=[*(each for at in last for each in _totals(*at, sums, write)), *gap_notes(months, set(keys), 0)],
    )


def describe_money(money: pd.DataFrame, by: str, names: Mapping[str, str], write: Write) -> str:
    """Say in words what a figure shows: each year, part or month with its savings and expenses, in all and in red."""
    sums, said = _sums(money, by), []
    for key, name in names.items():
        of_all = " og ".join(f"{kind} {write(_of_all(sums, key, side))}" for side, kind in enumerate(SIDES.values()))
        red = sums.get((key, str(Light.RED)), NOTHING)
        in_red = " og ".join(f"{kind} {write(red[side])}" for side, kind in enumerate(SIDES.values()))
        said.append(f"{name}: {of_all}, heraf i røde {in_red}")
    return "; ".join(said)


def _sums(money: pd.DataFrame, by: str) -> dict[tuple[str, str], tuple[float, float]]:
    grouped = money.groupby([by, "light"], as_index=False)[list(SIDES)].sum()
    return {
        (str(row[by]), str(row["light"])): (float(row["savings"]), float(row["expenses"]))
        for row in grouped.to_dict("records")
    }


def _of_all(sums: Sums, key: str, side: int) -> float:
    return sum(sums.get((key, str(light)), NOTHING)[side] for light in ORDER)


def _stacked(
    sums: Sums,
    keys: Sequence[str],
    names: Sequence[str],
    places: Sequence[int],
    write: Write,
    lights: Sequence[Light],
    lead: Lead | None,
    *,
    lying: bool = False,
) -> list[Trace]:
    """Draw the bars of each light on both sides of zero, the first light nearest to it."""
    drawn: list[Trace] = []
    for light in lights:
        for side, kind in enumerate(SIDES.values()):
            amounts = [sums.get((key, str(light)), NOTHING)[side] for key in keys]
            ends = [amount or None for amount in amounts]  # a bar of nothing would cut through the line of zero
            along, across = (ends, list(places)) if lying else (list(places), ends)
            said = [f"{word(light)}: {kind} {write(amount)} t.kr." for amount in amounts]
            one = bars(
                x=along,
                y=across,
                orientation="h" if lying else "v",
                name=word(light),
                marker={"color": PALETTE[light].color, "line": {"color": bar_outline(light), "width": 1}},
                customdata=[lead(key, light) for key in keys] if lead else None,
                hovertext=[f"<b>{name.splitlines()[0]}</b><br>{told}" for name, told in zip(names, said, strict=True)],
            )
            drawn.append(one)
    return drawn


def _totals(place: int, key: str, sums: Sums, write: Write, *, lying: bool = False) -> Iterator[dict[str, object]]:
    """Write the sums of both sides at the ends of the bars."""
    for side in range(len(SIDES)):
        total = _of_all(sums, key, side)
        at: dict[str, object] = {"x": place, "y": total, "yanchor": "bottom" if side else "top"}
        if lying:
            at = {"x": total, "y": place, "xanchor": "left" if side else "right", "xshift": 4 if side else -4}
        if total:
            yield {**at, "text": write(total), "showarrow": False, "font": {"size": 14, "color": INK}}


def _range(sums: Sums, keys: Sequence[str], room: float = ROOM) -> list[float]:
    lowest = min((_of_all(sums, key, 0) for key in keys), default=0)
    highest = max((_of_all(sums, key, 1) for key in keys), default=0)
    beside = room * (highest - lowest)
    return [lowest - beside, highest + beside] if highest > lowest else [-1, 1]


def _zero() -> dict[str, object]:
    return {
        "fixedrange": True, "showgrid": False, "showticklabels": False, "zeroline": True, "zerolinecolor": INK,
        "zerolinewidth": 1, "zerolinelayer": "above traces",
    }  # fmt: skip
