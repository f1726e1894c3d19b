"""The template filled from the stored plan: the lines a scope last had, ready for the status of a later month."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.domain.kept_words import KEPT, kept
from dashboard.domain.month import Month
from dashboard.domain.plan import which_plan
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.store.line_columns import LINE_COLUMNS, read_line
from dashboard.store.seen import Seen
from dashboard.store.sql import read_sql
from dashboard.workbook.template.wording import template_name

__all__ = ["TemplateError", "make_template", "template_name", "template_scopes", "widest_scope"]


class TemplateError(Exception):
    """There is nothing to make a template of; the message is a Danish sentence for the person who asked."""


def template_scopes(con: Seen, before: Month | None = None, plan: str | None = None) -> dict[Scope, Month]:
    """Give the scopes that a template can be made for, and the newest month of each, before a month or (None) of all.

    Those of the newest month come first, the widest first. ``plan`` is whose (None: that of the newest month).
    """
    found = con.execute(
        "SELECT scope, max(month) FROM line_month WHERE state <> 'absent' AND plan = $plan "
        "AND ($before IS NULL OR month < $before) GROUP BY scope "
        "ORDER BY max(month) DESC, scope <> 'plan', scope <> 'tvaergaaende', scope COLLATE da",
        {"before": str(before) if before else None, "plan": _plan_of(con, before, plan)},
    )
    scopes = {Scope(key): Month.parse(month) for key, month in found.fetchall()}
    return {scope: month for scope, month in scopes.items() if _is_listed(scope)}


def widest_scope(con: Seen, month: Month, plan: str | None = None) -> Scope:
    """Give the widest scope of the newest month before one; raise TemplateError when there is none."""
    widest = next(iter(template_scopes(con, month, plan)), None)
    if widest is None:
        raise _nothing_before(month)
    return widest


def _plan_of(con: Seen, month: Month | None, plan: str | None) -> str | None:
    """Give the plan that is named or that of the newest month before one; raise TemplateError where several have it."""
    if plan is not None:
        return plan
    found = con.execute(
        "SELECT DISTINCT month, plan FROM line_month WHERE month < coalesce(?, '9') "
        "QUALIFY month = max(month) OVER () ORDER BY plan",
        [str(month) if month else None],
    ).fetchall()
    if len(found) > 1:
        raise TemplateError(which_plan([each for _, each in found], Month.parse(found[0][0]).label))
    return found[0][1] if found else None


def make_template(con: Seen, month: Month, scope: Scope, plan: str | None = None, end: str = "xlsx") -> bytes:
    """Make the workbook, or (``end`` "docx") the document, to be filled in for a month.

    It has the lines of the newest month before it of the same scope.
    A line that was done stays, with its X, so that it can be opened again; one that had left the plan is not there.
    What was said of why, of what is asked for and of what to watch stands with the month it is from. ``plan`` is whose
    (None: that of the newest month).
    """
    if not _is_listed(scope):
        raise TemplateError(
            f"Udvalget '{scope.udvalg}' står ikke på listen over udvalg, så skabelonen kunne ikke kendes, når den kom "
            "tilbage. Føj det til listen, eller brug forkortelsen fra den."
        )
    rows = _stored(con, month, scope, plan)
    if not rows:
        raise _nothing_before(month)
    # openpyxl and python-docx: only who asks for a template waits for them
    from dashboard.workbook.template.book import write_template
    from dashboard.workbook.template.document import write_document

    previous = Month.parse(rows[0]["month"])
    lines = [read_line([row[each] for each in LINE_COLUMNS], row["amounts"] or {}) for row in _in_order(rows)]
    write = write_document if end == "docx" else write_template
    return write(
        month,
        scope,
        [_with_kept_words(line, previous) for line in lines],
        previous=previous,
        plan=rows[0]["plan"],
        example=any(row["is_example"] for row in rows),
    )


def _is_listed(scope: Scope) -> bool:
    """Tell whether a scope is known again when its workbook comes back."""
    return scope.udvalg is None or any(udvalg.key == scope.udvalg for udvalg in terms().udvalg)


def _nothing_before(month: Month) -> TemplateError:
    return TemplateError(
        f"Der er ingen status før {month.label} at lave skabelonen af. Indlæs en, eller vælg et andet omfang."
    )


def _with_kept_words(line: StatusRow, month: Month) -> StatusRow:
    """Let what is carried on say which month it is from; of a line that is done nothing is."""
    words = {field: None if line.done else kept(getattr(line, field), month) for field in KEPT}
    return replace(line, **words)  # type: ignore[arg-type]


def _stored(con: Seen, month: Month, scope: Scope, plan: str | None) -> list[dict[str, Any]]:
    query = read_sql("dashboard.intake", "template")
    asked = {"month": str(month), "scope": str(scope), "plan": _plan_of(con, month, plan)}
    answer = con.execute(query, asked)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _in_order(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Order lines as they last stood: from one sheet by their rows, from several part by part."""
    if len({row["basis_sheet"] for row in rows}) == 1:
        return list(rows)
    arts = [art.key for art in terms().art]
    return sorted(rows, key=lambda row: arts.index(row["art"]) if row["art"] in arts else len(arts))
