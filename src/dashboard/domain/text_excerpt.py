"""The part of a marked text that a list has room for: what is marked, and a few words around it."""

import re
from dataclasses import replace

from dashboard.domain.text_run import TextRun

ELLIPSIS = "…"
AROUND = 50  # letters of unmarked text beside a mark
MARKED = 320  # letters of one stretch that is new, or that is struck


def around_marks(
    runs: tuple[TextRun, ...], around: int = AROUND, *, new: int = MARKED, struck: int = MARKED
) -> tuple[TextRun, ...]:
    """Shorten a text to its marks and what stands around them, cut between words; "…" stands for what is left out.

    A text without marks is cut at its end.
    """
    if not any(run.is_marked for run in runs):
        return tuple(replace(run, text=_beginning(run.text, 2 * around)) for run in runs)
    last = len(runs) - 1
    shortened = []
    for at, run in enumerate(runs):
        if run.is_marked:
            text = _beginning(run.text, struck if run.struck else new)
        else:
            text = _beside(run.text, around, follows=at > 0, precedes=at < last)
        shortened.append(replace(run, text=text))
    return tuple(shortened)


def from_marked_sentence(runs: tuple[TextRun, ...], room: int) -> tuple[TextRun, ...]:
    """Leave out the sentences before the one that the first mark is in, of a text too long for the room."""
    if sum(len(run.text) for run in runs) <= room or not any(run.is_marked for run in runs) or runs[0].is_marked:
        return runs
    return (replace(runs[0], text=re.split(r"(?<=[.!?])\s+", runs[0].text)[-1]), *runs[1:])


def parted(runs: tuple[TextRun, ...], room: int) -> tuple[tuple[TextRun, ...], tuple[TextRun, ...]]:
    """Part a text between two words: what there is room for, and the rest."""
    first, rest = [], []
    for run in runs:
        cut = (
            len(run.text) if len(run.text) <= room else len(_beginning(run.text, room, ellipsis="")) if room > 0 else 0
        )
        first.append(replace(run, text=run.text[:cut]))
        rest.append(replace(run, text=run.text[cut:]))
        room -= len(run.text)
    return tuple(run for run in first if run.text), tuple(run for run in rest if run.text)


def _beside(text: str, room: int, *, follows: bool, precedes: bool) -> str:
    """Keep the words next to the marks that an unmarked text follows and precedes."""
    if len(text) <= room * (follows + precedes):
        return text
    start = _beginning(text, room, ellipsis="") if follows else ""
    end = _ending(text, room) if precedes else ""
    return f"{start} {ELLIPSIS}{end}" if start else f"{ELLIPSIS}{end}"


def _beginning(text: str, room: int, ellipsis: str = f" {ELLIPSIS}") -> str:
    if len(text) <= room:
        return text
    cut = text[: room + 1]
    return (re.sub(r"\s+\S*$", "", cut) if re.search(r"\S\s", cut) else cut[:room]) + ellipsis


def _ending(text: str, room: int) -> str:
    cut = text[-room - 1 :]
    return re.sub(r"^\S*(?=\s)", "", cut) if re.search(r"\s\S", cut) else cut[1:]
