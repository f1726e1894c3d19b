"""What is wrong with a workbook, where, and what to do about it."""

from collections.abc import Hashable, Iterable, Mapping
from html import escape
from typing import Any

from dashboard.domain.issue import Issue
from dashboard.web.intake import texts
from dashboard.web.issue_explanations import explanation_of, issue_href
from dashboard.web.markup import tag, text

COLUMNS = ("kind", "severity", "sheet", "cell", "value", "message")


def issue_rows(issues: Iterable[Issue]) -> list[Mapping[Hashable, Any]]:
    """Give issues as rows of the table, errors first."""
    ordered = sorted(issues, key=lambda found: not found.is_error)
    return [{name: getattr(found, name) for name in COLUMNS} for found in ordered]


def issue_table(rows: Iterable[Mapping[Hashable, Any]]) -> str:
    """Draw a row for each issue: grade, sheet, cell, value, and what to do."""
    drawn = "".join(_row(row) for row in rows)
    if not drawn:
        return tag("p", escape(texts.NO_ISSUES))
    heads = tag("tr", "".join(tag("th", escape(head), scope="col") for head in texts.ISSUE_HEADS))
    return tag("div", tag("table", tag("thead", heads) + tag("tbody", drawn), "list issues"), "scroll")


def _row(row: Mapping[Hashable, Any]) -> str:
    grade = str(row["severity"])
    cells = tag("td", text(texts.GRADES[grade], f"grade {grade}"))
    cells += "".join(tag("td", escape(_said(row[name]))) for name in ("sheet", "cell", "value"))
    cells += tag("td", escape(_said(row["message"])) + " " + _explanation(str(row["kind"])))
    return tag("tr", cells)


def _explanation(kind: str) -> str:
    """Draw the way to what a kind means; beside the page, since what lies on it would be gone when one came back."""
    found = explanation_of(kind)
    if found is None:
        return ""
    means = texts.EXPLAIN_HELP.format(title=found.title)
    attributes = {"target": "_blank", "title": means, "aria_label": f"{texts.EXPLAIN}: {found.title}"}
    return tag("a", escape(texts.EXPLAIN), "explain", href=issue_href(kind), **attributes)


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""
