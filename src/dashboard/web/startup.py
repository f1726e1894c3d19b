"""What happens once beside the pages: heavy imports, frozen so that no rerun walks through them, and the inbox."""

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.config import get_option, set_option

from dashboard.domain.access import NotAllowedError
from dashboard.domain.municipality import municipality
from dashboard.domain.settings import settings
from dashboard.web.http import READY
from dashboard.web.sign_in import refusal
from dashboard.wording import texts

MAIN_SCRIPT = Path(__file__).with_name("main.py")
HEAVY = (
    "duckdb",
    "pandas",
    "plotly.graph_objects",
    "dashboard.queries",
    "dashboard.intake",
    "dashboard.charts.distribution",
    "dashboard.web.first_sight",
)
PATIENCE_SECONDS = 10
for option, colour in {
    "light.primaryColor": municipality().accent,
    "light.linkColor": municipality().accent,
    "light.secondaryBackgroundColor": municipality().surface,
    "light.sidebar.backgroundColor": municipality().surface,
    "dark.primaryColor": municipality().accent_on_dark(),
    "dark.linkColor": municipality().accent_on_dark(),
}.items():
    set_option(f"theme.{option}", colour)


HOSTS = settings().kommune["access"]["hosts"]
if HOSTS:
    set_option("server.allowedHosts", [*(get_option("server.allowedHosts") or []), *HOSTS])


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Let the server answer at once, and do what it needs beside it until the app stops.

    With faults in the settings, or on the network without sign-in, the app says so and touches nothing.
    """
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

    path = database_path()
    if path.exists():
        with suppress(DatabaseError):  # of which every page tells
            note_settings(database())
            READY.set()
    with in_background(Inbox(inbox_path(path), path, database, documents=make_for_another)):
        stopping.wait()


def explain_error(error: Exception) -> bool:
    """Say in Danish what went wrong, where it is the database's file; Streamlit writes the details to the log."""
    from dashboard.web.database import why_not_usable

    st.error(str(error) if isinstance(error, NotAllowedError) else why_not_usable(error) or texts.ERROR)
    return True
