"""Pictures of every page and state at every size in light and dark, and in print, with one page to look through.

Run as ``python3 start.py screenshots``; words narrow it to the states, sizes and themes whose names hold one of them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from browser.conftest import EXAMPLES, OCTOBER, PROJECT, filled, find_browser, free_port, launch, serve
from browser.visiting import WAS_HERE, resize, settle
from dashboard import queries
from dashboard.domain.meeting import DIREKTIONEN, Decision, Meeting
from dashboard.domain.scope import PLAN
from dashboard.records import hold_meeting, plan_meeting, take_note, write_decision

INTO = PROJECT / "screenshots"
SIZES = {
    "1920": (1920, 1080),
    "1366": (1366, 768),
    "3840": (3840, 2160),
    "960": (960, 540),
    "768": (768, 1024),
    "320": (320, 800),
}
PRINT = "print"
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
OPENING = 1000  # milliseconds until a click has begun to show
STYLE = """
body { font: 16px sans-serif; margin: 20px }
p { display: flex; flex-wrap: wrap; gap: 12px }
img, object { height: 260px; border: 1px solid #ccc }
"""
HELD, PLANNED = "moede=1&del=", "moede=2&del="


@dataclass(frozen=True)
class State:
    """A page in one of its states: its address, and what is opened on it by a click, if anything."""

    name: str
    path: str
    opened: str = ""


STATES = (
    State("overblik", ""),
    State("overblik-skaerm", "?skaerm=ja"),
    State("overblik-filter", "?udvalg=BUU"),
    State("overblik-uden-indsatser", "?tekst=findesikke"),
    State("overblik-hent", "", ".st-key-hent_status button"),
    State("overblik-soegning", "", ".st-key-soegning input"),
    State("roede", "roede-indsatser"),
    State("roede-skaerm", "roede-indsatser?skaerm=ja"),
    State("udvikling", "udvikling"),
    State("udvikling-skaerm", "udvikling?skaerm=ja"),
    State("udvikling-tabel", "udvikling", ".figure-foot summary"),
    State("udvalg", "udvalg"),
    State("udvalg-et", "udvalg?valgt=MTU"),
    State("indsats-liste", "indsats"),
    State("indsats-kort", "indsats?indsats=1"),
    State("signaler", "signaler"),
    State("halvaarsstatus", "halvaarsstatus?maaned=2026-05"),
    State("moeder", "direktionsmoede"),
    State("moede-dagsorden", f"direktionsmoede?{PLANNED}dagsorden"),
    State("moede-hele-listen", f"direktionsmoede?{PLANNED}gennemgang&skaerm=ja"),
    State("moede-punkt", f"direktionsmoede?{PLANNED}gennemgang&punkt={{point}}&skaerm=ja"),
    State("moede-punkt-i-appen", f"direktionsmoede?{PLANNED}gennemgang&punkt={{point}}"),
    State("moede-referat", f"direktionsmoede?{HELD}referat"),
    State("indlaesning", "indlaesning"),
    State("vejledning", "vejledning"),
)


def main(words: list[str]) -> int:
    """Take the pictures that the words ask for, all without any, and write the page that shows them."""
    names = tuple(state.name for state in STATES)
    sizes = [size for size in (*SIZES, PRINT) if _asked(words, size, (*SIZES, PRINT))]
    themes = [theme for theme in THEMES if _asked(words, theme, THEMES)]
    states = [state for state in STATES if _asked(words, state.name, names)]
    if find_browser() is None:
        print("Der er ingen Chromium, Chrome eller Edge at tage billeder i.", file=sys.stderr)
        return 1
    INTO.mkdir(exist_ok=True)
    with _shown() as (browser, address, point):
        for state in states:
            _take(browser, address + state.path.format(point=point), state, sizes, themes)
            print(state.name, flush=True)
    index = INTO / "index.html"
    index.write_text(_index(), encoding="utf-8")
    print(f"Se {index}")
    return 0


def _asked(words: list[str], name: str, among: tuple[str, ...]) -> bool:
    """Tell whether words ask for a name; they do not narrow what none of them speaks of."""
    speaking = [word for word in words if any(word in each for each in among)]
    return not speaking or any(word in name for word in speaking)


@contextmanager
def _shown() -> Iterator[tuple[Browser, str, int]]:
    """Serve the app over all of the example data, with a meeting that was held and one that is planned."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = filled(Path(folder) / "status.duckdb", sorted(EXAMPLES.glob("[!~]*.xlsx")))
        point = hold_meetings(database)
        browser = launch(playwright)
        with serve(database, free_port()) as (address, _):
            yield browser, f"{address}/", point
        browser.close()


def hold_meetings(path: Path) -> int:
    """Hold a meeting that decided of every point, plan the next, and give the first point of that."""
    database = queries.open_database(path)
    ask = queries.asks(database.cursor())
    selection = ask(queries.default_selection, OCTOBER, scope=PLAN)
    assert selection is not None
    for day in (date(2026, 11, 12), date(2026, 11, 26)):
        proposed = ask(queries.agenda_proposal, selection, DIREKTIONEN, day)
        agenda = [(line.indsats_id, line.reasons) for line in proposed]
        meeting = plan_meeting(database, Meeting(DIREKTIONEN, day, OCTOBER, PLAN, selection.plan), agenda, "Anna")
        if day.day == 12:
            first, *others = ask(queries.agenda, meeting)
            decided = Decision(
                first.item_id, "decision", "Fagchefen fremlægger tre modeller.", "Fagchefen", date(2026, 12, 1)
            )
            write_decision(database, decided, by="Anna")
            take_note(database, [item.item_id for item in others], by="Anna")
            hold_meeting(database, meeting, by="Anna")
    point = ask(queries.agenda, meeting)[0].item_id
    database.close()
    return point


def _take(browser: Browser, address: str, state: State, sizes: list[str], themes: list[Theme]) -> None:
    """Visit a state once, and take it at every size, on paper first: that is printed as on a laptop."""
    width, height = SIZES["1366"]
    page = browser.new_page(viewport={"width": width, "height": height}, locale="da-DK")
    page.add_init_script(WAS_HERE)
    page.goto(address)
    settle(page, "h1, .empty, .walk-list")
    if state.opened:
        page.locator(state.opened).first.click()
        page.wait_for_timeout(OPENING)
        settle(page)
    into = str(INTO / state.name)
    if PRINT in sizes:
        page.pdf(path=f"{into}_{PRINT}.pdf", prefer_css_page_size=True)
    for size in sizes:
        if size != PRINT:
            resize(page, SIZES[size])
            for theme in themes:
                page.emulate_media(color_scheme=theme)
                page.wait_for_selector(f"html[data-theme={theme}] .stApp")
                page.screenshot(path=f"{into}_{size}_{theme}.png")
    page.close()


def _index() -> str:
    """Write the page that shows every picture there is, also those of before: a row for each state."""
    rows = []
    for state in STATES:
        files = sorted(INTO.glob(f"{state.name}_*"), key=lambda file: file.stat().st_size)
        shown = "".join(f'<a href="{file.name}">{_picture(file)}</a>' for file in files)
        rows.append(f"<h2>{escape(state.name)}</h2><p>{shown}</p>")
    head = f'<meta charset="utf-8"><title>Skærmbilleder</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="da">{head}{"".join(rows)}</html>'


def _picture(file: Path) -> str:
    if file.suffix == ".pdf":
        return f'<object data="{file.name}" type="application/pdf">{file.name}</object>'
    return f'<img src="{file.name}" alt="{escape(file.stem)}" loading="lazy">'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
