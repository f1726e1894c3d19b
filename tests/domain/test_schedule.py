"""The last day that a tidsplan names, however it is written."""

from datetime import date
from typing import Any

import pytest

from dashboard.domain.schedule import deadline


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2. kvt. 2025", date(2025, 6, 30)),
        ("4. kvartal 2026", date(2026, 12, 31)),
        ("3.kv 2026", date(2026, 9, 30)),
        ("Q1 2027", date(2027, 3, 31)),
        ("ultimo maj 2025", date(2025, 5, 31)),
        ("feb. 2028", date(2028, 2, 29)),
        ("31.05.2025", date(2025, 5, 31)),
        ("1/9-2025", date(2025, 9, 1)),
        ("2026-03-15", date(2026, 3, 15)),
        ("1. halvår 2026", date(2026, 6, 30)),
        ("Efteråret 2025", date(2025, 11, 30)),
        ("2026", date(2026, 12, 31)),
        ("4. kvt. 2025 - 1. kvt. 2026", date(2026, 3, 31)),
        ("Fra marts 2025 til udgangen af 2026", date(2026, 12, 31)),
    ],
)
def test_the_last_day_that_is_named_counts(written: str, day: Any) -> None:
    assert deadline(written) == day


@pytest.mark.parametrize("written", [None, "", "Løbende", "Afventer", "31.02.2025", "2. kvartal"])
def test_words_that_name_no_day_have_none(written: str | None) -> None:
    assert deadline(written) is None
