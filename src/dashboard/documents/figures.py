"""The figures of the pages as documents draw them: lights now and before, by part of the plan, and month by month."""

from collections.abc import Mapping

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import calendar_months
from dashboard.domain.terms import terms
from dashboard.queries import Ask, LightCount, Part, Selection
from dashboard.reports.document import Bars, Paragraph, paragraph
from dashboard.wording import phrases, texts

ORDER = (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED, Light.DONE)
LAST_MONTHS = 12
LIGHTS, BY, MONTH_BY_MONTH = "Lysene", "Lysene fordelt efter {part}", "Lysene måned for måned"
NOT_DELIVERED = "{month}: ikke leveret"


def definitions() -> tuple[Paragraph, ...]:
    """Say what each light means, word for word."""
    return tuple(Paragraph((light, f"  {terms().lights[light].definition}")) for light in Light)


def counts_said(counts: tuple[LightCount, ...], selection: Selection) -> tuple[Paragraph, ...]:
    """Say the shares of the active and reported lines, and what they were in the comparison month."""
    now = phrases.shares({count.light: count.n for count in counts})
    before = {count.light: count.n_before or 0 for count in counts}
    told = [paragraph(f"{phrases.month_name(selection.month)}: {now or texts.NOTHING_ACTIVE.lower()}.")]
    if selection.compare and phrases.shares(before):
        told.append(paragraph(f"{phrases.month_name(selection.compare)}: {phrases.shares(before)}."))
    return tuple(told)


def light_bars(counts: tuple[LightCount, ...], selection: Selection) -> Bars:
    """Draw the lights of the month, and those of the comparison month below them."""
    bars = [(phrases.month_name(selection.month), _lit({count.light: count.n for count in counts}))]
    if selection.compare:
        before = {count.light: count.n_before or 0 for count in counts}
        bars.append((phrases.month_name(selection.compare), _lit(before)))
    return Bars(LIGHTS, tuple(bars))


def part_bars(ask: Ask, selection: Selection, by: Part) -> Bars:
    """Draw the lights of each part of the plan, most red first."""
    counted = ask(queries.distribution, selection, by).to_dict("records")
    bars = tuple((phrases.part_name(by, str(each["value"])), _read(each)) for each in counted)
    return Bars(BY.format(part=texts.PARTS[by].lower()), bars)


def month_bars(ask: Ask, selection: Selection) -> Bars:
    """Draw the lights of the last months; a month that the scope was not delivered for says so."""
    counted = {str(each["month"]): each for each in ask(queries.light_history, selection).to_dict("records")}
    months = calendar_months(ask(queries.delivered_months, selection), longest=LAST_MONTHS)
    bars = tuple(
        (phrases.month_name(month), _read(counted[str(month)]))
        if str(month) in counted
        else (NOT_DELIVERED.format(month=phrases.month_name(month)), {})
        for month in months
    )
    return Bars(MONTH_BY_MONTH, bars)


def _read(counted: Mapping[object, object]) -> Mapping[Light, int]:
    return _lit({light: int(str(counted[light])) for light in Light})


def _lit(n: Mapping[Light, int]) -> Mapping[Light, int]:
    """Give the lights that any line has, in the order of a bar."""
    return {light: n[light] for light in ORDER if n.get(light)}
