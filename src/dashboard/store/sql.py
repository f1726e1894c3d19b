"""The .sql files of the house, with what they say of every field of a line put in where it stands in braces."""

from functools import cache
from importlib.resources import files

from dashboard.domain.line_fields import COMPARED, FIELDS, LINE_FIELDS, SEARCHED, WRITTEN, LineField


@cache
def read_sql(package: str, name: str) -> str:
    """Read a .sql file of a package, its lists of fields filled in: {fields} becomes "title, code, …"."""
    sql = files(package).joinpath(f"{name}.sql").read_text("utf-8")
    for place, listed in _lists().items():
        sql = sql.replace(f"{{{place}}}", ", ".join(listed))
    return sql


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Give the lists by name; newest_or_own is each field as n says it, or o where n leaves out what may be lent."""
    return {
        "fields": FIELDS,
        "written": WRITTEN,
        "compared": COMPARED,
        "searched": SEARCHED,
        "newest_or_own": tuple(map(_newest_or_own, LINE_FIELDS)),
    }


def _newest_or_own(field: LineField) -> str:
    if not field.is_lent:
        return f"n.{field.key}"
    lent = {"keys": "CASE WHEN len(n.{0}) > 0 THEN n.{0} ELSE o.{0} END", "yes": "n.{0} OR o.{0}"}
    return lent.get(field.kind, "coalesce(n.{0}, o.{0})").format(field.key) + f" AS {field.key}"
