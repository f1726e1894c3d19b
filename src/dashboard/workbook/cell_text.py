"""A cell's value as a Dane reads it in Excel."""

from datetime import date, datetime, time


def as_text(value: object) -> str:
    """Write a cell's value as Excel shows it: dates as 31.12.2025, whole numbers without decimals."""
    match value:
        case str():
            return value.strip()
        case None:
            return ""
        case bool():
            return "SAND" if value else "FALSK"
        case datetime() if value.time() == time():
            return f"{value:%d.%m.%Y}"
        case datetime():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case _:
            return str(value).strip()
