"""The log tells what happens, and neither who did it, what lines say, nor what files are called."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.domain.log import acting_role, log_to
from dashboard.intake import receive_workbook
from dashboard.store.database import Database
from dashboard.web import startup
from fixture_types import MakeWorkbook
from plan_workbook import sound

SECRET = "Bente Hemmelig"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    st.cache_resource.clear()
    before = logging.root.handlers, logging.root.level, logging.raiseExceptions
    yield tmp_path / "dashboard.log"
    for handler in logging.root.handlers:
        handler.close()
    logging.root.handlers, level, logging.raiseExceptions = before
    logging.root.setLevel(level)
    logging.getLogger("dashboard").setLevel(logging.NOTSET)
    logging.captureWarnings(False)
    st.cache_resource.clear()


def lines(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_an_import_is_told_by_month_scope_and_role_alone(
    log: Path, database: Database, make_workbook: MakeWorkbook
) -> None:
    log_to(log, "info", on_screen=False)
    acting_role.set("reporter")
    receive_workbook(database, make_workbook(sound()).read_bytes(), f"{SECRET}.xlsx", by=SECRET)
    acting_role.set("")
    told = [line for line in lines(log) if line["said"] == "saved"]
    assert [(each["event"], each["role"], each["revision"]) for each in told] == [("import", "reporter", 1)]
    assert told[0]["month"].startswith("20")
    assert "Hemmelig" not in log.read_text("utf-8")


def test_of_an_error_the_class_and_the_place_are_told_and_of_others_words_the_fixed_part(log: Path) -> None:
    log_to(log, "info", on_screen=False)
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger("dashboard.intake").exception("could not read a workbook")
        logging.getLogger("streamlit.somewhere").error("No session %s", SECRET, exc_info=True)
    ours, others = lines(log)
    assert ours["error"] == "ValueError"
    assert ours["at"][-1].startswith("test_log.py:")
    assert others["said"] == "No session %s"
    assert "Hemmelig" not in log.read_text("utf-8")


def test_a_page_that_fails_tells_the_reader_a_number_that_stands_in_the_log(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(log.with_name("status.duckdb")))
    log_to(log, "info", on_screen=False)

    def page() -> None:
        from dashboard.web import startup

        startup.explain_error(KeyError("Bente Hemmelig"))

    shown = AppTest.from_function(page).run().error[0].value
    (reference,) = [line["reference"] for line in lines(log) if line["said"] == "a page failed"]
    assert f"nummer {reference} til den, der passer dashboardet" in shown
    assert "Hemmelig" not in shown + log.read_text("utf-8")


def test_a_full_log_is_turned_over_and_the_oldest_goes(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.domain.log.KEPT_BYTES", 1000)
    log_to(log, "info", on_screen=False)
    for _ in range(100):
        logging.getLogger("dashboard").info("backup written")
    assert len(list(log.parent.glob("dashboard.log*"))) == 5
    assert all(path.stat().st_size <= 1000 for path in log.parent.glob("dashboard.log*"))


def test_streamlit_writes_no_lines_of_its_own() -> None:
    st.logger.get_logger("streamlit.of_a_new_name")
    loggers = [
        each for name, each in logging.root.manager.loggerDict.items() if name.startswith(("streamlit", "uvicorn"))
    ]
    assert [each.name for each in loggers if isinstance(each, logging.Logger) and each.handlers] == []
    assert startup.log.name == "dashboard.web.startup"
