"""A line that a rule caught, as a row: its light, its name, what is said of it, its strip, and the way to settle it."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.terms import terms
from dashboard.web import phrases
from dashboard.web import texts as app_texts
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text
from dashboard.web.signals import texts
from dashboard.web.signals.cases import Case
from dashboard.web.signals.settling import settle_link
from dashboard.web.strips import Strips, strip_scale


def scale_row(strips: Strips) -> str:
    """Write the months over the strips of the rows below."""
    return tag("div", tag("span", strip_scale(strips.months), "signal-strip"), "signal-row scale", aria_hidden="true")


def case_row(case: Case, strips: Strips) -> str:
    """Draw a case under the heading of its rule."""
    said = text(case.said, "row-text") if case.rule.says_more_than_its_name else ""
    return _row(case, said, strips.draw(case.indsats_id), settle_link(case))


def line_row(group: Sequence[Case], strips: Strips) -> str:
    """Draw a line with every case about it."""
    said = "".join(
        tag("li", text(case.said, title=case.rule.about) + settle_link(case), case.rule.rule) for case in group
    )
    return _row(group[0], tag("ul", said, "signal-said"), strips.draw(group[0].indsats_id), "", "by-line")


def settled_row(case: Case) -> str:
    """Draw a case that is settled, with the note, who wrote it, and the way to open it again."""
    assert case.settled is not None
    by = texts.BY.format(who=case.settled.by, moment=phrases.short_moment(case.settled.at))
    said = text(case.rule.name, title=case.said) + tag("q", escape(case.settled.note)) + text(by, "row-text")
    return _row(case, said, "", settle_link(case), "settled-row")


def _row(case: Case, said: str, strip_of_line: object, act: str, css: str = "") -> str:
    shown = light(case.light) if case.light else text(app_texts.KINDS["gone"])
    names = ", ".join(terms().udvalg_name(key) for key in case.udvalg.split(", ") if key)
    return tag(
        "div",
        tag("span", shown, "row-lights")
        + tag("span", line_link(case.name, case.indsats_id), "signal-name")
        + tag("span", said, "signal-what")
        + text(case.udvalg, "row-udvalg", title=names)
        + tag("span", strip_of_line, "signal-strip")
        + tag("span", act, "signal-act"),
        f"signal-row {css}".strip(),
    )
