"""The questions: one function for each .sql file of the same name, every answer a DataFrame."""

from functools import cache
from importlib.resources import files
from typing import Literal

import duckdb
import pandas as pd

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries.selection import Selection

Part = Literal["udvalg", "tema", "art"]
CHANGE_KINDS = ("worsened", "improved", "new", "gone", "done", "reopened", "not_reported")


def data_version(con: duckdb.DuckDBPyConnection) -> int:
    """Give a number that grows with everything that is done to the data."""
    return int(_answer(con, "data_version")["version"].iloc[0])


def deliveries(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """List the months and scopes that can be shown, newest month and widest scope first.

    Columns month, scope, basis_scope (whose workbook says which lines there are), imported_at (UTC), imported_by,
    revision, file_name, is_example.
    """
    return _answer(con, "deliveries")


def filter_options(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List the udvalg, temaer and arter of a month and scope: field, value ('' for none), n."""
    return _answer(con, "filter_options", month=str(selection.month), scope=str(selection.scope))


def light_counts(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """Count the lines under each of the five lights, worst first: light, n, n_before (NA without comparison)."""
    counts = _selected(con, "light_counts", selection)
    counts["n_before"] = counts["n_before"].astype("Int64")
    return counts


def changes(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List what changed since the comparison month, by kind (CHANGE_KINDS) and worst first; empty without one.

    Columns kind, indsats_id, title, code, light_before, light_now, udvalg ("ØK, KB"), text, disagrees.
    """
    return _selected(con, "changes", selection, kinds=list(CHANGE_KINDS))


def distribution(con: duckdb.DuckDBPyConnection, selection: Selection, by: Part) -> pd.DataFrame:
    """Count the lights of each udvalg, tema or art, most red first.

    Columns value (None for lines without), red, yellow, green, not_reported, done, total.
    """
    return _selected(con, "distribution", selection, by=by)


def lines(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List every line of the month with all its fields and the file, sheet and cell it was read from."""
    return _selected(con, "lines", selection)


def default_selection(
    con: duckdb.DuckDBPyConnection,
    month: Month | None = None,
    compare: Month | None = None,
    scope: Scope | None = None,
) -> Selection | None:
    """Complete what is asked for: the newest month, its widest scope, the month before of that scope.

    None when the database has no such month and scope.
    """
    offered = deliveries(con)
    if month is not None:
        offered = offered[offered["month"] == str(month)]
    if scope is not None:
        offered = offered[offered["scope"] == str(scope)]
    if offered.empty:
        return None
    chosen = offered.iloc[0]
    if compare is None:
        compare = previous_month(con, Month.parse(chosen["month"]), Scope(chosen["scope"]))
    return Selection(Month.parse(chosen["month"]), compare, Scope(chosen["scope"]))


def previous_month(con: duckdb.DuckDBPyConnection, month: Month, scope: Scope) -> Month | None:
    """Find the newest earlier month that a scope was delivered for, or None."""
    offered = deliveries(con)
    earlier = offered[(offered["scope"] == str(scope)) & (offered["month"] < str(month))]
    return None if earlier.empty else Month.parse(earlier["month"].iloc[0])


def _selected(con: duckdb.DuckDBPyConnection, name: str, selection: Selection, **parameters: object) -> pd.DataFrame:
    sql = _sql("selection") + _sql(name)
    given = selection.parameters() | parameters
    return con.execute(sql, {key: value for key, value in given.items() if f"${key}" in sql}).df()


def _answer(con: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> pd.DataFrame:
    return con.execute(_sql(name), parameters).df()


@cache
def _sql(name: str) -> str:
    return files("dashboard.queries").joinpath(f"{name}.sql").read_text("utf-8")
