"""What a viewer looks at: the one object that every question takes."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.domain.line_fields import FILTERS, SEARCHED
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.store.sql import is_asked_for

HAS_WORDS = f"""
    len(list_filter($words::VARCHAR[], word -> NOT contains(lower(concat_ws(' ', {", ".join(SEARCHED)})), word))) = 0
"""


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

    @property
    def conditions(self) -> dict[str, str]:
        """Give in SQL what the filters ask of a line, and what those on its light do: is_meant, is_lit."""
        beside = {
            "cross_cutting": self.cross_cutting,
            "list_contains($treatments::VARCHAR[], political_treatment)": self.treated_by,
            "list_contains($lines::INTEGER[], indsats_id)": self.lines is not None,
            HAS_WORDS.strip(): self.text.split(),
        }
        meant = [is_asked_for(each) for each in FILTERS if getattr(self, each.key)]
        meant += [condition for condition, is_asked in beside.items() if is_asked]
        lit = ["list_contains($light::VARCHAR[], shown_light)"] * bool(self.light) + ["NOT done"] * (not self.with_done)
        return {"is_meant": " AND ".join(meant) or "true", "is_lit": " AND ".join(lit) or "true"}

    def parameters(self) -> dict[str, object]:
        """Give the named parameters of selection.sql."""
        return {
            **self.place,
            "compare": str(self.compare) if self.compare else None,
            **{each.key: list(getattr(self, each.key)) for each in FILTERS},
            "light": list(self.light),
            "lines": None if self.lines is None else list(self.lines),
            "words": self.text.lower().split(),
        }
