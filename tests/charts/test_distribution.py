"""Where it is red, as bars: what a reader of the figure sees."""

from typing import Any

import pandas as pd
import pytest

from dashboard.charts.distribution import describe_distribution, distribution_figure

NAMES = ["Økonomiudvalget", "Arbejdsmarkedsudvalget", "Uden udvalg"]


@pytest.fixture
def counts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "value": ["ØK", "AU", None],
            "red": [4, 1, 0],
            "yellow": [12, 0, 0],
            "green": [24, 79, 0],
            "not_reported": [2, 0, 1],
            "done": [5, 0, 3],
            "total": [47, 80, 4],
        }
    )


def bars(figure: Any) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data if trace.type == "bar"}


def written(figure: Any) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_green_lies_to_the_left_and_red_to_the_right(counts: pd.DataFrame) -> None:
    figure = distribution_figure(counts, NAMES)
    assert list(bars(figure)) == ["Grøn", "Gul", "Rød"]
    assert figure.layout.barmode == "stack"


def test_bars_are_shares_of_the_active_and_reported(counts: pd.DataFrame) -> None:
    drawn = bars(distribution_figure(counts, NAMES))
    assert [drawn[name].x[0] for name in ("Grøn", "Gul", "Rød")] == [0.6, 0.3, 0.1]


def test_the_number_that_the_shares_are_of_stands_beside_every_bar(counts: pd.DataFrame) -> None:
    assert written(distribution_figure(counts, NAMES)) == [
        "Økonomiudvalget", "40", "Arbejdsmarkedsudvalget", "80", "Uden udvalg", "0", "aktive",
    ]  # fmt: skip


def test_counts_are_written_where_they_fit_and_a_red_one_always(counts: pd.DataFrame) -> None:
    drawn = bars(distribution_figure(counts, NAMES))
    assert drawn["Gul"].text == ("12", "", "")
    assert drawn["Rød"].text == ("4", "1", "")
    assert drawn["Rød"].textposition[:2] == ("inside", "outside")


def test_a_row_with_nothing_active_is_an_empty_bar_and_not_an_error(counts: pd.DataFrame) -> None:
    drawn = bars(distribution_figure(counts, NAMES))
    assert [drawn[name].x[2] for name in drawn] == [0, 0, 0]


def test_each_colour_has_its_shape_and_word_in_the_legend(counts: pd.DataFrame) -> None:
    figure = distribution_figure(counts, NAMES)
    legend = {trace.name: trace.marker.symbol for trace in figure.data if trace.type == "scatter"}
    assert legend == {"Grøn": "circle", "Gul": "triangle-up", "Rød": "diamond"}


def test_a_long_name_is_broken_over_lines_and_makes_room_for_itself(counts: pd.DataFrame) -> None:
    long = "Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud"
    short, tall = distribution_figure(counts, NAMES), distribution_figure(counts, [long, *NAMES[1:]])
    assert written(tall)[0].count("<br>") == 2
    assert tall.layout.height > short.layout.height


def test_no_rows_at_all_still_give_a_figure() -> None:
    lights: dict[str, list[int]] = {light: [] for light in ("red", "yellow", "green", "not_reported", "done")}
    assert distribution_figure(pd.DataFrame({"value": []} | lights), []).layout.height > 0


def test_numbers_are_written_the_danish_way(counts: pd.DataFrame) -> None:
    assert distribution_figure(counts, NAMES).layout.separators == ",."


def test_the_figure_is_told_in_words_with_what_stands_outside_the_shares(counts: pd.DataFrame) -> None:
    assert describe_distribution(counts, NAMES).startswith(
        "Økonomiudvalget: 4 rød, 12 gul, 24 grøn, 2 ikke indberettet, 5 afsluttet; Arbejdsmarkedsudvalget: 1 rød"
    )


def test_a_segment_carries_the_address_it_leads_to(counts: pd.DataFrame) -> None:
    drawn = bars(distribution_figure(counts, NAMES, lambda row, light: f"./indsats?{NAMES[row]}-{light}"))
    assert drawn["Rød"].customdata[1] == "./indsats?Arbejdsmarkedsudvalget-red"
