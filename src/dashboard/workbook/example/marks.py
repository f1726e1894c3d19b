"""What is marked in the texts of a line: what is new since the last workbook in red, what no longer holds struck."""

from collections.abc import Mapping

from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_run import Runs, TextRun, joined
from dashboard.workbook.example.chance import Chance

WHOLE = frozenset({"schedule", "treatment"})  # short: written anew, never a digit at a time
STRIKES = 0.6  # of those responsible strike what no longer holds; the others only write what is new in red
FORGETS = 0.2  # of the months they leave the old words out all the same


def marks_of(now: Mapping[str, str | None], before: Mapping[str, str | None], *, strikes: bool) -> dict[str, Runs]:
    """Give the marked runs of each field that was told otherwise in the workbook before; none for one told the same."""
    marked = {}
    for field, text in now.items():
        if text == before.get(field):
            continue
        runs = _whole(before.get(field), text) if field in WHOLE else text_difference(before.get(field), text)
        kept = runs if strikes else _without_struck(runs)
        if any(run.is_marked for run in kept):
            marked[field] = kept
    return marked


def strikes_in(month: str, key: str, responsible: str, seed: int) -> bool:
    """Tell whether whoever is responsible for a line strikes what no longer holds of it in a month."""
    if not Chance(seed, f"strikes:{responsible}").happens(STRIKES):
        return False
    return not Chance(seed, f"forgets:{key}:{month}").happens(FORGETS)


def _whole(old: str | None, new: str | None) -> Runs:
    struck = (TextRun(old, struck=True),) if old else ()
    red = (TextRun(f" {new}" if struck else new, red=True),) if new else ()
    return (*struck, *red)


def _without_struck(runs: Runs) -> Runs:
    """Leave out what no longer holds, and the space before what then comes first."""
    first, *others = [run for run in runs if not run.struck] or [TextRun("")]
    return joined((TextRun(first.text.lstrip(), first.red), *others))
