"""What others wrote, as a spreadsheet that opens a CSV may have it."""

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """Give a value that is no formula: a text that would be one is only a text."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
