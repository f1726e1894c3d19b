"""The lines of one udvalg, worst first."""

from collections.abc import Hashable, Mapping
from html import escape

import pandas as pd

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection
from dashboard.web.strips import Strips, strip_scale

FIRST = 10
IN_ROW = "i træk"
Line = Mapping[Hashable, object]


def part_lines(title: str, lines: pd.DataFrame, none: str, strips: Strips, selection: Selection) -> str:
    """Draw the lines under a heading with their number, the first ones at once and the rest a click away."""
    rows = [_row(line, strips, selection) for line in lines.to_dict("records")]
    heading = tag("h2", escape(title) + " " + text(phrases.number(len(rows)), "count"), "part-head")
    if not rows:
        return heading + tag("p", escape(none), "quiet")
    drawn = "".join(rows[:FIRST])
    if len(rows) > FIRST:
        more = tag("summary", escape(phrases.show_all(len(rows))))
        drawn += tag("details", more + "".join(rows[FIRST:]), "rest")
    scale = tag(
        "div", text("") + text("") + str(strip_scale(strips.months)) + text(IN_ROW, "part-long"), "part-line part-scale"
    )
    return heading + tag("div", scale + drawn, "part-lines")


def _row(line: Line, strips: Strips, selection: Selection) -> str:
    number = int(str(line["indsats_id"]))
    code, said = _text(line["code"]), _text(line["status_text"])
    name = f"{line['title']} {code}".strip()
    n, since = int(str(line["in_row"])), Month.parse(str(line["since"]))
    long = text(f"{n}.", "part-long", title=phrases.in_row(n, since, selection.month))
    return tag(
        "div",
        tag("span", light(Light(str(line["light_now"]))), "part-light")
        + tag("span", line_link(name, number) + " " + text(said, "row-text"), "row-what", title=f"{name}. {said}")
        + str(strips.draw(number))
        + long,
        "part-line",
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
