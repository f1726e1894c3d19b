"""What came of reading a workbook, in a file of its own: who is handed it need not load what reads workbooks."""

from dataclasses import dataclass

from dashboard.domain.issue import Issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading


@dataclass(frozen=True)
class ParsedWorkbook:
    """What could be read from a workbook, and all that is wrong with it. Plan, month and scope are None when unknown.

    ``answers`` are those that were used, each under the layout of the table that it was used for. One with a sheet for
    each month has no rows of its own but its ``months``, oldest first, each as if it were alone.
    """

    plan: str | None = None
    month: Month | None = None
    scope: Scope | None = None
    rows: tuple[StatusRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    is_example: bool = False
    tables: tuple[TableReading, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    months: tuple["ParsedWorkbook", ...] = ()
