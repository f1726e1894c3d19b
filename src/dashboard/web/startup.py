"""What happens once: the heavy imports, frozen so that no rerun walks through them, and the inbox beside the pages."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.intake.inbox import Inbox, database_path, in_background, inbox_path
from dashboard.web import texts
from dashboard.web.plan import database

MAIN_SCRIPT = Path(__file__).with_name("main.py")
HEAVY = (
    "duckdb",
    "pandas",
    "plotly.graph_objects",
    "dashboard.queries",
    "dashboard.intake",
    "dashboard.charts.distribution",
)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Import what the pages need and freeze it; two thirds of a rerun is garbage collection otherwise.

    While the app runs, it reads the inbox into its own database.
    """
    for module in HEAVY:
        import_module(module)
    gc.collect()
    gc.freeze()
    path = database_path()
    with in_background(Inbox(inbox_path(path), path, database)):
        yield {}


def explain_error(_error: Exception) -> bool:
    """Say in Danish that something went wrong; Streamlit writes the details to the log."""
    st.error(texts.ERROR)
    return True
