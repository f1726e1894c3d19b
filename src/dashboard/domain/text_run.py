"""Text with the marks that say what is new and what no longer holds."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Literal

Runs = tuple["TextRun", ...]
MarkChange = Literal["marked_new", "struck", "no_longer_new", "struck_left_out"]


@dataclass(frozen=True)
class TextRun:
    """A stretch of text in a cell: ``red`` is new since last time, ``struck`` no longer holds."""

    text: str
    red: bool = False
    struck: bool = False

    @property
    def is_marked(self) -> bool:
        """Tell whether it is new or no longer holds."""
        return self.red or self.struck

    @property
    def is_new(self) -> bool:
        """Tell whether it is new and still holds."""
        return self.red and not self.struck


def standing_text(runs: tuple[TextRun, ...]) -> str:
    """Give the text that still holds."""
    return "".join(run.text for run in runs if not run.struck).strip()


def joined(runs: Iterable[TextRun]) -> Runs:
    """Join neighbours of one look into one run, and leave out the empty ones."""
    looks = groupby((run for run in runs if run.text), key=lambda run: (run.red, run.struck))
    return tuple(TextRun("".join(run.text for run in same), *look) for look, same in looks)


def runs_of(text: str | None, marked: Runs) -> Runs:
    """Give the runs that show a text as it was marked; a text that was read otherwise than it stands is shown as read.

    The marked cell may hold more than the text (a title with its code) or only its beginning (a text over more rows).
    """
    text, standing = text or "", standing_text(marked)
    if _words(text) == _words(standing):
        return joined(marked)
    if standing and text.startswith(standing):
        return joined((*marked, TextRun(text[len(standing) :])))
    told = [run for run in marked if not run.struck and run.text.strip()]
    return (TextRun(text, red=bool(told) and all(run.red for run in told)),) if text else ()


def mark_changes(before: Runs, now: Runs) -> tuple[MarkChange, ...]:
    """Say what was done to the marks of a text: words marked as new or struck that were not, and the other way."""
    if before == now:
        return ()
    red_before, red_now = _marked_words(before, struck=False), _marked_words(now, struck=False)
    struck_before, struck_now = _marked_words(before, struck=True), _marked_words(now, struck=True)
    found: dict[MarkChange, Counter[str]] = {
        "marked_new": red_now - red_before,
        "struck": struck_now - struck_before,
        "no_longer_new": red_before - red_now,
        "struck_left_out": struck_before - struck_now,
    }
    return tuple(change for change, words in found.items() if words)


def written_runs(runs: Mapping[str, Runs]) -> str | None:
    """Write the runs of a line's texts, by field, as JSON; None without any."""
    fields = {field: [asdict(run) for run in text] for field, text in runs.items()}
    return json.dumps(fields, ensure_ascii=False) if fields else None


def read_runs(written: object) -> dict[str, Runs]:
    """Read what ``written_runs`` wrote; anything but a text means that there are none."""
    if not isinstance(written, str) or not written:
        return {}
    return {field: tuple(TextRun(**run) for run in text) for field, text in json.loads(written).items()}


def _words(text: str) -> list[str]:
    return text.split()


def _marked_words(runs: Runs, *, struck: bool) -> Counter[str]:
    marked = (run for run in joined(runs) if (run.struck if struck else run.red and not run.struck))
    return Counter(word for run in marked for word in _words(run.text))
