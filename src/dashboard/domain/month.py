"""The calendar month that a status speaks for."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTH_NAMES = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year, written "2025-05" in code and data."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 or not 1900 <= self.year <= 2999:
            raise ValueError(f"no such month: {self.year}-{self.number}")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read "2025-05"; raise ValueError for anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
        if match is None:
            raise ValueError(f"not a month: {text!r}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """Give the month that a day lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def name(self) -> str:
        """Give the Danish name without the year: "maj"."""
        return MONTH_NAMES[self.number - 1]

    @property
    def label(self) -> str:
        """Give the Danish name with the year: "maj 2025"."""
        return f"{self.name} {self.year}"

    @property
    def last_day(self) -> date:
        """Give the day that "ultimo" means."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> "Month":
        """Give the month that lies so many months later (earlier when negative)."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)


def calendar_months(months: Sequence[Month], first: Month | None = None, longest: int = 24) -> list[Month]:
    """Give every calendar month from the first to the last of those delivered, the newest ``longest`` at most."""
    if not months:
        return []
    start = months[0] if first is None else max(first, months[0])
    every = [start]
    while every[-1] < months[-1]:
        every.append(every[-1].plus(1))
    return every[-longest:]
