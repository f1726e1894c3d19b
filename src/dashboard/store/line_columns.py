"""What a line says, to and from the columns of the table ``status``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from dashboard.domain.light import Light
from dashboard.domain.line_fields import PARTS
from dashboard.domain.line_parts import part_field, part_of, read_parts, written_parts
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import read_runs, written_runs

LINE_COLUMNS = tuple(each.name for each in fields(StatusRow) if each.name != "amounts")


def written_line(row: StatusRow) -> dict[str, object]:
    """Give a line as it is stored, by column."""
    parts = {field: getattr(row, field) for field in PARTS}
    placed = {part_field(field, n): part.cell for field, each in parts.items() for n, part in enumerate(each, start=1)}
    cells = {**row.cells, **placed}
    written = {
        "udvalg": list(row.udvalg),
        **{field: written_parts(each) for field, each in parts.items()},
        "runs": written_runs(row.runs),
        "cells": json.dumps(cells, ensure_ascii=False) if cells else None,
    }
    return {column: getattr(row, column) for column in LINE_COLUMNS} | written


def read_line(values: Sequence[Any], amounts: Mapping[int, Decimal]) -> StatusRow:
    """Make a line of the values of LINE_COLUMNS and its amounts."""
    told = dict(zip(LINE_COLUMNS, values, strict=True))
    cells = json.loads(told["cells"] or "{}")
    parts = {field: read_parts(told[field], field, cells) for field in PARTS}
    own = {field: cell for field, cell in cells.items() if part_of(field) is None}
    given = {"light": Light(told["light"]), "udvalg": tuple(told["udvalg"]), "runs": read_runs(told["runs"])}
    return StatusRow(**told | given | parts | {"cells": own}, amounts=amounts)
