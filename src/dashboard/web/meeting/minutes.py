"""Referat: what was decided at each point, as text for the case system and as a document, and the way to lock it."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from htpy import Element, Node, a, article, b, details, div, fragment, h2, li, p, pre, section, span, summary, ul

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.queries import AgendaItem, Correction, StandingDecision
from dashboard.records import hold_meeting
from dashboard.reports.minutes import FOCUS, NOTHING_DECIDED, MinutesPoint, Said, minutes_text
from dashboard.web import meeting_words as words
from dashboard.web import phrases
from dashboard.web.database import ask, database, viewer_name
from dashboard.web.markup import light
from dashboard.web.meeting.agenda_document import DOCX, file_name, shown
from dashboard.web.meeting.asked import AskedMeeting, attempt, follow_others, looks_at, show_notice, show_parts

TITLE, AD = "Referat · {meeting}", "Ad. "
DOWNLOAD, COPY, COPIED, AS_TEXT = "Hent referat (Word)", "Kopiér som tekst", "Kopieret", "Vis som tekst"
DRAFT, HELD = "Udkast: mødet er ikke afholdt og låst endnu.", "Afholdt og låst {when} af {who}."
CORRECTED, EDIT, CORRECT = "Rettelse", "Skriv", "Ret"
EMPTY = "Der er ingen punkter på dagsordenen."
ADDED, TAKEN_AWAY, REWORDED = "Tilføjet efter mødet", "Taget ud efter mødet: »{before}«", "Før stod: »{before}«"
FACTS = "Type, ansvarlig eller frist er ændret efter mødet"
BY = "{what} ({who}, {when})"
HOLD, HOLD_NOW = "Afhold og lås mødet", "Lås mødet nu"
MEANS = (
    "Dagsorden og beslutninger låses. En beslutning kan stadig rettes; så står rettelsen i referatet med navn og "
    "tidspunkt. Det kan ikke låses op igen."
)
MISSING, ALL_DECIDED = "{n} er uden beslutning:", "Der er taget stilling til alle røde indsatser."
DONE = "Mødet er afholdt og låst. Næste møde følger op på beslutningerne."


def show_minutes(asked: AskedMeeting) -> None:
    """Show the minutes of a meeting."""
    show_parts(asked)
    points = minutes_points(asked)
    title = TITLE.format(meeting=words.meeting_name(asked.meeting.body, asked.held_on))
    state = _state(asked)
    told, listed = shown(asked, state), list(points.values())
    as_text = minutes_text(title, told, listed)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="referat_hoved"):
        st.html(fragment[p(".agenda-count")[_counted(listed)], p(".subtitle")[looks_at(asked)]], width="stretch")
        copy = a(".copy-link.button", href="#", data_copies=as_text, data_said=COPIED)[COPY]
        st.html(copy, width="content")
        paper = partial(_paper, title, told, listed)
        st.download_button(DOWNLOAD, paper, file_name("referat", asked), DOCX, key="hent_referat", on_click="ignore")
        if not asked.is_held:
            _show_holding(asked, [point for point in listed if point.light is Light.RED and not point.said])
    st.html(p(".note")[state])
    show_notice()
    drawn = [_point(asked, item_id, number, point) for number, (item_id, point) in enumerate(points.items(), 1)]
    as_is = details(".as-text")[summary[AS_TEXT], pre[as_text]]
    st.html(fragment[article(".minutes")[drawn], as_is] if points else p(".quiet")[EMPTY])
    follow_others(asked)


def minutes_points(asked: AskedMeeting) -> Mapping[int, MinutesPoint]:
    """Give the points of the minutes in order, each under the id of its item."""
    told = [each for each in ask(queries.decisions, meeting=asked.meeting_id) if _says_something(each)]
    corrected = ask(queries.corrections, asked.meeting_id)
    return {
        item.item_id: MinutesPoint(
            item.name if item.indsats_id is None else AD + item.name,
            item.light,
            words.lasted(item, asked.meeting.month),
            _seen(asked, item),
            tuple(_said(each) for each in told if each.item_id == item.item_id),
            is_focus=item.focus,
            corrections=tuple(_correction(each) for each in corrected if each.item_id == item.item_id),
        )
        for item in ask(queries.agenda, asked.meeting_id)
    }


def _says_something(told: StandingDecision) -> bool:
    """Tell whether a decision says anything: one whose text was wiped out again does not, unless its kind does."""
    return bool(told.text.strip()) or told.kind != "decision"


def _seen(asked: AskedMeeting, item: AgendaItem) -> str:
    if item.seen_light in (None, item.light):
        return ""
    return f"{words.SEEN_AS.format(body=words.body_name(asked.meeting.body))} {word(item.seen_light).lower()}."


def _said(told: StandingDecision) -> Said:
    due = phrases.short_day(told.due) if told.due else ""
    return Said(words.KINDS[told.kind], told.text.strip(), told.responsible or "", due)


def _correction(made: Correction) -> str:
    before, after = (made.text_before or "").strip(), (made.text or "").strip()
    what = FACTS if before == after else REWORDED.format(before=before)
    if made.text is None:
        what = TAKEN_AWAY.format(before=before)
    elif made.text_before is None:
        what = ADDED
    return BY.format(what=what, who=made.written_by, when=phrases.moment(made.written_at))


def _paper(title: str, told: Sequence[str], points: Sequence[MinutesPoint]) -> bytes:
    from dashboard.reports.minutes_document import minutes_document  # python-docx takes a while, and is seldom needed

    return minutes_document(title, told, points)


def _state(asked: AskedMeeting) -> str:
    found = asked.listed
    return DRAFT if found.closed_at is None else HELD.format(when=phrases.moment(found.closed_at), who=found.closed_by)


def _counted(points: Sequence[MinutesPoint]) -> str:
    decided, focus = sum(len(point.said) for point in points), sum(point.is_focus for point in points)
    told = [phrases.count_of(len(points), "punkt", "punkter"), phrases.count_of(decided, "beslutning", "beslutninger")]
    return ", ".join([*told, f"{focus} i fokus til næste møde"] if focus else told)


def _point(asked: AskedMeeting, item_id: int, number: int, point: MinutesPoint) -> Element:
    way = words.meeting_href(asked.meeting_id, "gennemgang", item_id)
    label = CORRECT if asked.is_held else EDIT
    lit: Node = [light(point.light), span(".quiet")[f" {point.lasted}"]] if point.light else span(".quiet")[words.TOPIC]
    return section(".minutes-point", data_item=str(item_id))[
        div[p(".minutes-light")[lit], p(".minutes-seen")[point.seen] if point.seen else None],
        div[
            h2[f"{number}. {point.name}"],
            [_drawn(each) for each in point.said] or p(".quiet")[NOTHING_DECIDED],
            p(".minutes-focus")[FOCUS] if point.is_focus else None,
            (p(".correction")[b[CORRECTED], " ", sentence] for sentence in point.corrections),
        ],
        a(".minutes-edit", href=way, aria_label=f"{label}: {point.name}")[label],
    ]


def _drawn(said: Said) -> Element:
    by = [f"Ansvarlig: {said.responsible}"] if said.responsible else []
    by += [f"frist {said.due}"] if said.due else []
    facts = span(".quiet")[" · ".join(by)] if by else None
    return p(".minutes-said")[b[said.kind], f" {said.text} ", facts]


def _show_holding(asked: AskedMeeting, undecided: Sequence[MinutesPoint]) -> None:
    """Offer to lock the meeting, and say which red lines nothing was decided about."""
    with st.popover(HOLD, type="primary", key="afhold"):
        if undecided:
            missing = MISSING.format(n=phrases.count_of(len(undecided), "rød indsats", "røde indsatser"))
            st.html(fragment[p[b[missing]], ul[(li[point.name.removeprefix(AD)] for point in undecided)]])
        else:
            st.html(p[ALL_DECIDED])
        st.html(p(".quiet")[MEANS])
        hold = partial(hold_meeting, database(), asked.meeting_id, viewer_name())
        st.button(HOLD_NOW, key="afhold_nu", type="primary", on_click=attempt, args=(hold, DONE))
