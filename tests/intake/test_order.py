"""Importing is the same whatever the order, and however often."""

import random
from pathlib import Path
from typing import Any

from dashboard.intake import receive_workbook
from dashboard.queries import default_selection, deliveries, lines, summary
from dashboard.store.database import open_database

EXAMPLES = sorted((Path(__file__).parents[2] / "data" / "eksempel").glob("*2026-0[1-3].xlsx"))


def answers(paths: Any) -> Any:
    """Import the workbooks in the order given and ask for every month and scope."""
    database = open_database(None)
    for path in paths:
        assert receive_workbook(database, path.read_bytes(), path.name).receipt.accepted
    con = database.cursor()
    found = []
    for delivery in deliveries(con):
        selection = default_selection(con, delivery.month)
        assert selection is not None
        shown = lines(con, selection)[["title", "code", "shown_light", "status_text", "schedule", "tema", "art"]]
        found.append((summary(con, selection), shown.fillna("").to_dict("records")))
    database.close()
    return found


def test_importing_twice_in_shuffled_order_gives_the_same_answers_as_once_in_order() -> None:
    twice = EXAMPLES * 2
    random.Random(7).shuffle(twice)
    assert len(EXAMPLES) == 6
    assert answers(twice) == answers(EXAMPLES)
