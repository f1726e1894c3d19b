"""Omfang: what a workbook speaks for, and therefore what its silence means."""

from dataclasses import dataclass

PLAN_KEY = "plan"
CROSS_CUTTING_KEY = "tvaergaaende"


@dataclass(frozen=True, order=True)
class Scope:
    """The whole plan, its cross-cutting lines, or one udvalg's part (then the key is the udvalg's: "AU")."""

    key: str

    @property
    def is_plan(self) -> bool:
        """Tell whether this is the whole plan."""
        return self.key == PLAN_KEY

    @property
    def is_cross_cutting(self) -> bool:
        """Tell whether this is the cross-cutting lines."""
        return self.key == CROSS_CUTTING_KEY

    @property
    def udvalg(self) -> str | None:
        """Give the key of the udvalg when this is one udvalg's part."""
        return None if self.is_plan or self.is_cross_cutting else self.key

    def __str__(self) -> str:
        return self.key


PLAN = Scope(PLAN_KEY)
CROSS_CUTTING = Scope(CROSS_CUTTING_KEY)
