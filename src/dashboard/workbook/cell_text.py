"""A cell's value as a Dane reads it in Excel, a date that has lost its format included."""

import re
from datetime import date, datetime, time, timedelta

from openpyxl.utils.escape import unescape

from dashboard.domain.month import MONTH_NAMES

# As the file stores them and, for those pasted as text, as a Danish Excel and LibreOffice show them.
ERROR = re.compile(
    r"#(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|EXTERNAL|PYTHON"
    r"|REFERENCE|VÆRDI|DIVISION/0|TAL|NUL|OVERLØB|BEREGN|FELT)!|#NAME\?|#NAVN\?|#(?:N/A|I/T)!?|#GETTING_DATA|Err:\d{3}"
)
UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
FIRST, LAST = date(2015, 1, 1), date(2044, 12, 31)  # so that neither a year nor an amount of money is a date
DAYS = re.compile(r"\d{5}")


def as_written(stored: str) -> str:
    """Give a text as it was written: escaped signs decoded, line breaks alike, nothing that nobody sees."""
    return UNSEEN.sub("", re.sub(r"\r\n?", "\n", unescape(stored)))


def as_text(value: object, percent: bool = False) -> str:
    """Write a cell's value as Excel shows it: dates as 31.12.2025, whole numbers without decimals, "75 %"."""
    match value:
        case str():
            return value.strip()
        case None:
            return ""
        case bool():
            return "SAND" if value else "FALSK"
        case int() | float() if percent:
            return f"{as_text(round(value * 100, 2))} %"
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case _:
            return str(value).strip()


def month_text(value: date) -> str:
    """Write a date as a cell shows it that shows only its month: "maj 2025"."""
    return f"{MONTH_NAMES[value.month - 1]} {value.year}"


def is_error_text(text: str) -> bool:
    """Tell whether a text is only the name of an error."""
    return text[:1] in ("#", "E") and ERROR.fullmatch(text) is not None


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
