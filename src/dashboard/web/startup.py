"""What happens once beside the pages: heavy imports, frozen so that no rerun walks through them, and the inbox."""

import gc
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import logger as streamlit_logger
from streamlit.config import get_option, set_option

from dashboard.domain.access import NotAllowedError
from dashboard.domain.log import log_to, new_reference
from dashboard.domain.municipality import municipality
from dashboard.domain.settings import settings, written
from dashboard.domain.settings.server import server_path, server_setting
from dashboard.domain.viewer import EVERYTHING
from dashboard.web.http import READY
from dashboard.web.markup import plain
from dashboard.web.sign_in import refusal
from dashboard.wording import texts

MAIN_SCRIPT = Path(__file__).with_name("main.py")
HEAVY = (
    "duckdb",
    "pandas",
    "plotly.graph_objects",
    "dashboard.queries",
    "dashboard.intake",
    "dashboard.web.first_sight",
)
PATIENCE_SECONDS, BETWEEN_LOOKS_SECONDS = 10, 60
# A click asks the database dozens of times, and each time waits as long for the interpreter while somebody computes.
TURN_SECONDS = 0.0005  # in place of 0.005
log = logging.getLogger(__name__)
for option, colour in {
    "light.primaryColor": municipality().accent,
    "light.linkColor": municipality().accent,
    "light.secondaryBackgroundColor": municipality().surface,
    "light.sidebar.backgroundColor": municipality().surface,
    "dark.primaryColor": municipality().accent_on_dark(),
    "dark.linkColor": municipality().accent_on_dark(),
}.items():
    set_option(f"theme.{option}", colour)


def _log_as_we_do(logger: logging.Logger) -> None:
    """Let a logger of Streamlit's write no lines of its own: what it says goes the way of all the rest."""
    for handler in [*logger.handlers]:
        logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)
    logger.propagate = True


log_to(server_path("log"), server_setting("log_level"), on_screen=True)
streamlit_logger.setup_formatter = _log_as_we_do
streamlit_logger.update_formatter()
logging.getLogger("streamlit.error_util").setLevel(logging.CRITICAL)  # explain_error has told it, with its reference
HOSTS = settings().kommune["access"]["hosts"]
if HOSTS:
    set_option("server.allowedHosts", [*(get_option("server.allowedHosts") or []), *HOSTS])
SECRETS = server_path("secrets")
if SECRETS is not None and SECRETS.exists():
    set_option("secrets.files", [str(SECRETS)])


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Let the server answer at once, and do what it needs beside it until the app stops.

    With faults in the settings, or on the network without sign-in, the app says so and touches nothing.
    """
    sys.setswitchinterval(TURN_SECONDS)
    if settings().faults or refusal():
        yield {}
        return
    stopping = threading.Event()
    beside = threading.Thread(target=_beside_the_pages, args=(stopping,), name="beside the pages", daemon=True)
    beside.start()
    try:
        yield {}
    finally:
        stopping.set()
        beside.join(PATIENCE_SECONDS)


def _beside_the_pages(stopping: threading.Event) -> None:
    """Import what the pages need and freeze it, then read the inbox.

    Two thirds of a rerun would be garbage collection otherwise.
    The imports stand here and not at the top of the file, because they take longer than starting the server does.
    """
    for module in HEAVY:
        import_module(module)
    gc.collect()
    gc.freeze()
    from dashboard.documents.making import make_for_another
    from dashboard.intake.inbox import Inbox, database_path, in_background, inbox_path
    from dashboard.records import note_settings
    from dashboard.web.database import DatabaseError, database

    READY.set()
    path = database_path()
    with in_background(Inbox(inbox_path(path), path, database, documents=make_for_another)):
        noted = None
        while True:
            now = written(settings().folder)
            if now != noted and path.exists():
                with suppress(DatabaseError):  # of which every page tells
                    note_settings(database())
                    noted = now
            if stopping.wait(BETWEEN_LOOKS_SECONDS):
                break


def health(_: Request) -> PlainTextResponse:
    """Tell whoever watches the server whether the app can answer people, not only that it runs; never what is wrong."""
    from dashboard.queries import data_version
    from dashboard.web.database import database

    if settings().faults or refusal():
        return PlainTextResponse("opsætningen har fejl", 503)
    try:
        database().check_in_place()
        data_version(database().seen_by(EVERYTHING), records=True)
    except Exception as error:
        log.warning("not healthy", exc_info=error)
        return PlainTextResponse("databasen kan ikke bruges", 503)
    return PlainTextResponse("ok")


HEALTH = Route("/health", health)


def explain_error(error: Exception) -> bool:
    """Say in Danish what is not allowed or is with the database's file; of all else, what it is found by in the log."""
    from dashboard.web.database import why_not_usable

    said = str(error) if isinstance(error, NotAllowedError) else why_not_usable(error)
    if said is None:
        reference = new_reference()
        log.error("a page failed", exc_info=error, extra={"told": {"reference": reference}})
        said = texts.ERROR.format(reference=reference)
    st.error(plain(said))
    return True
