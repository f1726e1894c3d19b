"""What the plan looks like at the end of a month: the one state that both workbooks of the month are written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.workbook.example.plan import MONTHS, plan_lines
from dashboard.workbook.example.stories import ABSENT, LIGHTS, course_of
from dashboard.workbook.example.wording import tell


@dataclass(frozen=True)
class LineState:
    """One line in one month, with the words as they are written in the workbook."""

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


@cache
def months_of_the_plan(seed: int) -> dict[Month, tuple[LineState, ...]]:
    """Give the state of every month, each with its lines in the order of the plan."""
    states: dict[Month, list[LineState]] = {month: [] for month in MONTHS}
    for line in plan_lines():
        course = course_of(line, seed)
        for month, letter, words in zip(MONTHS, course, tell(line, course, seed), strict=True):
            if letter == ABSENT:
                continue
            states[month].append(
                LineState(
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
            )
    return {month: tuple(lines) for month, lines in states.items()}
