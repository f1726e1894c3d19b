"""Is it the same indsats? What nobody has decided yet, and what has been decided."""

from collections.abc import Hashable, Mapping
from typing import Any

import duckdb
import pandas as pd

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.similarity import SUGGESTED_FROM, Described, similarity
from dashboard.queries.answer import answer


def suggestions(con: duckdb.DuckDBPyConnection, month: Month | None = None, scope: Scope | None = None) -> pd.DataFrame:
    """List the pairs of a new line and one that left that are likely the same, in a month, a scope or (None) all.

    Best first, by score (0-100). Columns month, scope, indsats_id, title, code, udvalg (a list of keys), art, light,
    text of the new line; other_id, other_month (when it was last told), other_title … other_text of the older; score.
    """
    pairs = answer(con, "suggestions", month=str(month) if month else None, scope=str(scope) if scope else None)
    pairs["score"] = [similarity(_described(pair, ""), _described(pair, "other_")) for pair in pairs.to_dict("records")]
    likely = pairs[pairs["score"] >= SUGGESTED_FROM]
    return likely.sort_values(["score", "month", "title"], ascending=[False, True, True], ignore_index=True)


def line_links(con: duckdb.DuckDBPyConnection, *, withdrawn: bool = False) -> pd.DataFrame:
    """List the decisions about which lines are one, newest first; those taken back only when asked for.

    Columns link_id, kind (same, different, continues), indsats_id, name, other_id, other_name, decided_at (UTC),
    decided_by, withdrawn_at (UTC), withdrawn_by.
    """
    return answer(con, "line_links", withdrawn=withdrawn)


def _described(pair: Mapping[Hashable, Any], side: str) -> Described:
    title, code, udvalg, art = (pair[f"{side}{field}"] for field in ("title", "code", "udvalg", "art"))
    return Described(title, None if pd.isna(code) else code, tuple(udvalg), None if pd.isna(art) else art)
