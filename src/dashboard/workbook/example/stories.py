"""How the light of a line runs over the months: a course is one letter a month.

g green, y yellow, r red, n not reported, x done, . not in the plan. A story is a pure function from the positions
of its turning points to a course; lines.toml names the story and the months it turns.
"""

from collections.abc import Callable, Sequence

from dashboard.domain.light import Light
from dashboard.workbook.example.chance import Chance
from dashboard.workbook.example.plan import MONTHS, PlanLine

LIGHTS = {"g": Light.GREEN, "y": Light.YELLOW, "r": Light.RED, "n": Light.NOT_REPORTED, "x": Light.DONE}
ABSENT = "."
LENGTH = len(MONTHS)
CALM_FROM = 14  # chance makes no dips from here on, so that the newest months are as the stories tell them
REPORTED_FROM = 17  # and nothing is left unreported by chance from here on
FLAPS = (2, 1, 1, 2, 1)


def _runs(letters: str, turns: Sequence[int]) -> str:
    """Let the light change to the next letter at each turn."""
    ends = [*turns, LENGTH]
    starts = [0, *turns]
    return "".join(letter * (end - start) for letter, start, end in zip(letters, starts, ends, strict=True))


def _flapping(turns: Sequence[int]) -> str:
    course = "g" * turns[0]
    run = 0
    while len(course) < LENGTH:
        course += "yg"[run % 2] * FLAPS[run % len(FLAPS)]
        run += 1
    return course[:LENGTH]


def _reopened(turns: Sequence[int]) -> str:
    done, again = turns
    return ("g" * done + "x" * (again - done) + "yy" + "g" * LENGTH)[:LENGTH]


def _gone(turns: Sequence[int]) -> str:
    return _runs("gy" + ABSENT, (turns[0] - 2, turns[0]))


STORIES: dict[str, Callable[[Sequence[int]], str]] = {
    "steady": lambda turns: _runs("g", turns),
    "done": lambda turns: _runs("gx", turns),
    "worry": lambda turns: _runs("gy", turns),
    "recovery": lambda turns: _runs("gyg", turns),
    "slide": lambda turns: _runs("gyr", turns),
    "drop": lambda turns: _runs("gr", turns),
    "eased": lambda turns: _runs("gry", turns),
    "rescued": lambda turns: _runs("gyryg", turns),
    "silent": lambda turns: _runs("gn", turns),
    "flapping": _flapping,
    "reopened": _reopened,
    "gone": _gone,
}


def course_of(line: PlanLine, seed: int) -> str:
    """Give the course of a line: as written out in its data, or its story with the small things chance adds."""
    if line.course is not None:
        return line.course
    turns = [MONTHS.index(month) for month in line.turns]
    letters = list(STORIES[line.story or "steady"](turns))
    _disturb(letters, turns, Chance(seed, f"course:{line.key}"))
    for month in line.missing:
        letters[MONTHS.index(month)] = "n"
    for position in range(MONTHS.index(line.first)):
        letters[position] = ABSENT
    return "".join(letters)


def _disturb(letters: list[str], turns: Sequence[int], chance: Chance) -> None:
    """Add a short yellow dip to some calm stretches, and a month here and there that was not reported."""
    first_turn = min([*turns, CALM_FROM])
    if first_turn >= 7 and chance.happens(0.25):
        start = chance.number(0, first_turn - 5)
        for position in range(start, start + chance.number(2, 3)):
            letters[position] = "y"
    for position in range(REPORTED_FROM):
        near_turn = any(abs(position - turn) <= 1 for turn in turns)
        if letters[position] in "gy" and not near_turn and chance.happens(0.025):
            letters[position] = "n"
