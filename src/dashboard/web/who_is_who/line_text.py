"""A line as it stands beside the one it may be."""

from collections.abc import Collection
from html import escape

from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.web.markup import light, tag, text


def line_text(
    heading: str,
    title: str,
    code: str | None,
    udvalg: Collection[str],
    art: str | None,
    shown_light: Light,
    said: str | None,
) -> str:
    """Draw where a line was seen, its name, its facts, its light and its text."""
    facts = [", ".join(udvalg), terms().art_name(art) if art else ""]
    return (
        tag("p", escape(heading), "quiet")
        + tag("p", tag("b", escape(" ".join(filter(None, (title, code))))))
        + tag("p", light(shown_light) + " " + text(" · ".join(filter(None, facts)), "quiet"))
        + (tag("p", escape(said)) if said else "")
    )
