"""ASGI middleware: a file goes to whom its address was sent, and signing in leads to where one was going."""

import re
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.domain.viewer import Viewer
from dashboard.web.sign_in import claims_in, has_sign_in, person_before

FILES = ("/media/", "/_stcore/upload_file/")
FILE = re.compile(r"/(?:media|_stcore/upload_file/[\w-]+)/[\w-]+")  # a download, or the place of an upload
REMEMBERED = 20_000
LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
WAY_BACK, SECONDS = "vej_tilbage", 600
SIGN_IN_FIRST = "Log ind for at hente og sende filer."
NO_FILE = "Filen findes ikke."
Who = tuple[str, Viewer]


class Gate:
    """Where people sign in: refuse files to others, and lead who has signed in to the address they came with.

    A file's address is learnt from what goes to a page: it is good for who is signed in there, while they may see the
    same, and for nobody else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._given: dict[tuple[str, Who], None] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] not in ("http", "websocket") or not has_sign_in():
            await self.app(scope, receive, send)
            return
        who, path = _who(HTTPConnection(scope)), scope["path"]
        if scope["type"] == "websocket":
            await self.app(scope, receive, self._learning(send, who) if who else send)
            return
        if any(kept in path for kept in FILES):
            found = FILE.search(path)
            if who is None:
                await PlainTextResponse(SIGN_IN_FIRST, 403)(scope, receive, send)
                return
            if not found or (found[0], who) not in self._given:
                await PlainTextResponse(NO_FILE, 404)(scope, receive, send)
                return
        request = Request(scope)

        async def send_with_way_back(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path.endswith(LOGIN):
                    _remember(headers, request)
                elif path.endswith(CALLBACK):
                    _lead_back(headers, request)
            await send(message)

        await self.app(scope, receive, send_with_way_back)

    def _learning(self, send: Send, who: Who) -> Send:
        async def send_and_learn(message: Message) -> None:
            for address in _addresses_in(message.get("bytes") or b""):
                self._given[address, who] = None
                while len(self._given) > REMEMBERED:
                    del self._given[next(iter(self._given))]
            await send(message)

        return send_and_learn


def _addresses_in(sent: bytes) -> list[str]:
    """Find the addresses that a page is given to fetch from or send to, never those in what somebody wrote."""
    if not any(kept.encode() in sent for kept in FILES):
        return []
    message = ForwardMsg.FromString(sent)
    told = [
        message.delta.new_element.download_button.url,
        message.backend_operation_response.deferred_file.url,
        *(each.upload_url for each in message.file_urls_response.file_urls),
    ]
    return [found[0] for found in map(FILE.search, told) if found]


def origin_of(request: HTTPConnection) -> str:
    """Give the address of ours that somebody came to."""
    return f"{'https' if is_behind_tls(request) else 'http'}://{request.headers.get('host', '')}"


def is_behind_tls(request: HTTPConnection) -> bool:
    """Tell whether what somebody sends and gets goes over TLS, here or up to what stands before us."""
    return bool({"https", "wss"} & {request.scope.get("scheme"), request.headers.get("x-forwarded-proto")})


def _who(request: HTTPConnection) -> Who | None:
    person = person_before(request.cookies, origin_of(request))
    return (str(claims_in(request.cookies).get("sub")), person.viewer) if person else None  # OpenID Connect demands sub


def _remember(headers: MutableHeaders, request: Request) -> None:
    """Keep the address of our own that somebody goes to the provider from."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc == request.headers.get("host"):
        kept = Response()
        kept.set_cookie(WAY_BACK, quote(f"{came.path}?{came.query}", safe=""), SECONDS, httponly=True, samesite="lax")
        headers.append("set-cookie", kept.headers["set-cookie"])


def _lead_back(headers: MutableHeaders, request: Request) -> None:
    """Send who comes from the provider to the address that was kept, once; never to another host."""
    back = unquote(request.cookies.get(WAY_BACK, ""))
    if back.startswith("/") and "location" in headers:
        headers["location"] = quote("/" + back.lstrip("/\\"), safe="/?=&%+:,;~@!*'()")
        gone = Response()
        gone.delete_cookie(WAY_BACK)
        headers.append("set-cookie", gone.headers["set-cookie"])
