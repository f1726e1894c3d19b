"""Amounts in words: 1.000 kr., savings and expenses apart, and how many lines have amounts at all."""

from html import escape

import pandas as pd

from dashboard import queries
from dashboard.web import phrases
from dashboard.web.markup import tag
from dashboard.web.plan import Selection

UNIT = "1.000 kr."
SIDES = {"savings": "besparelser", "expenses": "udgifter"}
NO_AMOUNTS = "ingen af dem har beløb"


def year_of(selection: Selection) -> int:
    """Give the year of the plan that a month lies in, or the nearest one."""
    years = queries.plan_years()
    return min(max(selection.month.year, years[0]), years[-1])


def sums(money: pd.DataFrame, year: int) -> str:
    """Draw the savings and the expenses of a year: "−4.700 besparelser · 2.000 udgifter (1.000 kr.)"."""
    if not money["with_amounts"].sum():
        return escape(NO_AMOUNTS)
    of_year = money[money["year"] == year]
    parts = [f"{tag('b', phrases.thousands(float(of_year[side].sum())))} {name}" for side, name in SIDES.items()]
    return f"{' · '.join(parts)} ({UNIT.replace(' ', '&nbsp;')})"


def coverage(money: pd.DataFrame) -> str:
    """Say how many lines the sums are of: "42 af 142 indsatser har beløb"."""
    held = money.drop_duplicates(["value", "month", "light"])
    n, of = int(held["with_amounts"].sum()), int(held["lines"].sum())
    return f"{phrases.number(n)} af {phrases.count_of(of, 'indsats', 'indsatser')} har beløb"
