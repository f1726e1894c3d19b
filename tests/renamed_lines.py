"""Lines that change their names from month to month, and what is answered of them."""

import itertools
from dataclasses import replace
from typing import Any

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.queries import Selection, changes, light_counts, lines, suggestions
from dashboard.store.database import Database

HEADING = ["Udmøntningsplan 2025-2028 - Strategiske og tværgående indsatser"]
HEAD = ["Indsats", "Udvalg", "Farve"]
OLD = "Samling af demensindsatsen i Glesborg R706"
NEW = "Samling af Demensindsatsen i Glesborg (etablering af knudepunkt ved Glesborg) R706"
NAMES = {"marts": Month(2025, 3), "april": Month(2025, 4), "maj": Month(2025, 5), "juni": Month(2025, 6)}


def answers(database: Database, name: str = "april") -> Any:
    """Give everything that a page shows of a month and its change, without ids."""
    con = database.cursor()
    found: list[Any] = []
    for each in itertools.takewhile(lambda one: one <= NAMES[name], NAMES.values()):
        selection = Selection(each, each.plus(-1), CROSS_CUTTING)
        found.append([replace(change, indsats_id=0, snapshot_id=0) for change in changes(con, selection)])
        found.append(light_counts(con, selection))
        frame = lines(con, selection)
        keep = [column for column in frame.columns if not column.endswith("_id")]
        found.append(frame[keep].astype(str).values.tolist())
    return found


def kinds(database: Database, name: Any) -> list[Any]:
    found = changes(database.cursor(), Selection(NAMES[name], NAMES[name].plus(-1), CROSS_CUTTING))
    return sorted(change.kind for change in found)


def suggested(database: Database) -> list[tuple[str, str]]:
    return [(pair.newer.title, pair.older.title) for pair in suggestions(database.cursor())]
