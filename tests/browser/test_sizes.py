"""Every size of screen is designed: a wall, a laptop at twice its size, a tablet, a telephone, and paper."""

import io

import pytest
from pypdf import PdfReader

from browser.visiting import Visit, box_of, resize, settle, sticks_out

WALL, TWICE, TABLET, TELEPHONE = (3840, 2160), (960, 540), (768, 1024), (320, 800)
PAGES = {"": ".card", "roede-indsatser": ".red-line", "udvikling": ".panel", "udvalg": ".udvalg-matrix"}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_sideways_at_any_size(visit: Visit, address: str, path: str) -> None:
    page = visit.look(f"{address}/{path}", PAGES[path])
    assert [size for size in (TELEPHONE, TABLET, TWICE, WALL) if sticks_out(resize(page, size))] == []


def test_a_wall_shows_what_a_screen_of_1920_shows_and_figures_and_lists_open_where_they_are(
    visit: Visit, address: str
) -> None:
    page = visit.open(f"{address}/udvikling", ".panel", size=WALL)
    assert page.locator("h1").first.evaluate("h1 => h1.getBoundingClientRect().height") > 60
    box = box_of(page.locator(".st-key-maaneder .bars path").first)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "August 2026" in (page.locator(".hoverlayer .hovertext").first.text_content() or "")
    field = page.locator(".st-key-omfang input")
    field.click()
    offered = box_of(page.get_by_role("option").first)
    below = box_of(field)
    assert abs(offered["x"] - below["x"]) < 60
    assert 0 < offered["y"] - below["y"] < 160


def test_paper_says_what_the_page_says_and_nothing_it_is_steered_with(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/indsats", "table.lines")
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
