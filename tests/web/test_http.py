"""What the browser gets before Streamlit: a Danish page with headers that keep the outside out."""

import asyncio
import base64
import gzip
import hashlib
import json
import re
import time
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.web import gate, http, sign_in
from dashboard.wording import texts
from event_loop import run_apart

ROUTES = [*http.ROUTES, Mount("/", StaticFiles(directory=get_static_dir(), html=True))]
PAGE = Starlette(middleware=http.MIDDLEWARE, routes=ROUTES)
PACKING = Starlette(
    middleware=[*http.MIDDLEWARE, Middleware(GZipMiddleware)], routes=ROUTES
)  # as Streamlit does itself


class Answer:
    """What came back for one request."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return (gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body).decode()


def get(path: str, app: ASGIApp = PAGE, method: str = "GET", **headers: str) -> Answer:
    """Ask the app as a server would."""
    sent: list[Message] = []
    asked_once = asyncio.Event()

    async def receive() -> Message:
        if not asked_once.is_set():
            asked_once.set()
            return {"type": "http.request", "body": b"", "more_body": False}
        return await asyncio.Future()  # a browser that stays connected

    async def send(message: Message) -> None:
        sent.append(message)

    asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "method": method, "path": path, "root_path": "", "query_string": b"", "headers": asked,
        "http_version": "1.1", "scheme": "http", "server": ("localhost", 80), "client": ("localhost", 1),
    }  # fmt: skip

    async def ask() -> None:
        await app(scope, receive, send)

    run_apart(ask())
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, body)


@pytest.fixture
def page() -> Answer:
    return get("/", accept="text/html")


def our_own(page: Answer, kind: str) -> str:
    """Give the one address of ours of a kind that the page points at."""
    (address,) = re.findall(rf'(?:src|href)="(\./assets/[^"]*\.{kind})"', page.text)
    return str(address)


def test_the_page_is_danish_from_its_first_byte(page: Answer) -> None:
    assert page.status == 200
    assert '<html lang="da">' in page.text
    assert "<title>Udmøntningsplan</title>" in page.text
    assert "You need" not in page.text
    assert "JavaScript" in page.text


def test_the_page_does_not_point_at_a_machine_interface(page: Answer) -> None:
    assert "agent" not in page.text
    assert "service-desc" not in page.text


def test_our_script_comes_before_every_other_one(page: Answer) -> None:
    scripts = re.findall(r"<script[^>]*>", page.text)
    assert scripts[0] == f'<script src="{our_own(page, "js")}">'
    assert "window.PlotlyLocales" in get(our_own(page, "js")[1:]).text


def test_nothing_on_the_page_is_fetched_from_the_outside(page: Answer) -> None:
    assert re.findall(r"(?:src|href)=\"(?!\./)([^\"]*)", page.text) == []


def test_only_our_own_scripts_may_run(page: Answer) -> None:
    rules = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert "unsafe" not in rules["script-src"]
    assert rules["default-src"] == "'self'"
    inline = re.findall(r"<script>(.*?)</script>", page.text, flags=re.DOTALL)
    assert inline
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules["script-src"]


@pytest.mark.parametrize("path", ["/", http.SCRIPT.path, "/manifest.json", "/findes-ikke"])
def test_every_answer_has_the_security_headers(path: str) -> None:
    headers = get(path).headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_the_page_for_those_who_ask_for_no_page_can_be_unpacked() -> None:
    page = get("/", PACKING, accept="image/avif,image/webp,*/*", accept_encoding="gzip")
    assert '<html lang="da">' in page.text


def test_a_page_is_compressed_for_those_who_take_it_and_says_the_same() -> None:
    packed, plain = get("/", accept="text/html", accept_encoding="gzip"), get("/", accept="text/html")
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < len(plain.body) == int(plain.headers["content-length"])
    assert packed.text == plain.text


def test_a_script_of_streamlits_is_packed_once_and_unpacks_to_the_same() -> None:
    path = re.findall(r'src="\.(/static/js/index[^"]*)"', get("/").text)[0]
    plain, packed, again = get(path), get(path, accept_encoding="gzip"), get(path, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
    assert again.body == packed.body
    assert len(packed.body) < len(plain.body) / 2
    assert "content-security-policy" in packed.headers


def test_a_part_of_a_script_is_given_as_it_is() -> None:
    path = re.findall(r'src="\.(/static/js/index[^"]*)"', get("/").text)[0]
    part = get(path, accept_encoding="gzip", range="bytes=0-9")
    assert part.status == 206
    assert len(part.body) == 10


def test_a_script_that_does_not_exist_is_not_remembered() -> None:
    assert get("/static/js/findes-ikke.js", accept_encoding="gzip").status == 404


def test_what_draws_the_counts_is_loaded_with_the_page_and_what_draws_figures_waits(page: Answer) -> None:
    assert re.search(r'rel="modulepreload" crossorigin href="./static/js/Html\.', page.text)
    assert re.search(r'rel="prefetch" crossorigin href="./static/js/PlotlyChart\.', page.text)


def test_beside_a_first_sight_all_that_the_framework_is_made_of_waits_and_nothing_of_it_is_missing(
    page: Answer,
) -> None:
    waiting = http.waiting_shell(page.text)
    at_once, _, later = waiting.partition('<template id="framework">')
    loads = re.compile(r'(?:src|href)="(\./static/js/[^"]*)"')
    assert loads.findall(at_once) == []
    assert loads.findall(later) == loads.findall(page.text)
    assert our_own(page, "css") in at_once
    assert page.headers["content-security-policy"] == http.content_security_policy(waiting)


def test_a_page_is_never_answered_from_an_older_copy(page: Answer) -> None:
    assert not {"etag", "last-modified"} & set(page.headers)
    assert get("/", accept="text/html", if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


def test_asking_for_the_headers_alone_gives_no_body() -> None:
    assert get("/", method="HEAD", accept="text/html").body == b""


def test_the_one_stylesheet_script_and_icon_are_served_and_kept_for_good(page: Answer) -> None:
    for kind in ("css", "js", "svg"):
        answer = get(our_own(page, kind)[1:])
        assert answer.status == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_every_style_and_script_is_in_the_one_that_is_served_under_the_name_of_its_content(page: Answer) -> None:
    for kind in ("css", "js"):
        served = get(our_own(page, kind)[1:]).text
        for path in http.ASSETS.glob(f"*.{kind}"):
            assert path.read_text("utf-8") in served
        assert hashlib.sha256(served.encode()).hexdigest()[:16] in our_own(page, kind)


def test_behind_tls_the_browser_is_told_to_stay_there_and_cookies_go_nowhere_else() -> None:
    async def with_cookie(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("x", headers={"set-cookie": "navn=Bo; Path=/"})(scope, receive, send)

    app = http.DanishPage(with_cookie)
    bare, behind = get("/", app), get("/", app, x_forwarded_proto="https")
    assert ("strict-transport-security" in bare.headers, bare.headers["set-cookie"]) == (False, "navn=Bo; Path=/")
    assert behind.headers["strict-transport-security"] == "max-age=31536000"
    assert behind.headers["set-cookie"] == "navn=Bo; Path=/; Secure"


def test_the_page_reaches_our_own_host_alone_and_nobody_reads_the_metrics(page: Answer) -> None:
    assert "connect-src 'self';" in page.headers["content-security-policy"]
    assert get("/_stcore/metrics").status == 404


def test_a_name_that_is_not_ours_is_answered_with_nothing_of_what_is_stored() -> None:
    for path in ("/", "/media/abc.pdf"):
        refused = get(path, accept="text/html", host="ond.dk:8501")
        assert (refused.status, refused.text) == (421, texts.OTHER_HOST), path
    assert get("/", accept="text/html", host="localhost:8501").status == 200


async def _given(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer every request with a file, and tell every page where one lies and where another is to be put."""
    if scope["type"] == "websocket":
        file, place, written = ForwardMsg(), ForwardMsg(), ForwardMsg()
        file.backend_operation_response.deferred_file.url = "/media/abc.pdf"
        place.file_urls_response.file_urls.add(upload_url="/_stcore/upload_file/a-1/b-2")
        written.delta.new_element.text_input.default = "/media/written.pdf"
        for told in (file, place, written):
            await send({"type": "websocket.send", "bytes": told.SerializeToString()})
    else:
        await Response("Bilag")(scope, receive, send)


HERE = "http://localhost:8501"


def cookie_of(**claims: Any) -> str:
    """Sign in as the server does."""
    told = {"is_logged_in": True, "exp": time.time() + 60, "roles": ["laeser"], "sub": "1", "origin": HERE, **claims}
    signed = create_signed_value(get_cookie_secret(), USER_COOKIE_NAME, json.dumps(told))
    return f"{USER_COOKIE_NAME}={signed.decode()}"


def open_page(app: ASGIApp, cookie: str) -> None:
    """Let a page of somebody's be told what the app tells it."""

    async def nothing(_: Message | None = None) -> Any:
        return {"type": "websocket.connect"}

    headers = [(b"cookie", cookie.encode()), (b"host", b"localhost:8501")]
    scope = {"type": "websocket", "path": "/_stcore/stream", "scheme": "ws", "headers": headers}
    run_apart(app(scope, nothing, nothing))  # type: ignore[arg-type]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> ASGIApp:
    """Give an app with files where people sign in."""
    for module in (gate, sign_in):
        monkeypatch.setattr(module, "has_sign_in", lambda: True)
    return http.DanishPage(gate.Gate(_given))


ADDRESSES = ["/media/abc.pdf", "/app/media/abc.pdf", "/_stcore/upload_file/a-1/b-2"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_files_go_to_those_alone_who_are_signed_in_with_a_role(path: str, files: ASGIApp) -> None:
    good = cookie_of()
    open_page(files, good)
    assert get(path, files, cookie=good, host="localhost:8501").text == "Bilag"
    tampered = good[:30] + ("A" if good[30] != "A" else "B") + good[31:]
    refused = ["", "andet=1", tampered, cookie_of(exp=time.time() - 1), cookie_of(roles=["andet"]), cookie_of(exp=None)]
    refused += [cookie_of(is_logged_in=False), cookie_of(origin="http://ond.dk"), f"{USER_COOKIE_NAME}=å"]
    for cookie in refused:
        open_page(files, cookie)
        answer = get(path, files, cookie=cookie, host="localhost:8501")
        assert (answer.status, answer.text) == (403, gate.SIGN_IN_FIRST), cookie


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_address_of_a_file_is_good_for_whom_it_was_sent_to_alone(path: str, files: ASGIApp) -> None:
    """Another, and the same one who may see less or more since, get what they would for an address that never was.

    So does who writes the address of another's file somewhere, and is shown it again.
    """
    asked = [cookie_of(), cookie_of(sub="2"), cookie_of(roles=["administrator"])]
    open_page(files, asked[0])
    never, *answers = [
        get(at, files, cookie=cookie, host="localhost:8501")
        for at, cookie in [("/media/written.pdf", asked[0]), *((path, each) for each in asked)]
    ]
    assert [(each.status, each.text) for each in answers] == [(200, "Bilag"), *[(never.status, never.text)] * 2]
    assert (never.status, never.text) == (404, gate.NO_FILE)
    renewed = cookie_of(exp=time.time() + 600)
    assert get(path, files, cookie=renewed, host="localhost:8501").text == "Bilag"


def test_where_nobody_signs_in_files_are_given() -> None:
    assert get("/media/abc.pdf", http.DanishPage(gate.Gate(_given))).text == "Bilag"


def test_no_more_addresses_are_kept_in_mind_than_some(files: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "REMEMBERED", 2)
    for sub in ("1", "2"):
        open_page(files, cookie_of(sub=sub))
    found = [get(ADDRESSES[0], files, cookie=cookie_of(sub=sub), host="localhost:8501").status for sub in ("1", "2")]
    assert found == [404, 200]


def test_signing_in_leads_back_to_the_address_one_came_with_and_never_to_another_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def redirects(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(status_code=302, headers={"location": "/"})(scope, receive, send)

    app = gate.Gate(redirects)
    monkeypatch.setattr(gate, "has_sign_in", lambda: True)
    came = "https://status.kommune.dk/indsats?indsats=7&tekst=b%C3%B8rn"
    kept = get("/auth/login", app, host="status.kommune.dk", referer=came).headers["set-cookie"]
    assert "HttpOnly" in kept
    assert "SameSite=lax" in kept
    back = get("/oauth2callback", app, cookie=kept.partition(";")[0])
    assert back.headers["location"] == "/indsats?indsats=7&tekst=b%C3%B8rn"
    assert "Max-Age=0" in back.headers["set-cookie"], "once"
    assert "set-cookie" not in get("/auth/login", app, host="status.kommune.dk", referer="https://ond.dk/x").headers
    for address in ("//ond.dk", "/%5Cond.dk", "https:%2F%2Fond.dk", "%2F%2Fond.dk"):
        led = get("/oauth2callback", app, cookie=f"{gate.WAY_BACK}={address}").headers["location"]
        assert re.match(r"/(?![/\\])", led), led


def test_a_file_that_is_too_large_is_answered_in_danish() -> None:
    async def refuses(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("File too large", 413)(scope, receive, send)

    answer = get("/_stcore/upload_file/a/b", http.DanishPage(refuses))
    assert (answer.status, answer.headers["content-length"]) == (413, str(len(answer.body)))
    assert answer.text.startswith("Filen er for stor og er ikke læst: højst")
