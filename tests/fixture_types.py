"""What the fixtures that most tests share give, by name, and the one row of an answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
from typer.testing import Result

from dashboard.workbook.parsed import ParsedWorkbook

MakeWorkbook = Callable[..., Path]
Read = Callable[..., ParsedWorkbook]
ReadTable = Callable[..., tuple[ParsedWorkbook, list[Any]]]
Run = Callable[..., Result]


def one_row(answer: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    """Give the row of an answer that has one."""
    row = answer.fetchone()
    assert row is not None
    return row
