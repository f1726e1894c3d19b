"""The template of a month and scope: a guide, and one table, or one for each part of the whole plan."""

from collections.abc import Sequence
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Named, terms
from dashboard.workbook.template import wording
from dashboard.workbook.template.archive import stable_bytes
from dashboard.workbook.template.columns import THEMED_ART, columns_of
from dashboard.workbook.template.guide import write_guide
from dashboard.workbook.template.table import Table, write_table

LONGEST_SHEET_NAME = 31
Section = tuple[str | None, Sequence[StatusRow]]


def write_template(
    month: Month,
    scope: Scope,
    lines: Sequence[StatusRow],
    *,
    previous: Month | None = None,
    plan: str | None = None,
    example: bool = False,
) -> bytes:
    """Write the workbook that is to be filled in for a month: the same lines give the same bytes.

    ``previous`` is the month that the lines' former lights are of; ``example`` says that what they hold is invented.
    """
    years = plan or terms().plans[0]
    book = Workbook()
    book.properties.creator = "Økonomiafdelingen"
    head = head_of(month, scope, years, example=example)
    book.properties.title = head[0]
    book.properties.created = datetime.combine(month.last_day, time(9, 0))
    book.security = WorkbookProtection(lockStructure=True)
    guide = book.active
    assert isinstance(guide, Worksheet)
    lists = write_guide(guide, years, month, scope)
    for name, table in tables_of(head, scope, lines, previous):
        write_table(book.create_sheet(name[:LONGEST_SHEET_NAME]), table, lists)
    return stable_bytes(book)


def head_of(month: Month, scope: Scope, plan: str, *, example: bool) -> list[str]:
    """Say above a template's tables which plan, month and scope they are of."""
    title = f"{own_words('{Udmøntningsplan}')} {plan} - {wording.subject(scope)}"
    return [title, wording.status_of(month), wording.speaks_for(scope), *([terms().example_marker] if example else [])]


def tables_of(
    head: Sequence[str], scope: Scope, lines: Sequence[StatusRow], previous: Month | None
) -> list[tuple[str, Table]]:
    """Give the tables of a template by name: one, or one for each part of the whole plan."""
    if not scope.is_plan:
        name = "Tværgående indsatser" if scope.is_cross_cutting else terms().udvalg_name(scope.key)
        return [(name, Table(head, columns_of(lines, scope, previous), [(None, lines)]))]
    tables: list[tuple[str, Table]] = []
    for art in terms().art:
        members = [line for line in lines if line.art == art.key]
        columns = columns_of(members, scope, previous, art=art.key)
        new = f"{art.name} ({wording.NEW_LINES})"  # names the art again, so that new lines are not in the last section
        tables.append((art.name, Table(head, columns, _sections(members, art.key), new_section=new)))
    known = {art.key for art in terms().art}
    others = [line for line in lines if line.art not in known]
    if others:
        table = Table(head, columns_of(others, scope, previous), [(None, others)], new_rows=0)
        tables.append((wording.OTHERS, table))
    return tables


def _sections(lines: Sequence[StatusRow], art: str) -> list[Section]:
    """Group lines as the plan does: hensigtserklæringer by tema, all else by the first udvalg.

    Lines in none of them come first, above every section row, so that they are read as in none.
    """
    themed = art == THEMED_ART
    groups: Sequence[Named] = terms().tema if themed else terms().udvalg

    def key(line: StatusRow) -> str | None:
        return line.tema if themed else next(iter(line.udvalg), None)

    known = {group.key for group in groups}
    sections: list[Section] = [(None, [line for line in lines if key(line) not in known])]
    sections += [(group.name, [line for line in lines if key(line) == group.key]) for group in groups]
    return [(name, members) for name, members in sections if members]
