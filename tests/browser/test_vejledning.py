"""Vejledning in a real browser: links lead to the place they name."""

from typing import Any

import pytest

from browser.visiting import WIDTHS, Visit, sticks_out

pytestmark = pytest.mark.browser

IN_SIGHT = """(name) => {
    const place = document.getElementById(name).getBoundingClientRect().y;
    return place >= 40 && place < 300;
}"""


def test_a_link_to_an_issue_opens_it_in_sight(visit: Visit, address: str) -> None:
    page = visit.open(address + "/vejledning#unknown-light", "details#unknown-light[open]")
    page.wait_for_function(IN_SIGHT, arg="unknown-light")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(visit: Visit, address: str, width: Any) -> None:
    assert not sticks_out(visit.follow(address + "/vejledning", "details.issue", size=(width, 768)))


def test_the_contents_lead_to_a_section_without_loading_anew(visit: Visit, address: str) -> None:
    page = visit.follow(address + "/vejledning", "details.issue")
    page.evaluate("window.still = true")
    page.click(".contents a[href='#projektmappen']")
    page.wait_for_function(IN_SIGHT, arg="projektmappen")
    assert page.evaluate("window.still")
