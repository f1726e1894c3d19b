"""Reading a workbook that a test has made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.workbook.parse import ParsedWorkbook, parse_workbook


@pytest.fixture
def read() -> Callable[..., ParsedWorkbook]:
    """Parse a workbook by its path."""

    def read_path(path: Path, **given: object) -> ParsedWorkbook:
        return parse_workbook(path.read_bytes(), path.name, **given)  # type: ignore[arg-type]

    return read_path
