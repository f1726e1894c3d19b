"""Every page, and each kind of part once: accessibility in light and dark, nothing cut off, and not a word of English.

By day each state is visited at one size, the next at the next one. By night (DASHBOARD_NIGHTLY=1) every state is
visited at every size, and its words are read in browsers of three languages.
"""

import re
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from asking_workbooks import two_lights
from browser.conftest import EXAMPLES, PROJECT, free_port, serve, still
from browser.screenshots import SIZES, STATES, State, hold_meetings
from browser.visiting import box_of, settle, sticks_out
from nightly import IS_NIGHT
from said_on_page import english_said
from workbook_maker import write_workbook

pytestmark = pytest.mark.browser

LANGUAGES = ("en-US", "da-DK", "de-DE") if IS_NIGHT else ("en-US",)
WINDOWS = tuple(SIZES.values())
AXE = Path(__file__).with_name("axe.min.js")
LISTED = re.findall(
    r"^\| `([\w-]+)` \| `(.+?)` \|", (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8"), re.MULTILINE
)
OPENED = (
    State("filter", "", ".st-key-udvalg input"),
    State("farver", "", "text=Hvordan læses siden?"),
    State("menu", "", "[data-testid=stMainMenu] button"),
    State("kalender", "direktionsmoede", "[data-testid=stDateInput] button"),
)
# What differs from another state in nothing that is looked for here, or holds only kinds of parts that others hold.
SELDOM = {
    "overblik-skaerm",
    "overblik-filter",
    "overblik-soegning",
    "roede-skaerm",
    "udvikling-skaerm",
    "moede-punkt",
    "moede-hele-listen",
    "udvikling",
    "udvalg-et",
}
WHICH = [state for state in (*STATES, *OPENED) if IS_NIGHT or state.name not in SELDOM]
OVER = "body > div:not(#root)"  # where lists, menus and windows open
OPEN = "places => [...document.querySelectorAll(places)].some((place) => place.checkVisibility() && place.innerText)"
OF_STREAMLIT = "([name, place]) => document.querySelector(name)?.closest(place) !== null"
Found = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def found(browser: Browser, example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Visit every state and give what was found there, by what is looked for."""
    database = Path(shutil.copy(example_database, tmp_path_factory.mktemp("set")))
    point = hold_meetings(database)
    uploads = _uploads(database.parent)
    told: dict[str, list[str]] = defaultdict(list)
    with serve(database, free_port()) as (address, _):
        for language in LANGUAGES:
            look = _look if language == LANGUAGES[0] else _read
            with still(browser, locale=language) as context:
                context.add_init_script(path=AXE)
                page = context.new_page()
                for number, state in enumerate(WHICH):
                    within = "html" if state.opened in ("", ".figure-foot summary") else OVER
                    for window in WINDOWS if IS_NIGHT else WINDOWS[number % len(WINDOWS) :][:1]:
                        _visit(page, f"{address}/{state.path.format(point=point)}", state, window)
                        look(page, told, f"{state.name} {window[0]} {language}", within)
                for name, (there, files) in uploads.items():
                    _visit(page, f"{address}/indlaesning", State(name, "indlaesning"), WINDOWS[0])
                    page.set_input_files("input[type=file]", files)
                    settle(page, there)
                    look(page, told, f"{name} {language}", "html")
    return told


def _uploads(folder: Path) -> Mapping[str, tuple[str, Sequence[Path]]]:
    """Give what is dropped on Indlæsning, with what is there then: a month; a question, beside what is no workbook."""
    asks, torn = write_workbook(folder / "spørger.xlsx", {"Ark1": two_lights()}), folder / "ødelagt.xlsx"
    torn.write_bytes(b"ingen projektmappe")
    month = EXAMPLES / "hele-planen-2026-07.xlsx"
    return {"fil": (".st-key-indlaes button", [month]), "spørgsmål": (".st-key-laes_igen button", [asks, torn])}


def _visit(page: Page, address: str, state: State, window: tuple[int, int]) -> None:
    """Go there as a link does, which is quicker than loading the app anew, and open what is to be open."""
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.keyboard.press("Escape")
    if page.url == "about:blank":
        page.goto(address)
    elif page.url != address:
        page.evaluate("address => follow(address)", address)
    settle(page, "h1, .empty, .walk-list")
    opener = page.locator(state.opened or "nothing").first
    if opener.is_visible() and 0 <= box_of(opener)["x"] < window[0]:  # not in the filters that are folded away
        if not page.evaluate(OPEN, ".figure-foot table"):  # what was opened at another size stays open
            opener.click()
        page.wait_for_function(OPEN, arg=f"{OVER}, .figure-foot table")
        page.wait_for_timeout(300)


def _read(page: Page, told: dict[str, list[str]], where: str, _within: str) -> None:
    told["english"] += [f"{where}: {each}" for each in english_said(page)]


def _look(page: Page, told: dict[str, list[str]], where: str, within: str) -> None:
    _read(page, told, where, within)
    told["crowded"] += [f"{where}: {each}" for each in page.evaluate("crowded()")]
    told["crowded"] += [f"{where}: sticks out sideways"] if sticks_out(page) else []
    told["figures"] += [f"{where}: {each}" for each in page.evaluate("pale()")]
    told["form"] += [f"{where}: {each}" for each in page.evaluate("astray()")]
    _run_axe(page, told, where, within, {})
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("html[data-theme=dark] .stApp")
    told["figures"] += [f"{where} dark: {each}" for each in page.evaluate("pale()")]
    _run_axe(page, told, f"{where} dark", within, {"runOnly": ["color-contrast"]})
    if IS_NIGHT and within == "html":
        page.emulate_media(media="print")
        _run_axe(page, told, f"{where} dark on paper", within, {"runOnly": ["color-contrast"]})
    page.emulate_media(media="null", color_scheme="light")


def _run_axe(page: Page, told: dict[str, list[str]], where: str, within: str, rules: Mapping[str, Any]) -> None:
    for rule, target, html in page.evaluate("asked => broken(asked)", [within, rules]):
        own = [f"{rule} {place}" for of, place in LISTED if of == rule and page.evaluate(OF_STREAMLIT, [target, place])]
        told["streamlits" if own else "axe"] += own or [f"{where}: {rule} {target} {html}"]


def test_axe_finds_nothing_of_ours_in_light_or_dark(found: Found) -> None:
    assert "\n".join(found["axe"]) == ""


def test_what_is_streamlits_own_is_what_the_documentation_lists(found: Found) -> None:
    assert set(found["streamlits"]) == {f"{rule} {place}" for rule, place in LISTED}


def test_letters_in_figures_stand_out_in_light_and_dark(found: Found) -> None:
    assert "\n".join(found["figures"]) == ""


def test_what_leads_somewhere_looks_so_and_nothing_else_does(found: Found) -> None:
    assert "\n".join(found["form"]) == ""


def test_nothing_sticks_out_is_cut_off_or_lies_on_something_else_at_any_size(found: Found) -> None:
    assert "\n".join(found["crowded"]) == ""


def test_not_a_word_is_english_in_any_browser(found: Found) -> None:
    assert "\n".join(found["english"]) == ""
