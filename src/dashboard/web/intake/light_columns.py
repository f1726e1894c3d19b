"""The five lights as columns of a table: shape and word in the heading, shape and count in every row."""

from collections.abc import Mapping
from html import escape

from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.web.markup import light, shape, tag


def light_heads() -> str:
    """Draw the headings, worst first."""
    return "".join(tag("th", light(each), f"light-column {each}", scope="col") for each in Light)


def light_cells(counts: Mapping[Light, int]) -> str:
    """Draw the counts of a row; each says its word to those who do not see the heading, too."""
    return "".join(_cell(each, counts[each]) for each in Light)


def no_light_cells() -> str:
    """Leave the columns of a row empty that has no lines."""
    return tag("td", "", colspan=str(len(Light)))


def _cell(value: Light, n: int) -> str:
    said = terms().lights[value].count(n)
    counted = tag("span", shape(value) + escape(str(n)), "small-light", role="img", aria_label=said, title=said)
    return tag("td", counted, f"light-column {value}{'' if n else ' none'}")
