"""ASGI middleware: files go to those alone whom a page would let in, and signing in leads to where one was going."""

from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.sign_in import claims_in, has_sign_in, person_at

FILES = ("/media/", "/_stcore/upload_file/")
LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
WAY_BACK, SECONDS = "vej_tilbage", 600
SIGN_IN_FIRST = "Log ind for at hente og sende filer."


class Gate:
    """Where people sign in: refuse files to others, and lead who has signed in to the address they came with."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http" or not has_sign_in():
            await self.app(scope, receive, send)
            return
        request, path = Request(scope), scope["path"]
        if any(kept in path for kept in FILES) and person_at(claims_in(request.cookies)) is None:
            await PlainTextResponse(SIGN_IN_FIRST, 403)(scope, receive, send)
            return

        async def send_with_way_back(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path.endswith(LOGIN):
                    _remember(headers, request)
                elif path.endswith(CALLBACK):
                    _lead_back(headers, request)
            await send(message)

        await self.app(scope, receive, send_with_way_back)


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
