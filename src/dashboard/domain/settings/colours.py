"""Colours beside the lights: none that looks like one, and none that cannot be read."""

from colorsys import hls_to_rgb, rgb_to_hls
from math import dist, hypot

from dashboard.domain.light import COLOURS, Light

GREY = 15  # less colour than this in Lab is a grey, and no light is
APART = 40  # a difference of 40 in Lab is seen at a glance, also small and beside each other
READABLE = {"accent": ("#FFFFFF", 4.5), "surface": ("#111111", 7.0)}  # on white, and with our ink on it; as WCAG wants


def light_near(colour: str) -> Light | None:
    """Give the light that a colour could be taken for."""
    _, a, b = _lab(colour)
    if hypot(a, b) < GREY:
        return None
    lights = [light for light in COLOURS if light.is_reported]
    nearest = min(lights, key=lambda light: _difference(colour, COLOURS[light]))
    return nearest if _difference(colour, COLOURS[nearest]) < APART else None


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    low, high = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (_linear(one), _linear(other))
    )
    return (high + 0.05) / (low + 0.05)


def lightened(colour: str, lightness: float) -> str:
    """Give a colour of the same hue that is as light as this, from 0 to 1."""
    hue, _, saturation = rgb_to_hls(*_parts(colour))
    return "#" + "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, lightness, saturation))


def _parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return red, green, blue


def _difference(one: str, other: str) -> float:
    return dist(_lab(one), _lab(other))


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    white = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
