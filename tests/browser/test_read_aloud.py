"""Overblik, a card and the walk-through as a screen reader reads them, from top to bottom, written down to be read."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import free_port, serve
from browser.screenshots import hold_meetings
from browser.visiting import Visit, settle

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).with_name("read_aloud.txt")
NOT_SAID = re.compile(r"^ *- /(url|placeholder): .*\n", re.MULTILINE)
SAID_TWICE = re.compile(r"^(( *)- '?(?:link|button|radio|checkbox) .*?):\n(?:\2  .*\n)+", re.MULTILINE)
OTHER_EVERY_TIME = re.compile(r"indlæst \d+\. \w+ \d{4} kl\. [\d.]+")


def test_a_screen_reader_reads_what_was_written_down(visit: Visit, example_database: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(example_database, tmp_path))
    point = hold_meetings(database)
    with serve(database, free_port()) as (address, _):
        said = [
            _read(visit.open(address, ".signal-counts")),
            _read(_follow(visit.page, "Arbejde med kloge m²")),
            _read(visit.open(f"{address}/direktionsmoede?moede=2&del=gennemgang&punkt={point}", ".walk-name")),
        ]
    told = "\n".join(said)
    if told != GOLDEN.read_text(encoding="utf-8"):  # what is heard now is looked at, and then written down
        GOLDEN.with_suffix(".now.txt").write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def _follow(page: Page, name: str) -> Page:
    page.get_by_role("link", name=name).first.click()
    return settle(page, ".timeline")


def _read(page: Page) -> str:
    """Read the page's main part aloud: every name once."""
    settle(page)
    said = page.locator("[data-testid=stMain]").aria_snapshot() + "\n"
    return OTHER_EVERY_TIME.sub("indlæst …", SAID_TWICE.sub(r"\1\n", NOT_SAID.sub("", said)))
