"""Why lines are red, month by month: greys and one blue, as colour is for lights; a missing one is only an outline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.frame import HIDDEN_AXIS, Figure, Trace, bars, framed, gap_bars, gap_notes, month_axis
from dashboard.charts.palette import ACCENT, BLACK, INK, MUTED
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING, OTHER, reason_keys, reason_name

HEIGHT, TOP, BOTTOM = 216, 24, 38
ROOM_FOR_A_DIGIT = 0.09  # of the highest bar
Lead = Callable[[Month], str]


@dataclass(frozen=True)
class Tone:
    """How a reason is filled and outlined, and the colour of a number on it."""

    fill: str
    outline: str
    on_fill: str


TONES = (Tone(ACCENT, ACCENT, "#FFFFFF"), Tone("#5D6B78", "#5D6B78", "#FFFFFF"), Tone("#A9B4BE", "#A9B4BE", BLACK))
OTHER_TONE, MISSING_TONE = Tone("#DDE3E8", "#DDE3E8", BLACK), Tone("#FFFFFF", INK, BLACK)


def tone_of(reason: str) -> Tone:
    """Give the look of a reason, the same in figures and lists."""
    if reason in (OTHER, MISSING):
        return OTHER_TONE if reason == OTHER else MISSING_TONE
    return TONES[reason_keys().index(reason) % len(TONES)]


def reasons_figure(
    counts: pd.DataFrame, months: Sequence[Month], delivered: Sequence[Month], lead: Lead | None = None
) -> Figure:
    """Draw a bar for each delivered month, parted by reason, how many red lines there were on top.

    ``counts`` has month, reason and n. ``lead`` gives the address that a bar leads to.
    """
    n = counted(counts)
    sums = {month: sum(n.get((month, reason), 0) for reason in reason_keys()) for month in delivered}
    top = max(sums.values(), default=0) or 1
    totals = [
        {
            "x": months.index(month), "y": total, "yanchor": "bottom", "showarrow": False,
            "text": f"<b>{total}</b>" if month == months[-1] else str(total),
            "font": {"size": 14, "color": INK if month == months[-1] else MUTED},
        }
        for month, total in sums.items()
    ]  # fmt: skip
    came = {str(month) for month in delivered}
    drawn = [_bars(reason, n, months, delivered, sums, top, lead) for reason in reason_keys()]
    return framed(
        [*drawn, gap_bars(months, came, top)],
        HEIGHT,
        top=TOP,
        bottom=BOTTOM,
        barmode="stack",
        bargap=0.2,
        xaxis=month_axis(months),
        yaxis={**HIDDEN_AXIS, "range": [0, top * 1.02]},
        annotations=[*totals, *gap_notes(months, came, top / 2)],
    )


def describe_reasons(counts: pd.DataFrame, delivered: Sequence[Month]) -> str:
    """Say in words what the figure shows."""
    n = counted(counts)
    said = []
    for month in delivered:
        parts = [f"{n[month, reason]} {reason_name(reason)}" for reason in reason_keys() if (month, reason) in n]
        said.append(f"{month.label}: {', '.join(parts) or 'ingen røde'}")
    return "; ".join(said)


def counted(counts: pd.DataFrame) -> dict[tuple[Month, str], int]:
    """Give the number of red lines by month and reason."""
    rows = counts.to_dict("records")
    return {(Month.parse(str(row["month"])), str(row["reason"])): int(row["n"]) for row in rows}


def _bars(
    reason: str,
    n: Mapping[tuple[Month, str], int],
    months: Sequence[Month],
    delivered: Sequence[Month],
    sums: Mapping[Month, int],
    top: int,
    lead: Lead | None,
) -> Trace:
    tone = tone_of(reason)
    counts = [n.get((month, reason), 0) for month in delivered]
    return bars(
        x=[months.index(month) for month in delivered],
        y=counts,
        name=reason_name(reason),
        text=[str(count) if count / top >= ROOM_FOR_A_DIGIT else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        insidetextfont={"color": tone.on_fill, "size": 13},
        marker={"color": tone.fill, "line": {"color": tone.outline if reason == MISSING else "#FFFFFF", "width": 1}},
        customdata=[lead(month) for month in delivered] if lead else None,
        hovertext=[
            f"<b>{month.label.capitalize()}</b><br>{reason_name(reason)}: {count} af {sums[month]}"
            for month, count in zip(delivered, counts, strict=True)
        ],
    )
