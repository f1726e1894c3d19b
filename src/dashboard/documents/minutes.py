"""The minutes of a meeting as a document for the case system: its whole case, section by section."""

from collections.abc import Iterator, Sequence

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.documents.meetings import (
    example_of,
    highlighted,
    lock_notes,
    looked_at,
    looks_at,
    meeting_document,
    status_of,
)
from dashboard.domain.sentence import ended
from dashboard.domain.terms import terms
from dashboard.queries import AgendaItem, Ask, Correction, ListedMeeting, StandingDecision
from dashboard.reports.document import Block, Document, Heading, Paragraph, Together
from dashboard.reports.minutes import Minutes, MinutesPoint, Said
from dashboard.reports.minutes import Paragraph as MinutesParagraph
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

KIND = "referat"
DECISION = "Beslutning i {body} den {day:%d-%m-%Y}"
ADDED, TAKEN_AWAY, REWORDED = "Tilføjet efter mødet", "Taget ud efter mødet: »{before}«", "Før stod: »{before}«"
FACTS = "Type, ansvarlig eller frist er ændret efter mødet"
BY = "{what} ({who}, {when})"
OWN_LIGHTS = "egen del pr. {month}"
STATUS_FILE = "Status for {month}: {file}"


def minutes(ask: Ask, meeting: ListedMeeting) -> Document:
    """Tell the minutes of a meeting as they stand."""
    told, items = minutes_of(ask, meeting), ask(queries.agenda, meeting.meeting_id)
    shown = [each for each in told.head if each != texts.EXAMPLE]
    return meeting_document(ask, meeting, KIND, told.title, items, tuple(minutes_blocks(told)), shown)


def minutes_blocks(told: Minutes) -> Iterator[Block]:
    """Tell the sections; a heading stays with what begins under it."""
    for section in told.sections:
        first, *others = map(_paragraph, section.paragraphs)
        yield Together((Heading(section.heading), first))
        yield from others


def minutes_of(ask: Ask, meeting: ListedMeeting) -> Minutes:
    """Give what the minutes of a meeting say."""
    told = [each for each in ask(queries.decisions, meeting=meeting.meeting_id) if _says_something(each)]
    corrected = ask(queries.corrections, meeting.meeting_id)
    items = ask(queries.agenda, meeting.meeting_id)
    highlights = highlighted(ask, meeting, items)
    vocabulary, body, status = terms(), words.body_name(meeting.body), status_of(ask, meeting)
    return Minutes(
        meeting.case_title or words.case_title(meeting),
        (looks_at(ask, meeting), *lock_notes(ask, meeting), *filter(None, [example_of(ask, meeting)])),
        DECISION.format(body=body, day=meeting.held_on),
        tuple(_point(meeting, item, told, corrected, highlights.get(item.item_id, "")) for item in items),
        words.case_text(meeting, "case_number"),
        meeting.participants,
        meeting.invited,
        **{part: words.case_text(meeting, part) for part in ("route", "background", "presentation", "recommendation")},
        points_lead=words.case_text(meeting, "points"),
        lights={count.light: count.n for count in ask(queries.light_counts, status)},
        lights_of=OWN_LIGHTS.format(month=meeting.month.label) if meeting.cross_month else "",
        definitions={light: each.definition for light, each in vocabulary.lights.items()},
        reasons=tuple(reason.name for reason in vocabulary.reasons),
        decided=tuple(_said(each, is_whole=True) for each in told if each.item_id == meeting.case_item),
        corrections=tuple(_correction(each) for each in corrected if each.item_id == meeting.case_item),
        papers=tuple(_papers(ask, meeting, items)),
    )


def _paragraph(told: MinutesParagraph) -> Paragraph:
    pieces = (told.light, f"  {told.text}") if told.light else (told.text,)
    return Paragraph(pieces, is_listed=told.is_listed, is_quiet=told.is_correction)


def _point(
    meeting: ListedMeeting,
    item: AgendaItem,
    told: Sequence[StandingDecision],
    corrected: Sequence[Correction],
    highlight: str,
) -> MinutesPoint:
    marks = [words.WHY[reason] for reason in ("focus_area", "obs_point") if reason in item.reasons]
    marks += [words.seen_last(item, meeting.body)]
    return MinutesPoint(
        item.name,
        item.light,
        words.lasted(item, meeting),
        _seen(meeting, item),
        tuple(_said(each) for each in told if each.item_id == item.item_id),
        is_focus=item.focus,
        corrections=tuple(_correction(each) for each in corrected if each.item_id == item.item_id),
        invited=item.invited or "",
        marks=" ".join(filter(None, [ended(highlight), *(f"{mark}." for mark in marks if mark)])),
        item_id=item.item_id,
    )


def _papers(ask: Ask, meeting: ListedMeeting, items: Sequence[AgendaItem]) -> list[str]:
    """Name the workbooks of the status that the meeting looks at, and the papers of the case and of its points."""
    named = [
        STATUS_FILE.format(month=part.month.label, file=each.file_name)
        for part in looked_at(ask, meeting)
        for each in ask(queries.deliveries, plan=meeting.plan, scope=part.scope)
        if each.month == part.month
    ]
    named = list(dict.fromkeys(named))
    named += [words.document_named(each) for each in meeting.documents]
    return named + [f"{item.name}: {words.document_named(each)}" for item in items for each in item.documents]


def _says_something(told: StandingDecision) -> bool:
    """Tell whether a decision says anything: one whose text was wiped out again does not, unless its kind does."""
    return bool(told.text.strip()) or told.kind != "decision"


def _seen(meeting: ListedMeeting, item: AgendaItem) -> str:
    if item.seen_light in (None, item.light):
        return ""
    return f"{words.SEEN_AS.format(body=words.body_name(meeting.body))} {word(item.seen_light).lower()}."


def _said(told: StandingDecision, *, is_whole: bool = False) -> Said:
    due, text = phrases.short_day(told.due) if told.due else "", told.text.strip()
    is_named = told.kind != "decision" and not (is_whole and text)
    return Said(words.KINDS[told.kind] if is_named else "", text, told.responsible or "", due)


def _correction(made: Correction) -> str:
    before, after = (made.text_before or "").strip(), (made.text or "").strip()
    what = FACTS if before == after else REWORDED.format(before=before)
    if made.text is None:
        what = TAKEN_AWAY.format(before=before)
    elif made.text_before is None:
        what = ADDED
    return BY.format(what=what, who=made.written_by, when=phrases.moment(made.written_at))
