"""One line of the plan: its whole life up to a month, its names and relations, and where it is to be found."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import duckdb
import pandas as pd

from dashboard.domain.line_fields import OF_MONTH, WRITTEN
from dashboard.domain.month import Month
from dashboard.queries.answer import answer
from dashboard.queries.selection import Selection


def line_timeline(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """Tell every month of a line's life up to the one shown, oldest first; empty for a line that the scope never held.

    Columns month, state (a light or 'absent'), state_before and month_before, kind (as change_kind calls the step; also
    'new' in a first month that the scope was delivered before), own (False where only another scope's workbook tells
    it), told_by (that workbook's scope), in_row and since (the spell within the scope), disagrees and others (scope and
    light of workbooks that say otherwise), every field of the line, runs, cells, lent_cells (those of the scope's own
    workbook, for what the newer one leaves out), snapshot_id, basis_snapshot_id, sheet, cell, file_name, revision.
    """
    return answer(con, "line_timeline", selection.known_at, **_asked(selection, indsats_id))


def line_changes(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List what a line says otherwise than when it was last told: month, field, old_text, new_text; oldest first.

    The texts of field "subtasks" are as they are stored.
    """
    return answer(
        con,
        "line_changes",
        selection.known_at,
        facts=[name for name in WRITTEN if name not in OF_MONTH],
        fields=list(WRITTEN),
        **_asked(selection, indsats_id),
    )


def line_amounts(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List the amounts of every month: month, year, amount (1.000 kr.), amount_before (NA at first)."""
    return answer(con, "line_amounts", selection.known_at, **_asked(selection, indsats_id))


def line_inherited(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List what the lines that a line continues were before its own life, oldest first, the worst of several.

    Columns month, state, own, told_by (as in line_timeline), indsats_id (whose state it is).
    """
    return answer(con, "line_inherited", selection.known_at, **_asked(selection, indsats_id))


def line_names(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List every spelling told up to the month, newest first.

    Columns title, code, first_month, last_month, confirmed_by and confirmed_at (UTC): who said that it is the same
    line, NA where the title was the same.
    """
    parameters = {"month": str(selection.month), "indsats": indsats_id}
    return answer(con, "line_names", selection.known_at, **parameters)


def line_relations(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List the lines that a line continues and those that continue it, as known for the month.

    Columns relation (parent or continuation), indsats_id, title, code, light, first_month, last_month, decided_by,
    decided_at (UTC).
    """
    parameters = {"month": str(selection.month), "indsats": indsats_id}
    return answer(con, "line_relations", selection.known_at, **parameters)


def line_places(con: duckdb.DuckDBPyConnection, selection: Selection, indsats_id: int) -> pd.DataFrame:
    """List the scopes that tell a line, widest first; empty for a line that does not exist.

    Columns scope, first_month, last_month, nearest_month (the last one up to the month shown, or NA), title, code.
    """
    parameters = {"month": str(selection.month), "indsats": indsats_id}
    return answer(con, "line_places", selection.known_at, **parameters)


def known_names(
    con: duckdb.DuckDBPyConnection, month: Month | None = None, known_at: datetime | None = None
) -> pd.DataFrame:
    """List every name of every line told up to a month (None: the newest), also the earlier names.

    Columns indsats_id, title, code, title_now and code_now (its newest name), udvalg ("ØK, KB"), light and told_month
    (what was last told of it).
    """
    return answer(con, "known_names", known_at, month=str(month) if month else None)


def _asked(selection: Selection, indsats_id: int) -> Mapping[str, Any]:
    return {"scope": str(selection.scope), "month": str(selection.month), "indsats": indsats_id}
