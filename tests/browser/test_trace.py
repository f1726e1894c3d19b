"""The way from a line to the cell it was read in, in a real browser."""

import re

import pytest

from browser.visiting import LAPTOP, MEETING_ROOM, Visit, box_of, resize, settle, sticks_out

pytestmark = pytest.mark.browser

OCTOBER = "/?maaned=2026-10&omfang=plan"
PLACES = (
    "() => [...document.querySelectorAll('.stMain .stHtml *')].map((each) => each.getBoundingClientRect().y).join()"
)


def test_a_click_on_a_light_shows_its_cell_and_nothing_on_the_page_moves(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    before = page.evaluate(PLACES)
    row = page.locator(".kind.worsened .row").first
    word = row.locator(".light").last.inner_text().strip()
    title = row.locator("a.line-link").inner_text()
    row.locator("a.trace-light").click()
    asked = page.locator("td.asked")
    asked.wait_for()
    settle(page)
    said = " ".join(page.locator(".traced").all_inner_texts())
    assert title in said
    assert word in said
    assert re.search(r"\.xlsx · revision \d+ · arket ».+« · celle [A-Z]+\d+", said)
    assert asked.evaluate("cell => getComputedStyle(cell).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.locator("tr:has(td.asked)").inner_text().replace("\n", " ").find(title.split(" R")[0]) >= 0
    assert "maaned=2026-10" in page.url
    assert "kilde=" in page.url
    assert page.evaluate(PLACES) == before
    assert visit.complaints == []


def test_another_value_is_a_click_away_and_its_cell_is_marked(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator(".kind.worsened a.trace-light").first.click()
    page.wait_for_selector("td.asked")
    page.locator("[role=dialog]").get_by_role("radio", name="Ansvarlig").or_(
        page.locator("[role=dialog] button", has_text="Ansvarlig")
    ).first.click()
    page.wait_for_selector(".traced-value")
    said = page.inner_text(".traced-value").removeprefix("Ansvarlig: ")
    page.wait_for_function("said => document.querySelector('td.asked')?.innerText.trim() === said", arg=said)
    assert re.search(r"celle [A-Z]+\d+", page.locator(".traced").last.inner_text())
    assert visit.complaints == []


def test_an_address_can_ask_for_a_value(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator("a.trace-light").first.click()
    page.wait_for_selector("td.asked")
    page.goto(page.url + "-udvalg")
    page.wait_for_selector(".traced-value")
    assert page.inner_text(".traced-value").startswith("Udvalg: ")


def test_the_sheet_is_a_link_and_closing_it_leaves_the_page_as_it_was(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator("details.kind > summary").nth(1).click()
    opened = page.eval_on_selector_all("details.kind", "all => all.map((each) => each.open).join()")
    page.locator("a.trace-light").first.click()
    page.wait_for_selector("td.asked")
    linked = page.url
    page.keyboard.press("Escape")
    page.wait_for_selector(".traced", state="detached")
    page.wait_for_function("() => !location.search.includes('kilde=')")
    assert page.eval_on_selector_all("details.kind", "all => all.map((each) => each.open).join()") == opened
    visit.open(linked, "td.asked")


def test_the_sheet_fits_the_screen_and_the_way_back_closes_it(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator("a.trace-light").first.click()
    page.wait_for_selector("td.asked")
    for width, height in (MEETING_ROOM, LAPTOP):
        box = box_of(resize(page, (width, height)).locator("td.asked"))
        assert 0 <= box["x"] <= width - box["width"]
        assert 0 <= box["y"] <= height - box["height"]
        assert not sticks_out(page)
    page.go_back()
    page.wait_for_selector(".traced", state="detached")
    assert "maaned=2026-10" in page.url
