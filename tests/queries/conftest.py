"""A plan that tests write by hand, month by month, with the answers known."""

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot

LIGHTS = {"r": Light.RED, "y": Light.YELLOW, "g": Light.GREEN, "-": Light.NOT_REPORTED}


@pytest.fixture
def report(save_rows: Callable[..., None]) -> Callable[..., None]:
    """Save a month of a scope from short lines: title=("g", "ØK, KB") or "r"; "x" means done, "*" cross-cutting."""

    def save(month: str, scope: str, /, **lines: str) -> None:
        rows = []
        for title, short in lines.items():
            light, *udvalg = short.split(" ")
            rows.append(
                StatusRow(
                    title=title,
                    sheet="Ark1",
                    cell="C1",
                    title_cell="A1",
                    light=LIGHTS.get(light[0], Light.NOT_REPORTED),
                    done="x" in light,
                    cross_cutting="*" in light or scope == "tvaergaaende",
                    udvalg=tuple(udvalg) or ("ØK",),
                    tema="Partnerskaber" if "P" in light else None,
                )
            )
        save_rows(month, scope, rows)

    return save


@pytest.fixture
def make_row() -> Callable[..., StatusRow]:
    """Make a line of ØK with a light; ``dataclasses.replace`` says the rest."""

    def make(title: str, light: Light, *, done: bool = False) -> StatusRow:
        return StatusRow(title=title, sheet="Ark1", cell="C1", title_cell="A1", light=light, done=done, udvalg=("ØK",))

    return make


@pytest.fixture
def save_rows(database: Database) -> Callable[..., None]:
    """Save a month of a scope from whole rows."""

    def save(month: str, scope: str, rows: Sequence[StatusRow]) -> None:
        snapshot = Snapshot("2025-2028", Month.parse(month), Scope(scope), tuple(rows))
        file = ReceivedFile(f"{month}.xlsx", "0", b"", datetime(2026, 1, 1), "prøve")
        with database.transaction() as con:
            save_snapshot(con, file, snapshot, recognise_lines(snapshot.rows, known_names(con))[0])

    return save
