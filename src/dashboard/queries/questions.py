"""The questions: one function for each .sql file of the same name, every answer a DataFrame."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import duckdb
import pandas as pd

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries.answer import answer, answer_selection, answer_value, rests_on_records, selection_rows
from dashboard.queries.rows import Named
from dashboard.queries.selection import Selection

Part = Literal["udvalg", "tema", "art"]
CHANGE_KINDS = ("worsened", "improved", "new", "gone", "done", "reopened", "not_reported")


def data_version(con: duckdb.DuckDBPyConnection, *, records: bool = True) -> int:
    """Give a number that grows with everything that is done to the data, or with workbooks and lines alone."""
    return int(answer_value(con, "data_version", records=records))


def deliveries(con: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> pd.DataFrame:
    """List the months and scopes that can be shown (or could, at a moment), newest month and widest scope first.

    Columns month, scope, basis_scope (whose workbook says which lines there are), imported_at (UTC), imported_by,
    revision, file_name, is_example.
    """
    return answer(con, "deliveries", known_at)


def filter_options(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List what can be filtered by in a month and scope: field (as in Selection), value ('' for none), n."""
    return answer(con, "filter_options", selection.known_at, month=str(selection.month), scope=str(selection.scope))


def light_counts(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """Count the lines under each of the five lights, worst first: light, n, n_before (NA without comparison)."""
    counts = answer_selection(con, "light_counts", selection)
    counts["n_before"] = counts["n_before"].astype("Int64")
    return counts


@dataclass(frozen=True)
class Change(Named):
    """A line that changed since the comparison month; a light is None where the line did not stand.

    ``text`` is what it says of its status, else its reason ("" for nothing), ``text_field`` which of them that is;
    runs are as stored. sheet and cell are where the light was read.
    """

    kind: str
    indsats_id: int
    title: str
    code: str | None
    light_before: Light | None
    light_now: Light | None
    udvalg: str
    text: str
    text_field: str
    runs: str | None
    disagrees: bool
    snapshot_id: int
    sheet: str | None
    cell: str | None


def changes(con: duckdb.DuckDBPyConnection, selection: Selection) -> tuple[Change, ...]:
    """List what changed since the comparison month, by kind (CHANGE_KINDS) and worst first; empty without one."""
    return selection_rows(con, "changes", Change, selection, kinds=list(CHANGE_KINDS))


def distribution(con: duckdb.DuckDBPyConnection, selection: Selection, by: Part) -> pd.DataFrame:
    """Count the lights of each udvalg, tema or art, most red first.

    Columns value (None for lines without), red, yellow, green, not_reported, done, total.
    """
    return answer_selection(con, "distribution", selection, by=by)


def lines(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List every line of the month with all its fields and the file, sheet and cell it was read from."""
    return answer_selection(con, "lines", selection)


@rests_on_records
def saved_views(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """List the views that are saved under a name: view_id, name, page, query, saved_at (UTC), saved_by."""
    return answer(con, "saved_views")


def default_selection(
    con: duckdb.DuckDBPyConnection,
    month: Month | None = None,
    compare: Month | None = None,
    scope: Scope | None = None,
    known_at: datetime | None = None,
) -> Selection | None:
    """Complete what is asked for: the newest month, its widest scope, the month before of that scope.

    None when the database has no such month and scope, or had none at the moment that is asked for.
    """
    offered = deliveries(con, known_at)
    if month is not None:
        offered = offered[offered["month"] == str(month)]
    if scope is not None:
        offered = offered[offered["scope"] == str(scope)]
    if offered.empty:
        return None
    chosen = offered.iloc[0]
    if compare is None:
        compare = previous_month(con, Month.parse(chosen["month"]), Scope(chosen["scope"]), known_at)
    return Selection(Month.parse(chosen["month"]), compare, Scope(chosen["scope"]), known_at=known_at)


def previous_month(
    con: duckdb.DuckDBPyConnection, month: Month, scope: Scope, known_at: datetime | None = None
) -> Month | None:
    """Find the newest earlier month that a scope was delivered for, or None."""
    offered = deliveries(con, known_at)
    earlier = offered[(offered["scope"] == str(scope)) & (offered["month"] < str(month))]
    return None if earlier.empty else Month.parse(earlier["month"].iloc[0])
