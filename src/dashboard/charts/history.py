"""The lights of every month as stacked bars, green at the bottom, with what the shown month is written beside it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.frame import (
    HIDDEN_AXIS,
    Figure,
    Trace,
    bars,
    framed,
    gap_bars,
    gap_notes,
    month_axis,
    right_edge,
)
from dashboard.charts.labels import LABELS, event_marks, labels_beside
from dashboard.charts.palette import INK, MUTED, PALETTE, bar_outline, word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.share import percent
from dashboard.domain.terms import Event, terms

Lead = Callable[[Month, Light], str]
Row = Mapping[Hashable, Any]
SHARED = (Light.GREEN, Light.YELLOW, Light.RED)
COUNTED = (*SHARED, Light.NOT_REPORTED, Light.DONE)
PLOT, BOTTOM, SUM_LETTERS = 184, 38, 19
PAST = 0.62
ROOMY, HUNDRED = 18, 100  # bars that numbers of three digits have room over


def history_figure(
    history: pd.DataFrame,
    months: Sequence[Month],
    as_share: bool,
    events: Sequence[Event] = (),
    lead: Lead | None = None,
) -> Figure:
    """Draw a bar for each month: shares of the active and reported lines, or how many lines there are of each light.

    ``history`` has a column for each light; ``months`` are those of the calendar, the last one the month that is shown.
    ``lead`` gives the address that a segment leads to.
    """
    rows = {str(row["month"]): row for row in history.to_dict("records")}
    lights = SHARED if as_share else COUNTED
    sums = {month: sum(int(row[light]) for light in lights) for month, row in rows.items()}
    top = 1.0 if as_share else float(max(sums.values(), default=0) or 1)
    traces = [_bars(light, rows, sums, months, as_share, lead) for light in lights]
    markers, labels = _beside_the_last(rows.get(str(months[-1])), lights, months, top, as_share)
    lines, names, above = event_marks(events, months, PLOT, SUM_LETTERS)
    return framed(
        [*traces, gap_bars(months, set(rows), top), *markers],
        above + PLOT + BOTTOM,
        right=LABELS,
        top=above,
        bottom=BOTTOM,
        barmode="stack",
        bargap=0.14,
        xaxis=month_axis(months),
        yaxis={**HIDDEN_AXIS, "range": [0, top]},
        shapes=lines,
        annotations=[
            *gap_notes(months, set(rows), top / 2),
            *_sums(sums, months, top if as_share else None),
            *labels,
            *names,
        ],
    )


def describe_history(history: pd.DataFrame) -> str:
    """Say in words what the figure shows."""
    return "; ".join(
        f"{Month.parse(str(row['month'])).label}: " + ", ".join(_count(light, int(row[light])) for light in Light)
        for row in history.to_dict("records")
    )


def _bars(
    light: Light,
    rows: Mapping[str, Row],
    sums: Mapping[str, int],
    months: Sequence[Month],
    as_share: bool,
    lead: Lead | None,
) -> Trace:
    look = PALETTE[light]
    told = [(place, month) for place, month in enumerate(months) if str(month) in rows]
    counts = [int(rows[str(month)][light]) for _, month in told]
    of = [sums[str(month)] for _, month in told]
    return bars(
        x=[place for place, _ in told],
        y=[count / total if total else 0 for count, total in zip(counts, of, strict=True)] if as_share else counts,
        name=word(light),
        marker={
            "color": look.color,
            "opacity": [1 if month == months[-1] else PAST for _, month in told],
            "line": {"color": bar_outline(light), "width": 1},
        },
        customdata=[lead(month, light) for _, month in told] if lead else None,
        hovertext=[
            f"<b>{month.label.capitalize()}</b><br>{_count(light, n)} af {total}{_beside(rows[str(month)], as_share)}"
            for (_, month), n, total in zip(told, counts, of, strict=True)
        ],
    )


def _sums(sums: Mapping[str, int], months: Sequence[Month], level: float | None) -> list[dict[str, Any]]:
    """Write the number of lines over each bar."""
    notes: list[dict[str, Any]] = []
    for place, month in enumerate(months):
        if (total := sums.get(str(month))) is None:
            continue
        is_now = month == months[-1]
        said = f"<b>{total}</b>" if is_now else str(total)
        font = {"size": 11 if len(months) > ROOMY and total >= HUNDRED else 13, "color": INK if is_now else MUTED}
        y = total if level is None else level
        notes.append({"x": place, "y": y, "yanchor": "bottom", "showarrow": False, "text": said, "font": font})
    return notes


def _beside_the_last(
    now: Row | None, lights: Sequence[Light], months: Sequence[Month], top: float, as_share: bool
) -> tuple[list[Trace], list[dict[str, Any]]]:
    if now is None:
        return [], []
    counts = {light: int(now[light]) for light in lights}
    total = sum(counts.values())
    of = total if as_share and total else 1
    said = {light: percent(n, total) if as_share and total else str(n) for light, n in counts.items()}
    return labels_beside({light: n / of for light, n in counts.items()}, said, right_edge(months), top, PLOT)


def _beside(row: Row, as_share: bool) -> str:
    outside = [_count(light, int(row[light])) for light in (Light.NOT_REPORTED, Light.DONE)]
    return f"<br>Hertil {' og '.join(outside)}" if as_share else ""


def _count(light: Light, n: int) -> str:
    return terms().lights[light].count(n)
