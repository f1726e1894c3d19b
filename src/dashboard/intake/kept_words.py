"""What a template that came back still says in last month's words: told of each, and stored with their month."""

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from dashboard.domain.issue import Issue, issue
from dashboard.domain.kept_words import KEPT, month_kept, same_words, without_month
from dashboard.domain.line_fields import field_name
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.store.indsatser import KnownName

Words = dict[int, tuple[str | None, ...]]


def keeps_words(rows: Sequence[StatusRow]) -> bool:
    """Tell whether any line still says the month its words are from."""
    return any(month_kept(getattr(row, field)) for row in rows for field in KEPT)


def tell_kept_words(
    con: duckdb.DuckDBPyConnection,
    place: tuple[str, Month, Scope],
    rows: Sequence[StatusRow],
    ids: Sequence[int | None],
    known: Sequence[KnownName],
) -> tuple[tuple[StatusRow, ...], list[Issue]]:
    """Tell of words that nobody touched, and take their month off those that somebody wrote in.

    ``place`` is the plan, month and scope that the rows are of, ``ids`` what is known of which lines they are.
    """
    if not keeps_words(rows):
        return tuple(rows), []
    line_of = {name.indsats_id: name.line_id for name in known}
    last, told, issues = _last_words(con, *place), [], []
    for row, known_id in zip(rows, ids, strict=True):
        written: dict[str, str] = {}
        before = last.get(line_of[known_id]) if known_id is not None else None
        for number, field in enumerate(KEPT):
            text = getattr(row, field)
            month = month_kept(text)
            if month and before and not same_words(text, before[number]):
                written[field] = without_month(text)
            elif month:
                sheet, _, cell = row.cells.get(field, row.cell).rpartition("!")
                issues.append(
                    issue("kept-words", sheet=sheet or row.sheet, cell=cell, value=field_name(field), detail=month)
                )
        told.append(replace(row, **written) if written else row)  # type: ignore[arg-type]
    return tuple(told), issues


def _last_words(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope) -> Words:
    """Give what each line of a scope said when it was last told before a month."""
    found = con.execute(
        f"SELECT indsats_id, {', '.join(KEPT)} FROM scope_status WHERE plan = $plan AND scope = $scope AND month = "
        "(SELECT max(month) FROM scope_status WHERE plan = $plan AND scope = $scope AND month < $month)",
        {"plan": plan, "scope": str(scope), "month": str(month)},
    ).fetchall()
    return {indsats_id: tuple(words) for indsats_id, *words in found}
