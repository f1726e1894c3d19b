"""What has been done to the data: every revision there is, what was wrong with it, and who did what to it."""

import duckdb
import pandas as pd

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries.answer import answer

COUNTED = ("n_new", "n_gone", "n_light", "n_changed")


def revisions(con: duckdb.DuckDBPyConnection, month: Month | None = None, scope: Scope | None = None) -> pd.DataFrame:
    """List every revision, or those of a month or a scope, newest import first.

    Columns snapshot_id, month, scope, revision, state (counts, replaced or withdrawn), file_name, sha256, imported_at
    and withdrawn_at (UTC), imported_by, withdrawn_by, is_example, lines, the five lights, errors, warnings, and against
    the revision before it (NA for the first) n_new, n_gone, n_light, n_changed; n_changed counts those of n_light too.
    """
    found = answer(
        con, "revisions", month=str(month) if month else None, scope=str(scope) if scope is not None else None
    )
    for column in COUNTED:
        found[column] = found[column].astype("Int64")
    return found


def revision_issues(con: duckdb.DuckDBPyConnection, snapshot: int) -> pd.DataFrame:
    """List what was wrong with a workbook when it was saved, errors first: number … message."""
    return answer(con, "revision_issues", snapshot=snapshot)


def revision_events(con: duckdb.DuckDBPyConnection, snapshot: int) -> pd.DataFrame:
    """List what was done to a revision, oldest first: happened_at (UTC), who, what, detail."""
    return answer(con, "revision_events", snapshot=snapshot)
