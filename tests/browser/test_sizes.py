"""Every size of screen is designed: a wall, a laptop at twice its size, a tablet, a telephone, and paper."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from browser.visiting import Visit, box_of, cut, resize, settle, sticks_out

pytestmark = pytest.mark.browser

WALL, TWICE, TABLET, TELEPHONE = (3840, 2160), (960, 540), (768, 1024), (320, 800)
PAGES = {"": ".card", "roede-indsatser": ".red-line", "udvikling": ".panel", "udvalg": ".udvalg-matrix"}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_sideways_at_any_size(visit: Visit, address: str, path: str) -> None:
    page = visit.follow(f"{address}/{path}", PAGES[path])
    assert [size for size in (TELEPHONE, TABLET, TWICE, WALL) if sticks_out(resize(page, size))] == []


def test_a_wall_shows_what_a_screen_of_1920_shows_and_figures_and_lists_open_where_they_are(
    visit: Visit, address: str
) -> None:
    page = visit.follow(f"{address}/udvikling", ".panel", size=WALL)
    assert page.locator("h1").first.evaluate("h1 => h1.getBoundingClientRect().height") > 60
    box = box_of(page.locator(".st-key-maaneder .bars path").first)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    expect(page.locator(".hoverlayer .hovertext").first).to_contain_text("August 2026")  # after one on the way
    field = page.locator(".st-key-omfang input")
    field.click()
    offered = box_of(page.get_by_role("option").first)
    below = box_of(field)
    assert abs(offered["x"] - below["x"]) < 60
    assert 0 < offered["y"] - below["y"] < 160


def test_what_got_worse_and_why_is_read_from_four_metres_and_nothing_of_it_is_cut_off(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address, ".row-why")
    sizes = """(places) => places.map((place) => parseFloat(getComputedStyle(place).fontSize))"""
    assert min(page.locator(".kind.worsened .row-what, .kind.worsened .row-why").evaluate_all(sizes)) >= 20
    assert min(page.locator("[data-testid=stTopNavLink] span").evaluate_all(sizes)) >= 16
    assert cut(page, ".kind.worsened .row-why") == []


@pytest.mark.parametrize("path", ["", "roede-indsatser", "udvikling"])
def test_a_page_is_shown_alone_on_the_screen_larger_and_esc_comes_back_to_the_same(
    visit: Visit, address: str, path: str
) -> None:
    page = visit.follow(f"{address}/{path}", PAGES[path])
    before, height = page.url, box_of(page.locator("h1"))["height"]
    page.get_by_text("Vis på skærm", exact=True).click()
    settle(page, "a.bare.leave")
    for steering in ("stHeader", "stSidebar"):
        assert not page.get_by_test_id(steering).is_visible()
    assert box_of(page.locator("h1"))["height"] > 1.1 * height
    assert not sticks_out(page)
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")  # what Esc does first in a real browser
    page.keyboard.press("Escape")
    settle(page, "a.bare.enter")
    assert page.url == before
    assert page.get_by_test_id("stSidebar").is_visible()


def test_paper_says_what_the_page_says_and_nothing_it_is_steered_with(visit: Visit, address: str) -> None:
    page = visit.follow(f"{address}/indsats", "table.lines")
    settle(page)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    first = pdf.pages[0]
    assert float(first.mediabox.width) > float(first.mediabox.height)
    text = first.extract_text()
    assert "Oktober 2026 sammenlignet med september 2026" in text
    assert "Flådestyring" in "".join(each.extract_text() for each in pdf.pages)
    assert "R307" in text
    for steering in ("Søg indsats", "Hent som", "Kopiér link", "Nulstil", "Samlet"):
        assert steering not in text


def test_paper_is_white_and_its_letters_black_also_where_the_screen_is_dark(visit: Visit, address: str) -> None:
    page = visit.follow(f"{address}/indsats", "table.lines")
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("html[data-theme=dark] .stApp")
    page.emulate_media(media="print")
    look = "(part) => [getComputedStyle(part).backgroundColor, getComputedStyle(part).color]"
    looks = [page.locator(part).first.evaluate(look) for part in (".stApp", ".stMain", "h1")]
    page.emulate_media(media="null", color_scheme="light")
    assert looks == [["rgba(0, 0, 0, 0)", "rgb(17, 17, 17)"]] * 3


def test_on_paper_the_list_of_the_red_begins_on_the_first_page(visit: Visit, address: str) -> None:
    page = visit.follow(f"{address}/roede-indsatser", PAGES["roede-indsatser"])
    first = page.locator(".red-line").first.inner_text().splitlines()[0]
    expect(page.get_by_text("Klik på en søjle")).to_be_visible()
    text = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    assert first in text
    assert "Oktober 2026 sammenlignet med september 2026" in text
    assert "Antal røde i alt over søjlen." in text
    assert "Klik på" not in text
