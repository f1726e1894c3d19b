"""The list: each red line with its life, what is asked, why, and what was last decided."""

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING
from dashboard.domain.terms import terms
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_run import read_runs
from dashboard.web import phrases
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection
from dashboard.web.red import texts
from dashboard.web.red.lines import Record, RedLine
from dashboard.web.strips import strip, strip_scale
from dashboard.web.text_marks import marked_difference, marked_line_text, marked_text

LARGE = 3  # lines that are read from four metres


def line_list(lines: Sequence[RedLine], months: Sequence[Month], selection: Selection, *, large: int = LARGE) -> str:
    """Draw the lines in the order given, the first ones large."""
    drawn = "".join(
        _line(line, months, selection, is_large=place < large, is_first=place == 0) for place, line in enumerate(lines)
    )
    return tag("div", drawn, "red-lines")


def _line(line: RedLine, months: Sequence[Month], selection: Selection, *, is_large: bool, is_first: bool) -> str:
    scale = str(strip_scale(months)) if is_first else ""
    row = phrases.in_row(line.in_row, line.since, selection.month)
    life = tag("div", scale + str(strip(line.states, months, selection.month, line.indsats_id)), "red-life")
    udvalg = text(", ".join(line.udvalg), "", title=", ".join(terms().udvalg_name(key) for key in line.udvalg))
    what = tag("h3", line_link(line.title, line.indsats_id) + (f" {escape(line.code)}" if line.code else ""))
    since = tag("p", light(line.light) + " " + tag("b", escape(row)) + " · " + udvalg, "red-since")
    facts = _fact(texts.RESPONSIBLE, escape(line.said.get("responsible", texts.NOT_TOLD)))
    facts += _fact(texts.SCHEDULE, _schedule(line))
    return tag(
        "article",
        tag("div", what + since + life + tag("p", facts, "red-facts-line"), "red-what")
        + tag("div", _ask(line) + _reason(line), "red-why")
        + tag("div", _status(line) + _decision(line.decision), "red-status"),
        "red-line" + (" large" if is_large else "") + ("" if line.light is Light.RED else " is-yellow"),
        data_line=str(line.indsats_id),
    )


def _ask(line: RedLine) -> str:
    asked = line.said.get("ask")
    said = tag("p", escape(asked), "red-ask") if asked else tag("p", escape(texts.NO_ASK), "quiet")
    return tag("p", escape(texts.ASK), "label") + (said if line.light is Light.RED or asked else _nothing())


def _nothing() -> str:
    return tag("p", "–", "quiet")


def _reason(line: RedLine) -> str:
    if line.reason == MISSING:
        if line.light is not Light.RED:
            return ""
        return tag("p", text(texts.NO_REASON, "defect"), "red-reason")
    return tag("p", text(texts.REASON, "label") + " " + escape(line.said["red_reason"]), "red-reason")


def _status(line: RedLine) -> str:
    said = line.said.get("status_text", "")
    return tag("p", _marked(line, said) if said else text(texts.NO_STATUS, "quiet"), "red-text")


def _marked(line: RedLine, said: str) -> str:
    """Mark what the workbook marks, else the words that are new since the comparison month."""
    if read_runs(line.runs).get("status_text"):
        return marked_line_text(said, line.runs, "status_text")
    if "status_text" not in line.before:
        return escape(said)
    return marked_text(run for run in text_difference(line.before["status_text"], said) if not run.struck)


def _schedule(line: RedLine) -> str:
    said = line.said.get("schedule", "")
    if "schedule" in line.before:
        return marked_difference(line.before["schedule"], said, is_short=True)
    return escape(said or texts.NOT_TOLD)


def _decision(decision: Record | None) -> str:
    if decision is None:
        return tag("p", escape(texts.NO_DECISION), "red-decision quiet")
    said = f"{texts.DECIDED} {_day(decision)}"
    state = texts.DECISION_STATES.get(str(decision["state"]), "")
    words = tag("b", escape(said)) + " " + escape(f"{decision['text']} ({state})" if state else str(decision["text"]))
    return tag("p", words, "red-decision")


def _day(decision: Record) -> str:
    day = decision["held_on"]
    return f"({day:%d.%m.%Y})" if isinstance(day, date) else ""


def _fact(label: str, content: str) -> str:
    return tag("span", text(label, "label") + " " + content)
