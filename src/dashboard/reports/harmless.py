"""What others wrote, as a spreadsheet that opens a CSV may have it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """Give a value that is no formula: a text that would be one is only a text."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def csv_file(headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Write rows as CSV the way Danish Excel opens it: semicolons, UTF-8 with its mark, and no formulas."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
