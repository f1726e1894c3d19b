"""How each light looks everywhere: colour, shape and word, said once."""

from dataclasses import dataclass
from typing import Any

from dashboard.domain.light import COLOURS, Light
from dashboard.domain.municipality import municipality
from dashboard.domain.terms import terms

INK = "#111111"
BLACK = "#000000"  # on what is light in the dark theme, too; INK is light there, as is what figures.css names
MUTED = "#4A5560"
ACCENT = municipality().accent
FONT = '"Source Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif'


@dataclass(frozen=True)
class Look:
    """The look of one light: a surface with text on it, and a shape that is drawn alone.

    ``path`` is SVG in a box of 16 x 16, filled with ``fill`` and outlined so that it stands out on white.
    ``symbol`` is plotly's name for the shape, which has no tick, so a square stands in for it; ``sign`` is a letter.
    """

    color: str
    on_color: str
    path: str
    fill: str
    outline: str
    outline_width: float
    symbol: str
    sign: str


RED, YELLOW, GREEN, WHITE, DONE = COLOURS.values()
PALETTE: dict[Light, Look] = {
    Light.RED: Look(RED, "#FFFFFF", "M8 .8 15.2 8 8 15.2 .8 8Z", RED, RED, 0, "diamond", "◆"),
    Light.YELLOW: Look(YELLOW, BLACK, "M8 1.8 15 14.2H1Z", YELLOW, "#8A6500", 1, "triangle-up", "▲"),
    Light.GREEN: Look(
        GREEN, "#FFFFFF", "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z", GREEN, GREEN, 0, "circle", "●"
    ),
    Light.NOT_REPORTED: Look(
        WHITE, BLACK, "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z", "none", "#6A7580", 2, "circle-open", "○"
    ),
    Light.DONE: Look(DONE, "#FFFFFF", "M2 8.6 6.2 12.8 14 3.8", "none", DONE, 2.6, "square", "✓"),
}


def word(light: Light) -> str:
    """Give the Danish word of a light."""
    return terms().lights[light].word


def signed(light: Light) -> str:
    """Give the word of a light after its shape as a sign, where there are only letters: "◆ Rød"."""
    return f"{PALETTE[light].sign} {word(light)}"


def marker(light: Light) -> dict[str, Any]:
    """Give the shape of a light as plotly draws it."""
    look = PALETTE[light]
    color = look.outline if light is Light.NOT_REPORTED else look.color
    outline = {"color": look.outline, "width": look.outline_width}
    return {"symbol": look.symbol, "size": 11, "color": color, "line": outline}


def bar_outline(light: Light) -> str:
    """Give the line around a part of a bar: white between colours, grey around the white one."""
    return "#8A96A1" if light is Light.NOT_REPORTED else "#FFFFFF"


def shape_svg(light: Light, color: str | None = None) -> str:
    """Draw the shape of a light as an SVG image, in its own colours or in one given."""
    look = PALETTE[light]
    fill = look.fill if color is None or look.fill == "none" else color
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<path d="{look.path}" fill="{fill}" stroke="{color or look.outline}" stroke-width="{look.outline_width}" '
        'stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
