"""The look of the lights: legible, drawn, and the same everywhere."""

import subprocess
import sys

import pytest

from dashboard.charts.palette import PALETTE, shape_svg, word
from dashboard.domain.light import Light


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("light", Light)
def test_text_on_a_light_can_be_read(light: Light) -> None:
    assert contrast(PALETTE[light].color, PALETTE[light].on_color) >= 4.5


@pytest.mark.parametrize("light", Light)
def test_a_shape_stands_out_on_white(light: Light) -> None:
    assert contrast(PALETTE[light].outline, "#FFFFFF") >= 3


def test_no_two_lights_share_a_shape_a_symbol_or_a_word() -> None:
    assert len({look.path for look in PALETTE.values()}) == len(Light)
    assert len({look.symbol for look in PALETTE.values()}) == len(Light)
    assert {word(light) for light in Light} == {"Rød", "Gul", "Grøn", "Ikke indberettet", "Afsluttet"}


def test_a_shape_takes_the_colour_it_is_given_and_a_tick_stays_a_line() -> None:
    assert 'fill="#FFFFFF"' in shape_svg(Light.RED, "#FFFFFF")
    assert 'fill="none" stroke="#FFFFFF"' in shape_svg(Light.DONE, "#FFFFFF")


def test_charts_can_be_imported_without_streamlit_and_without_the_database() -> None:
    code = "import sys, dashboard.charts.history; print(sorted({'streamlit', 'duckdb'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
