"""The app as it is reached: through main.py, over a real database of months written by hand."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.queries import Database
from dashboard.store.snapshots import ReceivedFile
from dashboard.web import startup
from dashboard.web.address import PAGES
from dashboard.web.database import database
from drawn_page import seen
from fixture_types import MakeWorkbook
from intake_page import HEAD, XLSX
from written_months import KeptMonths, save_month


@pytest.fixture(autouse=True, scope="session")
def _no_components() -> Iterator[None]:
    """Spare every test the look through all installed packages for components of Streamlit: there are none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
        yield


class OwnDatabase:
    """The app's own database in a test: it has the months that were written until it is first opened."""

    def __init__(self, kept: KeptMonths) -> None:
        self._kept, self._months, self._is_opened = kept, list[tuple[ReceivedFile, Snapshot]](), False
        self._open = queries.open_database

    def save(self, file: ReceivedFile, snapshot: Snapshot) -> None:
        """Save a month: with the others when the app opens its database, or at once where it is open."""
        if self._is_opened:
            save_month(database(), file, snapshot)
        else:
            self._months.append((file, snapshot))

    def open(self, path: Path | None = None, **how: bool) -> Database:
        """Open the database as the app does, with the months in it, or another."""
        if path is not None:
            return self._open(path, **how)
        months, self._months = tuple(self._months), []
        first, begun = self._kept.nearest(months)
        if months:
            shutil.copy(begun, os.environ["DASHBOARD_DATABASE"])
        opened, self._is_opened = self._open(), True
        self._kept.write(opened, months, first)
        return opened


@pytest.fixture(autouse=True)
def _own_database(
    tmp_path: Path, empty_database: Path, kept_months: KeptMonths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OwnDatabase]:
    monkeypatch.setenv("DASHBOARD_DATABASE", shutil.copy(str(empty_database), str(tmp_path)))
    st.cache_resource.clear()
    st.cache_data.clear()
    own = OwnDatabase(kept_months)
    monkeypatch.setattr(queries, "open_database", own.open)
    yield own
    st.cache_resource.clear()


@pytest.fixture
def report(_own_database: OwnDatabase) -> Callable[..., None]:
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
        _own_database.save(file, snapshot)

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
