"""The copy that goes back to the one who sent a workbook."""

from collections.abc import Collection
from pathlib import PurePath

from dashboard.domain.issue import Issue
from dashboard.workbook.isolated import write_annotated

NAME = "{{stem}} - med kommentarer{end}"
# What keeps a workbook from being opened at all, so that nothing can be written in a copy of it either.
UNOPENED = frozenset(
    {
        "empty-file", "encrypted", "another-kind", "macros", "too-large", "document-type", "strict", "endless-merge",
        "too-slow", "too-much-memory", "damaged", "no-sheets",
    }
)  # fmt: skip


def annotated_copy(content: bytes, issues: Collection[Issue]) -> bytes | None:
    """Give a copy of a workbook with its issues as comments on the cells; None when none can be made."""
    copy = write_annotated(content, issues) if can_be_annotated(issues) else None
    return copy if isinstance(copy, bytes) else None


def can_be_annotated(issues: Collection[Issue]) -> bool:
    """Tell whether there is something to write, in a workbook that could be opened."""
    return bool(issues) and not any(found.kind in UNOPENED for found in issues)


def copy_name(file_name: str) -> str:
    """Give the name of a workbook's copy."""
    return copy_pattern(file_name).format(stem=PurePath(file_name).stem)


def copy_pattern(file_name: str) -> str:
    """Give how the copy of a file is called, by the file's {stem}."""
    return NAME.format(end=copy_end(file_name))


def copy_end(file_name: str) -> str:
    """Give the end of the name of a file's copy: ".docx" for a document, ".xlsx" for a workbook."""
    return ".docx" if file_name.lower().endswith((".docx", ".docm")) else ".xlsx"
