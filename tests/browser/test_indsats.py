"""Finding a line and what is known of it, in a real browser, as a person does."""

import pytest
from playwright.sync_api import Page

from browser.visiting import LAPTOP, MEETING_ROOM, Visit, box_of, resize, settle, sticks_out
from said_on_page import english_said

pytestmark = pytest.mark.browser

OCTOBER = "/?maaned=2026-10&omfang=plan"
SEARCH = ".st-key-soegefelt input"


def search(page: Page, words: str) -> None:
    page.locator(SEARCH).click()
    page.locator(SEARCH).press_sequentially(words)
    page.wait_for_selector(f"text=Søg efter »{words}«")
    page.locator(SEARCH).press("Enter")


def test_a_misspelt_search_leads_to_the_card(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    search(page, "Flodestyring")
    settle(page, ".timeline")
    assert page.inner_text(".card-head h1") == "Flådestyring R003"
    assert page.inner_text(".plate").split("\n")[0].strip() == "Rød"
    assert page.input_value(SEARCH) == ""
    assert english_said(page) == []
    assert visit.complaints == []


def test_a_number_that_two_lines_carry_finds_both_with_their_lights(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    search(page, "r 307")
    settle(page, ".found")
    assert page.locator(".found li").count() == 2
    assert all("R307" in text for text in page.locator(".found li").all_inner_texts())
    assert page.locator(".found .light").count() == 2
    assert english_said(page) == []


def test_what_was_known_of_a_line_in_an_earlier_month_is_three_clicks_away(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator(SEARCH).click()
    page.locator(SEARCH).press_sequentially("Flådest")
    page.get_by_role("option", name="Flådestyring R003").click()
    page.wait_for_selector(".timeline")
    page.locator(".life-cell:has([title^='August 2026'])").click()
    page.wait_for_selector("text=Som kendt for august 2026")
    settle(page, ".life-cell.now:has([title^='August 2026'])")
    assert "September 2026" not in page.inner_text(".timeline")
    assert "September 2026" not in page.inner_text(".life-frame")
    assert visit.complaints == []


def test_a_copied_address_gives_the_same_view_to_somebody_else_and_a_value_leads_to_its_cell(
    visit: Visit, address: str, colleague: Visit
) -> None:
    page = visit.follow(address + OCTOBER + "&udvalg=VPU")
    page.locator(".kind.worsened a.line-link").first.click()
    settle(page, ".timeline")
    copy = colleague.follow(page.url)
    for part in (".as-known", ".card-head", ".life", ".facts", ".timeline"):
        assert copy.inner_text(part) == page.inner_text(part)
    page.locator(".facts a.cell-link").first.click()
    page.wait_for_selector("td.asked")
    assert "kilde=" in page.url
    assert visit.complaints == []


def test_a_count_opens_its_list_which_comes_along_as_excel_and_the_way_back_leads_to_overblik(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address + OCTOBER)
    count = page.inner_text(".card.red .card-count")
    page.locator(".card.red").click()
    settle(page, "table.lines")
    assert f"Alle indsatser · {count} indsatser" in page.inner_text(".stMain")
    assert page.locator("table.lines tbody tr").count() == int(count)
    assert english_said(page) == []
    page.get_by_role("button", name="Hent", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel").click()
    assert download.value.suggested_filename.startswith(
        f"indsatser_2025-2028_2026-10_hele-planen_lys-rød_{count}-indsatser_"
    )
    page.go_back()
    page.wait_for_selector(".card-count")
    assert "maaned=2026-10" in page.url


def test_the_search_box_covers_nothing_of_the_navigation(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    for size in (MEETING_ROOM, LAPTOP):
        resize(page, size)
        box = box_of(page.locator(".st-key-soegning"))
        menu = box_of(page.locator("[data-testid=stMainMenuButton]"))
        seen = [box_of(link) for link in page.locator("[data-testid=stTopNavLink]:visible").all()]
        assert max(link["x"] + link["width"] for link in seen) <= menu["x"]
        assert menu["x"] + menu["width"] <= box["x"]


@pytest.mark.parametrize("asked", ["", "&indsats=31"])
def test_no_list_and_no_card_is_too_wide(visit: Visit, address: str, asked: str) -> None:
    page = visit.follow(f"{address}/indsats?maaned=2026-10{asked}", "table.lines, .timeline")
    assert [size for size in (MEETING_ROOM, LAPTOP) if sticks_out(resize(page, size))] == []
