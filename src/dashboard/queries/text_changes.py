"""The texts that say something else than in the comparison month, or in which something is newly marked."""

import duckdb
import pandas as pd

from dashboard.domain.line_fields import COMPARED
from dashboard.domain.text_run import MarkChange, mark_changes, read_runs
from dashboard.queries.answer import answer_selection
from dashboard.queries.selection import Selection

NEWS = ("marked_new", "struck")


def text_changes(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List the texts that changed, line by line and in the order of COMPARED, of lines that stand in both months.

    Columns indsats_id, title, code, light, field, old_text, new_text ("" for nothing), runs (how the line's texts are
    marked now, as stored) and markup: what the workbook newly marks in it, "marked_new" or "struck". A text with markup
    may be the same as it was. Empty without a comparison month.
    """
    found = answer_selection(con, "text_changes", selection, fields=list(COMPARED))
    found["markup"] = [
        _news(old, new, field) for old, new, field in zip(found["old_runs"], found["runs"], found["field"], strict=True)
    ]
    is_change = found["is_text"].astype(bool) | found["markup"].map(bool).astype(bool)
    return found[is_change].drop(columns=["old_runs", "is_text"]).reset_index(drop=True)


def _news(old: object, new: object, field: str) -> tuple[MarkChange, ...]:
    changes = mark_changes(read_runs(old).get(field, ()), read_runs(new).get(field, ()))
    return tuple(change for change in changes if change in NEWS)
