"""Vejledning in a real browser: links lead to the place they name."""

import pytest

pytestmark = pytest.mark.browser

IN_SIGHT = """(name) => {
    const place = document.getElementById(name).getBoundingClientRect().y;
    return place >= 40 && place < 300;
}"""


def test_a_link_to_an_issue_opens_it_in_sight(visit, address) -> None:
    visit.page.goto(address + "/vejledning#unknown-light")
    visit.page.wait_for_selector("details#unknown-light[open]")
    visit.page.wait_for_function(IN_SIGHT, arg="unknown-light")


def test_the_contents_lead_to_a_section_without_loading_anew(visit, address) -> None:
    page = visit.page
    page.goto(address + "/vejledning")
    page.wait_for_selector("details.issue")
    page.evaluate("window.still = true")
    page.click(".contents a[href='#projektmappen']")
    page.wait_for_function(IN_SIGHT, arg="projektmappen")
    assert page.evaluate("window.still")


@pytest.mark.parametrize("width", [1920, 1366, 1024])
def test_nothing_sticks_out_sideways(visit, address, width) -> None:
    visit.page.set_viewport_size({"width": width, "height": 768})
    visit.page.goto(address + "/vejledning")
    visit.page.wait_for_selector("details.issue")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    inside = "() => { const m = document.querySelector('.stMain'); return m.scrollWidth <= m.clientWidth; }"
    assert visit.page.evaluate(inside)
