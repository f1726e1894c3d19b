"""The lines of the example plan as lines.toml has them, and the months the example covers."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from dashboard.domain.month import Month

T = TypeVar("T")

MONTHS = tuple(Month(2025, 3).plus(number) for number in range(20))
PLAN_MONTHS = (Month(2025, 5), Month(2025, 11), *(month for month in MONTHS if month.year == 2026))


@dataclass(frozen=True)
class PlanLine:
    """One line of the plan over its life. What changes from a month on stands in the three ``*_from`` mappings."""

    key: str
    title: str
    art: str
    tema: str | None
    udvalg: tuple[str, ...]
    subject: str
    responsible: str
    schedule: str
    first: Month
    title_from: Mapping[Month, str]
    udvalg_from: Mapping[Month, tuple[str, ...]]
    schedule_from: Mapping[Month, str]
    story: str | None
    turns: tuple[Month, ...]
    course: str | None
    treatment: str | None
    treated: tuple[Month, ...]
    amounts: Mapping[int, int | float]
    cross_cutting: bool
    copied_from: Month | None
    missing: tuple[Month, ...]
    no_reason: bool
    wording: str

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
    udvalg_from = {Month.parse(month): tuple(udvalg) for month, udvalg in entry.get("udvalg_from", {}).items()}
    return PlanLine(
        key=entry["key"],
        title=entry["title"],
        art=entry["art"],
        tema=entry.get("tema"),
        udvalg=tuple(entry["udvalg"]),
        subject=entry["subject"],
        responsible=entry["responsible"],
        schedule=entry["schedule"],
        first=Month.parse(entry["first"]) if "first" in entry else MONTHS[0],
        title_from=_by_month(entry.get("title_from", {})),
        udvalg_from=udvalg_from,
        schedule_from=_by_month(entry.get("schedule_from", {})),
        story=entry.get("story"),
        turns=tuple(map(Month.parse, entry.get("turns", []))),
        course=entry.get("course"),
        treatment=entry.get("treatment"),
        treated=tuple(map(Month.parse, entry.get("treated", []))),
        amounts={int(year): amount for year, amount in entry.get("amounts", {}).items()},
        cross_cutting=entry.get("cross_cutting", False),
        copied_from=Month.parse(entry["copied_from"]) if "copied_from" in entry else None,
        missing=tuple(map(Month.parse, entry.get("missing", []))),
        no_reason=entry.get("no_reason", False),
        wording=entry.get("wording", entry["art"]),
    )


def _by_month(changes: Mapping[str, str]) -> dict[Month, str]:
    return {Month.parse(month): value for month, value in changes.items()}


def _latest(value: T, changes: Mapping[Month, T], month: Month) -> T:
    for start in sorted(changes):
        if start <= month:
            value = changes[start]
    return value
