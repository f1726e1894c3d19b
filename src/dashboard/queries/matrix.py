"""The parts of the plan side by side: how many lines of each have which light."""

import duckdb
import pandas as pd

from dashboard.queries.answer import answer_selection
from dashboard.queries.questions import Part
from dashboard.queries.selection import Selection


def matrix(con: duckdb.DuckDBPyConnection, selection: Selection, by: Part) -> pd.DataFrame:
    """Count the lights of each udvalg, tema or art, now and in the comparison month.

    Columns value ('' for lines without), light, n, n_before (NA without comparison); a row for each light. What only
    the comparison month had is there, too.
    """
    counts = answer_selection(con, "matrix", selection, by=by)
    counts["n_before"] = counts["n_before"].astype("Int64")
    return counts
