"""A line's life as a strip: every month a cell, and each kind of silence its own."""

import re
from typing import Any

import pytest

from dashboard.domain.light import ABSENT, Light
from dashboard.domain.month import Month, calendar_months
from dashboard.web import address
from dashboard.web.strips import strip

MARCH, APRIL, MAY, JUNE, JULY = (Month(2025, number) for number in range(3, 8))
YEAR = [MARCH, APRIL, MAY, JUNE, JULY]


@pytest.fixture(autouse=True)
def _bare_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "written", dict)


def draw(*given: Any, **named: Any) -> str:
    return str(strip(*given, **named))


def cells(drawn: str) -> list[str]:
    return re.findall(r'<[ia] class="([^"]+)"', drawn)


def test_a_strip_tells_light_gap_gone_and_before_its_time_apart() -> None:
    states = {APRIL: Light.GREEN, JUNE: Light.RED, JULY: ABSENT}
    assert cells(draw(states, YEAR, JULY)) == ["before", "lit green", "gap", "lit red", "gone now"]


def test_a_strip_is_read_out_and_each_cell_says_its_month() -> None:
    drawn = draw({APRIL: Light.GREEN, MAY: Light.DONE}, YEAR, JULY)
    assert 'aria-label="apr 25 grøn, maj 25 afsluttet"' in drawn
    assert 'title="Juni 2025: Ingen status for måneden"' in drawn
    assert 'title="Marts 2025: Ikke i planen"' in drawn


def test_a_line_that_left_when_it_was_done_has_not_gone() -> None:
    drawn = draw({MARCH: Light.DONE, APRIL: ABSENT, MAY: Light.GREEN, JUNE: ABSENT}, YEAR[:4], JUNE)
    assert cells(drawn) == ["lit done", "left", "lit green", "gone now"]
    assert 'title="April 2025: Afsluttet og ude af planen"' in drawn


def test_months_of_the_line_that_it_continues_are_marked_and_lead_nowhere() -> None:
    drawn = draw({MARCH: Light.RED, APRIL: Light.GREEN}, YEAR[:2], APRIL, 7, inherited={MARCH})
    assert cells(drawn) == ["lit red inherited", "lit green now"]
    assert 'title="Marts 2025: Rød (den indsats, som den fortsætter)"' in drawn
    assert drawn.count("href=") == 1


def test_a_cell_leads_to_the_card_as_of_its_month() -> None:
    assert 'href="./indsats?indsats=7&amp;maaned=2025-04"' in draw({APRIL: Light.GREEN}, YEAR, JULY, 7)


def test_a_month_that_was_not_delivered_keeps_its_place_and_the_oldest_fall_away() -> None:
    assert calendar_months([MARCH, MAY]) == [MARCH, APRIL, MAY]
    assert calendar_months([MARCH, JULY], longest=2) == [JUNE, JULY]
    assert calendar_months([MARCH, JULY], first=MAY) == [MAY, JUNE, JULY]
