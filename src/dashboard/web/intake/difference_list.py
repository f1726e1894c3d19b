"""What a workbook tells otherwise than what is stored: line by line, field by field, old and new."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.text_excerpt import around_marks
from dashboard.intake import Difference, FieldChange, LineDifference
from dashboard.intake.difference import KINDS, Kind
from dashboard.web import phrases
from dashboard.web.intake import texts
from dashboard.web.markup import from_to, light, tag, text
from dashboard.web.text_marks import marked_difference, marked_text

FIRST = 12


def difference_list(difference: Difference) -> str:
    """Draw every kind with its count and its lines, and the unchanged as a count."""
    drawn = "".join(_kind(kind, difference.of_kind(kind)) for kind in KINDS if difference.of_kind(kind))
    if not drawn:
        drawn = tag("p", escape(texts.NO_DIFFERENCE))
    unchanged = text(texts.unchanged(difference.unchanged)) if difference.unchanged else ""
    left_out = text(texts.left_out(difference.left_out)) if difference.left_out else ""
    return drawn + tag("p", " ".join(filter(None, (unchanged, left_out))), "quiet")


def _kind(kind: Kind, lines: Sequence[LineDifference]) -> str:
    heading = tag("summary", tag("h3", escape(texts.KINDS[kind])) + text(phrases.number(len(lines)), "count"))
    body = "".join(_line(line) for line in lines[:FIRST])
    if len(lines) > FIRST:
        rest = "".join(_line(line) for line in lines[FIRST:])
        body += tag("details", tag("summary", escape(phrases.show_all(len(lines)))) + rest, "rest")
    return tag("details", heading + body, "kind", open="")


def _line(line: LineDifference) -> str:
    fields = "".join(_field(change) for change in line.fields)
    udvalg = ", ".join(line.udvalg)
    return tag(
        "div",
        tag("span", _lights(line), "row-lights")
        + tag("div", tag("b", escape(line.name)) + (tag("dl", fields, "fields") if fields else ""), "told")
        + text(udvalg, "row-udvalg"),
        "row told-row",
    )


def _lights(line: LineDifference) -> str:
    if line.light_before and line.light_now and line.light_before is not line.light_now:
        return from_to(line.light_before, line.light_now)
    shown = line.light_now or line.light_before
    return light(shown) if shown else ""


def _field(change: FieldChange) -> str:
    """Draw what differs in a field; where only the marks do, the text as it is marked now and what was done to it."""
    told = marked_difference(change.before, change.now, is_short=True)
    if change.is_only_markup:
        told = marked_text(around_marks(change.runs)) + text(", ".join(change.notes), "marks-note")
    return tag("dt", escape(change.name)) + tag("dd", told)
