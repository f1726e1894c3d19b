"""The lights of every month as bars: shares, counts, gaps, events, and what is written beside the last one."""

from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from checked_figures import history_figure
from dashboard.charts.frame import runs_of_gaps
from dashboard.charts.history import describe_history
from dashboard.charts.labels import LETTERS, apart, event_marks
from dashboard.domain.month import Month
from dashboard.domain.terms import Event

MONTHS = [Month(2025, number) for number in (10, 11, 12)] + [Month(2026, 1)]
OCTOBER, NOVEMBER, DECEMBER, JANUARY = MONTHS


@pytest.fixture
def history() -> pd.DataFrame:
    """Give October, November and January; December was not delivered."""
    return pd.DataFrame(
        {
            "month": ["2025-10", "2025-11", "2026-01"],
            "red": [1, 2, 2],
            "yellow": [3, 2, 3],
            "green": [6, 6, 5],
            "not_reported": [2, 0, 1],
            "done": [0, 2, 4],
            "total": [12, 12, 15],
        }
    )


def bars(figure: Any) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data if trace.type == "bar"}


def written(figure: Any) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_green_lies_at_the_bottom_and_shares_are_of_the_active_and_reported(history: pd.DataFrame) -> None:
    drawn = bars(history_figure(history, MONTHS, as_share=True))
    assert list(drawn)[:3] == ["Grøn", "Gul", "Rød"]
    assert [drawn[name].y[2] for name in ("Grøn", "Gul", "Rød")] == [0.5, 0.3, 0.2]


def test_counts_show_what_is_outside_the_shares_too(history: pd.DataFrame) -> None:
    drawn = bars(history_figure(history, MONTHS, as_share=False))
    assert list(drawn)[:5] == ["Grøn", "Gul", "Rød", "Ikke indberettet", "Afsluttet"]
    assert [drawn[name].y[2] for name in ("Ikke indberettet", "Afsluttet")] == [1, 4]


def test_the_number_that_the_shares_are_of_stands_over_every_bar(history: pd.DataFrame) -> None:
    assert [text for text in written(history_figure(history, MONTHS, as_share=True)) if text[-1:].isdigit()] == [
        "10", "10",
    ]  # fmt: skip
    assert "<b>10</b>" in written(history_figure(history, MONTHS, as_share=True))


def test_a_month_that_was_not_delivered_keeps_its_place_and_is_empty(history: pd.DataFrame) -> None:
    figure = history_figure(history, MONTHS, as_share=True)
    drawn = bars(figure)
    assert list(drawn["Grøn"].x) == [0, 1, 3]
    assert list(drawn["Ikke leveret"].x) == [2]
    assert "ikke leveret" in written(figure)
    assert figure.layout.xaxis.ticktext[2:] == ("dec", "jan<br><b>2026</b>")


def test_months_that_are_missing_beside_each_other_are_one_gap() -> None:
    assert runs_of_gaps(MONTHS, {"2025-10", "2026-01"}) == [(1, 2)]
    assert runs_of_gaps(MONTHS, {"2025-11"}) == [(0, 0), (2, 3)]


def test_past_months_are_softer_than_the_one_shown(history: pd.DataFrame) -> None:
    opacity = bars(history_figure(history, MONTHS, as_share=True))["Rød"].marker.opacity
    assert opacity[-1] == 1
    assert max(opacity[:-1]) < 0.8


def test_an_event_is_marked_before_its_month_and_named(history: pd.DataFrame) -> None:
    election = Event(NOVEMBER, "Kommunalvalg")
    figure = history_figure(history, MONTHS, True, [Event(Month(2024, 12), "Før alt"), election])
    assert [shape.x0 for shape in figure.layout.shapes] == [0.5]
    assert "Kommunalvalg" in written(figure)
    assert "Før alt" not in written(figure)


def test_no_name_of_an_event_lies_on_another_or_on_the_line_of_a_later_one() -> None:
    months = [Month(2024, 1).plus(number) for number in range(24)]
    named = {11: "Udmøntningsplan vedtaget", 13: "Trafiklys indført", 17: "Halvårsstatus i ØK", 22: "Kommunalvalg"}
    events = [Event(months[place], name) for place, name in [*named.items(), (13, "Budget 2026")]]
    lines, names, above = event_marks(events, months, plot=184, above=19)
    told = sorted(zip(names, lines, strict=True), key=lambda each: (each[0]["x"], -each[0]["yshift"]))
    for (name, _), (later, line) in combinations(told, 2):
        if name["x"] + len(name["text"]) * 7 / (560 / 24) > later["x"]:
            assert 1 + name["yshift"] / 184 >= line["y1"] - 0.001, (name["text"], later["text"])
    assert above == max(name["yshift"] for name in names) + 17


def test_names_of_events_that_have_room_stand_on_one_line(history: pd.DataFrame) -> None:
    figure = history_figure(history, MONTHS, True, [Event(NOVEMBER, "Valg"), Event(DECEMBER, "Budget")])
    heights = {note.text: note.yshift for note in figure.layout.annotations if note.text in ("Valg", "Budget")}
    assert heights["Budget"] == heights["Valg"]


def test_the_shown_month_is_written_beside_its_bar_with_word_and_share(history: pd.DataFrame) -> None:
    said = written(history_figure(history, MONTHS, as_share=True))
    assert [text for text in said if "%" in text] == ["Grøn <b>50 %</b>", "Gul <b>30 %</b>", "Rød <b>20 %</b>"]


def test_labels_beside_the_last_bar_never_lie_over_each_other() -> None:
    placed = apart([92, 183, 184, 184, 184], 184)
    assert all(above - below >= LETTERS for below, above in pairwise(placed))
    assert placed[-1] <= 184


def test_a_segment_carries_the_address_it_leads_to(history: pd.DataFrame) -> None:
    figure = history_figure(history, MONTHS, True, lead=lambda month, light: f"./indsats?{month}-{light}")
    assert bars(figure)["Rød"].customdata[2] == "./indsats?2026-01-red"


def test_pointing_at_a_segment_tells_the_count_and_what_is_outside_the_shares(history: pd.DataFrame) -> None:
    drawn = bars(history_figure(history, MONTHS, as_share=True))
    assert drawn["Rød"].hovertext[2] == (
        "<b>Januar 2026</b><br>2 røde af 10<br>Hertil 1 ikke indberettet og 4 afsluttede"
    )


def test_a_month_with_nothing_active_and_a_single_month_are_no_errors(history: pd.DataFrame) -> None:
    nothing = history.iloc[:1].assign(red=0, yellow=0, green=0)
    figure = history_figure(nothing, [OCTOBER], as_share=True)
    assert list(bars(figure)["Grøn"].y) == [0]
    assert history_figure(history.iloc[:0], [OCTOBER], as_share=False).layout.height > 0


def test_numbers_are_danish_and_there_is_no_legend_over_the_data(history: pd.DataFrame) -> None:
    layout = history_figure(history, MONTHS, as_share=True).layout
    assert layout.separators == ",."
    assert layout.showlegend is False


def test_the_figure_is_told_in_words(history: pd.DataFrame) -> None:
    assert describe_history(history).startswith(
        "oktober 2025: 1 rød, 3 gule, 6 grønne, 2 ikke indberettede, 0 afsluttede; november 2025: 2 røde"
    )
