"""The amounts as figures: savings and expenses on either side of zero, red nearest to it."""

from typing import Any

import pandas as pd

from checked_figures import months_figure, parts_figure, years_figure
from dashboard.charts.money import describe_money
from dashboard.charts.palette import PALETTE
from dashboard.domain.light import Light
from dashboard.domain.month import Month


def rows(*given: tuple[str, str, str, int, float, float]) -> pd.DataFrame:
    columns = ["value", "month", "light", "year", "savings", "expenses"]
    return pd.DataFrame(list(given), columns=columns)


PLAN = rows(
    ("ØK", "2025-04", "red", 2025, -100.0, 20.0),
    ("ØK", "2025-04", "green", 2025, -50.0, 0.0),
    ("", "2025-04", "red", 2025, 0.0, 5.0),
    ("ØK", "2025-04", "red", 2026, 0.0, 0.0),
)


def write(amount: float) -> str:
    return f"{amount:g}"


def bars(figure: Any) -> dict[str, list[list[float | None]]]:
    told: dict[str, list[list[float | None]]] = {}
    for trace in figure.data:
        told.setdefault(trace.name, []).append(list(trace.y if trace.orientation == "v" else trace.x))
    return told


def notes(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_savings_and_expenses_of_a_year_stand_on_either_side_of_zero() -> None:
    figure = years_figure(PLAN, write)
    assert list(figure.layout.xaxis.ticktext) == ["2025", "2026"]
    assert bars(figure)["Rød"] == [[-100.0, None], [25.0, None]]
    assert bars(figure)["Grøn"][0] == [-50.0, None]
    assert notes(figure) == ["-150", "25"]


def test_red_is_drawn_first_so_that_it_lies_nearest_to_zero_and_has_its_own_colour() -> None:
    first = years_figure(PLAN, write).data[0]
    assert (first.name, first.marker.color) == ("Rød", PALETTE[Light.RED].color)


def test_each_part_has_its_row_in_the_order_given_with_its_name_above_and_the_width_for_its_bar() -> None:
    long = "Klima, miljø, natur og den grønne omstilling"
    figure = parts_figure(PLAN[PLAN["year"] == 2025], ["", "ØK"], ["Uden udvalg\n(1 af 3)", f"{long}\n(2 af 3)"], write)
    names = [(note.text, note.y) for note in figure.layout.annotations if note.xref == "paper"]
    assert names == [("Uden udvalg (1 af 3)", 0), (f"{long}<br>(2 af 3)", 1)]
    assert figure.layout.margin.l + figure.layout.margin.r < 296 / 2  # what a telephone has
    assert bars(figure)["Rød"] == [[None, -100.0], [5.0, 20.0]]
    assert "(1 af 3)" not in figure.data[0].hovertext[0]


def test_a_month_that_was_not_delivered_keeps_its_place() -> None:
    months = [Month(2025, 2), Month(2025, 3), Month(2025, 4)]
    figure = months_figure(PLAN[PLAN["year"] == 2025], months, write)
    assert list(figure.data[0].x) == [2]
    assert "ikke leveret" in notes(figure)


def test_each_bar_leads_to_the_lines_that_it_is_made_of() -> None:
    def lead(key: str, light: Light) -> str:
        return f"{key}: {light}"

    assert years_figure(PLAN, write, lead).data[0].customdata == ("2025: red", "2026: red")
    assert parts_figure(PLAN, ["ØK", ""], ["Økonomi", "Uden"], write, lead).data[0].customdata == ("ØK: red", ": red")
    assert months_figure(PLAN, [Month(2025, 4)], write, lead).data[0].customdata == ("2025-04: red",)


def test_the_figure_is_told_in_words() -> None:
    said = describe_money(PLAN, "year", {"2025": "2025"}, write)
    assert said == "2025: besparelser -150 og udgifter 25, heraf i røde besparelser -100 og udgifter 25"


def test_nothing_to_draw_is_no_error() -> None:
    assert not years_figure(PLAN[PLAN["year"] == 1999], write).layout.annotations
