"""Plans of months, quarters and weeks, and amounts by year."""

from collections.abc import Callable, Sequence
from datetime import date

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import Column, Draft, Line
from layouts.paper import Cell
from layouts.words import said

MANY = [Light.GREEN, Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED]


def _bars(draft: Draft, names: Sequence[object], kind: str) -> None:
    """Add the columns of a plan: bars, crosses or amounts from a start to an end."""
    spans: dict[int, tuple[int, int, Light]] = {}
    own = draft.maybe(0.4)
    neutral = draft.rng.choice(["FF5B9BD5", "FF9DC3E6", "FFBFBFBF"])

    def cell_at(place: int) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            start = draft.rng.randrange(len(names))
            drawn = (start, start + draft.rng.randint(2, 5), draft.rng.choice(MANY))
            first, end, light = spans.setdefault(id(line), drawn)
            if not first <= place < end:
                return None
            bar = Cell(None, draft.palette[light if own else Light.GREEN])
            ways: dict[str, object] = {"amounts": draft.rng.randint(10, 400), "crosses": "X", "bars": bar}
            return ways.get(kind, Cell(None, neutral))

        return cell

    if "plan_month" not in draft.roles():
        draft.add(*(Column("plan_month", name, cell_at(place)) for place, name in enumerate(names)))


def _months(draft: Draft, kind: str) -> None:
    names: list[object] = [str(name) for name in said("months", language=draft.language)]
    form = draft.rng.choice(["short", "short", "short", "whole", "letters", "days"])
    if form == "days":
        names = [Cell(date(draft.year, month, 1), shape="MMM-YY") for month in range(1, 13)]
    else:
        length = {"short": 3, "whole": None, "letters": 1}[form]
        names = [str(name)[:length] for name in names]
        names = [str(name).capitalize() for name in names] if draft.maybe(0.6) else names
    if draft.maybe(0.3):
        names = names[:6] if draft.month <= 6 else names[6:]
    _bars(draft, names, kind)


@feature
def month_bars(draft: Draft) -> None:
    """Draw bars over months, in the colours of lights."""
    _months(draft, "bars")


@feature
def month_bars_neutral(draft: Draft) -> None:
    """Draw bars over months, in blue or grey."""
    _months(draft, "neutral bars")


@feature
def month_crosses(draft: Draft) -> None:
    """Cross the months of a plan."""
    _months(draft, "crosses")


@feature
def month_amounts(draft: Draft) -> None:
    """Spread amounts over months."""
    _months(draft, "amounts")


@feature
def quarter_bars(draft: Draft) -> None:
    """Draw bars over quarters."""
    forms = {"da": ["{}. kvt.", "{}. kvartal", "K{}", "Q{}"], "en": ["Q{}", "Q{} {year}"]}[draft.language]
    form = draft.rng.choice(forms)
    names = [form.format(quarter, year=draft.year) for quarter in range(1, 5)]
    _bars(draft, names, draft.rng.choice(["bars", "crosses", "neutral bars"]))


@feature
def week_bars(draft: Draft) -> None:
    """Draw bars over weeks."""
    first = draft.rng.randint(5, 40)
    form = {"da": "Uge {}", "en": "W{}"}[draft.language]
    _bars(draft, [form.format(first + week) for week in range(6)], "bars")


# ---- money


@feature
def years(draft: Draft) -> None:
    """Tell amounts by year, often with their sum."""
    _years(draft, coloured=False)


@feature
def years_coloured(draft: Draft) -> None:
    """Colour amounts by year, or their sum, by their sign."""
    _years(draft, coloured=True)


def _years(draft: Draft, *, coloured: bool) -> None:
    first = draft.rng.choice([2025, draft.year])
    forms: list[Callable[[int], object]] = [int, str, str, "Budget {}".format]
    form = draft.rng.choice(forms)
    names: list[object] = [form(first + year) for year in range(draft.rng.choice([3, 4, 4]))]
    has_sum = draft.maybe(0.7)
    names += [draft.heading("sum")] if has_sum else []
    over = draft.rng.choice(["", "", "1.000 kr.", {"da": "Økonomi", "en": "Budget"}[draft.language]])
    only_sum = draft.maybe(0.5)
    ways: list[Callable[[int], object]] = [int, int, int, _danish, lambda amount: amount + 0.5]
    written = draft.rng.choice(ways)

    sums: dict[int, int] = {}

    def amount_at(place: int) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            is_sum = has_sum and place == len(names) - 1
            amount = sums.pop(id(line)) if is_sum else draft.rng.randint(-40, 25) * 50
            sums[id(line)] = 0 if is_sum else sums.get(id(line), 0) + amount
            if not coloured or (only_sum and place < len(names) - 1):
                return written(amount)
            return Cell(written(amount), draft.palette[Light.RED if amount < 0 else Light.GREEN])

        return cell

    draft.add(*(Column("amount", name, amount_at(place), over) for place, name in enumerate(names)))


def _danish(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
