"""What meetings said of a line - decided, saw otherwise, picked for the next - and what became of it."""

from collections.abc import Sequence

from htpy import Element, a, div, h2, p, section, span
from markupsafe import Markup

from dashboard import queries
from dashboard.queries import LineMeeting, StandingDecision
from dashboard.web import meeting_words as words
from dashboard.web.indsats.card import Card
from dashboard.web.markup import light
from dashboard.web.plan import ask

HEADING = "Fra møderne"


def decided(card: Card) -> str:
    """List what meetings said of a line up to the month that is shown, newest first; nothing when none did."""
    month = card.selection.month
    meetings = ask(queries.line_meetings, card.indsats_id, month)
    if not meetings:
        return ""
    decisions = ask(queries.decisions, indsats=card.indsats_id, until=month)
    said = [_meeting(each, [told for told in decisions if told.item_id == each.item_id]) for each in meetings]
    return Markup(section(".card-part.decisions")[h2[HEADING], said])


def _meeting(meeting: LineMeeting, decisions: Sequence[StandingDecision]) -> Element:
    seen = words.SEEN_AS.format(body=words.body_name(meeting.body)) + " "
    when = words.meeting_name(meeting.body, meeting.held_on)
    return div(".decided-row")[
        p[a(".line-link", href=words.meeting_href(meeting.meeting_id, "referat"))[when]],
        p[span(".quiet")[seen], light(meeting.light)] if meeting.light else None,
        map(_decision, decisions),
        p(".quiet")[words.FOCUS] if meeting.focus else None,
    ]


def _decision(told: StandingDecision) -> list[Element]:
    by = [words.KINDS[told.kind], *words.to_do(told)]
    by += [words.STATES[told.state].lower()] if told.kind != "noted" else []
    by += [told.note] if told.note else []
    return [p(".decided-text")[words.decided(told)], p(".quiet")[" · ".join(by)]]
