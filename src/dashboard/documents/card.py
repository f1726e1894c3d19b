"""The card of a line on a page: its lights month by month, what it says, what changed, and what meetings decided."""

from collections.abc import Iterator
from itertools import islice

from dashboard import queries
from dashboard.documents.extract import decision_paragraph
from dashboard.documents.frame import framed
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.line_fields import OF_MONTH, TEXTS, field_name
from dashboard.domain.line_parts import parts_text, read_parts
from dashboard.domain.month import calendar_months
from dashboard.domain.terms import terms
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_excerpt import around_marks
from dashboard.domain.text_run import Runs, TextRun, read_runs, runs_of
from dashboard.queries import Ask, Card, FieldChange, TimelineMonth
from dashboard.reports.document import Block, Column, Document, Heading, Paragraph, Pieces, Row, Table, paragraph
from dashboard.wording import phrases, texts

KIND, LIFE, SAID, CHANGED, DECIDED = (
    "indsats",
    "Lys måned for måned",
    "Sådan står det",
    "Hvad er ændret",
    "Beslutninger",
)
SAID_LAST, AMOUNTS = "Sådan stod det sidst, i {month}", "Økonomi (1.000 kr.)"
NOT_DELIVERED, NOT_THERE, GONE = "ikke leveret", "ikke i planen", texts.KINDS["gone"]
LAST_MONTHS, LAST_CHANGES = 12, 3
SENTENCES = ("title", "ask", "status_text", "obs", "remark", "subtasks")
NOT_HERE = ("title", "responsible")
ORDER = sorted((name for name in TEXTS if name not in NOT_HERE), key=lambda name: (name != "ask", name not in OF_MONTH))


def card_document(ask: Ask, card: Card) -> Document:
    """Tell the card of a line."""
    known, selection = card.known, card.selection
    name = " ".join(filter(None, (known.title, known.code)))
    said = SAID if card.is_told else SAID_LAST.format(month=known.month.label)
    blocks: list[Block] = [Heading(LIFE), _life(card), Heading(said), *_facts(card)]
    changes = list(islice(_changes(card), LAST_CHANGES))
    blocks += [Heading(CHANGED), *changes] if changes else []
    decided = ask(queries.decisions, indsats=card.indsats_id, until=selection.month)
    blocks += [Heading(DECIDED), *map(decision_paragraph, decided)] if decided else []
    return framed(
        ask,
        selection.unfiltered,
        KIND,
        name,
        "1 indsats",
        blocks,
        [card.indsats_id],
        also=[_belonging(known)],
        is_landscape=True,
    )


def _belonging(known: TimelineMonth) -> str:
    udvalg = ", ".join(map(terms().udvalg_name, known.udvalg))
    responsible = f"{field_name('responsible')}: {known.responsible}" if known.responsible else ""
    crossing = "Tværgående" if known.cross_cutting else ""
    return " · ".join(filter(None, (udvalg, known.tema, terms().art_name(known.art or ""), crossing, responsible)))


def _life(card: Card) -> Table:
    """Tell the lights of the last months in a row; a month that was not delivered says so."""
    told = {each.month: each.state for each in (*card.inherited, *card.life)}
    months = calendar_months(sorted({*told, card.selection.month}), longest=LAST_MONTHS)
    first = min(told)
    lights: list[Pieces] = [(_state(told.get(month), is_before=month < first),) for month in months]
    return Table(LIFE, tuple(Column(phrases.short_month(month), 1) for month in months), (Row(tuple(lights)),))


def _state(state: object, *, is_before: bool) -> Light | str:
    if isinstance(state, Light):
        return state
    return GONE if state is ABSENT else NOT_THERE if is_before else NOT_DELIVERED


def _facts(card: Card) -> Iterator[Paragraph]:
    known = card.known
    if card.here is not None and isinstance(known.state, Light) and known.in_row and known.since:
        yield Paragraph((known.state, f"  {phrases.in_row(known.in_row, known.since, known.month)}"))
    marked = read_runs(known.runs)
    for field in ORDER:
        runs = runs_of((known.told[field] or "").strip(), marked.get(field, ()))
        if runs:
            yield Paragraph(runs, field_name(field))
    for field in ("subtasks", "other_lights"):
        parts = parts_text(read_parts(known.told[field]))
        if parts:
            yield paragraph(parts, field_name(field))
    amounts = [f"{each.year}: {phrases.thousands(each.amount)}" for each in card.amounts if each.month == known.month]
    if amounts:
        yield paragraph(" · ".join(amounts), AMOUNTS)


def _changes(card: Card) -> Iterator[Paragraph]:
    """Tell the months in which anything changed, newest first."""
    for told in reversed(card.life):
        pieces: list[Pieces] = []
        before, now = told.state_before, told.state
        if isinstance(before, Light) and before != now:
            pieces.append((before, " → ", now if isinstance(now, Light) else GONE))
        elif told.kind in ("new", "returned") and isinstance(now, Light):
            pieces.append((f"{texts.KINDS[told.kind]} ", now))
        if now is not ABSENT and before is not ABSENT:
            pieces += [(f"{field_name(each.field)}: ", *_difference(each)) for each in card.changes.get(told.month, ())]
        if pieces:
            said = tuple(piece for at, part in enumerate(pieces) for piece in ((" · ", *part) if at else part))
            yield Paragraph(said, phrases.month_name(told.month), is_listed=True)


def _difference(change: FieldChange) -> Runs:
    old, new = change.old_text, change.new_text
    if change.field == "subtasks":
        old, new = parts_text(read_parts(old)), parts_text(read_parts(new))
    if change.field in SENTENCES:
        return tuple(around_marks(text_difference(old, new)))
    return tuple(run for run in (TextRun(old, struck=True), TextRun(" → "), TextRun(new, red=True)) if run.text)
