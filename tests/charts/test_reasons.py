"""Reasons month by month, in greys and one blue."""

import pandas as pd

from checked_figures import reasons_figure
from dashboard.charts.palette import PALETTE
from dashboard.charts.reasons import describe_reasons, tone_of
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING, reason_keys

MARCH, APRIL, MAY = (Month(2025, number) for number in (3, 4, 5))
STUCK = reason_keys()[2]
COUNTS = pd.DataFrame(
    [("2025-03", STUCK, 1), ("2025-05", STUCK, 2), ("2025-05", MISSING, 1)], columns=["month", "reason", "n"]
)


def test_each_delivered_month_is_a_bar_with_its_number_on_top() -> None:
    figure = reasons_figure(COUNTS, [MARCH, APRIL, MAY], [MARCH, MAY])
    drawn = {trace.name: (list(trace.x), list(trace.y)) for trace in figure.data}
    assert drawn["Sagen er gået i stå"] == ([0, 2], [1, 2])
    assert drawn["Årsag mangler"] == ([0, 2], [0, 1])
    assert [note.text for note in figure.layout.annotations] == ["1", "<b>3</b>", "ikke leveret"]


def test_no_reason_looks_like_a_light_or_like_another_reason() -> None:
    fills = [tone_of(reason).fill for reason in reason_keys()]
    assert len(set(fills)) == len(fills)
    assert not {look.color for look in PALETTE.values()} & (set(fills) - {"#FFFFFF"})


def test_a_bar_leads_to_its_month() -> None:
    figure = reasons_figure(COUNTS, [MARCH, APRIL, MAY], [MARCH, MAY], lambda month: f"./{month}")
    assert list(figure.data[0].customdata) == ["./2025-03", "./2025-05"]


def test_the_figure_is_told_in_words_also_where_nothing_was_red() -> None:
    assert describe_reasons(COUNTS, [MARCH, APRIL]) == "marts 2025: 1 Sagen er gået i stå; april 2025: ingen røde"
