"""A list of lines that leaves the house: as a document, and the same lines as Excel and CSV write them."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard import queries
from dashboard.documents.frame import framed
from dashboard.documents.lines import Cell, labelled, stacked
from dashboard.domain.light import Light, State
from dashboard.domain.line_fields import ASK, LISTED, PARTS, TEXTS
from dashboard.domain.line_parts import parts_text, read_parts
from dashboard.domain.scope import CROSS_CUTTING, Scope
from dashboard.domain.terms import terms
from dashboard.domain.text_run import read_runs, runs_of
from dashboard.domain.told_field import ADDED, OWN
from dashboard.queries import Ask, ListedLine, Selection
from dashboard.reports.document import Column, Document, Piece, Row, Table
from dashboard.reports.line_list import ABSENT, ExportedLine
from dashboard.wording import phrases, texts

KIND = "indsatser"
PART = "Omfang: et udsnit. Listen kan ikke indlæses som en status, for de øvrige indsatser står her ikke."
COLUMNS = (
    Column("Lys", 3),
    Column("Forrige lys", 3),
    Column("Indsats", 5.5),
    Column("Ansvarlig og tidsplan", 4),
    Column("Politisk behandling", 3.5),
    Column("Status", 8),
    Column(ASK, 4.2),
)
MOVED = Column("Ændring", 3)
IN_ROW = "{n}. status i træk"


def line_list(ask: Ask, selection: Selection, lines: Sequence[ListedLine], shown: str) -> Document:
    """Tell lines as a table; ``shown`` says which they are besides those that the filters let through."""
    told = [exported(line) for line in lines]
    is_compared = any(line.moved for line in told)
    columns = (*COLUMNS, MOVED) if is_compared else COLUMNS
    table = Table(shown, columns, tuple(_row(line, is_compared=is_compared) for line in told))
    title = " ".join(filter(None, (texts.PLAN_NAME, selection.plan)))
    n = phrases.count_of(len(lines), "indsats", "indsatser")
    named = [line.indsats_id for line in lines]
    also = [scope_said(ask, selection, lines)]
    return framed(ask, selection, KIND, f"{title}: {shown}", n, (table,), named, also=also, is_landscape=True)


def exported(line: ListedLine) -> ExportedLine:
    """Make a line of the list one that reports write."""
    said = {each.key: line.told[each.key] or "" for each in LISTED} | {
        "udvalg": ", ".join(line.udvalg),
        "art": terms().art_name(line.told["art"] or ""),
        "cross_cutting": "X" if line.cross_cutting else "",
        **{field: parts_text(read_parts(line.told[field])) for field in PARTS},
    }
    marked = read_runs(line.runs)
    runs = {field: runs_of(line.told[field], marked[field]) for field in TEXTS if field in marked}
    return ExportedLine(_light(line.light_now), _light(line.light_before), line.in_row, said, _moved(line), runs)


def scope_said(ask: Ask, selection: Selection, lines: Sequence[ListedLine]) -> str:
    """Say which scope the lines are all of, as a reader takes it; a list of some of them says that it is no status."""
    listed = {line.indsats_id for line in lines if isinstance(line.light_now, Light)}
    whole = selection.unfiltered
    parts = [(selection.scope, whole), (CROSS_CUTTING, replace(whole, cross_cutting=True))]
    parts += [(Scope(key), replace(whole, udvalg=(key,))) for key in selection.udvalg]
    for scope, every in parts:
        told = whole.speaks_for(scope) and {line.indsats_id for line in ask(queries.line_list, every)}
        if told and told == listed and len(listed) == len(lines):
            return phrases.scope_stated(scope)
    return PART


def _row(line: ExportedLine, *, is_compared: bool) -> Row:
    said = line.said
    name = " ".join(filter(None, (said["title"], said["code"], said["marks"])))
    in_row = IN_ROW.format(n=line.in_row) if line.in_row else ""
    cells = [
        _own(ABSENT if line.light is None else line.light),
        _own("" if line.was is None else line.was),
        stacked(_own(name), _own(said["udvalg"], "udvalg"), _own(in_row, ADDED)),
        stacked(*(_own(said[field], field) for field in ("responsible", "schedule"))),
        _own(said["political_treatment"]),
        stacked(_own(said["status_text"]), labelled("red_reason", (said["red_reason"],) if said["red_reason"] else ())),
        _own(said["ask"]),
        *([_own(line.moved[0])] if is_compared else []),
    ]
    return Row(tuple(pieces for pieces, _ in cells), fields=tuple(fields for _, fields in cells))


def _own(said: Piece, field: str = OWN) -> Cell:
    return (said,), (field,)


def _moved(line: ListedLine) -> tuple[str, ...]:
    if line.kind is None:
        return ()
    kind = texts.KINDS.get(line.kind, texts.UNCHANGED.capitalize())
    return kind, line.fell_in.label if line.fell_in else "", line.why


def _light(state: State | None) -> Light | None:
    return state if isinstance(state, Light) else None
