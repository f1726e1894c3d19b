"""A meeting is planned before its status comes, follows it, is held in two windows, and reads like a case file."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from playwright.sync_api import Page, expect

from browser.conftest import EXAMPLES, MILLISECONDS, free_port, serve
from browser.visiting import LAPTOP, Visit, settle
from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.records import change_item, hold_meeting, plan_meeting

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).with_name("minutes.txt")
SEEN_OTHERWISE = "Flådestyring"
LIGHT, STATUS, FIRST, LAST = "I", "K", 10, 28  # the columns and rows of the example workbook
GREEN, RED = "FF92D050", "FFFF0000"
NEWLY_RED, NOT_RED = ("Bosætningskampagne", "Ledelsesinformation"), ("Arbejde med kloge", "Demensindsatsen")

expect.set_options(timeout=MILLISECONDS)


@pytest.fixture
def plan(example_database: Path, tmp_path: Path) -> Path:
    """Give a database in which direktionen saw a line otherwise than reported at its last meeting."""
    path = Path(shutil.copy(example_database, tmp_path))
    database = queries.open_database(path)
    con = database.cursor()
    selection = queries.default_selection(con, Month(2026, 9), scope=CROSS_CUTTING)
    assert selection is not None
    day = date(2026, 10, 7)
    lines = queries.agenda_proposal(con, selection, DIREKTIONEN, day)
    agenda = [(line.indsats_id, line.reasons) for line in lines if line.title == SEEN_OTHERWISE]
    meeting = plan_meeting(database, Meeting(DIREKTIONEN, day, selection.month, CROSS_CUTTING), agenda, "Anna")
    (item,) = queries.agenda(con, meeting)
    change_item(database, item.item_id, 1, "Anna", light=Light.YELLOW)
    hold_meeting(database, meeting, "Anna")
    database.close()
    return path


def november(inbox: Path) -> None:
    """Let November's status come: two lines are newly red, two are not red any longer."""
    book = load_workbook(EXAMPLES / "tvaergaaende-2026-10.xlsx")
    sheet = book.active
    assert sheet is not None
    sheet["A2"] = "Status pr. ultimo november 2026"
    for row in range(FIRST, LAST + 1):
        for names, colour in ((NEWLY_RED, RED), (NOT_RED, GREEN)):
            if any(name in str(sheet[f"B{row}"].value) for name in names):
                sheet[f"{LIGHT}{row}"].fill = PatternFill("solid", fgColor=colour)
                sheet[f"N{row}"] = None
    written = inbox.parent / "tvaergaaende-2026-11.xlsx"
    book.save(written)
    inbox.mkdir(exist_ok=True)
    written.rename(inbox / written.name)


def told(page: Page) -> str:
    """Give the minutes as the text for the case system, without the days and times of this run."""
    text = page.locator(".as-text pre").text_content() or ""
    text = re.sub(r"den \d\d-\d\d-\d{4}$", "den DAG", text, flags=re.MULTILINE)
    return re.sub(r"låst \d+\. \w+ \d{4} kl\. \d\d\.\d\d af .*\.", "låst DAG af NAVN.", text)


def test_a_meeting_follows_its_status_and_its_minutes_read_like_a_case_file(
    plan: Path, visit: Visit, colleague: Visit
) -> None:
    with serve(plan, free_port()) as (url, _):
        # planned on October's status, which is the newest
        screen = visit.open(f"{url}/direktionsmoede", ".st-key-opret button")
        screen.locator(".st-key-opret button").click()
        settle(screen, ".agenda-row")
        expect(screen.locator(".agenda-row", has_text=SEEN_OTHERWISE)).to_contain_text(
            "Direktionen så den som gul 7. oktober 2026"
        )
        laptop = colleague.open(screen.url, ".agenda-row", size=LAPTOP)

        # November's comes, and is taken over at one machine for both
        november(plan.parent / "indbakke")
        expect(screen.locator(".st-key-ny_status_hoved")).to_contain_text("Status for november 2026 er kommet:")
        screen.locator(".st-key-opdater button").click()
        for page in (screen, laptop):
            expect(page.locator(".subtitle")).to_contain_text("Status for november 2026")
        screen.locator(".st-key-saet_resten_paa button").click()
        expect(screen.locator(".st-key-saet_resten_paa")).to_have_count(0)

        # one point is decided at the laptop
        laptop.locator(".meeting-parts a", has_text="Gennemgang").click()
        laptop.locator(".list-row", has_text=SEEN_OTHERWISE).click()
        settle(laptop, ".walk-number")
        text = laptop.locator("[class*=st-key-beslutning_text_] textarea")
        text.press_sequentially("Fagchefen fremlægger tre modeller.")
        expect(laptop.locator(".saved-at")).to_have_text(re.compile("Gemt kl."))

        # the whole case and ten points at once on the screen, and the meeting is locked
        screen.locator(".meeting-parts a", has_text="Referat").click()
        settle(screen, "article.minutes")
        screen.locator("[class*=st-key-brug_saetning] button").click()
        expect(screen.locator("article.minutes")).to_contain_text("tog den til efterretning.")
        screen.locator(".st-key-flere button").first.click()
        screen.locator(".st-key-tag_til_efterretning button").click()
        expect(screen.locator("article.minutes")).to_contain_text("Til efterretning:")
        screen.locator(".st-key-afhold button").first.click()
        expect(screen.locator(".st-key-afhold_nu button")).to_be_visible()
        if screen.locator(".st-key-foer_tid").count():  # the day proposed for it is seldom today
            screen.locator(".st-key-foer_tid label").click()
        screen.locator(".st-key-afhold_nu button").click()
        expect(screen.locator("body")).to_contain_text("Mødet er afholdt")
        expect(laptop.locator("body")).to_contain_text("Mødet er afholdt")
        assert told(settle(screen)) == GOLDEN.read_text("utf-8")
