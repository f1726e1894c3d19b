"""Shares in percent, as they are written everywhere."""

import pytest

from dashboard.domain.share import percent


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [(65, 100, "65 %"), (1, 1000, "under 1 %"), (999, 1000, "over 99 %"), (1, 1, "100 %"), (0, 3, "0 %")],
)
def test_a_share_is_never_nothing_of_something_or_all_of_not_everything(part: int, of: int, said: str) -> None:
    assert percent(part, of) == said


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [(1, 8, "13 %"), (3, 8, "38 %"), (5, 8, "63 %"), (7, 8, "88 %"), (1, 200, "1 %"), (5, 200, "3 %"), (1, 3, "33 %")],
)
def test_half_a_percent_rounds_up(part: int, of: int, said: str) -> None:
    assert percent(part, of) == said
