"""What an issue says of a Word document, in the words of Word."""

from dataclasses import replace
from functools import cache

from dashboard.domain.issue import Issue
from dashboard.domain.settings import our_text
from dashboard.domain.settings.toml_file import parse


def of_document(found: Issue) -> Issue:
    """Say an issue as it is meant of a document: "Åbn den i Word"."""
    message = found.message
    for of_workbook, of_this in _words():
        message = message.replace(of_workbook, of_this)
    return replace(found, message=message)


@cache
def _words() -> list[list[str]]:
    words: list[list[str]] = parse(our_text("document_words.toml"))["words"]
    return words
