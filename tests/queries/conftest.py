"""A plan that tests write by hand, month by month, with the answers known."""

from collections.abc import Callable

import pytest

from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow

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
