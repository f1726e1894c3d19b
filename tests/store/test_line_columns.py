"""What a line says, stored and read back."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.domain.text_run import TextRun
from dashboard.store.database import Database
from dashboard.store.revisions import lines_of

PARTS = (
    LinePart("Udbud", "A5", Light.YELLOW, text="afventer"),
    LinePart("Kontrakt", "Ark2!A6", done=True),
    LinePart("Levering", "A7"),
)
FACTS = {
    "code": "R003",
    "udvalg": ("ØK", "KB"),
    "schedule": "4. kvartal",
    "expected_end": "31.12.2026",
    "percent_done": "75 %",
    "remark": "Anne: spørg igen",
    "subtasks": PARTS,
    "other_lights": (LinePart("Tid", "C4", Light.GREEN), LinePart("Økonomi", "Ark2!D4", text="afventer")),
    "amounts": {2025: Decimal("-1250.500")},
    "runs": {"status_text": (TextRun("i stå", red=True),)},
    "cells": {"schedule": "D4", "expected_end": "E4"},
}


@pytest.fixture
def stored(
    database: Database, make_row: Callable[..., StatusRow], save_rows: Callable[..., None]
) -> Callable[..., tuple[StatusRow, StatusRow]]:
    def save(**facts: Any) -> tuple[Any, Any]:
        row = replace(make_row("Flådestyring", Light.RED), **facts)
        save_rows("2025-05", "plan", [row])
        return row, lines_of(database.cursor(), 1)[1]

    return save


def test_a_line_is_read_as_it_was_saved(stored: Callable[..., tuple[StatusRow, StatusRow]]) -> None:
    row, read = stored(**FACTS)
    assert read == row


def test_a_line_that_says_nothing_more_is_read_so(stored: Callable[..., tuple[StatusRow, StatusRow]]) -> None:
    row, read = stored()
    assert read == row
