"""The agenda of a meeting, to be sent round before it: all points on one page, then each with why it is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import queries
from dashboard.documents.meetings import highlighted, last_decisions, looks_at, meeting_document, status_of_item
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ASK
from dashboard.domain.told_field import ADDED, OWN
from dashboard.queries import AgendaItem, Ask, ListedMeeting, StandingDecision
from dashboard.reports.document import Block, Column, Document, Heading, Paragraph, Row, Table, Together, paragraph
from dashboard.reports.minutes import NUMBER
from dashboard.wording import meetings as words
from dashboard.wording import phrases

TITLE, KIND = "Dagsorden · {meeting}", "dagsorden"
OVERVIEW, EACH, NO_POINTS = "Punkterne", "Det, der skal drøftes", "Dagsordenen er tom."
COLUMNS = (
    Column("Nr.", 1.1),
    Column("Lys", 2.2),
    Column("Punkt", 6.1),
    Column("Hvorfor på dagsordenen", 4.0),
    Column("Ansvarlig", 3.6),
)
LAST, LAST_TIME, PAPER = "Sidst besluttet", "Sidste møde", "Dokument"
INVITED, RESPONSIBLE = words.CALLED_IN, "Ansvarlig"
TOLD = {"ask": ASK, "red_reason": "Hvorfor gul", "status_text": "Status", "obs": "OBS"}
TOLD |= {"schedule": "Tidsplan"}
WHY_RED = "Hvorfor rød"


@dataclass(frozen=True)
class AgendaPoint:
    """A point of an agenda in words; ``light`` is None where none is told, and ``without`` says why.

    ``texts`` are what the line says in the month: label and text, those that say nothing left out, and which field of
    the line it is.
    """

    name: str
    light: Light | None
    lasted: str
    why: str
    udvalg: str = ""
    responsible: str = ""
    invited: str = ""
    texts: tuple[tuple[str, str, str], ...] = ()
    without: str = words.TOPIC


def agenda(ask: Ask, meeting: ListedMeeting) -> Document:
    """Tell the agenda of a meeting."""
    items = ask(queries.agenda, meeting.meeting_id)
    statuses = {status_of_item(ask, meeting, item) for item in items}
    told = {(line.indsats_id, each): line.told for each in statuses for line in ask(queries.line_list, each)}
    last, highlights = last_decisions(ask, meeting.meeting_id, meeting.held_on), highlighted(ask, meeting, items)
    points = [
        AgendaPoint(
            item.name,
            item.light,
            words.lasted(item, meeting),
            words.why(item.reasons),
            words.udvalg_names(item),
            item.responsible or "",
            item.invited or "",
            tuple(
                _told(item, told.get((item.indsats_id or 0, status_of_item(ask, meeting, item)), {}), highlights)
                + _before(meeting.body, item, last.get(item.indsats_id or 0, ()))
                + [(PAPER, words.document_named(each), OWN) for each in item.documents]
            ),
            words.without_light(item),
        )
        for item in items
    ]
    title = TITLE.format(meeting=words.meeting_name(meeting.body, meeting.held_on))
    number = words.case_text(meeting, "case_number")
    shown = (*filter(None, [number and NUMBER.format(number=number)]), looks_at(ask, meeting), words.counted(items))
    shown += tuple(words.people(meeting))
    return meeting_document(ask, meeting, KIND, title, items, agenda_blocks(points), shown)


def agenda_blocks(points: Sequence[AgendaPoint]) -> tuple[Block, ...]:
    """Tell the points: together in a table, then each by itself."""
    if not points:
        return (paragraph(NO_POINTS),)
    rows = tuple(_row(number, point) for number, point in enumerate(points, start=1))
    each = (Together(tuple(_point(number, point))) for number, point in enumerate(points, start=1))
    return Heading(OVERVIEW), Table(OVERVIEW, COLUMNS, rows), Heading(EACH, is_on_new_page=True), *each


def _point(number: int, point: AgendaPoint) -> Iterator[Block]:
    yield Heading(f"{number}. {point.name}", 2)
    told = " · ".join(filter(None, (point.lasted, point.why)))
    yield Paragraph((point.light, f"  {told}") if point.light else (point.why,))
    people = ((RESPONSIBLE, point.responsible), (INVITED, point.invited))
    facts = " · ".join(f"{label}: {said}" for label, said in people if said)
    if point.udvalg or facts:
        between = " · " if point.udvalg and facts else ""
        stated = tuple(filter(None, (point.udvalg, f"{between}{facts}")))
        yield Paragraph(stated, is_quiet=True, fields=("udvalg", ADDED) if point.udvalg else (ADDED,))
    yield from (Paragraph((said,), label, fields=(field,) if field else ()) for label, said, field in point.texts)


def _row(number: int, point: AgendaPoint) -> Row:
    invited = f"{INVITED}: {point.invited}" if point.invited else ""
    between = "\n" if point.responsible and invited else ""
    why, is_line = "\n".join(filter(None, (point.why, point.lasted))), point.light is not None
    told = [(str(number), ADDED), (point.light or point.without, ADDED if not is_line else OWN)]
    told += [(point.name, OWN if is_line else ADDED), (why, ADDED)]
    cells = tuple(((said,), (field,)) for said, field in told)
    people = (point.responsible, between + invited), (OWN if is_line else ADDED, ADDED)
    every = (*cells, people)
    return Row(tuple(pieces for pieces, _ in every), fields=tuple(fields for _, fields in every))


def _told(item: AgendaItem, line: Mapping[str, Any], highlights: Mapping[int, str]) -> list[tuple[str, str, str]]:
    """Give what is highlighted of the line and what it says in the month, each with its label."""
    labels = TOLD | ({"red_reason": WHY_RED} if item.light is Light.RED else {})
    said = [(words.WHY["highlighted"], highlights.get(item.item_id, ""), OWN)]
    said += [(label, (line.get(field) or "").strip(), field) for field, label in labels.items()]
    return [each for each in said if each[1]]


def _before(body: str, item: AgendaItem, last: Sequence[StandingDecision]) -> list[tuple[str, str, str]]:
    """Give how the body saw a line the last time, and what was decided about it then."""
    seen = words.seen_last(item, body)
    said = [(f"{phrases.day(told.held_on)}: {words.decided(told)}", words.state_of(told)) for told in last]
    decided = [(LAST, f"{told} ({state})" if state else told, OWN) for told, state in said]
    return [*([(LAST_TIME, seen, OWN)] if seen else []), *decided]
