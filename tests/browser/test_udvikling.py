"""Udvikling in a real browser: what is seen, where it leads, and what can be taken away."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.visiting import WIDTHS, Visit, box_of, settle, sticks_out
from dashboard.queries import LightCount
from said_on_page import english_said

pytestmark = pytest.mark.browser

VIEW = "/udvikling?maaned=2026-10&omfang=plan"
PLOTTED = ("maaneder", "bevaegelse", "i_traek")
FIGURES = (*PLOTTED, "dele", "bedre", "overgange", "strimler")
TOUCHES_THE_NEXT = """(places) => {
    const drawn = [...document.querySelectorAll(places)].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return [element.textContent, range.getBoundingClientRect()];
    });
    return drawn.slice(1).filter(([, box], n) => drawn[n][1].right + 3 > box.left).map(([said]) => said);
}"""


def taken_away(page: Page, figure: str, kind: str) -> Path:
    with page.expect_download() as download:
        page.click(f".figure-foot[data-figure={figure}] [data-download={kind}]")
    assert download.value.suggested_filename.endswith(f"2026-10.{kind}")
    return Path(download.value.path())


def test_the_page_opens_in_danish_without_a_complaint_or_a_request_to_elsewhere(visit: Visit, address: str) -> None:
    page = visit.follow(address + VIEW)
    assert page.locator(".js-plotly-plot .main-svg").count() >= 6
    assert english_said(page) == []
    assert visit.complaints == []
    assert all("localhost" in url for url in visit.requests if not url.startswith(("data:", "blob:")))


def test_on_a_meeting_room_screen_the_months_the_matrix_the_first_temaer_and_strips_are_seen(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address + VIEW)
    for place in (page.locator("table.matrix"), page.locator(".panel").nth(3), page.locator(".strip-row").nth(10)):
        box = box_of(place)
        assert box["y"] + box["height"] <= 1080


@pytest.mark.parametrize("width", [*WIDTHS, 1536])
def test_nothing_sticks_out_sideways_or_touches_what_stands_beside_it(visit: Visit, address: str, width: Any) -> None:
    page = visit.follow(address + VIEW, size=(width, 768))
    outside = page.evaluate(
        """(width) => [...document.querySelectorAll(".stMain .stHtml *, .stMain .js-plotly-plot")]
            .filter((element) => element.closest("details, .strip-name > *") === null)
            .filter((element) => element.getBoundingClientRect().right > width + 1)
            .map((element) => element.className)""",
        width,
    )
    assert outside == []
    assert not sticks_out(page)
    for each in (
        ".st-key-maaneder .xtick text",
        "table.matrix thead th .light",
        "table.matrix tbody tr:nth-child(4) > :nth-child(-n+2)",
    ):
        assert page.evaluate(TOUCHES_THE_NEXT, each) == []


def test_a_view_in_a_fresh_browser_is_the_same_view(visit: Visit, address: str, colleague: Visit) -> None:
    page = visit.follow(address + VIEW)
    page.click(".st-key-per button >> text=Udvalg")
    page.wait_for_url("**per=udvalg**")
    settle(page, "h2 >> text=Pr. udvalg")
    page.click(".st-key-vis button >> text=Antal")
    page.wait_for_url("**vis=antal**")
    before = settle(page, "text=Antal indsatser i alt").inner_text(".panels")
    fresh = colleague.open(page.url)
    assert fresh.locator("h2 >> text=Pr. udvalg").is_visible()
    assert fresh.locator("text=Antal indsatser i alt").is_visible()
    assert fresh.inner_text(".panels") == before


def test_a_cell_of_the_matrix_leads_to_its_list_and_the_way_back_to_the_page(visit: Visit, address: str) -> None:
    page = visit.follow(address + VIEW)
    page.locator("table.matrix td.unchanged a").first.click()
    page.wait_for_url("**/indsats?**fra=red**til=red**")
    settle(page, "table.lines")
    page.go_back()
    settle(page, "table.matrix")
    assert "udvikling" in page.url


def test_a_bar_segment_leads_to_the_lines_behind_it(visit: Visit, address: str) -> None:
    page = visit.follow(address + VIEW)
    bar = box_of(page.locator(".st-key-maaneder .trace.bars").first.locator(".point path").nth(-1))
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2, steps=5)
    page.wait_for_selector(".st-key-maaneder .hoverlayer .hovertext")
    page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_url("**/indsats?**lys=green**")


def test_every_figure_can_be_taken_away_as_a_picture_and_numbers_and_a_chart_as_a_drawing(
    visit: Visit, address: str, october: tuple[LightCount, ...]
) -> None:
    page = visit.open(address + VIEW)
    assert page.locator("[data-download=svg]").count() == len(PLOTTED)
    for figure in PLOTTED:
        drawing = taken_away(page, figure, "svg").read_text("utf-8")
        assert drawing.startswith("<svg")
        assert "Hele planen" in drawing
    for figure in FIGURES:
        assert taken_away(page, figure, "png").read_bytes().startswith(b"\x89PNG")
    page = visit.open(address + VIEW)  # Chromium lets no page give more than ten files in a row
    rows = taken_away(page, "overgange", "csv").read_bytes().decode("utf-8")
    assert rows.startswith("\ufeffFra \\ til;Rød;Gul;Grøn;")
    last = taken_away(page, "maaneder", "csv").read_bytes().decode("utf-8").strip().splitlines()[-1]
    counts = [count.n for count in october]
    assert last.split(";") == ["Oktober 2026", *map(str, counts), str(sum(counts))]


def test_a_figure_opens_as_a_table_and_all_lines_are_a_click_away_with_the_months_in_sight(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address + VIEW)
    assert page.locator(".figure-table").count() == 0
    page.click(".figure-foot[data-figure=maaneder] summary")
    page.wait_for_selector(".figure-foot[data-figure=maaneder] table >> text=Oktober 2026")
    page.click("a.show-all")
    page.wait_for_function("() => document.querySelectorAll('.strip-name').length > 100")
    settle(page).locator(".strip-name").nth(90).scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.strip-head').getBoundingClientRect().top < 300")
    head, bar = box_of(page.locator(".strip-head")), box_of(page.locator("[data-testid=stHeader]"))
    assert bar["y"] + bar["height"] <= head["y"] + 2


def test_what_draws_figures_is_made_ready_on_a_page_that_has_none(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/indsats", "table.lines")
    asked = "() => performance.getEntriesByType('resource').filter((each) => each.name.includes('PlotlyChart')).length"
    page.wait_for_function(f"{asked} === 2")  # fetched with the page, and run when it has been still
