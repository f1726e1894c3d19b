"""What a line says, to and from the columns of the table ``status``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.subtasks import read_subtasks, subtask_cells, written_subtasks
from dashboard.domain.text_run import read_runs, written_runs

LINE_COLUMNS = tuple(each.name for each in fields(StatusRow) if each.name != "amounts")


def written_line(row: StatusRow) -> dict[str, object]:
    """Give a line as it is stored, by column."""
    cells = {**row.cells, **subtask_cells(row.subtasks)}
    written = {
        "udvalg": list(row.udvalg),
        "subtasks": written_subtasks(row.subtasks),
        "runs": written_runs(row.runs),
        "cells": json.dumps(cells, ensure_ascii=False) if cells else None,
    }
    return {column: getattr(row, column) for column in LINE_COLUMNS} | written


def read_line(values: Sequence[Any], amounts: Mapping[int, Decimal]) -> StatusRow:
    """Make a line of the values of LINE_COLUMNS and its amounts."""
    told = dict(zip(LINE_COLUMNS, values, strict=True))
    cells = json.loads(told["cells"] or "{}")
    subtasks = read_subtasks(told["subtasks"], cells)
    own = {field: cell for field, cell in cells.items() if field not in subtask_cells(subtasks)}
    given = {"light": Light(told["light"]), "udvalg": tuple(told["udvalg"]), "runs": read_runs(told["runs"])}
    return StatusRow(**told | given | {"subtasks": subtasks, "cells": own}, amounts=amounts)
