"""What the card of a line is drawn from: everything that is known of it up to the month that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web.indsats.asked import ABSENT
from dashboard.web.plan import Selection, ask

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """A line as known for a month: every part of the card takes this. Rows are those of the questions, oldest first.

    ``life`` has at least one month in which the line is told.
    """

    selection: Selection
    indsats_id: int
    life: tuple[Row, ...]

    @cached_property
    def here(self) -> Row | None:
        """Give the month that is shown, or None where no workbook has told the line yet."""
        last = self.life[-1]
        return last if last["month"] == str(self.selection.month) else None

    @cached_property
    def known(self) -> Row:
        """Give what was last told of the line: in the month that is shown, or before it left."""
        return next(row for row in reversed(self.life) if row["state"] != ABSENT)

    @property
    def is_told(self) -> bool:
        """Tell whether the line stands in the month that is shown."""
        return self.here is not None and self.here["state"] != ABSENT

    @property
    def left_when_done(self) -> bool:
        """Tell whether it was done before it left."""
        return not self.is_told and self.known["state"] == Light.DONE

    @property
    def known_month(self) -> Month:
        """Give the month that the facts are of."""
        return Month.parse(self.known["month"])

    @cached_property
    def changes(self) -> Mapping[str, tuple[Row, ...]]:
        """Give what the line says otherwise than before, by month."""
        found: dict[str, tuple[Row, ...]] = {}
        for row in rows(ask(queries.line_changes, self.selection, self.indsats_id)):
            found[row["month"]] = (*found.get(row["month"], ()), row)
        return found

    @cached_property
    def amounts(self) -> tuple[Row, ...]:
        """Give the amounts of every month."""
        return rows(ask(queries.line_amounts, self.selection, self.indsats_id))

    @cached_property
    def names(self) -> tuple[Row, ...]:
        """Give every name it has had, newest first."""
        return rows(ask(queries.line_names, self.selection, self.indsats_id))

    @cached_property
    def relations(self) -> tuple[Row, ...]:
        """Give the lines that it continues and those that continue it."""
        return rows(ask(queries.line_relations, self.selection, self.indsats_id))

    @cached_property
    def inherited(self) -> tuple[Row, ...]:
        """Give what the lines that it continues were before it."""
        if all(row["relation"] != "parent" for row in self.relations):
            return ()
        return rows(ask(queries.line_inherited, self.selection, self.indsats_id))


def load_card(selection: Selection, indsats_id: int) -> Card | None:
    """Find a line's life, or None where the scope has told nothing of it up to the month."""
    life = rows(ask(queries.line_timeline, selection, indsats_id))
    return Card(selection, indsats_id, life) if any(row["state"] != ABSENT for row in life) else None


def rows(frame: pd.DataFrame) -> tuple[Row, ...]:
    """Give the rows of an answer, None where there is nothing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return tuple({str(key): value for key, value in row.items()} for row in plain.to_dict("records"))
