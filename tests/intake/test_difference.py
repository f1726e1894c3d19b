"""What a workbook says otherwise of facts that are beside the light."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.intake import revision_difference
from dashboard.store.database import Database

BEFORE: dict[str, Any] = {
    "expected_end": "31.12.2025",
    "percent_done": "50 %",
    "remark": "spørg igen",
    "subtasks": (LinePart("Udbud", "A5", Light.YELLOW), LinePart("Kontrakt", "A6")),
    "other_lights": (LinePart("Tid", "C4", Light.GREEN), LinePart("Status april", "D4", Light.RED)),
}


@pytest.fixture
def corrected(
    database: Database, make_row: Callable[..., StatusRow], save_rows: Callable[..., None]
) -> Callable[..., list[Any]]:
    def correct(**facts: Any) -> list[tuple[str, Any, Any]]:
        row = replace(make_row("Flådestyring", Light.RED), **BEFORE)
        other = replace(row, title="Aktindsigt", code="R001")
        save_rows("2025-05", "plan", [row, other])
        save_rows("2025-05", "plan", [replace(row, **facts), other])
        found = revision_difference(database.cursor(), Month(2025, 5), PLAN, 2)
        assert found is not None
        return [(change.name, change.before, change.now) for line in found.lines for change in line.fields]

    return correct


def test_each_of_them_is_a_change_of_a_field(corrected: Callable[..., list[Any]]) -> None:
    parts = (LinePart("Udbud", "A5", done=True), LinePart("Kontrakt", "A6", text="ved juristen"))
    facts = {"expected_end": "30.06.2026", "percent_done": "75 %", "remark": None, "subtasks": parts}
    assert corrected(**facts) == [
        ("Forventet afslutning", "31.12.2025", "30.06.2026"),
        ("Procent færdig", "50 %", "75 %"),
        ("Bemærkning i celle", "spørg igen", ""),
        ("Delopgaver", "Udbud (Gul); Kontrakt", "Udbud (Afsluttet); Kontrakt: ved juristen"),
    ]


def test_parts_that_only_stand_elsewhere_are_no_change(corrected: Callable[..., list[Any]], database: Database) -> None:
    moved = tuple(replace(part, cell=f"B{number}") for number, part in enumerate(BEFORE["subtasks"]))
    assert corrected(subtasks=moved) == []
    assert queries.revisions(database.cursor())[0].n_changed == 0


def test_another_light_is_a_change_where_both_have_its_heading(corrected: Callable[..., list[Any]]) -> None:
    lights = (LinePart("Tid", "C4", Light.YELLOW), LinePart("Status maj", "D4", Light.GREEN))
    assert corrected(other_lights=lights) == [("Øvrige lys", "Tid (Grøn)", "Tid (Gul)")]
