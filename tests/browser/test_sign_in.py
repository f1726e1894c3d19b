"""Signing in with a real provider, in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import free_port, serve, still
from dashboard.domain.scope import PLAN
from dashboard.intake import receive_workbook
from dashboard.store.database import open_database
from dashboard.web.gate import NO_FILE, SIGN_IN_FIRST
from dashboard.web.sign_in import WELCOME
from workbook_maker import write_workbook

pytestmark = pytest.mark.browser
PEOPLE = {"anna": ["laeser"], "bo": ["administrator"], "carl": []}
SECRETS = """
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "en lang og tilfældig tekst"
client_id = "status"
client_secret = "hemmelig"
server_metadata_url = "http://localhost:{port}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def behind_sign_in(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app, over a plan with a closed line, with a provider that knows three people."""
    folder, port = tmp_path_factory.mktemp("log-ind"), free_port()
    rows = [
        ["Udmøntningsplan 2025-2028 - hele planen"], ["Status pr. ultimo maj 2025"],
        ["Indsats", "Udvalg", "Farve", "Lukket sag"], ["Flåde", "ØK", "Rød", ""], ["Hemmelig", "AU", "Rød", "X"],
    ]  # fmt: skip
    people = [User(sub=name, claims={"name": name.title(), "roles": roles}) for name, roles in PEOPLE.items()]
    with run_server_in_thread(user_claims=people) as provider:
        secrets = folder / "secrets.toml"
        secrets.write_text(SECRETS.format(url=f"http://localhost:{port}", port=provider.server_port), "utf-8")
        database = Path(shutil.copy(empty_database, folder))
        opened = open_database(database)
        content = write_workbook(folder / "Status.xlsx", {"Ark1": rows}).read_bytes()
        assert receive_workbook(opened, content, "Status.xlsx", scope=PLAN).receipt.accepted
        opened.close()
        with serve(database, port, "--secrets.files", str(secrets)) as (url, _):
            yield url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with still(browser) as opened:
        yield opened


def sign_in(context: BrowserContext, url: str, name: str, path: str = "") -> Page:
    """Sign in as somebody, from a page of the app to the app again."""
    page = context.new_page()
    page.goto(f"{url}{path}")
    page.get_by_role("button", name="Log ind").click()
    page.locator("input[name=sub]").fill(name)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url(f"{url}/**")
    return page


def _first_sight(context: BrowserContext, address: str) -> str:
    """Give what is drawn before the framework starts; a busy server may leave it out, so it is asked for again."""
    answers = (context.request.get(f"{address}/?omfang=plan", headers={"Accept": "text/html"}) for _ in range(5))
    drawn = (answer.text().partition("first-sight") for answer in answers)
    return next((shown for _, _, shown in drawn if shown), "")


def test_each_is_let_in_with_their_role_and_out_again(context: BrowserContext, behind_sign_in: str) -> None:
    deep = "/vejledning?maaned=2026-08&udvalg=B%C3%98RN"
    page = sign_in(context, behind_sign_in, "anna", deep)
    expect(page.get_by_role("heading", name="Vejledning")).to_be_visible()
    assert page.url == f"{behind_sign_in}{deep}", "the first address that was asked for survives"
    expect(page.get_by_role("link", name="Indlæsning")).to_have_count(0)
    page.get_by_role("button", name="Log ud").click()
    page.wait_for_url("**/oauth2/end_session*")
    page.goto(behind_sign_in)
    expect(page.get_by_text(WELCOME)).to_be_visible()


def test_somebody_without_a_role_and_a_cookie_that_was_changed_see_nothing(
    context: BrowserContext, behind_sign_in: str
) -> None:
    page = sign_in(context, behind_sign_in, "carl")
    expect(page.get_by_text("Carl, du har ingen rolle her")).to_be_visible()
    page = sign_in(context.browser.new_context(), behind_sign_in, "bo")  # type: ignore[union-attr]
    expect(page.get_by_text("Bo", exact=True)).to_be_visible()
    cookies = page.context.cookies()
    (told,) = [each for each in cookies if each["name"].endswith("streamlit_user")]
    assert told["httpOnly"]
    value = told["value"]
    changed = value[:40] + ("A" if value[40] != "A" else "B") + value[41:]
    page.context.add_cookies([{**told, "value": changed}])  # type: ignore[typeddict-item]
    page.reload()
    expect(page.get_by_text(WELCOME)).to_be_visible()
    page.context.close()


def test_two_in_the_same_second_see_each_their_own_and_a_file_goes_to_nobody_without_sign_in(
    context: BrowserContext, behind_sign_in: str
) -> None:
    other = context.browser.new_context()  # type: ignore[union-attr]
    anna, bo = sign_in(context, behind_sign_in, "anna", "/indsats"), sign_in(other, behind_sign_in, "bo", "/indsats")
    for _ in range(2):
        for page in (anna, bo):
            page.goto(f"{behind_sign_in}/roede-indsatser?omfang=plan", wait_until="commit")
        for page, name, others, closed in ((anna, "Anna", "Bo", 0), (bo, "Bo", "Anna", 1)):
            expect(page.get_by_text("Flåde").first).to_be_visible()
            expect(page.locator("[data-testid=stSidebar]").get_by_text(name, exact=True)).to_be_visible()
            expect(page.get_by_text(others, exact=True)).to_have_count(0)
            expect(page.get_by_role("link", name="Hemmelig")).to_have_count(closed)
    bo.goto(f"{behind_sign_in}/indlaesning")
    bo.get_by_role("button", name="Hent skabelon").click()
    with bo.expect_response("**/media/*") as given, bo.expect_download() as taken:
        bo.get_by_role("button", name="Hent skabelonen", exact=True).click()
    assert taken.value.suggested_filename.endswith(".xlsx")
    stranger = context.browser.new_context()  # type: ignore[union-attr]
    first = [_first_sight(each, behind_sign_in) for each in (stranger, context, other)]
    assert [bool(drawn) for drawn in first] == [False, True, True], "what is seen before the framework starts"
    assert first[1] != first[2]
    answers = [each.request.get(given.value.url) for each in (other, context, stranger)]
    assert [each.status for each in answers] == [200, 404, 403], "whose file it is, another, nobody"
    assert [each.text() for each in answers[1:]] == [NO_FILE, SIGN_IN_FIRST]
    bo.locator("input[type=file]").set_input_files({"name": "Tom.xlsx", "mimeType": "", "buffer": b"tom"})
    expect(bo.get_by_role("heading", name="Tom.xlsx")).to_be_visible()
    other.close()
    stranger.close()
