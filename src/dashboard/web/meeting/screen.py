"""One point on the big screen: what it is, how it has gone, what is asked, and why."""

from collections.abc import Sequence
from itertools import groupby

from htpy import Element, Fragment, Node, div, fragment, h1, h2, p, span
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.documents.meetings import highlighted
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.line_fields import ASK
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.domain.text_run import TextRun
from dashboard.queries import AgendaItem, TimelineMonth
from dashboard.web.database import Selection, ask
from dashboard.web.markup import ARROW, light, marked_difference, marked_line_text, marked_text, shape
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.strips import strip, strip_scale
from dashboard.wording import meetings as words
from dashboard.wording import phrases

REASON, STATUS, SCHEDULE, OBS = "Hvorfor rød", "Status", "Tidsplan", "OBS"
REASON_YELLOW = "Hvorfor gul"
NO_ASK, NO_REASON, NO_TEXT = "Der er ikke bedt om noget", "Årsagen mangler", "Ingen statustekst"
NOT_TOLD = "Indsatsen har ingen status i {month}."
NO_LINE = "Punktet er ikke en indsats i planen og har ingen status."
RESPONSIBLE = "Ansvarlig"
SHOWN_MONTHS = 12
NAMED_UDVALG = 2  # of more than these, only their letters have room
LONG_NAME, LONG_TEXT = 50, 600


def point_head(item: AgendaItem, asked: AskedMeeting, place: str, said_before: str = "") -> Element:
    """Draw a point's light and name, how far the meeting is, a line's life, and why it is on the agenda."""
    shown = item.light
    badge = div(".badge.topic")[div(".badge-light")[words.without_light(item)]]
    life: Element | None = None
    name, facts = item.title or item.topic or "", ""
    if item.indsats_id is not None and shown is not None:
        told = ask(queries.line_timeline, asked.selection_of(item), item.indsats_id)
        lit = div(".badge-light")[shape(shown), word(shown)]
        badge = div(class_=["badge", shown])[lit, span(".badge-lasted")[words.lasted(item, asked.meeting)]]
        name, facts, life = item.name, _facts(told), _life(told, item.month or asked.meeting.month)
    meeting = span(".walk-day")[words.meeting_name(asked.meeting.body, asked.held_on)]
    invited = f"{words.CALLED_IN}: {item.invited}" if item.invited else ""
    return div(".walk-top")[
        div(".walk-head")[
            div(".walk-badge")[badge, _seen(item, words.body_name(asked.meeting.body))],
            div(".walk-name")[
                h1(class_="long" if len(name) > LONG_NAME else None, title=name)[name],
                p(".walk-meta", title=facts)[facts],
            ],
            # which meeting it is, the page's own head says where there is one
            div(".walk-place")[
                span(".unseen")[said_before], span(".walk-number")[place], meeting if asked.is_bare else None
            ],
        ],
        div(".walk-second")[life, p(".walk-reasons")[" · ".join(filter(None, (words.why(item.reasons), invited)))]],
    ]


def topic_texts() -> Element:
    """Say that there is nothing to tell of an item that is no line of the plan."""
    return p(".walk-status")[span(".quiet")[NO_LINE]]


def line_texts(item: AgendaItem, asked: AskedMeeting) -> Element | Fragment:
    """Draw what the line says in the month: what is asked first and largest, then why, the status and the schedule."""
    assert item.indsats_id is not None
    selection, highlight = asked.selection_of(item), highlighted(ask, asked.meeting, [item]).get(item.item_id)
    told = [month for month in ask(queries.line_timeline, selection, item.indsats_id) if month.state != ABSENT]
    if not told or told[-1].month != selection.month:
        return p(".walk-status")[NOT_TOLD.format(month=selection.month.label)]
    now, before = told[-1], told[-2] if len(told) > 1 else None
    reason = _text(now, before, "red_reason")
    why_so = None  # only a red line has to give a reason
    if item.light is Light.RED:
        why_so = _said(REASON, reason, "walk-why", NO_REASON)
    elif item.light is Light.YELLOW and reason:
        why_so = _said(REASON_YELLOW, reason, "walk-why")
    schedule = Markup(fragment[_schedule(told, now), _money(selection, item.indsats_id)])
    return fragment[
        _said(words.WHY["highlighted"], Markup(fragment[highlight]), "walk-why") if highlight else None,
        _said(ASK, _text(now, before, "ask"), "walk-ask", NO_ASK),
        why_so,
        _said(STATUS, _text(now, before, "status_text"), "walk-status", NO_TEXT),
        _said(OBS, _text(now, before, "obs"), "walk-status") if _said_of(now, "obs") else None,
        _said(SCHEDULE, schedule, "walk-why") if schedule else None,
    ]


def _seen(item: AgendaItem, body: str) -> Element | None:
    if item.seen_light is None:
        return None
    return div(".badge-seen")[span(".quiet")[words.SEEN_AS.format(body=body) + " "], light(item.seen_light)]


def _facts(told: Sequence[TimelineMonth]) -> str:
    last = next((month for month in reversed(told) if month.state != ABSENT), None)
    if last is None:
        return ""
    udvalg = last.udvalg if len(last.udvalg) > NAMED_UDVALG else map(terms().udvalg_name, last.udvalg)
    responsible = f"{RESPONSIBLE}: {last.responsible}" if last.responsible else ""
    return " · ".join(filter(None, (last.marks, ", ".join(udvalg), last.tema, responsible)))


def _life(told: Sequence[TimelineMonth], now: Month) -> Element:
    states = {month.month: month.state for month in told}
    months = [now.plus(-back) for back in reversed(range(SHOWN_MONTHS))]
    return div(".walk-life")[strip_scale(months, "large"), strip(states, months, now, css="large")]


def _text(now: TimelineMonth, before: TimelineMonth | None, field: str) -> Markup:
    """Mark a text as its workbook did, or else word by word against the month before."""
    said, was = _said_of(now, field), _said_of(before, field) if before else ""
    marked = marked_line_text(said, now.runs, field)
    if "<ins" in marked or "<del" in marked or not was or not said:
        return marked
    return marked_difference(was, said)


def _said_of(month: TimelineMonth, field: str) -> str:
    """Give what a line says in a field; nothing where that is blank."""
    said = month.told[field] or ""
    return said if said.strip() else ""


def _said(label: str, content: Markup, css: str, missing: str = "") -> Element:
    body = content or span(".quiet")[missing]
    size = "long" if len(content) > LONG_TEXT else ""
    return div(".walk-part")[h2(".walk-label")[label], div(class_=[css, size])[body]]


def _schedule(told: Sequence[TimelineMonth], now: TimelineMonth) -> Element | None:
    said = (month for month in told if _said_of(month, "schedule"))
    moves = [list(same)[-1].told["schedule"] for _, same in groupby(said, key=lambda each: each.told["schedule_said"])]
    if not moves or not _said_of(now, "schedule"):
        return None
    *before, newest = moves[-3:]
    old = [fragment[marked_text((TextRun(str(move), struck=True),)), ARROW] for move in before]
    return span(".walk-schedule")[old, marked_text((TextRun(str(newest), red=bool(old)),))]


def _money(selection: Selection, indsats_id: int) -> Node:
    amounts = ask(queries.line_amounts, selection, indsats_id)
    now = [each for each in amounts if each.month == selection.month and each.amount]
    said = [f"{each.year}: {phrases.thousands(each.amount)}" for each in now]
    return [" ", span(".walk-money")["Økonomi i t.kr. " + " · ".join(said)]] if said else None
