"""A stretch of whole months: one month, a quarter, half a year or a year, with or without saying which year."""

from dataclasses import dataclass

from dashboard.domain.month import Month


@dataclass(frozen=True)
class Period:
    """The months from one number to another, both included; ``year`` is None where it is not said."""

    first: int
    last: int
    year: int | None = None

    @property
    def numbers(self) -> range:
        """Give the numbers of its months."""
        return range(self.first, self.last + 1)

    @property
    def is_a_year(self) -> bool:
        """Tell whether it is a whole year."""
        return len(self.numbers) == 12

    @property
    def is_a_month(self) -> bool:
        """Tell whether it is a single month."""
        return self.first == self.last

    def covers(self, month: Month) -> bool:
        """Tell whether a month lies in it, as far as it says."""
        return month.number in self.numbers and self.year in (None, month.year)

    def differs(self, other: "Period") -> bool:
        """Tell whether no month can lie in both."""
        return (None not in (self.year, other.year) and self.year != other.year) or (
            self.last < other.first or other.last < self.first
        )
