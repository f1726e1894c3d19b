"""The whole way of a workbook in a real browser: dropped, seen, saved, withdrawn and brought back."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page

from asking_workbooks import two_lights
from browser.visiting import LAPTOP, MEETING_ROOM, Visit, box_of, resize, settle, sticks_out
from fixture_types import MakeWorkbook
from said_on_page import english_said

pytestmark = pytest.mark.browser

PAGE = "/indlaesning"
EXAMPLES = Path(__file__).parents[2] / "data" / "eksempel"
HEAD = ["Indsats", "Udvalg", "Farve"]


def write(make_workbook: MakeWorkbook, *lines: Any, name: str = "november.xlsx") -> Path:
    heading = [["Udmøntningsplan 2025-2028 - tværgående indsatser"], ["Status pr. ultimo november 2026"]]
    return make_workbook([*heading, HEAD, *lines], name=name)


def drop(page: Page, *paths: Any) -> None:
    page.set_input_files("input[type=file]", [str(path) for path in paths])


def first_revision(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator(".revision").first.inner_text())


def change_first_revision(page: Page, says: Any, then: Any, told: Any) -> None:
    page.locator(".st-key-historik a.open").first.click()
    page.get_by_role("button", name=says, exact=True).wait_for()
    if says == "Træk tilbage":
        page.get_by_label("Hvorfor trækkes den tilbage?").fill("Forkert måned")
    page.get_by_role("button", name=says, exact=True).click()
    page.get_by_test_id("stToast").filter(has_text=told).first.wait_for()  # it goes by itself
    page.wait_for_selector(f".revision >> nth=0 >> text={then}")
    page.wait_for_selector("[role=dialog]", state="detached")
    assert page.get_by_role("heading", name="Hvad er indlæst").is_visible()


def test_a_workbook_is_seen_saved_withdrawn_and_brought_back(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    page = visit.open(address + PAGE)
    drop(page, write(make_workbook, ["Flådestyring R003", "ØK", "Rød"], ["Noget nyt", "KB", "Grøn"]))
    page.wait_for_selector("text=November 2026 · Tværgående indsatser · 2025-2028 · revision 1 · 2 indsatser")
    assert page.locator(".compact .card-count[data-light=red]").inner_text() == "1"
    assert "Noget nyt" in page.inner_text(".kind:has-text('Ny')")
    assert "November" not in first_revision(page)
    page.click(".st-key-indlaes button")
    page.wait_for_selector("text=Gemt: November 2026 · Tværgående indsatser · 2025-2028 · revision 1 · 2 indsatser")
    page.locator(".revision").first.filter(has_text="November 2026").wait_for()
    assert "November 2026 · Tværgående indsatser · 2025-2028 revision 1 Gælder" in first_revision(page)
    change_first_revision(page, "Træk tilbage", "Trukket tilbage", "er trukket tilbage")
    change_first_revision(page, "Hent frem igen", "Gælder", "er hentet frem igen")
    page.get_by_role("link", name="Se november 2026 på Overblik").click()
    page.wait_for_selector("text=November 2026 sammenlignet med oktober 2026 · Tværgående indsatser · 2 indsatser")
    page.get_by_role("link", name="Indlæsning").click()
    page.wait_for_selector("text=Hvad er indlæst")
    # the other tests' plan ends in October
    change_first_revision(page, "Træk tilbage", "Trukket tilbage", "er trukket tilbage")


def test_the_original_comes_back_byte_for_byte(visit: Visit, address: str) -> None:
    page = visit.follow(address + PAGE)
    page.locator("tr.revision", has_text="Oktober 2026").first.get_by_role("link").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent den originale fil").click()
    sent = EXAMPLES / download.value.suggested_filename
    assert Path(download.value.path()).read_bytes() == sent.read_bytes()


def test_the_template_of_the_next_month_is_taken_from_the_page_and_can_be_dropped_again(
    visit: Visit, address: str, tmp_path: Path
) -> None:
    page = visit.open(address + PAGE)  # a session before may have chosen another scope
    page.get_by_role("button", name="Hent skabelon").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent skabelonen", exact=True).click()
    assert download.value.suggested_filename == "skabelon-hele-planen-2026-11.xlsx"
    download.value.save_as(tmp_path / "retur.xlsx")
    page.keyboard.press("Escape")
    drop(page, tmp_path / "retur.xlsx")
    page.wait_for_selector("text=November 2026 · Hele planen · 2025-2028 · revision 1 · 142 indsatser")


def test_an_open_revision_is_a_link_and_closing_it_lets_go_of_it(visit: Visit, address: str) -> None:
    page = visit.follow(address + PAGE)
    link = page.locator("tr.revision", has_text="Oktober 2026").first.get_by_role("link")
    assert re.fullmatch(r"Åbn Oktober 2026 · .+, revision 1", link.get_attribute("aria-label") or "")
    link.click()
    page.wait_for_selector("[role=dialog] .events")
    linked = page.url
    assert re.search(r"\?revision=2025-2028\.2026-10\.\w+\.1$", linked)
    page.keyboard.press("Escape")
    page.wait_for_selector("[role=dialog]", state="detached")
    page.wait_for_function("() => !location.search.includes('revision=')")
    visit.open(linked, "[role=dialog] .events")


def test_an_explanation_opens_beside_the_page_that_the_file_lies_on(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    page = visit.open(address + PAGE)
    drop(page, write(make_workbook, ["A", "ØK", "lilla"]))
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Forklaring: Ukendt status").click()
    popup.value.wait_for_selector("details#unknown-light[open]")
    popup.value.close()
    assert page.locator(".st-key-indlaes button").is_visible()


def test_the_page_is_danish_also_when_files_lie_there_and_the_copy_has_the_issues_as_comments(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    page = visit.open(address + PAGE)
    assert "eller træk en eller flere hertil" in page.inner_text("[data-testid=stFileUploader]")
    assert english_said(page) == []
    drop(page, write(make_workbook, ["A", "ØK", "lilla"], name="fejl.xlsx"))
    page.wait_for_selector("text=1 indsats bliver ikke indberettet")
    settle(page, "text=Indlæs alligevel")
    assert english_said(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent kopi med kommentarer").click()
    sheet = openpyxl.load_workbook(BytesIO(Path(download.value.path()).read_bytes()))["Ark1"]
    assert sheet["C4"].comment.text.startswith("FEJL: 'lilla' er ikke en kendt status")
    assert download.value.suggested_filename == "fejl - med kommentarer.xlsx"


def test_a_question_is_answered_and_a_wide_table_is_read_by_the_keyboard_in_a_box_of_its_own(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    page = visit.open(address + PAGE)
    extra = [f"Bilag {number}" for number in range(1, 15)]
    rows = [[*row, *(extra if number == 2 else [])] for number, row in enumerate(two_lights("november 2026"))]
    drop(page, make_workbook(rows, name="november.xlsx"))
    settle(page, "text=Hvilken kolonne er lyset?")
    assert english_said(page) == []
    assert page.locator(".samples td[style*='#FF0000']").count() == 2
    page.get_by_text("C »Status tid«").click()
    page.get_by_role("button", name="Læs igen med svarene").click()
    settle(page, ".st-key-indlaes button")
    page.get_by_role("tab", name="Sådan er den læst").click()
    last = page.get_by_role("combobox", name="Kolonne R Bilag 14 er læst som")
    last.focus()
    last.press_sequentially("Statust")
    last.press("Enter")
    settle(page, "text=Kolonnen »Bilag 14« er Statustekst. Huskes")
    assert page.get_by_role("tab", name="Sådan er den læst").get_attribute("aria-selected") == "true"
    box = page.locator(".st-key-laest_tabel")
    assert box.evaluate("box => box.scrollLeft > 0 && box.scrollWidth > box.clientWidth")
    assert "Rød" in page.locator(".st-key-laest_linjer").inner_text()
    heights = box.evaluate("box => [...box.querySelectorAll('.stHtml')].map((column) => column.offsetHeight)")
    assert len(set(heights)) == 1
    assert [size for size in (MEETING_ROOM, LAPTOP) if sticks_out(resize(page, size))] == []
    assert english_said(page) == []


def test_what_decides_is_above_the_fold_and_nothing_sticks_out(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    page = visit.open(address + PAGE)
    drop(page, write(make_workbook, ["A", "ØK", "Rød"], name="et ret langt navn til en projektmappe 2026-11.xlsx"))
    settle(page, ".st-key-indlaes button")
    for size in (MEETING_ROOM, LAPTOP):
        box = box_of(resize(page, size).locator(".st-key-indlaes button"))
        assert box["y"] + box["height"] <= size[1]
        assert not sticks_out(page)
