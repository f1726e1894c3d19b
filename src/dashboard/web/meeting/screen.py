"""One line of the plan on the big screen: what it is, how it has gone, what is asked, and why."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
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
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.item_words import lasted, light_of, why
from dashboard.web.plan import Selection, ask
from dashboard.web.strips import strip, strip_scale
from dashboard.web.text_marks import marked_difference, marked_line_text

SHOWN_MONTHS = 12
NAMED_UDVALG = 2  # of more than these, only their letters have room
LONG_NAME, LONG_TEXT = 50, 600
Row = Mapping[Hashable, Any]


def line_head(item: Row, asked: AskedMeeting, place: str) -> str:
    """Draw the light, the name, how far the meeting is, the life of a line and why it is on the agenda."""
    seen = _seen(item, texts.body_name(asked.meeting.body))
    badge = tag("div", _badge(item, asked.meeting.month) + seen, "walk-badge")
    name = _name(str(item["title"]), _facts(item, asked.selection))
    return _head(badge + name + _place(asked, place), _life(item, asked.selection) + _why(item))


def topic_head(item: Row, asked: AskedMeeting, place: str) -> str:
    """Draw the head of an item that is no line of the plan, its name where that of a line stands."""
    badge = tag("div", tag("div", tag("div", escape(texts.TOPIC), "badge-light"), "badge topic"), "walk-badge")
    return _head(badge + _name(str(item["topic"]), "") + _place(asked, place), _why(item))


def topic_texts() -> str:
    """Say that there is nothing to tell of an item that is no line of the plan."""
    return tag("p", text(texts.NO_LINE, "quiet"), "walk-status")


def line_texts(item: Row, selection: Selection) -> str:
    """Draw what the line says in the month: what is asked first and largest, then why, the status and the schedule."""
    told = ask(queries.line_timeline, selection, int(item["indsats_id"])).to_dict("records")
    now = next((row for row in told if row["month"] == str(selection.month)), None)
    if now is None or now["state"] == "absent":
        return tag("p", escape(texts.NOT_TOLD.format(month=selection.month.label)), "walk-status")
    earlier = [row for row in told if row["month"] < str(selection.month) and row["state"] != "absent"]
    before = earlier[-1] if earlier else None
    said = _said(texts.ASK, _text(now, before, "ask"), "walk-ask", texts.NO_ASK)
    reason = _text(now, before, "red_reason")
    if item["light"] == Light.RED:
        said += _said(texts.REASON, reason, "walk-why", texts.NO_REASON)
    elif item["light"] == Light.YELLOW and reason:  # only a red line has to give one
        said += _said(texts.REASON_YELLOW, reason, "walk-why")
    said += _said(texts.STATUS, _text(now, before, "status_text"), "walk-status", texts.NO_TEXT)
    said += _said(texts.OBS, _text(now, before, "obs"), "walk-status") if _given(now["obs"]) else ""
    schedule = _schedule(told, now) + _money(selection, int(item["indsats_id"]))
    return said + (_said(texts.SCHEDULE, schedule, "walk-why") if schedule else "")


def _head(first: str, second: str) -> str:
    return tag("div", tag("div", first, "walk-head") + tag("div", second, "walk-second"), "walk-top")


def _badge(item: Row, month: Month) -> str:
    value = light_of(item) or Light.NOT_REPORTED
    shown = tag("div", shape(value) + escape(word(value)), "badge-light")
    return tag("div", shown + text(lasted(item, month), "badge-lasted"), f"badge {value}")


def _seen(item: Row, body: str) -> str:
    if not _given(item["seen_light"]):
        return ""
    said = texts.SEEN_AS.format(body=body) + " "
    return tag("div", text(said, "quiet") + light(Light(item["seen_light"])), "badge-seen")


def _name(name: str, facts: str) -> str:
    heading = tag("h1", escape(name), "long" if len(name) > LONG_NAME else "", title=name)
    return tag("div", heading + tag("p", escape(facts), "walk-meta", title=facts), "walk-name")


def _facts(item: Row, selection: Selection) -> str:
    told = ask(queries.line_timeline, selection, int(item["indsats_id"]))
    told = told[told["state"] != "absent"]
    if told.empty:
        return ""
    row = told.iloc[-1]
    code = " ".join(row[field] for field in ("code", "marks") if _given(row[field]))
    udvalg = list(row["udvalg"]) if row["udvalg"] is not None else []
    if len(udvalg) <= NAMED_UDVALG:
        udvalg = [terms().udvalg_name(key) for key in udvalg]
    responsible = f"{texts.RESPONSIBLE}: {row['responsible']}" if _given(row["responsible"]) else ""
    parts = (code, ", ".join(udvalg), row["tema"] if _given(row["tema"]) else "", responsible)
    return " · ".join(part for part in parts if part)


def _place(asked: AskedMeeting, place: str) -> str:
    """Say how far the meeting is; and which it is, where the page's own head does not."""
    day = f"{texts.body_name(asked.meeting.body)} {phrases.day(asked.held_on)}"
    return tag("div", text(place, "walk-number") + (text(day, "walk-day") if asked.is_bare else ""), "walk-place")


def _why(item: Row) -> str:
    invited = f"{texts.CALLED_IN}: {item['invited']}" if _given(item["invited"]) else ""
    return tag("p", escape(" · ".join(filter(None, (why(item), invited)))), "walk-reasons")


def _life(item: Row, selection: Selection) -> str:
    told = ask(queries.line_timeline, selection, int(item["indsats_id"]))
    states = {Month.parse(row["month"]): row["state"] for row in told.to_dict("records")}
    months = [selection.month.plus(-back) for back in reversed(range(SHOWN_MONTHS))]
    drawn = str(strip_scale(months, "large")) + str(strip(states, months, selection.month, css="large"))
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
    css += " long" if len(content) > LONG_TEXT else ""
    return tag("div", tag("div", escape(label), "walk-label") + tag("div", body, css), "walk-part")


def _schedule(told: Sequence[Row], now: Row) -> str:
    said = (row for row in told if _given(row["schedule"]))
    moves = [str(list(same)[-1]["schedule"]) for _, same in groupby(said, key=itemgetter("schedule_said"))]
    if not moves or not _given(now["schedule"]):
        return ""
    old = [tag("del", escape(move), "struck") for move in moves[-3:-1]]
    now_said = tag("ins", escape(moves[-1]), "new") if old else escape(moves[-1])
    return tag("span", " → ".join([*old, now_said]), "walk-schedule")


def _money(selection: Selection, indsats_id: int) -> str:
    amounts: pd.DataFrame = ask(queries.line_amounts, selection, indsats_id)
    now = amounts[amounts["month"] == str(selection.month)]
    said = [f"{row['year']}: {phrases.thousands(row['amount'])}" for row in now.to_dict("records") if row["amount"]]
    return " " + tag("span", escape("Økonomi i t.kr. " + " · ".join(said)), "walk-money") if said else ""


def _given(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""
