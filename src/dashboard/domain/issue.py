"""What is wrong with a workbook, where, and what to do about it: located facts, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dashboard.domain.settings import our_text, settings
from dashboard.domain.settings.toml_file import parse
from dashboard.domain.settings.words import in_words


class Severity(StrEnum):
    """An error rejects the workbook; a warning is kept with what is saved."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class IssueKind:
    """One thing that can be wrong, as issues.toml has it."""

    name: str
    severity: Severity
    message: str
    title: str
    group: str
    meaning: str
    example: str
    value: str | None = None
    detail: str = ""
    leaves_nothing: bool = False


@dataclass(frozen=True)
class Issue:
    """One occurrence of an IssueKind at a place in a workbook (sheet and cell empty when it is the whole file)."""

    kind: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None
    value: str | None = None

    @property
    def is_error(self) -> bool:
        """Tell whether this rejects the workbook."""
        return self.severity is Severity.ERROR


_TOLD: dict[str, Any] = in_words(parse(our_text("issues.toml")), settings().words)
GROUPS: dict[str, str] = _TOLD.pop("groups")
ISSUE_KINDS = {name: IssueKind(name, Severity(told.pop("severity")), **told) for name, told in _TOLD.items()}


def issue(
    kind: str, *, sheet: str | None = None, cell: str | None = None, value: object = None, detail: str = ""
) -> Issue:
    """Make an Issue of a catalogued kind; raise KeyError for a kind that is not in the catalogue."""
    entry = ISSUE_KINDS[kind]
    text = None if value is None else str(value).strip()
    return Issue(kind, entry.severity, entry.message.format(value=text, detail=detail), sheet, cell, text)
