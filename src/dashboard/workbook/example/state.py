"""What the plan looks like at the end of a month: the one state that both workbooks of the month are written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_run import Runs, TextRun, joined
from dashboard.workbook.example.chance import Chance
from dashboard.workbook.example.plan import MONTHS, NEXT_PLAN_MONTHS, PLAN, PLAN_MONTHS, PlanLine, plan_lines
from dashboard.workbook.example.stories import ABSENT, LIGHTS, course_of
from dashboard.workbook.example.wording import tell

MARKED = ("schedule", "treatment", "text", "ask", "obs")  # the fields in which what changed is marked
WHOLE = frozenset({"schedule", "treatment"})  # short: written anew, never a digit at a time
STRIKES = 0.6  # of those responsible strike what no longer holds; the others only write what is new in red
FORGETS = 0.2  # of the months they leave the old words out all the same


@dataclass(frozen=True)
class LineState:
    """One line in one month, with the words as they are written in the workbook.

    ``runs`` are the marks in the texts that were told otherwise in the workbook before.
    """

    key: str
    title: str
    art: str
    tema: str | None
    udvalg: tuple[str, ...]
    cross_cutting: bool
    responsible: str
    schedule: str
    treatment: str | None
    light: Light
    text: str | None
    reason: str | None
    ask: str | None
    obs: str | None
    amounts: Mapping[int, int | float]
    runs: Mapping[str, Runs] = field(default_factory=dict)


@cache
def months_of_the_plan(seed: int, plan: str = PLAN) -> dict[Month, tuple[LineState, ...]]:
    """Give the state of a plan in every month, each with its lines in the order they stand."""
    states: dict[Month, list[LineState]] = {month: [] for month in MONTHS}
    for line in (line for line in plan_lines() if plan in line.plans):
        for month, state in _with_marks(line, _life(line, seed), seed).items():
            states[month].append(state)
    return {month: tuple(lines) for month, lines in states.items()}


def _life(line: PlanLine, seed: int) -> dict[Month, LineState]:
    """Give a line in every month that it is in the plan."""
    course = course_of(line, seed)
    return {
        month: LineState(
            key=line.key,
            title=line.title_in(month),
            art=line.art,
            tema=line.tema,
            udvalg=line.udvalg_in(month),
            cross_cutting=line.cross_cutting,
            responsible=line.responsible,
            schedule=line.schedule_in(month),
            treatment=line.treatment_in(month),
            light=LIGHTS[letter],
            text=words.text,
            reason=words.reason,
            ask=words.ask,
            obs=words.obs,
            amounts=line.amounts,
        )
        for month, letter, words in zip(MONTHS, course, tell(line, course, seed), strict=True)
        if letter != ABSENT
    }


def _with_marks(line: PlanLine, life: Mapping[Month, LineState], seed: int) -> dict[Month, LineState]:
    """Mark what was told otherwise in the last workbook that spoke for the line.

    The first workbook has nothing to mark, and nobody has marked anything in a line that was not reported.
    """
    told = NEXT_PLAN_MONTHS if PLAN not in line.plans else MONTHS if line.cross_cutting else PLAN_MONTHS
    marked = dict(life)
    for before, month in pairwise(told):
        if month in life:
            strikes = _strikes_in(str(month), line.key, line.responsible, seed)
            runs = _marks_of(_texts(life[month]), _texts(life.get(before)), strikes=strikes)
            silent = life[month].light is Light.NOT_REPORTED
            marked[month] = replace(life[month], runs={} if silent else runs)
    return marked


def _texts(state: LineState | None) -> dict[str, str | None]:
    return {name: getattr(state, name, None) for name in MARKED}


def _marks_of(now: Mapping[str, str | None], before: Mapping[str, str | None], *, strikes: bool) -> dict[str, Runs]:
    """Give the marked runs of each field that was told otherwise in the workbook before; none for one told the same."""
    marked = {}
    for name, text in now.items():
        if text == before.get(name):
            continue
        runs = _whole(before.get(name), text) if name in WHOLE else text_difference(before.get(name), text)
        kept = runs if strikes else _without_struck(runs)
        if any(run.is_marked for run in kept):
            marked[name] = kept
    return marked


def _strikes_in(month: str, key: str, responsible: str, seed: int) -> bool:
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
