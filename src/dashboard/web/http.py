"""The page that everything loads into, in Danish, what it loads and how packed, and the headers for safety."""

import asyncio
import base64
import gzip
import hashlib
import logging
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.config import get_option
from streamlit.file_util import get_static_dir
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from dashboard.domain.municipality import municipality
from dashboard.web.gate import Gate, is_behind_tls, origin_of
from dashboard.web.markup import light_styles, page_icon
from dashboard.web.sign_in import person_before
from dashboard.wording import texts

ASSETS = Path(__file__).with_name("assets")
STYLES = (
    "dashboard.css",
    "text_marks.css",
    "sheet.css",
    "guide.css",
    "intake.css",
    "figures.css",
    "progress.css",
    "signals.css",
    "red.css",
    "udvalg.css",
    "meeting.css",
    "agenda.css",
    "indsats.css",
    "search.css",
    "focus.css",
    "drafts.css",
    "first_sight.css",
)
SCRIPTS = (
    "theme.js",
    "shown.js",
    "first_sight.js",
    "danish.js",
    "links.js",
    "focus.js",
    "figures.js",
    "drafts.js",
    "days.js",
    "meeting.js",
    "person.js",
    "welcome.js",
)
KEPT_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
PACKABLE = ("text/javascript", "application/javascript", "text/css")
# In the page itself, so that the framework comes whatever becomes of our other scripts; a hidden tab draws no frame.
LOAD_WHEN_SEEN = """
      {
        const load = () => document.head.append(document.getElementById("framework").content);
        if (document.hidden) load();
        else requestAnimationFrame(() => setTimeout(load));
      }
    """
METRICS = "/_stcore/metrics"
TOO_LARGE = 413
ROOT = b'<div id="root"></div>'
FRAMEWORK = r'<script type="module".*?</script>|<link rel="(?:modulepreload|prefetch)".*?>'
READY = threading.Event()  # what draws the first sight is loaded
PATIENCE_SECONDS = 0.2  # for the first sight; the framework shows the same a little later
log = logging.getLogger(__name__)
NOT_FOR_HTML = (b"accept-encoding", b"if-none-match", b"if-modified-since")


def _asset(stem: str, kind: str, media_type: str, *parts: str) -> Route:
    """Serve a file that is made once, under a name that changes with its content, so that browsers keep it for good."""
    body = "\n".join(parts).encode("utf-8")
    name = f"{stem}.{hashlib.sha256(body).hexdigest()[:16]}.{kind}"

    def serve(_: Request) -> Response:  # a new one each time: what packs it changes its headers
        return Response(body, media_type=media_type, headers=KEPT_FOR_GOOD)

    return Route(f"/assets/{name}", serve)


def _read(*names: str) -> Iterator[str]:
    return ((ASSETS / name).read_text("utf-8") for name in names)


OURS = municipality()
BAR = f'.bars path[style*="fill: rgb{tuple(bytes.fromhex(OURS.accent[1:]))}"]'
COLOURS = f"""
:root {{ --blue: light-dark({OURS.accent}, {OURS.accent_on_dark()}); --soft: light-dark({OURS.surface}, #1C232B); }}
html[data-theme=dark] [style*="background:{OURS.accent}"] {{ background: {OURS.accent_on_dark(0.45)} !important; }}
html[data-theme=dark] {BAR} {{ fill: {OURS.accent_on_dark(0.45)} !important; }}
"""
STYLE = _asset("dashboard", "css", "text/css", *_read(*STYLES), light_styles(), COLOURS)
SCRIPT = _asset("dashboard", "js", "text/javascript", *_read(*SCRIPTS))
ICON = _asset("icon", "svg", "image/svg+xml", page_icon())

# Chunks that Streamlit loads when an element of their kind first appears. What draws the counts is fetched and compiled
# with the page, so that they are seen before the big one for the figures is read; that one is fetched, and waits.
AT_ONCE, LATER = ("Html", "purify.es", "Selectbox", "Multiselect", "ButtonGroup"), "PlotlyChart"


def danish_shell(html: str, chunks: Sequence[str] = ()) -> str:
    """Rewrite Streamlit's index.html: Danish, with our stylesheet and script, and without its machine interface.

    ``chunks`` are the names of the files in Streamlit's script folder.
    """
    html = html.replace('<html lang="en">', '<html lang="da">')
    html = re.sub(r"<title>.*?</title>", f"<title>{texts.PLAN_NAME}</title>", html)
    html = re.sub(r"<!--.*?-->\s*|<link rel=\"service-desc\".*?/>\s*", "", html, flags=re.DOTALL)
    html = re.sub(r"<noscript>.*?</noscript>", f"<noscript><p>{texts.NO_SCRIPT}</p></noscript>", html, flags=re.DOTALL)
    html = html.replace("./favicon.png", f".{ICON.path}")
    ours = [f'<link rel="stylesheet" href=".{STYLE.path}" />', f'<script src=".{SCRIPT.path}"></script>']
    for name in chunks:
        kind = name.rsplit(".", 2)[0]
        if kind in AT_ONCE or kind == LATER:
            rel = "modulepreload" if kind in AT_ONCE else "prefetch"
            ours.append(f'<link rel="{rel}" crossorigin href="./static/js/{name}">')
    return html.replace("<script", "\n    ".join([*ours, "<script"]), 1)


def waiting_shell(html: str) -> str:
    """Put what the framework is made of into a template, from which it is loaded when the counts are seen."""
    framework = "".join(re.findall(FRAMEWORK, html))
    waiting = f'<template id="framework">{framework}</template><script>{LOAD_WHEN_SEEN}</script></body>'
    return re.sub(FRAMEWORK, "", html).replace("</body>", waiting, 1)


def content_security_policy(html: str) -> str:
    """Allow what the page itself serves and its own inline scripts, by hash, and nothing else."""
    inline = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' " + " ".join(f"'sha256-{digest}'" for digest in hashes),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def _secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Let a cookie go over TLS only."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


class DanishPage:
    """ASGI middleware: every HTML answer is the Danish shell, and every answer has the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        static = Path(get_static_dir())
        chunks = sorted(path.name for path in (static / "static" / "js").glob("*.js"))
        html = danish_shell((static / "index.html").read_text("utf-8"), chunks)
        self.page = html.encode("utf-8")
        waiting = waiting_shell(html)
        before, root, after = waiting.encode("utf-8").partition(ROOT)
        self.around_sight = (before + root, after)
        self.headers = {
            "Content-Security-Policy": content_security_policy(waiting),
            "X-Frame-Options": "SAMEORIGIN",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and replace the body of an HTML answer and of one to a file that is too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].endswith(METRICS):  # for a machine's keeper, not for the network
            await Response(status_code=404)(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if "host" in asked and not is_host_allowed(asked["host"]):  # a page elsewhere may have its name lead here
            await PlainTextResponse(texts.OTHER_HOST, 421)(scope, receive, send)
            return
        is_over_tls = is_behind_tls(Request(scope))
        if "text/html" in asked.get("accept", ""):
            kept = [(name, value) for name, value in scope["headers"] if name.lower() not in NOT_FOR_HTML]
            scope = {**scope, "headers": kept}
        said: bytes | None = None
        seen = await first_sight_for(Request(scope))
        page = seen.encode("utf-8").join(self.around_sight) if seen else self.page

        async def send_danish(message: Message) -> None:
            nonlocal said
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if is_over_tls:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                    message["headers"] = [_secure(name, value) for name, value in message["headers"]]
                    headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    said = page
                    if seen:
                        headers["Cache-Control"] = "private, no-store"
                elif message["status"] == TOO_LARGE:
                    said = texts.TOO_LARGE.format(megabytes=get_option("server.maxUploadSize")).encode("utf-8")
                    headers["Content-Type"] = "text/plain; charset=utf-8"
                if said is not None:
                    headers["Content-Length"] = str(len(said))
                    for name in ("etag", "last-modified", "content-encoding"):
                        del headers[name]
            elif said is not None and message["type"] == "http.response.body":
                if message.get("more_body"):
                    return
                message = {**message, "body": said if scope["method"] != "HEAD" else b""}
            await send(message)

        await self.app(scope, receive, send_danish)


async def first_sight_for(request: Request) -> str | None:
    """Draw what Overblik shows first, for who may see it; None on other pages, and where it takes too long."""
    is_overview = request.method == "GET" and request.url.path.removeprefix(request.scope.get("root_path", "")) == "/"
    if not is_overview or "text/html" not in request.headers.get("accept", "") or not READY.is_set():
        return None
    try:
        return await asyncio.wait_for(asyncio.to_thread(_first_sight, request), PATIENCE_SECONDS)
    except TimeoutError:
        return None
    except Exception as error:  # of which the page itself will tell
        log.warning("the first sight could not be drawn", exc_info=error)
        return None


def _first_sight(request: Request) -> str | None:
    from dashboard.web.first_sight import first_sight  # it is heavy, and startup.py has loaded it

    person = person_before(request.cookies, origin_of(request))
    return first_sight(person.viewer, request.query_params.getlist) if person else None


@dataclass
class _Answer:
    status: int = 0
    headers: MutableHeaders = field(default_factory=MutableHeaders)
    body: bytearray = field(default_factory=bytearray)

    async def take(self, message: Message) -> None:
        """Collect what an app sends."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], MutableHeaders(raw=message["headers"])
        else:
            self.body += message.get("body", b"")


class PackedScripts:
    """ASGI middleware: Streamlit's scripts and styles are compressed the first time, beside the event loop, and kept.

    Their names change with their content, so what is kept is never out of date.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory when that is possible, else pass the request on."""
        path = scope.get("path", "")
        if not _is_asked_for_packed(scope) or not path.endswith((".js", ".css")):
            await self.app(scope, receive, send)
            return
        if path not in self.packed:
            answer = _Answer()
            await self.app(_without_encoding(scope), receive, answer.take)
            response = Response(bytes(answer.body), answer.status, dict(answer.headers))
            if answer.status != 200 or not answer.headers.get("content-type", "").startswith(PACKABLE):
                await response(scope, receive, send)
                return
            self.packed[path] = await _pack(answer)
        await self.packed[path](scope, receive, send)


async def _pack(answer: _Answer) -> Response:
    body = await asyncio.to_thread(gzip.compress, bytes(answer.body))
    kept = {name: value for name, value in answer.headers.items() if name not in ("content-length", "etag")}
    return Response(body, 200, kept | {"content-encoding": "gzip", "vary": "Accept-Encoding"})


def _is_asked_for_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/static/"):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


def _without_encoding(scope: Scope) -> Scope:
    unconditional = (b"accept-encoding", b"if-none-match", b"if-modified-since")
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in unconditional]}


MIDDLEWARE = [
    Middleware(PackedScripts),
    Middleware(GZipMiddleware, compresslevel=6),
    Middleware(DanishPage),
    Middleware(Gate),
]
ROUTES = [STYLE, SCRIPT, ICON]
