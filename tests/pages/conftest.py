"""The app as it is reached: through main.py, over a real database of months written by hand."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from dashboard.web import startup
from dashboard.web.address import PAGES
from dashboard.web.database import database
from drawn_page import seen
from fixture_types import MakeWorkbook
from intake_page import HEAD, XLSX


@pytest.fixture(autouse=True, scope="session")
def _no_components() -> Iterator[None]:
    """Spare every test the look through all installed packages for components of Streamlit: there are none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
        yield


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DASHBOARD_DATABASE", shutil.copy(str(empty_database), str(tmp_path)))
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def report() -> Callable[..., None]:
    """Save a month in the app's own database: lines of title, udvalg, light and perhaps a status text.

    ``facts`` are said of each of them.
    """

    def save(
        month: str,
        *lines: tuple[str, ...],
        scope: Scope = PLAN,
        is_example: bool = False,
        without_tema: tuple[str, ...] = (),
        plan: str = "2025-2028",
        **facts: Any,
    ) -> None:
        rows = tuple(
            StatusRow(
                title=title,
                sheet="Ark1",
                cell=f"C{number}",
                title_cell=f"A{number}",
                light=Light(light),
                udvalg=tuple(udvalg.split(", ")),
                tema=None if title in without_tema else "Partnerskaber",
                art="driftsændringer",
                status_text=" ".join(text) or None,
                cross_cutting=scope == CROSS_CUTTING,
                **facts,
            )
            for number, (title, udvalg, light, *text) in enumerate(lines, start=2)
        )
        snapshot = Snapshot(plan, Month.parse(month), scope, rows, is_example=is_example)
        file = ReceivedFile(f"{month}.xlsx", month, b"", datetime(2026, 11, 3, 8, 14), "prøve")
        with database().transaction() as con:
            save_snapshot(con, file, snapshot, recognise_lines(rows, known_names(con))[0])

    return save


@pytest.fixture
def app() -> AppTest:
    """Give the app before its first run."""
    return AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30)


@pytest.fixture
def switch_to(app: AppTest) -> Callable[[str], AppTest]:
    """Turn to a page of the app that has run once, before anything was stored: a page is known by name only then."""
    app.run()
    return lambda page: app.switch_page(str(PAGES / f"{page}.py"))


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Callable[..., tuple[str, bytes, str]]:
    """Write the whole plan's status of a month."""

    def write(month: Any, *lines: Any, name: str = "status.xlsx") -> tuple[Any, bytes, Any]:
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [month and f"Status pr. ultimo {month}"]]
        return name, make_workbook([*heading, HEAD, *lines]).read_bytes(), XLSX

    return write


@pytest.fixture
def drop(page: AppTest) -> Callable[..., str]:
    """Drop files on the page, which each test file opens, and give what is seen then."""

    def drop_files(*files: Any) -> str:
        page.file_uploader(key="filer").set_value(list(files)).run()
        return seen(page)

    return drop_files
