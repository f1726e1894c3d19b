"""Columns that sound like done and are not: expected ends, shares, and what is not done yet."""

from collections.abc import Callable
from datetime import date

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import SHOWN, Column, Draft, Line
from layouts.paper import Cell

SHARES = [0, 1, 5, 10, 20, 25, 40, 50, 60, 75, 80, 90, 95]


@feature
def expected_end(draft: Draft) -> None:
    """Tell days, months and quarters of an expected end: past for what is done, and for a few that are late."""
    as_text = draft.maybe(0.3)

    def cell(line: Line) -> object:
        day = draft.day(-5, -1) if line.light is Light.DONE or draft.maybe(0.1) else draft.day(1, 14)
        return _as_text(draft, day) if as_text else Cell(day, shape="DD-MM-YYYY")

    draft.add(Column("expected_end", draft.heading("expected_end"), cell))


def _as_text(draft: Draft, day: date) -> str:
    quarter, week = (day.month + 2) // 3, day.isocalendar().week
    danish = [f"{quarter}. kvt. {day.year}", f"ultimo {draft.month_name(day.month)} {day.year}", f"uge {week}"]
    danish += [f"{day:%d.%m.%Y}", f"{day.year}"]
    english = [f"Q{quarter} {day.year}", f"{day:%d-%b-%y}", f"end of {day.year}", f"{day:%d/%m/%Y}"]
    return draft.rng.choice({"da": danish, "en": english}[draft.language])


@feature
def not_done_marks(draft: Draft) -> None:
    """Mark what is not done with X."""
    draft.add(Column("other", draft.heading("not_done"), lambda line: None if line.light is Light.DONE else "X"))


@feature
def partly_done(draft: Draft) -> None:
    """Tell how much of a line is done, as a number."""
    draft.add(Column("other", draft.heading("partly_done"), lambda line: draft.rng.randint(0, 12)))


def _share(draft: Draft, line: Line) -> int:
    return 100 if line.light is Light.DONE or draft.maybe(0.06) else draft.rng.choice(SHARES)


@feature
def percent_shares(draft: Draft) -> None:
    """Tell how far a line is as Excel's percentages."""
    cell = lambda line: Cell(_share(draft, line) / 100, shape="0%")  # noqa: E731
    draft.add(Column("percent_done", draft.heading("percent"), cell))


@feature
def percent_numbers(draft: Draft) -> None:
    """Tell how far a line is as whole numbers, or as text."""
    forms: list[Callable[[int], object]] = [int, int, "{} %".format, "{}%".format]
    form = draft.rng.choice(forms)
    draft.add(Column("percent_done", draft.heading("percent"), lambda line: form(_share(draft, line))))


@feature
def percent_coloured(draft: Draft) -> None:
    """Colour how far a line is, beside its light."""

    def cell(line: Line) -> Cell:
        share = _share(draft, line)
        return Cell(share / 100, draft.palette[SHOWN[2 - min(2, share // 34)]], shape="0%")

    draft.add(Column("percent_done", draft.heading("percent"), cell))
