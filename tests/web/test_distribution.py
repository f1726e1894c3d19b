"""Where it is red, as bars: what a reader of the figure sees."""

import re

from dashboard.domain.light import Light
from dashboard.web.counts import distribution
from drawn_page import plain

NAMES = ["Økonomiudvalget", "Arbejdsmarkedsudvalget", "Uden udvalg"]
COUNTS = [
    {Light.RED: 4, Light.YELLOW: 12, Light.GREEN: 24, Light.NOT_REPORTED: 2, Light.DONE: 5},
    {Light.RED: 1, Light.YELLOW: 0, Light.GREEN: 79, Light.NOT_REPORTED: 0, Light.DONE: 0},
    {Light.RED: 0, Light.YELLOW: 0, Light.GREEN: 0, Light.NOT_REPORTED: 1, Light.DONE: 3},
]
DRAWN = str(distribution(NAMES, COUNTS, lambda row, light: f"./indsats?{NAMES[row]}-{light}"))


def test_each_bar_is_the_active_and_reported_with_green_to_the_left_and_red_to_the_right() -> None:
    colours = {"#00856F": "green", "#F5B700": "yellow", "#C8102E": "red"}
    segments = [(int(n), colours[colour]) for n, colour in re.findall(r"flex:(\d+) 0 0;background:(#\w+)", DRAWN)]
    assert segments == [(24, "green"), (12, "yellow"), (4, "red"), (79, "green"), (1, "red")]


def test_counts_are_written_where_they_fit_a_red_one_always_and_what_the_shares_are_of_at_the_end() -> None:
    assert plain(DRAWN) == (
        "Grøn Gul Rød aktive Økonomiudvalget 24 12 4 40 aktive "
        "Arbejdsmarkedsudvalget 79 1 80 aktive Uden udvalg 0 aktive"
    )
    assert re.findall(r'<span class="distribution-red" aria-hidden="true">(.*?)</span>', DRAWN) == ["", "1", ""]


def test_each_colour_has_its_shape_and_word_in_the_legend() -> None:
    assert re.findall(r'class="light-shape" alt="" data-light="(\w+)"', DRAWN) == ["green", "yellow", "red"]


def test_a_segment_leads_to_its_lines_and_says_what_stands_outside_the_shares() -> None:
    assert 'href="./indsats?Arbejdsmarkedsudvalget-red"' in DRAWN
    assert 'title="Økonomiudvalget: 12 gul af 40. Hertil 2 ikke indberettet og 5 afsluttet"' in DRAWN
    assert 'title="Hertil 1 ikke indberettet og 3 afsluttet"' in DRAWN


def test_no_rows_at_all_still_give_a_figure() -> None:
    assert plain(str(distribution([], [], lambda *_: ""))) == "Grøn Gul Rød aktive"
