"""Streamlit's scripts and stylesheets, compressed once: three megabytes over the wire instead of nine."""

import asyncio
import gzip
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PACKABLE = ("text/javascript", "application/javascript", "text/css")


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
    """ASGI middleware: a file under /static/ is compressed the first time, beside the event loop, and remembered.

    Their names change with their content, so what is remembered is never out of date.
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
