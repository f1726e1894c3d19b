"""What the reading process can be asked: each request knows its answer, and what to answer when the file is refused."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from dashboard.domain.issue import Issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer as Said
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.workbook.excerpt import Excerpt, excerpt, opened
from dashboard.workbook.parse import ParsedWorkbook, parse_workbook

Answer = TypeVar("Answer", covariant=True)


class Request(Protocol[Answer]):
    """A question about the bytes of one file."""

    @property
    def content(self) -> bytes:
        """Give the bytes of the file."""

    def answer(self) -> Answer:
        """Open the file and answer."""

    def refused(self, found: Issue) -> Answer:
        """Answer that the file cannot be read, and why."""


@dataclass(frozen=True)
class ParseRequest:
    """Asks for the rows of a workbook and all that is wrong with it."""

    content: bytes
    file_name: str
    month: Month | None = None
    scope: Scope | None = None
    answers: tuple[Said, ...] = ()

    def answer(self) -> ParsedWorkbook:
        """Parse the workbook."""
        opened.cache_clear()
        return parse_workbook(self.content, self.file_name, month=self.month, scope=self.scope, answers=self.answers)

    def refused(self, found: Issue) -> ParsedWorkbook:
        """Give no rows, and the issue."""
        return ParsedWorkbook(terms().plan, self.month, self.scope, issues=(found,))


@dataclass(frozen=True)
class ExcerptRequest:
    """Asks for the part of a sheet around a cell."""

    content: bytes
    sheet: str
    cell: str

    def answer(self) -> Excerpt | Issue | None:
        """Cut out what stands around the cell; None when there is no such sheet or cell."""
        return excerpt(self.content, self.sheet, self.cell)

    def refused(self, found: Issue) -> Issue:
        """Give the issue."""
        return found
