"""What the app does beside its pages, from start to stop."""

import asyncio
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.config import get_option

from dashboard.web import startup
from dashboard.web.database import database
from event_loop import run_apart
from fixture_types import MakeWorkbook
from plan_workbook import sound

PATIENCE = 60


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "status.duckdb"))
    monkeypatch.setenv("DASHBOARD_INBOX", str(tmp_path / "post"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_the_running_app_imports_what_is_placed_in_its_inbox_into_its_own_database(
    tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    inbox = tmp_path / "post"
    moved = inbox / "indlæst" / "maj.xlsx"

    async def run_the_app() -> None:
        deadline = time.monotonic() + PATIENCE
        async with startup.lifespan(None):
            while not inbox.is_dir() and time.monotonic() < deadline:
                await asyncio.sleep(0.05)
            make_workbook(sound()).replace(inbox / "maj.xlsx")
            while not (moved.exists() and moved.stat().st_size) and time.monotonic() < deadline:
                await asyncio.sleep(0.05)

    run_apart(run_the_app())
    assert moved.exists()
    assert database().cursor().execute("SELECT title FROM current_status").fetchall() == [("Flådestyring",)]
    assert not (inbox / ".app.json").exists()


def test_whoever_clicks_gets_the_interpreter_soon_while_somebody_computes() -> None:
    async def run_the_app() -> None:
        async with startup.lifespan(None):
            assert sys.getswitchinterval() <= 0.001, "each of dozens of questions waits as long"

    before = sys.getswitchinterval()
    run_apart(run_the_app())
    sys.setswitchinterval(before)


def test_the_end_of_a_run_disturbs_nobody_neither_other_viewers_nor_the_run_after_it() -> None:
    assert get_option("runner.postScriptGC") is False, "all other viewers would wait for it"
    assert get_option("runner.fastReruns") is False, "the end of one run would forget what the next has drawn"
