"""The lights as HTML, always as shape and word; all other elements are htpy's, which escape by themselves."""

from functools import cache
from urllib.parse import quote

from htpy import img, span
from markupsafe import Markup

from dashboard.charts.palette import FONT, INK, shape_svg, word
from dashboard.domain.light import Light
from dashboard.web import texts

ARROW = Markup(span(".arrow", role="img", aria_label="til")["→"])


@cache
def shape(value: Light, color: str | None = None) -> Markup:
    """Draw the shape of a light; as an image, since Streamlit takes <svg> out of HTML."""
    source = "data:image/svg+xml," + quote(shape_svg(value, color), safe=" =:/'")
    return Markup(img(".light-shape", alt="", src=source))


@cache
def light(value: Light) -> Markup:
    """Draw a light as shape and word."""
    return Markup(span(".light")[shape(value), word(value)])


@cache
def from_to(before: Light, now: Light) -> Markup:
    """Draw what a light was and what it became: "● Grøn → ◆ Rød"."""
    return Markup(span(".from-to")[light(before), ARROW, light(now)])


def plan_name() -> str:
    """Draw the plan's name as the image that stands over the filters."""
    font = f"font-family='{FONT}' font-size='16' font-weight='700' fill='{INK}'".replace('"', "")
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="32" viewBox="0 0 200 32">'
        "<text x='0' y='21' textLength='199' lengthAdjust='spacingAndGlyphs' {}>{}</text></svg>"
    ).format(Markup(font), texts.PLAN)
