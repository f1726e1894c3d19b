"""Months that are received one by one, with lines that change their names."""

import pytest

from dashboard.intake import receive_workbook
from renamed_lines import HEAD, HEADING


@pytest.fixture
def month(database, make_workbook):
    """Receive the cross-cutting lines of a month: title="Grøn", and perhaps decisions by title."""

    def receive(name, lines, decisions=None, **options):
        rows = [HEADING, [f"Status pr. ultimo {name} 2025"], HEAD, *([title, "VPU", light] for title, light in lines)]
        content = make_workbook(rows, name=f"{name}.xlsx").read_bytes()
        keys = {title: f"Ark1!A{number}" for number, (title, _) in enumerate(lines, start=4)}
        decided = {keys[title]: line for title, line in (decisions or {}).items()}
        return receive_workbook(database, content, f"{name}.xlsx", by="prøve", decisions=decided, **options).receipt

    return receive


@pytest.fixture
def ids(database):
    """Give the id of a title's indsats: the newest that was made with it."""

    def find(title):
        row = database.cursor().execute(
            "SELECT max(indsats_id) FROM indsats_name WHERE concat_ws(' ', title, code) = ?", [title]
        )
        return row.fetchone()[0]

    return find
