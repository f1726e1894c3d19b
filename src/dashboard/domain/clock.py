"""Moments: stored in UTC without a zone, said as the clocks in Denmark show them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dashboard.domain.month import Month

DENMARK = ZoneInfo("Europe/Copenhagen")


def utc_now() -> datetime:
    """Give the present moment as it is stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def from_timestamp(seconds: float) -> datetime:
    """Give a moment counted in seconds since 1970 as it is stored."""
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)


def this_month() -> Month:
    """Give the month it is in Denmark."""
    return Month.of(in_denmark(utc_now()).date())


def start_of_day(day: date) -> datetime:
    """Give the moment a day begins in Denmark, as it is stored."""
    return datetime.combine(day, time(), DENMARK).astimezone(UTC).replace(tzinfo=None)


def end_of_day(day: date) -> datetime:
    """Give the moment a day ends in Denmark, as it is stored: what was known on a date is what was known then."""
    return start_of_day(day + timedelta(days=1)) - timedelta(microseconds=1)


def in_denmark(moment: datetime) -> datetime:
    """Give a stored moment as the clocks in Denmark show it."""
    return moment.replace(tzinfo=UTC).astimezone(DENMARK)
