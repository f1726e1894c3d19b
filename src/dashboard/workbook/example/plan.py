"""The lines of the example plan as lines.toml has them, and the months the example covers."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from dashboard.domain.month import Month

T = TypeVar("T")

MONTHS = tuple(Month(2025, 3).plus(number) for number in range(20))
PLAN_MONTHS = (Month(2025, 5), Month(2025, 11), *(month for month in MONTHS if month.year == 2026))
PLAN, NEXT_PLAN = "2025-2028", "2026-2029"
NEXT_PLAN_MONTHS = (Month(2026, 7), Month(2026, 8), Month(2026, 9))


@dataclass(frozen=True)
class PlanLine:
    """One line of the plan over its life. What changes from a month on stands in the three ``*_from`` mappings."""

    key: str
    title: str
    art: str
    udvalg: tuple[str, ...]
    subject: str
    responsible: str
    schedule: str
    wording: str
    plans: tuple[str, ...] = (PLAN,)
    tema: str | None = None
    first: Month = MONTHS[0]
    title_from: Mapping[Month, str] = field(default_factory=dict)
    udvalg_from: Mapping[Month, tuple[str, ...]] = field(default_factory=dict)
    schedule_from: Mapping[Month, str] = field(default_factory=dict)
    story: str | None = None
    turns: tuple[Month, ...] = ()
    course: str | None = None
    treatment: str | None = None
    treated: tuple[Month, ...] = ()
    amounts: Mapping[int, int | float] = field(default_factory=dict)
    cross_cutting: bool = False
    copied_from: Month | None = None
    missing: tuple[Month, ...] = ()
    no_reason: bool = False

    def title_in(self, month: Month) -> str:
        """Give the title as it is written in a month."""
        return _latest(self.title, self.title_from, month)

    def udvalg_in(self, month: Month) -> tuple[str, ...]:
        """Give the udvalg that the line belongs to in a month."""
        return _latest(self.udvalg, self.udvalg_from, month)

    def schedule_in(self, month: Month) -> str:
        """Give the schedule as it stands in a month."""
        return _latest(self.schedule, self.schedule_from, month)

    def treatment_in(self, month: Month) -> str | None:
        """Say what political treatment lies ahead at the end of a month, or which was the last."""
        if self.treatment is None:
            return None
        ahead = [day for day in self.treated if day > month]
        if ahead:
            return f"{self.treatment} ({written_udvalg(self.udvalg_in(month))}) i {ahead[0].label}"
        last = self.treated[-1]
        return f"{self.treatment} behandlet i {written_udvalg(self.udvalg_in(last))} i {last.label}"


def written_udvalg(udvalg: tuple[str, ...]) -> str:
    """Write udvalg the way the case files do: "ØK, KB", "BUU og VPU"."""
    return (", " if "KB" in udvalg or len(udvalg) > 2 else " og ").join(udvalg)


@cache
def plan_lines() -> tuple[PlanLine, ...]:
    """Read the lines of the plan, in the order they stand."""
    data = tomllib.loads(files("dashboard.workbook.example").joinpath("lines.toml").read_text("utf-8"))
    return tuple(_line(entry) for entry in data["line"])


def _line(entry: Mapping[str, Any]) -> PlanLine:
    known = {each.name for each in fields(PlanLine)} & entry.keys()
    read = {name: READ[name](entry[name]) if name in READ else entry[name] for name in known}
    return PlanLine(**{"wording": entry["art"]} | read)


def _months(said: list[str]) -> tuple[Month, ...]:
    return tuple(map(Month.parse, said))


def _by_month(changes: Mapping[str, Any]) -> dict[Month, Any]:
    told = {Month.parse(month): value for month, value in changes.items()}
    return {month: tuple(value) if isinstance(value, list) else value for month, value in told.items()}


READ: Mapping[str, Callable[[Any], Any]] = {
    "plans": tuple, "udvalg": tuple, "first": Month.parse, "copied_from": Month.parse, "turns": _months,
    "treated": _months, "missing": _months, "title_from": _by_month, "udvalg_from": _by_month,
    "schedule_from": _by_month, "amounts": lambda said: {int(year): amount for year, amount in said.items()},
}  # fmt: skip


def _latest(value: T, changes: Mapping[Month, T], month: Month) -> T:
    for start in sorted(changes):
        if start <= month:
            value = changes[start]
    return value
