"""Making the document that is asked for by name, as a file: for the command line, and in the app on its behalf."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.documents.appendix import appendix, slides
from dashboard.documents.extract import extract
from dashboard.documents.half_year import half_year, half_year_list
from dashboard.documents.line_list import exported, line_list
from dashboard.documents.lines import Order
from dashboard.documents.minutes import minutes
from dashboard.domain.meeting import DIREKTIONEN
from dashboard.domain.month import Month
from dashboard.domain.plan import which_plan
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.viewer import EVERYTHING
from dashboard.queries import Ask, Database, ListedLine, ListedMeeting, Selection, asks
from dashboard.reports.document import Document
from dashboard.reports.line_list import ExportedLine, line_csv
from dashboard.reports.writing import File, Progress, write
from dashboard.wording import phrases
from dashboard.wording.meetings import body_name

Kind = Literal["direktion", "udvalg", "halvaar", "dagsorden", "referat", "liste"]
List = Literal["xlsx", "csv"]
Format = Literal[File, List]
KINDS: tuple[Kind, ...] = get_args(Kind)
FORMATS: tuple[Format, ...] = get_args(Format)
MEANT_FOR: Mapping[str, tuple[Kind, ...]] = {
    "scope": ("direktion", "udvalg", "halvaar", "liste"),
    "udvalg": ("direktion", "udvalg", "dagsorden", "referat", "liste"),
    "compare": ("direktion", "udvalg", "halvaar", "liste"),
    "order": ("direktion", "udvalg"),
}
WITH_PLAN = ("pdf", "docx")
ONLY_LISTS = "Kun en liste og halvårsstatus kan skrives som {format}. Vælg pdf, docx eller pptx."
ONLY_WHOLE = "En halvårsstatus er for hele planen. Udelad --scope."
MEANS_NOTHING = "--{option} betyder intet for {kind}. Udelad det."
WHICH_UDVALG = "Sig hvilket udvalg med --udvalg."
EVERY_LINE = "alle indsatser"
NO_STATUS = "Der er ingen status for {month}{scope}."
NOTHING_EARLIER = "Der er ingen tidligere status for »{scope}« i {month} at sammenligne med."
NO_MEETING = "Der er intet møde i {body}, der ser på status for {month}."


class DocumentError(Exception):
    """A document cannot be made; the message is a Danish sentence."""


@dataclass(frozen=True)
class Wanted:
    """A document that is asked for, in what can be written as JSON: its month, scope or udvalg, and format."""

    kind: Kind
    month: str
    format: Format
    plan: str | None = None
    scope: str | None = None
    udvalg: str | None = None
    compare: str | None = None
    order: Order | None = None


def make(ask: Ask, wanted: Wanted, told: Progress | None = None) -> tuple[str, bytes]:
    """Make a document and give its file's name and bytes; tell how many of its parts are written.

    Raise DocumentError with the sentence that says why not.
    """
    if wanted.format in get_args(List) and wanted.kind not in LISTED:
        raise DocumentError(ONLY_LISTS.format(format=wanted.format))
    if option := next(
        (each for each in MEANT_FOR if getattr(wanted, each) and wanted.kind not in MEANT_FOR[each]), None
    ):
        raise DocumentError(MEANS_NOTHING.format(option=option, kind=wanted.kind))
    document = TOLD[wanted.kind](ask, wanted)
    name = f"{document.stem}.{wanted.format}"
    match wanted.format:
        case "xlsx" | "csv":
            return name, list_file(document, LISTED[wanted.kind](ask, wanted), wanted.format)
        case "pdf" | "docx" | "pptx":
            return name, write(document, wanted.format, told)


def listed(document: Document, lines: Sequence[ListedLine], kind: List) -> bytes:
    """Write the lines that a document lists for a spreadsheet."""
    return list_file(document, [exported(line) for line in lines], kind)


def list_file(document: Document, lines: Sequence[ExportedLine], kind: List) -> bytes:
    """Write a list as Excel or CSV, under what its document says of itself."""
    if kind == "csv":
        return line_csv(lines)
    from dashboard.reports.line_workbook import line_workbook  # openpyxl takes a while

    return line_workbook(document.title, document.head, lines, document.made)


def make_for_another(database: Database, wanted: Mapping[str, Any]) -> dict[str, str]:
    """Make a document for a process that asks for it in JSON, because this one holds the database."""
    try:
        name, content = make(asks(database.seen_by(EVERYTHING)), Wanted(**wanted))
    except DocumentError as error:
        return {"error": str(error)}
    return {"name": name, "content": b64encode(content).decode()}


def _meeting(ask: Ask, wanted: Wanted) -> ListedMeeting:
    """Find the last meeting of the body that looks at the month."""
    body, month = wanted.udvalg or DIREKTIONEN, Month.parse(wanted.month)
    found = [each for each in ask(queries.meetings) if each.body == body and each.month == month]
    found = [each for each in found if wanted.plan in (None, each.plan)]
    if not found:
        raise DocumentError(NO_MEETING.format(body=body_name(body), month=month.label))
    if len(plans := {each.plan for each in found}) > 1:
        raise DocumentError(which_plan(sorted(map(str, plans)), f"et møde om {month.label}"))
    return max(found, key=lambda each: each.held_on)


def _selection(ask: Ask, wanted: Wanted) -> Selection:
    """Complete what is asked for: the plan that has the month, its widest scope or the one given, the month before."""
    month, scope = Month.parse(wanted.month), Scope(wanted.scope) if wanted.scope else None
    having = [plan for plan in ask(queries.plans) if _has(ask, plan, month, scope)]
    if wanted.plan is None and len(having) > 1:
        raise DocumentError(which_plan(sorted(having), month.label))
    compare, plan = Month.parse(wanted.compare) if wanted.compare else None, wanted.plan or next(iter(having), None)
    found = ask(queries.default_selection, month, compare, scope, None, plan)
    if found is None or not having:
        asked = f" for {phrases.scope_name(scope)}" if scope else ""
        raise DocumentError(NO_STATUS.format(month=month.label, scope=asked))
    if compare and not (compare < found.month and _has(ask, found.plan, compare, found.scope)):
        raise DocumentError(NOTHING_EARLIER.format(scope=phrases.scope_name(found.scope), month=compare.label))
    found = replace(found, udvalg=(wanted.udvalg,) if wanted.udvalg else ())
    if (unknown := ask(queries.unknown_filter, found)) is not None:
        raise DocumentError(unknown)
    return found


def _direktion(ask: Ask, wanted: Wanted) -> Document:
    """Tell the appendix, or for slides the same with a section for each line."""
    tell = slides if wanted.format == "pptx" else appendix
    return tell(ask, _selection(ask, wanted), wanted.order or "red_first")


def _half_year(ask: Ask, wanted: Wanted) -> Selection:
    """Select the whole plan, beside the last half-year's status unless another month is asked for."""
    if wanted.scope not in (None, PLAN.key):
        raise DocumentError(ONLY_WHOLE)
    found = _selection(ask, replace(wanted, scope=PLAN.key))
    if wanted.compare:
        return found
    return replace(found, compare=ask(queries.last_half_year, found.month, found.plan))


def _extract(ask: Ask, wanted: Wanted) -> Document:
    if wanted.udvalg is None:
        raise DocumentError(WHICH_UDVALG)
    whole = replace(_selection(ask, wanted), udvalg=())
    return extract(ask, whole, wanted.udvalg, wanted.order or "plan")


def _lines(ask: Ask, wanted: Wanted) -> tuple[ListedLine, ...]:
    return ask(queries.line_list, _selection(ask, wanted))


def _has(ask: Ask, plan: str | None, month: Month, scope: Scope | None) -> bool:
    return any(each.month == month for each in ask(queries.deliveries, None, plan, scope))


TOLD: dict[Kind, Callable[[Ask, Wanted], Document]] = {
    "direktion": _direktion,
    "udvalg": _extract,
    "halvaar": lambda ask, wanted: half_year(ask, _half_year(ask, wanted), with_plan=wanted.format in WITH_PLAN),
    "dagsorden": lambda ask, wanted: agenda(ask, _meeting(ask, wanted)),
    "referat": lambda ask, wanted: minutes(ask, _meeting(ask, wanted)),
    "liste": lambda ask, wanted: line_list(ask, _selection(ask, wanted), _lines(ask, wanted), EVERY_LINE),
}
LISTED: dict[Kind, Callable[[Ask, Wanted], Sequence[ExportedLine]]] = {
    "halvaar": lambda ask, wanted: half_year_list(ask, _half_year(ask, wanted)),
    "liste": lambda ask, wanted: [exported(line) for line in _lines(ask, wanted)],
}
