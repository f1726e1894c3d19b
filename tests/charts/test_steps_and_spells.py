"""What moved between statuses, and how long lights have lasted."""

import pandas as pd

from checked_figures import flow_figure, spells_figure
from dashboard.charts.flow import describe_flow
from dashboard.charts.spells import counted, describe_spells
from dashboard.domain.light import Light
from dashboard.domain.month import Month

MONTHS = [Month(2025, number) for number in (3, 4, 5, 6)]
NAMES = {"improved": "Forbedret", "worsened": "Forværret", "new": "Nye", "gone": "Udgået", "done": "Afsluttet"}
FLOW = pd.DataFrame(
    {
        "month": ["2025-04", "2025-06"],
        "improved": [2, 0],
        "worsened": [1, 3],
        "new": [1, 0],
        "gone": [0, 0],
        "done": [0, 4],
    }
)
SPELLS = pd.DataFrame(
    {"light": ["red", "red", "green", "green", "done"], "in_row": [1, 3, 12, 15, 2], "n": [2, 1, 4, 3, 9]}
)


def test_improved_goes_up_and_worsened_down_in_the_month_it_happened() -> None:
    up, down = flow_figure(FLOW, MONTHS, NAMES).data
    assert (list(up.x), list(up.y)) == ([1, 3], [2, 0])
    assert list(down.y) == [-1, -3]
    assert down.text == ("1", "3")


def test_new_gone_and_done_stand_below_as_numbers() -> None:
    notes = flow_figure(FLOW, MONTHS, NAMES).layout.annotations
    assert [note.text for note in notes if note.x == 3] == ["·", "·", "4"]


def test_pointing_at_a_month_names_every_count() -> None:
    assert flow_figure(FLOW, MONTHS, NAMES).data[0].hovertext[0] == (
        "<b>April 2025</b><br>Forbedret: 2<br>Forværret: 1<br>Nye: 1<br>Udgået: 0<br>Afsluttet: 0"
    )


def test_the_steps_are_told_in_words() -> None:
    assert describe_flow(FLOW, NAMES).endswith("juni 2025: Forbedret 0, Forværret 3, Nye 0, Udgået 0, Afsluttet 4")


def test_spells_are_counted_by_length_and_the_longest_together() -> None:
    assert counted(SPELLS, Light.RED) == [2, 0, 1] + [0] * 9
    assert counted(SPELLS, Light.GREEN)[-1] == 7


def test_each_light_has_its_own_bars_in_its_colour_and_its_number() -> None:
    figure = spells_figure(SPELLS, lambda light, place: f"./indsats?lys={light}&traek={place}")
    names = [note.text for note in figure.layout.annotations]
    assert names == ["Rød <b>3</b>", "Gul <b>0</b>", "Grøn <b>7</b>"]
    assert figure.data[0].customdata[0] == "./indsats?lys=red&traek=1"
    assert figure.layout.yaxis.range == figure.layout.yaxis3.range


def test_spells_are_told_in_words() -> None:
    assert describe_spells(SPELLS) == (
        "Rød: 2 i første status, 1 i 3 statusser i træk; Gul: ingen; Grøn: 7 i 12 statusser i træk eller flere"
    )


def test_no_spells_at_all_still_give_a_figure() -> None:
    assert spells_figure(SPELLS.iloc[:0]).layout.height > 0
