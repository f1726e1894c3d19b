"""What an issue says of a Word document, in the words of Word."""

from dataclasses import replace
from functools import cache

from dashboard.domain.issue import Issue
from dashboard.domain.settings import our_text
from dashboard.domain.settings.toml_file import parse


def of_document(found: Issue) -> Issue:
    """Say an issue as it is meant of a document: "Åbn den i Word"."""
    return replace(found, message=in_word(found.message))


def in_word(said: str) -> str:
    """Say of a document what is said of a workbook."""
    for of_workbook, of_this in _words():
        said = said.replace(of_workbook, of_this)
    return said


@cache
def _words() -> list[list[str]]:
    words: list[list[str]] = parse(our_text("document_words.toml"))["words"]
    return words
