"""What the card of a line tells: everything that is known of it up to the month that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.domain.light import ABSENT, Light
from dashboard.domain.month import Month
from dashboard.queries.answer import Ask
from dashboard.queries.indsats import (
    Amount,
    FieldChange,
    RelatedLine,
    Spelling,
    TimelineMonth,
    ToldMonth,
    line_amounts,
    line_changes,
    line_inherited,
    line_names,
    line_relations,
    line_timeline,
)
from dashboard.queries.selection import Selection


@dataclass(frozen=True)
class Card:
    """A line as known for a month: every part of the card takes this. Rows are those of the questions, oldest first.

    ``life`` has at least one month in which the line is told.
    """

    ask: Ask = field(repr=False)
    selection: Selection
    indsats_id: int
    life: tuple[TimelineMonth, ...]

    @cached_property
    def here(self) -> TimelineMonth | None:
        """Give the month that is shown, or None where no workbook has told the line yet."""
        last = self.life[-1]
        return last if last.month == self.selection.month else None

    @cached_property
    def known(self) -> TimelineMonth:
        """Give the last month in which the line is told."""
        return next(month for month in reversed(self.life) if month.state is not ABSENT)

    @property
    def is_told(self) -> bool:
        """Tell whether the line stands in the month that is shown."""
        return self.here is not None and self.here.state is not ABSENT

    @property
    def left_when_done(self) -> bool:
        """Tell whether it was done before it left."""
        return not self.is_told and self.known.state is Light.DONE

    @cached_property
    def changes(self) -> Mapping[Month, tuple[FieldChange, ...]]:
        """Give what the line says otherwise than before, by month."""
        found: dict[Month, tuple[FieldChange, ...]] = {}
        for change in self.ask(line_changes, self.selection, self.indsats_id):
            found[change.month] = (*found.get(change.month, ()), change)
        return found

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Give the amounts of every month."""
        return self.ask(line_amounts, self.selection, self.indsats_id)

    @cached_property
    def names(self) -> tuple[Spelling, ...]:
        """Give every name it has had, newest first."""
        return self.ask(line_names, self.selection, self.indsats_id)

    @cached_property
    def relations(self) -> tuple[RelatedLine, ...]:
        """Give the lines that it continues and those that continue it."""
        return self.ask(line_relations, self.selection, self.indsats_id)

    @property
    def parents(self) -> tuple[RelatedLine, ...]:
        """Give the lines that it continues."""
        return tuple(line for line in self.relations if line.relation == "parent")

    @cached_property
    def inherited(self) -> tuple[ToldMonth, ...]:
        """Give what it was in earlier plans, and what the lines that it continues were, before its own life."""
        return self.ask(line_inherited, self.selection, self.indsats_id)


def load_card(ask: Ask, selection: Selection, indsats_id: int) -> Card | None:
    """Find a line's life, or None where the scope has told nothing of it up to the month."""
    life = ask(line_timeline, selection, indsats_id)
    return Card(ask, selection, indsats_id, life) if any(month.state is not ABSENT for month in life) else None
