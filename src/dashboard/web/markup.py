"""HTML made of strangers' texts: everything is escaped here, and a light is always shape and word."""

from functools import cache
from html import escape
from urllib.parse import quote

from dashboard.charts.palette import FONT, INK, shape_svg, word
from dashboard.domain.light import Light
from dashboard.web import texts


class Html(str):
    """HTML that is ready: htpy nests it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the HTML itself."""
        return self

    def __add__(self, other: object) -> "Html":
        """Put ready HTML after it."""
        return Html(str.__add__(self, str(other)))


def tag(name: str, content: object, css: str = "", **attributes: str) -> str:
    """Wrap ready-made HTML in an element; attribute values are escaped."""
    given = {"class": css, **attributes} if css else attributes
    written = "".join(f' {key.replace("_", "-")}="{escape(value)}"' for key, value in given.items())
    return Html(f"<{name}{written}>{content}</{name}>")


def text(content: str, css: str = "", **attributes: str) -> str:
    """Write a text as a span, escaped."""
    return tag("span", escape(content), css, **attributes)


ARROW = Html('<span class="arrow" role="img" aria-label="til">→</span>')


@cache
def shape(value: Light, color: str | None = None) -> str:
    """Draw the shape of a light; as an image, since Streamlit takes <svg> out of HTML."""
    source = "data:image/svg+xml," + quote(shape_svg(value, color), safe=" =:/'")
    return Html(f'<img class="light-shape" alt="" src="{source}">')


def light(value: Light) -> str:
    """Draw a light as shape and word."""
    return tag("span", shape(value) + escape(word(value)), "light")


def from_to(before: Light, now: Light) -> str:
    """Draw what a light was and what it became: "● Grøn → ◆ Rød"."""
    return tag("span", light(before) + ARROW + light(now), "from-to")


def plan_name() -> str:
    """Draw the plan's name as the image that stands over the filters."""
    font = f"font-family='{FONT}' font-size='16' font-weight='700' fill='{INK}'".replace('"', "")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="32" viewBox="0 0 200 32">'
        f"<text x='0' y='21' textLength='199' lengthAdjust='spacingAndGlyphs' {font}>{escape(texts.PLAN)}</text></svg>"
    )
