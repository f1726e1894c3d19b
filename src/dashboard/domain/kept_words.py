"""Words of an earlier month that nobody has touched: they say which month they are from, wherever they are read."""

import re

from dashboard.domain.month import MONTH_NAMES, Month

KEPT = ("red_reason", "ask", "obs")  # what the template carries on from the month before
MARK = rf"^Fra (?:{'|'.join(MONTH_NAMES)}) \d\d\d\d: "  # for Python and DuckDB alike


def kept(text: str | None, month: Month) -> str | None:
    """Say of words which month they are from; those that say so already stay as they are."""
    return text if not text or re.match(MARK, text) else f"Fra {month.label}: {text}"


def month_kept(text: str | None) -> str | None:
    """Give the month that words say they are from, or None where they say none."""
    said = re.match(MARK, text or "")
    return said[0].removeprefix("Fra ").removesuffix(": ") if said else None


def without_month(text: str) -> str:
    """Give words without the month that they are from."""
    return re.sub(MARK, "", text)


def same_words(one: str | None, other: str | None) -> bool:
    """Tell whether two texts are the same words, whichever month they are from."""
    words, others = (without_month(text or "").split() for text in (one, other))
    return words == others
