"""Text with the marks that say what is new and what no longer holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TextRun:
    """A stretch of text in a cell: ``red`` is new since last time, ``struck`` no longer holds."""

    text: str
    red: bool = False
    struck: bool = False


def standing_text(runs: tuple[TextRun, ...]) -> str:
    """Give the text that still holds."""
    return "".join(run.text for run in runs if not run.struck).strip()
