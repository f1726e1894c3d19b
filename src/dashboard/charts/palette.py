"""How each light looks everywhere: colour, shape and word, said once."""

from dataclasses import dataclass

from dashboard.domain.light import Light
from dashboard.domain.terms import terms

INK = "#111111"
MUTED = "#4A5560"
FONT = '"Source Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif'


@dataclass(frozen=True)
class Look:
    """The look of one light: a surface with text on it, and a shape that is drawn alone.

    ``path`` is SVG in a box of 16 x 16, filled with ``fill`` and outlined so that it stands out on white.
    ``symbol`` is plotly's name for the shape; plotly has no tick, so a square stands in for it.
    """

    color: str
    on_color: str
    path: str
    fill: str
    outline: str
    outline_width: float
    symbol: str


PALETTE: dict[Light, Look] = {
    Light.RED: Look(
        color="#C8102E",
        on_color="#FFFFFF",
        path="M8 .8 15.2 8 8 15.2 .8 8Z",
        fill="#C8102E",
        outline="#C8102E",
        outline_width=0,
        symbol="diamond",
    ),
    Light.YELLOW: Look(
        color="#F5B700",
        on_color=INK,
        path="M8 1.8 15 14.2H1Z",
        fill="#F5B700",
        outline="#8A6500",
        outline_width=1,
        symbol="triangle-up",
    ),
    Light.GREEN: Look(
        color="#00856F",
        on_color="#FFFFFF",
        path="M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z",
        fill="#00856F",
        outline="#00856F",
        outline_width=0,
        symbol="circle",
    ),
    Light.NOT_REPORTED: Look(
        color="#FFFFFF",
        on_color=INK,
        path="M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z",
        fill="#FFFFFF",
        outline="#6A7580",
        outline_width=2,
        symbol="circle-open",
    ),
    Light.DONE: Look(
        color="#4A5A6A",
        on_color="#FFFFFF",
        path="M2 8.6 6.2 12.8 14 3.8",
        fill="none",
        outline="#4A5A6A",
        outline_width=2.6,
        symbol="square",
    ),
}


def word(light: Light) -> str:
    """Give the Danish word of a light."""
    return terms().lights[light].word


def shape_svg(light: Light, color: str | None = None) -> str:
    """Draw the shape of a light as an SVG image, in its own colours or in one given."""
    look = PALETTE[light]
    fill = look.fill if color is None or look.fill == "none" else color
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<path d="{look.path}" fill="{fill}" stroke="{color or look.outline}" stroke-width="{look.outline_width}" '
        'stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
