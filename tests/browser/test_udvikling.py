"""Udvikling in a real browser: what is seen, where it leads, and what can be taken away."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PATIENCE = 120_000
VIEW = "/udvikling?maaned=2026-10&omfang=plan"
ENGLISH = re.compile(r"\b(Choose|None|NaN|undefined|Show|Download|Open|Close|Select|Loading|January|Oct|Dec)\b")
FIGURES = ("maaneder", "dele", "bedre", "bevaegelse", "i_traek", "overgange", "strimler")


def opened(visit, url):
    """Go there and wait until everything is drawn."""
    page = visit.page
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.wait_for_selector(".figure-foot[data-figure=strimler]")
    page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot .main-svg').length >= 6")
    return page


def everything_said(page) -> str:
    attributes = page.evaluate(
        """() => [...document.querySelectorAll(".stMain [aria-label], .stMain [title], .stMain [alt]")]
            .flatMap((element) => ["aria-label", "title", "alt"].map((key) => element.getAttribute(key)))
            .filter(Boolean).join("\\n")"""
    )
    return page.inner_text(".stMain") + "\n" + attributes


def taken_away(page, figure: str, kind: str) -> Path:
    with page.expect_download() as download:
        page.click(f".figure-foot[data-figure={figure}] [data-download={kind}]")
    assert download.value.suggested_filename.endswith(f"2026-10.{kind}")
    return Path(download.value.path())


def test_the_page_opens_in_danish_without_a_complaint_or_a_request_to_elsewhere(visit, address) -> None:
    page = opened(visit, address + VIEW)
    assert ENGLISH.findall(everything_said(page)) == []
    assert [said for said in visit.complaints if "404" not in said] == []
    assert all("localhost" in url for url in visit.requests if not url.startswith(("data:", "blob:")))


def test_a_view_in_a_fresh_browser_is_the_same_view(visit, address, browser) -> None:
    page = opened(visit, address + VIEW)
    page.click(".st-key-per button >> text=Udvalg")
    page.wait_for_url("**per=udvalg**")
    page.wait_for_selector("h2 >> text=Per udvalg")
    page.click(".st-key-vis button >> text=Antal")
    page.wait_for_url("**vis=antal**")
    page.wait_for_selector("text=Antal indsatser i alt")
    before = page.inner_text(".panels")
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    fresh = context.new_page()
    fresh.goto(page.url)
    fresh.wait_for_selector("h2 >> text=Per udvalg")
    fresh.wait_for_selector("text=Antal indsatser i alt")
    assert fresh.inner_text(".panels") == before
    context.close()


def test_a_cell_of_the_matrix_leads_to_its_list_and_the_way_back_to_the_page(visit, address) -> None:
    page = opened(visit, address + VIEW)
    page.locator("table.matrix td.unchanged a").first.click()
    page.wait_for_url("**/indsats?**fra=red**til=red**")
    page.go_back()
    page.wait_for_selector("table.matrix")
    assert "udvikling" in page.url


def test_a_bar_segment_leads_to_the_lines_behind_it(visit, address) -> None:
    page = opened(visit, address + VIEW)
    box = page.locator(".st-key-maaneder .bars .point path").last.bounding_box()
    bar = page.locator(".st-key-maaneder .trace.bars").first.locator(".point path").last.bounding_box()
    assert box is not None
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_selector(".st-key-maaneder .hoverlayer .hovertext")
    page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_url("**/indsats?**lys=green**")


def test_a_segment_of_the_overview_leads_to_the_lines_behind_it(visit, address) -> None:
    page = visit.open(address + "/?maaned=2026-10&omfang=plan")
    bar = page.locator(".st-key-fordeling .trace.bars").first.locator(".point path").first.bounding_box()
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_selector(".st-key-fordeling .hoverlayer .hovertext")
    page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_url("**/indsats?**lys=green**")


def test_every_figure_can_be_taken_away_as_picture_drawing_and_numbers(visit, address) -> None:
    page = opened(visit, address + VIEW)
    for figure in FIGURES:
        drawing = taken_away(page, figure, "svg").read_text("utf-8")
        assert drawing.startswith("<svg")
        assert "Hele planen" in drawing
        assert taken_away(page, figure, "png").read_bytes().startswith(b"\x89PNG")
    rows = taken_away(page, "overgange", "csv").read_bytes().decode("utf-8")
    assert rows.startswith("\ufeffFra \\ til;Rød;Gul;Grøn;")


def test_numbers_are_taken_away_as_they_stand_in_the_table(visit, address, october) -> None:
    page = opened(visit, address + VIEW)
    last = taken_away(page, "maaneder", "csv").read_bytes().decode("utf-8").strip().splitlines()[-1]
    counts = [str(n) for n in october["n"]]
    assert last.split(";") == ["Oktober 2026", *counts, str(october["n"].sum())]


def test_a_figure_opens_as_a_table(visit, address) -> None:
    page = opened(visit, address + VIEW)
    page.click(".figure-foot[data-figure=maaneder] summary")
    page.wait_for_selector(".figure-foot[data-figure=maaneder] table >> text=Oktober 2026")


def test_all_lines_are_a_click_away_and_the_months_stay_in_sight(visit, address) -> None:
    page = opened(visit, address + VIEW)
    page.click("a.show-all")
    page.wait_for_function("() => document.querySelectorAll('.strip-name').length > 100")
    page.locator(".strip-name").nth(90).scroll_into_view_if_needed()
    head = page.locator(".strip-head").bounding_box()
    bar = page.locator("[data-testid=stHeader]").bounding_box()
    assert bar["y"] + bar["height"] <= head["y"] + 2
    assert head["y"] < 300


def test_on_a_meeting_room_screen_the_months_the_matrix_the_first_temaer_and_strips_are_seen(visit, address) -> None:
    page = opened(visit, address + VIEW)
    for place in (page.locator("table.matrix"), page.locator(".panel").nth(3), page.locator(".strip-row").nth(10)):
        box = place.bounding_box()
        assert box["y"] + box["height"] <= 1080


@pytest.mark.parametrize("width", [1920, 1366, 1024])
def test_nothing_sticks_out_sideways(visit, address, width) -> None:
    visit.page.set_viewport_size({"width": width, "height": 768})
    page = opened(visit, address + VIEW)
    outside = page.evaluate(
        """(width) => [...document.querySelectorAll(".stMain .stHtml *, .stMain .js-plotly-plot")]
            .filter((element) => element.closest("details, .strip-name > *") === null)
            .filter((element) => element.getBoundingClientRect().right > width + 1)
            .map((element) => element.className)""",
        width,
    )
    assert outside == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
