"""Finding a line and what is known of it, in a real browser, as a person does."""

import pytest

from said_on_page import ENGLISH, everything_said

pytestmark = pytest.mark.browser

OCTOBER = "/?maaned=2026-10&omfang=plan"
SEARCH = ".st-key-soegefelt input"


def search(page, words: str) -> None:
    page.locator(SEARCH).click()
    page.locator(SEARCH).press_sequentially(words)
    page.wait_for_selector(f"text=Søg efter »{words}«")
    page.locator(SEARCH).press("Enter")


def test_a_misspelt_search_leads_to_the_card(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    search(page, "Flodestyring")
    page.wait_for_selector(".timeline")
    assert page.inner_text(".card-head h1") == "Flådestyring"
    assert page.inner_text(".plate").split("\n")[0].strip() == "Rød"
    assert page.input_value(SEARCH) == ""
    assert ENGLISH.findall(everything_said(page)) == []
    assert visit.complaints == []


def test_a_number_that_two_lines_carry_finds_both_with_their_lights(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    search(page, "r 307")
    page.wait_for_selector(".found")
    assert page.locator(".found li").count() == 2
    assert all("R307" in text for text in page.locator(".found li").all_inner_texts())
    assert page.locator(".found .light").count() == 2
    assert ENGLISH.findall(everything_said(page)) == []


def test_what_was_known_of_a_line_in_an_earlier_month_is_three_clicks_away(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    page.locator(SEARCH).click()
    page.locator(SEARCH).press_sequentially("Flådest")
    page.get_by_role("option", name="Flådestyring R003").click()
    page.wait_for_selector(".timeline")
    page.locator(".life-cell[title^='August 2026']").click()
    page.wait_for_selector("text=Som kendt for august 2026")
    page.wait_for_selector(".life-cell.now[title^='August 2026']")
    page.wait_for_function("() => !document.querySelector('.timeline').innerText.includes('September 2026')")
    assert "September 2026" not in page.inner_text(".life-frame")
    assert visit.complaints == []


def test_a_copied_address_gives_the_same_view_to_somebody_else(visit, address, browser) -> None:
    page = visit.open(address + OCTOBER + "&udvalg=VPU")
    page.locator(".kind.worsened a.line-link").first.click()
    page.wait_for_selector(".timeline")
    other = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK")
    copy = other.new_page()
    copy.goto(page.url)
    copy.wait_for_selector(".timeline")
    for part in (".as-known", ".card-head", ".life", ".facts", ".timeline"):
        assert copy.inner_text(part) == page.inner_text(part)
    other.close()


def test_a_count_opens_its_list_and_the_way_back_leads_to_overblik(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    count = page.inner_text(".card.red .card-count")
    page.locator(".card.red").click()
    page.wait_for_selector("table.lines")
    assert f"Alle indsatser · {count} indsatser" in page.inner_text(".stMain")
    assert page.locator("table.lines tbody tr").count() == int(count)
    assert ENGLISH.findall(everything_said(page)) == []
    page.go_back()
    page.wait_for_selector(".card-count")
    assert "maaned=2026-10" in page.url


def test_the_list_comes_along_as_excel(visit, address) -> None:
    page = visit.page
    page.goto(f"{address}/indsats?maaned=2026-10&omfang=plan&aendring=worsened")
    page.wait_for_selector("table.lines")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent som Excel").click()
    assert download.value.suggested_filename == "indsatser-2026-10.xlsx"


def test_a_value_on_the_card_leads_to_its_cell(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    page.locator(".kind.worsened a.line-link").first.click()
    page.wait_for_selector(".facts")
    page.locator(".facts a.cell-link").first.click()
    page.wait_for_selector("td.asked")
    assert "kilde=" in page.url
    assert visit.complaints == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_the_search_box_covers_nothing_of_the_navigation_and_nothing_is_too_wide(visit, address, width, height) -> None:
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(address + OCTOBER)
    box = page.locator(".st-key-soegning").bounding_box()
    menu = page.locator("[data-testid=stMainMenuButton]").bounding_box()
    seen = [link.bounding_box() for link in page.locator("[data-testid=stTopNavLink]:visible").all()]
    assert max(link["x"] + link["width"] for link in seen) <= menu["x"]
    assert menu["x"] + menu["width"] <= box["x"]
    for path in ("/indsats?maaned=2026-10", "/indsats?maaned=2026-10&indsats=31"):
        page.goto(address + path)
        page.wait_for_selector("table.lines, .timeline")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(
            "document.querySelector('.stMain').scrollWidth <= document.querySelector('.stMain').clientWidth"
        )
