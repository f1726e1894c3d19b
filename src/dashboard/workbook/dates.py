"""Dates that have lost their format: Excel keeps a date as a number of days, and shows the number."""

import re
from datetime import date, datetime, timedelta

DATED_FIELDS = frozenset({"schedule", "political_treatment", "expected_end"})
FIRST, LAST = date(2015, 1, 1), date(2044, 12, 31)  # so that neither a year nor an amount of money is a date
DAYS = re.compile(r"\d{5}")


def bare_date(value: object, epoch: datetime) -> date | None:
    """Read a bare number as the date that Excel would show, counted from the workbook's own first day.

    None for what is no number, and for numbers whose date is far from any plan's.
    """
    if isinstance(value, str) and DAYS.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 100_000:
        return None
    day = (epoch + timedelta(days=int(value))).date()
    return day if FIRST <= day <= LAST else None
