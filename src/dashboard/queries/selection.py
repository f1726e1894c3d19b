"""What a viewer looks at: the one object that every question takes."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.domain.line_fields import FILTERS
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope


@dataclass(frozen=True)
class Selection:
    """A month of a scope, compared with an earlier one, narrowed by filters.

    Filters are combined with AND, several values in one filter with OR; an empty one filters nothing. Each looks at
    what a line was in the month that is told of. Udvalg are given by key ("ØK"); an empty text among tema, art or
    responsible means the lines that have none. ``text`` is words that all must stand somewhere in a line.
    ``treated_by`` are the udvalg that it stands before political treatment in ("": none is named). ``lines`` are the
    only ones let through (None: all), ``trait`` what those were found by. ``known_at`` (UTC) asks for the answer as it
    was then: what was imported, withdrawn or brought back later does not count. ``plan`` is its years ("2025-2028";
    None: the one that pages open on).
    """

    month: Month
    compare: Month | None
    scope: Scope
    udvalg: tuple[str, ...] = ()
    tema: tuple[str, ...] = ()
    art: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    cross_cutting: bool = False
    with_done: bool = True
    text: str = ""
    treated_by: tuple[str, ...] = ()
    trait: tuple[str, ...] = ()
    lines: tuple[int, ...] | None = None
    known_at: datetime | None = None
    plan: str | None = None

    @property
    def place(self) -> dict[str, object]:
        """Give the named parameters that say which rows of line_month are meant, without the filters."""
        return {"plan": self.plan, "scope": str(self.scope), "month": str(self.month)}

    def speaks_for(self, scope: Scope) -> bool:
        """Tell whether all that a scope holds is in the one that is shown."""
        return self.scope.is_plan or self.scope == scope

    @property
    def unfiltered(self) -> "Selection":
        """Give the same without the filters."""
        return Selection(self.month, self.compare, self.scope, known_at=self.known_at, plan=self.plan)

    def parameters(self) -> dict[str, object]:
        """Give the named parameters of selection.sql."""
        return {
            **self.place,
            "compare": str(self.compare) if self.compare else None,
            **{each.key: list(getattr(self, each.key)) for each in FILTERS},
            "light": list(self.light),
            "cross_cutting": self.cross_cutting,
            "with_done": self.with_done,
            "treated_by": list(self.treated_by),
            "lines": None if self.lines is None else list(self.lines),
            "words": self.text.lower().split(),
        }
