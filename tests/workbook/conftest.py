"""Reading a workbook that a test has made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from table_reading import HEADING


@pytest.fixture
def read() -> Callable[..., ParsedWorkbook]:
    """Parse a workbook by its path."""

    def read_path(path: Path, **given: object) -> ParsedWorkbook:
        return parse_workbook(path.read_bytes(), path.name, **given)  # type: ignore[arg-type]

    return read_path


@pytest.fixture
def read_table(make_workbook: MakeWorkbook, read: Read) -> Callable[..., tuple[ParsedWorkbook, list[Any]]]:
    """Read one table below the heading; ``answer`` is whether rows that hang under a line are lines."""

    def read_rows(rows: Any, *, answer: Any = None, merge: Any = (), path: Any = None) -> tuple[Any, list[Any]]:
        said = [] if answer is None else [Answer(ANY_LAYOUT, "subtasks", "lines" if answer else "parts")]
        parsed = read(path or make_workbook([HEADING, *rows], merge=merge), answers=said)
        return parsed, list(parsed.questions)

    return read_rows
