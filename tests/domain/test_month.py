from datetime import date

import pytest

from dashboard.domain.month import Month


def test_a_month_is_written_and_read_as_year_and_number() -> None:
    assert str(Month.parse("2025-05")) == "2025-05"
    assert Month.parse("2025-05").label == "maj 2025"


@pytest.mark.parametrize("text", ["2025-13", "maj 2025", "2025", "", "2025-00"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_months_are_counted_over_new_year_and_ordered_in_time() -> None:
    assert Month(2025, 11).plus(3) == Month(2026, 2)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2025, 12) < Month(2026, 1)


def test_ultimo_is_the_last_day_also_in_a_leap_year() -> None:
    assert Month(2028, 2).last_day == date(2028, 2, 29)
