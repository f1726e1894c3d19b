"""One line of the plan on the big screen: what it is, how it has gone, what is asked, and why."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.web import phrases
from dashboard.web.markup import light, shape, tag, text
from dashboard.web.meeting import texts
from dashboard.web.plan import Selection, ask
from dashboard.web.strips import strip, strip_months, strip_scale
from dashboard.web.text_marks import marked_difference, marked_line_text

SHOWN_MONTHS = 12
Row = Mapping[Hashable, Any]


def line_head(item: Row, selection: Selection, place: str, day: str) -> str:
    """Draw the light, the name and the life of a line, and how far the meeting is."""
    return tag("div", _badge(item) + _name(item, selection) + _place(place, day), "walk-head") + _life(item, selection)


def topic_head(item: Row, place: str, day: str) -> str:
    """Draw the head of an item that is no line of the plan."""
    return tag("div", tag("div", tag("h1", escape(str(item["topic"]))), "walk-name") + _place(place, day), "walk-head")


def line_texts(item: Row, selection: Selection) -> str:
    """Draw what the line says in the month: what is asked first and largest, then why, the status and the schedule."""
    told = ask(queries.line_timeline, selection, int(item["indsats_id"])).to_dict("records")
    now = next((row for row in told if row["month"] == str(selection.month)), None)
    if now is None or now["state"] == "absent":
        return tag("p", escape(texts.NOT_TOLD.format(month=selection.month.label)), "walk-status")
    earlier = [row for row in told if row["month"] < str(selection.month) and row["state"] != "absent"]
    before = earlier[-1] if earlier else None
    said = _said(texts.ASK, _text(now, before, "ask"), "walk-ask", texts.NO_ASK)
    if item["light"] in (Light.RED, Light.YELLOW):
        label = texts.REASON if item["light"] == Light.RED else texts.REASON_YELLOW
        said += _said(label, _text(now, before, "red_reason"), "walk-why", texts.NO_REASON)
    said += _said(texts.STATUS, _text(now, before, "status_text"), "walk-status", texts.NO_TEXT)
    said += _said(texts.OBS, _text(now, before, "obs"), "walk-status") if _given(now["obs"]) else ""
    schedule = _schedule(told, now) + _money(selection, int(item["indsats_id"]))
    return said + (_said(texts.SCHEDULE, schedule, "walk-why") if schedule else "")


def _badge(item: Row) -> str:
    value = Light(item["light"]) if _given(item["light"]) else Light.NOT_REPORTED
    since = Month.parse(item["since"]) if _given(item["since"]) else None
    lasted = phrases.in_row(int(item["in_row"]), since, item["month_now"]) if since is not None else ""
    drawn = tag("div", shape(value, None) + escape(word(value)), "badge-light") + text(lasted, "badge-lasted")
    badge = tag("div", drawn, f"badge {value}")
    if _given(item["seen_light"]):
        seen = text(texts.SEEN_AS + " ", "quiet") + light(Light(item["seen_light"]))
        badge = tag("div", badge + tag("div", seen, "badge-seen"), "badge-both")
    return badge


def _name(item: Row, selection: Selection) -> str:
    facts = ask(queries.line_timeline, selection, int(item["indsats_id"]))
    told = facts[facts["state"] != "absent"]
    parts: list[str] = []
    if len(told):
        row = told.iloc[-1]
        marks = row["marks"] if _given(row["marks"]) else ""
        parts = [f"{row['code']} {marks}".strip() if _given(row["code"]) else ""]
        parts += [", ".join(terms().udvalg_name(key) for key in row["udvalg"])] if row["udvalg"] is not None else []
        parts += [row["tema"] if _given(row["tema"]) else ""]
        parts += [f"{texts.RESPONSIBLE}: {row['responsible']}" if _given(row["responsible"]) else ""]
    meta = " · ".join(escape(part) for part in parts if part)
    return tag("div", tag("h1", escape(str(item["title"]))) + tag("p", meta, "walk-meta"), "walk-name")


def _place(place: str, day: str) -> str:
    return tag("div", text(place, "walk-number") + text(day, "walk-day"), "walk-place")


def _life(item: Row, selection: Selection) -> str:
    told = ask(queries.line_timeline, selection, int(item["indsats_id"]))
    states = {Month.parse(row["month"]): row["state"] for row in told.to_dict("records")}
    if not states:
        return ""
    months = strip_months(sorted({*states, selection.month}), longest=SHOWN_MONTHS)
    drawn = strip_scale(months, "large") + strip(states, months, selection.month, css="large")
    return tag("div", drawn, "walk-life")


def _text(now: Row, before: Row | None, field: str) -> str:
    """Mark a text as its workbook did, or else word by word against the month before."""
    said = now[field] if _given(now[field]) else ""
    marked = marked_line_text(said, now["runs"], field)
    if "<ins" in marked or "<del" in marked or before is None or not _given(before[field]) or not said:
        return marked
    return marked_difference(before[field], said)


def _said(label: str, content: str, css: str, missing: str = "") -> str:
    body = content or text(missing, "quiet")
    return tag("div", tag("div", escape(label), "walk-label") + tag("div", body, css), "walk-part")


def _schedule(told: Sequence[Row], now: Row) -> str:
    moves: list[str] = []
    for row in told:
        if _given(row["schedule"]) and (not moves or moves[-1] != row["schedule"]):
            moves.append(str(row["schedule"]))
    if not moves or not _given(now["schedule"]):
        return ""
    if len(moves) == 1:
        return escape(moves[0])
    old = [tag("del", escape(move), "struck") for move in moves[-3:-1]]
    return " → ".join([*old, tag("ins", escape(moves[-1]), "new")])


def _money(selection: Selection, indsats_id: int) -> str:
    amounts: pd.DataFrame = ask(queries.line_amounts, selection, indsats_id)
    now = amounts[amounts["month"] == str(selection.month)]
    said = [f"{row['year']}: {phrases.thousands(row['amount'])}" for row in now.to_dict("records") if row["amount"]]
    return tag("span", escape("Økonomi i t.kr. " + " · ".join(said)), "walk-money") if said else ""


def _given(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""
