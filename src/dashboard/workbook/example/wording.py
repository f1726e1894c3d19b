"""The words of a line month by month: written by hand in told.toml, else put together from the blocks of texts.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from dashboard.domain.identity import normalised
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.workbook.example.chance import Chance
from dashboard.workbook.example.plan import MONTHS, PlanLine

COLOURS = {"g": "green", "y": "yellow", "r": "red"}
YEARLESS = "Løbende"
LONGEST_TOLD = 4  # months that a hand-written text of an ordinary line holds before it is rewritten


@dataclass(frozen=True)
class Words:
    """What a line says in a month."""

    text: str | None = None
    reason: str | None = None
    ask: str | None = None
    obs: str | None = None


def tell(line: PlanLine, course: str, seed: int) -> list[Words]:
    """Give the words of a line for every month of its course."""
    teller = _Teller(line, course, Chance(seed, f"words:{line.key}"))
    return [teller.month(position) for position in range(len(course))]


class _Teller:
    """Goes through the months of one line and remembers what was said last."""

    def __init__(self, line: PlanLine, course: str, chance: Chance) -> None:
        self._line = line
        self._course = course
        self._chance = chance
        self._told = _read("told.toml").get(line.key, {})
        self._blocks = _read("texts.toml")
        self._waiting: dict[str, str] | None = None  # told by hand for a month that was not reported
        self._phase = Words()  # what holds until it is told anew
        self._last = Words()  # what was written last month
        self._light = ""  # the last letter that had words
        self._age = 0
        self._until = 0
        self._copies = 0
        self._recent: list[str] = []
        self._steps: dict[str, int] = {}  # how far the line has come in the green texts of each stage

    def month(self, position: int) -> Words:
        """Give the words of one month, the months before it having been given."""
        letter, month = self._course[position], MONTHS[position]
        told = self._told.get(str(month), self._waiting)
        if letter in "n.":
            self._waiting = told
            self._age += 1
            return Words()
        self._waiting = None
        if letter == self._light == "x":
            return self._last
        if self._is_copied(month, letter) and told is None:
            return self._last
        if told is not None:
            self._start_phase(_written(told), LONGEST_TOLD if not self._line.cross_cutting else 99)
        elif letter != self._light or self._age >= self._until:
            months = self._chance.number(4, 6) if letter == "y" else self._chance.number(2, 3)
            self._start_phase(self._new_phase(position), months)
        else:
            self._age += 1
        words = self._phase if letter == "x" else self._with_news(position, told is not None)
        if self._line.no_reason:
            words = replace(words, reason=None, ask=None)
        self._last, self._light = words, letter
        return words

    def _is_copied(self, month: Month, letter: str) -> bool:
        copied = self._line.copied_from
        return copied is not None and month > copied and letter == self._light

    def _start_phase(self, words: Words, until: int) -> None:
        self._phase, self._age, self._until, self._copies = words, 1, until, 0

    def _new_phase(self, position: int) -> Words:
        letter = self._course[position]
        if letter == "r":
            mine = [entry for entry in self._blocks["red"] if entry["art"] == self._line.wording]
            chosen = self._chance.pick(mine)
            return self._filled_words(_written(chosen), position)
        obs = None
        if letter == "y" and self._chance.happens(0.25):
            obs = self._fill(self._chance.pick(self._blocks["obs"]["yellow"]), position)
        return Words(self._choose(self._pool(position), position), obs=obs)

    def _pool(self, position: int) -> Sequence[str]:
        letter, before, blocks, art = self._course[position], self._light, self._blocks, self._line.wording
        kind, which = "", "all"
        if letter == "x":
            kind, which = "done", "early" if position == 0 and art != "anlægsprojekter" else art
        elif before == "x":
            kind = "reopened"
        elif before == "" and self._line.first > MONTHS[0]:
            kind = "arrived"
        elif letter == "y":
            kind, which = "yellow", "after_red" if before == "r" else art
        elif before in ("y", "r"):
            kind = "recovered"
        if not kind:
            return self._next_step(self._stage(position))
        pool: Sequence[str] = blocks[kind][which]
        return pool

    def _next_step(self, stage: str) -> Sequence[str]:
        """Give the block that follows in a stage, whose texts stand in the order things happen, or all at its end."""
        steps: Sequence[str] = self._blocks["green"][self._line.wording][stage]
        step = self._steps.get(stage, self._chance.number(0, 1))
        self._steps[stage] = step + 1
        return steps[step : step + 1] or steps[-4:]

    def _stage(self, position: int) -> str:
        """Say how far the line is, from the months gone and the schedule it follows."""
        year = re.search(r"(?:(\d)\. kvartal )?(20\d\d)", self._line.schedule_in(MONTHS[position]))
        gone = position - MONTHS.index(self._line.first) + 2
        if year is None:
            return "start" if gone < 5 else "middle"
        end = (int(year[2]) - 2025) * 12 + int(year[1] or 4) * 3 - 3
        progress = gone / max(end - position + gone, 1)
        return "start" if progress < 0.3 and gone < 8 else "middle" if progress < 0.87 else "end"

    def _choose(self, pool: Sequence[str], position: int) -> str:
        """Choose a block that this line has not used lately."""
        timeless = self._line.schedule_in(MONTHS[position]) == YEARLESS
        summer = MONTHS[position].number == 7
        unfit = {slot for slot, holds in (("{tidsplan}", timeless), ("{denne}", summer)) if holds}
        fitting = [block for block in pool if not any(slot in block for slot in unfit)] or pool
        fresh = [block for block in fitting if block not in self._recent] or fitting
        chosen = self._chance.pick(fresh)
        self._recent = [*self._recent[-5:], chosen]
        return self._fill(chosen, position)

    def _with_news(self, position: int, is_told: bool) -> Words:
        """Add what belongs to this month only: a schedule that moved, or a sentence on how it goes."""
        month, colour = MONTHS[position], COLOURS[self._course[position]]
        if month in self._line.schedule_from and not is_told:
            self._copies = 0
            return self._with_sentence(self._choose(self._blocks["moved"][colour], position))
        if self._age == 1:
            return self._phase
        if self._copies == 0 and self._age > 2 and self._chance.happens(0.3):
            self._copies = 1
            return self._last
        self._copies = 0
        return self._with_sentence(self._choose(self._blocks["notes"][colour], position))

    def _with_sentence(self, sentence: str) -> Words:
        return replace(self._phase, text=f"{self._phase.text} {sentence}")

    def _filled_words(self, words: Words, position: int) -> Words:
        ask = self._fill(words.ask, position) if words.ask else None
        return replace(words, text=self._fill(words.text or "", position), ask=ask)

    def _fill(self, block: str, position: int) -> str:
        line, month = self._line, MONTHS[position]
        udvalg = line.udvalg_in(month)
        parties = self._blocks["parties"]["anlægsprojekter" if line.wording == "anlægsprojekter" else udvalg[0]]
        named = (self._phase.text or "").casefold()
        part = self._chance.pick([party for party in parties if party.casefold() not in named])
        quarter = month.plus(5)
        slots = {
            "emne": line.subject,
            "part": part,
            "udvalg": udvalg[0],
            "for1": _meeting_month(month.plus(-1), -1),
            "denne": month.name,
            "om1": _meeting_month(month.plus(1)),
            "om2": _meeting_month(month.plus(2)),
            "om3": _meeting_month(month.plus(3)),
            "moede": _meeting_month(month.plus(3)),
            "kvartal": f"{(quarter.number + 2) // 3}. kvartal {quarter.year}",
            "tidsplan": line.schedule_in(month),
            "gammel": line.schedule_in(month.plus(-1)),
        }
        slots |= {f"{slot[0].upper()}{slot[1:]}": f"{said[0].upper()}{said[1:]}" for slot, said in slots.items()}
        return block.format_map(slots)


def _meeting_month(month: Month, step: int = 1) -> str:
    """Name a month in which people meet: nobody does in July."""
    return (month.plus(step) if month.number == 7 else month).name


def _written(entry: Mapping[str, str]) -> Words:
    """Take an entry of the data, with the reason in the words of the plan."""
    reason = entry.get("reason")
    if reason is not None:
        named = (known.name for known in terms().reasons if normalised(reason) in known.spellings)
        reason = next(named, reason)
    return Words(entry["text"], reason, entry.get("ask"), entry.get("obs"))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("dashboard.workbook.example").joinpath(name).read_text("utf-8"))
