from datetime import date, datetime

from dashboard.domain.clock import end_of_day


def test_a_day_ends_when_it_does_in_denmark() -> None:
    assert end_of_day(date(2025, 1, 31)) == datetime(2025, 1, 31, 22, 59, 59, 999999)
    assert end_of_day(date(2025, 6, 30)) == datetime(2025, 6, 30, 21, 59, 59, 999999)
