"""The walk-through where only a browser can tell: the connection, the tab, the keys, and where it was left."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, WebSocketRoute, expect

from browser.conftest import MILLISECONDS, OCTOBER, free_port, serve
from browser.visiting import LAPTOP, MEETING_ROOM, Visit, box_of, cut, resize, settle, sticks_out
from dashboard import queries
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.records import plan_meeting

pytestmark = pytest.mark.browser

TEXT = "[class*=st-key-beslutning_text_] textarea"
HEALTH = "**/_stcore/h*"

expect.set_options(timeout=MILLISECONDS)


@pytest.fixture(scope="module")
def walk(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a database of these tests' own, and give the address of its first meeting's walk-through."""
    copy = Path(shutil.copy(example_database, tmp_path_factory.mktemp("gennemgang")))
    plan_october(copy)
    with serve(copy, free_port()) as (url, _):
        yield f"{url}/direktionsmoede?moede=1&del=gennemgang"


def plan_october(path: Path) -> None:
    """Plan a meeting on the newest status, as the button of the page does."""
    database = queries.open_database(path)
    con = database.cursor()
    selection = queries.default_selection(con, OCTOBER, scope=CROSS_CUTTING)
    assert selection is not None
    day = date(2026, 11, 12)
    lines = queries.agenda_proposal(con, selection, DIREKTIONEN, day)
    meeting = Meeting(DIREKTIONEN, day, OCTOBER, CROSS_CUTTING, selection.plan)
    plan_meeting(database, meeting, [(line.indsats_id, line.reasons) for line in lines], "Anna")
    database.close()


@pytest.fixture
def at(walk: str, visit: Visit) -> Callable[[int | str], Page]:
    """Open a point of the meeting: the first time as somebody who was never there."""
    stations: list[int | str] = []

    def open_station(station: int | str) -> Page:
        stations.append(station)
        address = f"{walk}&punkt={station}"
        return (
            visit.open(address, ".walk-steps")
            if len(stations) == 1
            else settle(goto(visit.page, address), ".walk-steps")
        )

    return open_station


def goto(page: Page, address: str) -> Page:
    page.goto(address)
    return page


def sign(page: Page) -> Locator:
    return page.locator("[data-name$='-text']")


def is_at(page: Page, number: int) -> None:
    expect(page.locator(".walk-number")).to_have_text(re.compile(rf"^{number} / "))
    settle(page)


def test_what_was_typed_when_the_connection_was_lost_is_sent_when_it_is_back(
    at: Callable[[int | str], Page], visit: Visit
) -> None:
    sockets: list[WebSocketRoute] = []
    is_down = False

    def connect(socket: WebSocketRoute) -> None:
        if is_down:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    visit.page.route_web_socket("**/_stcore/stream", connect)
    page = at(1)
    page.locator(TEXT).press_sequentially("Sagen udsættes.")
    expect(sign(page)).to_have_attribute("data-state", "saved")
    page.locator(TEXT).press_sequentially(" Fagchefen vender")
    is_down = True

    def refuse(route: Route) -> None:
        route.abort()

    page.route(HEALTH, refuse)
    sockets[-1].close()
    expect(sign(page)).to_have_attribute("data-state", "silent")
    expect(sign(page).locator(".kept-silent")).to_be_visible()
    is_down = False
    page.unroute(HEALTH)
    expect(sign(page)).to_have_attribute("data-state", "saved")
    settle(page)
    page = at(1)
    expect(page.locator(".walk-decided").first).to_have_text("Sagen udsættes. Fagchefen vender")


def test_what_was_typed_in_a_tab_that_was_closed_at_once_is_offered_and_goes_on_with_the_same_decision(
    at: Callable[[int | str], Page],
) -> None:
    page = at(2)
    page.locator(TEXT).press_sequentially("Først.")
    expect(sign(page)).to_have_attribute("data-state", "saved")
    page.evaluate("EventTarget.prototype.dispatchEvent = () => true")  # nothing more is sent
    page.locator(TEXT).press_sequentially(" Og så det sidste.")
    page = at(2)
    offer = page.locator(".draft-offer")
    expect(offer).to_contain_text("Først. Og så det sidste.")
    offer.get_by_role("button", name="Brug den").click()
    expect(page.locator(".st-key-beslutning_text_2_1 textarea")).to_have_value("Først. Og så det sidste.")
    expect(sign(page)).to_have_attribute("data-state", "saved")
    expect(page.locator(".walk-decided")).to_have_count(0)  # one decision, and it is the one in the fields
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:'))") == []


def test_a_line_is_looked_up_and_one_comes_back_and_the_next_time_goes_on_there(
    at: Callable[[int | str], Page], walk: str
) -> None:
    page = at(4)
    page.keyboard.press("/")
    page.keyboard.type("Hurtigere afklaring")
    page.get_by_role("option").filter(has_text="Hurtigere afklaring").first.click()
    expect(page.locator(".walk-name h1")).to_contain_text("Hurtigere afklaring")
    expect(page.locator(".walk-number")).to_have_text("Slået op")
    settle(page)
    expect(page.locator(".called-up .walk-step.previous")).to_be_focused()  # the search lets go of the keyboard
    page.keyboard.press("ArrowLeft")
    is_at(page, 4)
    page.locator(".walk-step.next").click()
    is_at(page, 5)
    page.locator("[data-minutes='3']").evaluate("link => link.click()")
    expect(page.locator(".walk-clock")).to_have_text(re.compile(r"0:0\d af 3:00"))

    settle(goto(page, walk.replace("&del=gennemgang", "&del=dagsorden")), ".agenda-row")
    page.locator(".meeting-parts a", has_text="Gennemgang").click()
    is_at(page, 5)
    settle(goto(page, walk), ".walk-steps")
    is_at(page, 5)


def test_a_date_that_does_not_exist_is_told_and_not_turned_into_another(at: Callable[[int | str], Page]) -> None:
    page = at(6)
    page.locator(TEXT).fill("Der følges op.")
    expect(sign(page)).to_have_attribute("data-state", "saved")
    settle(page)  # or the field would be drawn anew under who types in it
    day = page.locator("[class*=st-key-beslutning_due_] .react-aria-DateField")
    leave: list[Callable[[], object]] = [
        lambda: page.keyboard.press("Tab"),
        lambda: page.keyboard.press("Enter"),
        lambda: page.locator(".walk-name h1").click(),
    ]
    for way in leave:
        day.locator("[data-type=day]").click()
        page.keyboard.type("31022027", delay=50)
        way()
        expect(page.locator(".wrong-day")).to_have_text("31.02.2027 findes ikke. Skriv en anden dato.")
        expect(day.locator("[data-type=day]")).to_have_text("dd")  # it is waited for
    page.locator(TEXT).click()
    expect(sign(page)).to_have_attribute("data-state", "saved")
    expect(at(6).locator(".decided")).not_to_contain_text("frist")


def test_the_whole_list_is_on_one_screen(at: Callable[[int | str], Page]) -> None:
    page = at("liste&skaerm=ja")
    for size in (MEETING_ROOM, LAPTOP, (3840, 2160)):
        resize(page, size)
        assert not sticks_out(page)
        assert not cut(page, ".list-counts, .list-end, .list-row .badge")
        last, bar = box_of(page.locator(".list-row").last), box_of(page.locator(".walk-steps"))
        assert last["y"] + last["height"] <= bar["y"] + 1
