"""The .sql files of the house, with what they say of every field of a line put in where it stands in braces."""

from functools import cache
from importlib.resources import files

from dashboard.domain.kept_words import MARK
from dashboard.domain.light import Light
from dashboard.domain.line_fields import COMPARED, FIELDS, FILTERS, LINE_FIELDS, WRITTEN, LineField


@cache
def read_sql(package: str, name: str) -> str:
    """Read a .sql file of a package, its lists of fields filled in: {fields} becomes "title, code, …"."""
    sql = files(package).joinpath(f"{name}.sql").read_text("utf-8")
    for place, listed in _lists().items():
        sql = sql.replace(f"{{{place}}}", listed)
    return sql


@cache
def _lists() -> dict[str, str]:
    """Give what stands for each name.

    month_kept is the month that words say they are from. newest_or_own is each field as n says it, or o where n leaves
    out what may be lent; repeated is that now says what before says of every field, or one of them nothing of a fact;
    offered is the values of the line that each filter may ask for, and values_by those of the field $by ([''] for a
    line that has none). lights_counted is a column for each light with the number of its lines.
    """
    return {
        "month_kept": MARK,
        "fields": ", ".join(FIELDS),
        "written": ", ".join(WRITTEN),
        "compared": ", ".join(COMPARED),
        "newest_or_own": ", ".join(map(_newest_or_own, LINE_FIELDS)),
        "repeated": " AND ".join(map(_is_repeated, LINE_FIELDS)),
        "values_by": f"CASE $by {' '.join(map(_values_by, FILTERS))} ELSE [''] END",
        "lights_counted": ", ".join(f"count(*) FILTER (WHERE shown_light = '{each}') AS {each}" for each in Light),
        "offered": " UNION ALL ".join(f"SELECT '{each.key}' AS field, {_value(each)} FROM line" for each in FILTERS),
    }


def is_asked_for(field: LineField) -> str:
    """Say in SQL that a line has one of the values that a filter asks for."""
    if field.kind == "keys":
        return f"list_has_any({field.key}, ${field.key}::VARCHAR[])"
    return f"list_contains(${field.key}::VARCHAR[], coalesce({field.key}, ''))"


def _value(field: LineField) -> str:
    return (f"unnest({field.key})" if field.kind == "keys" else f"coalesce({field.key}, '')") + " AS value"


def _values_by(field: LineField) -> str:
    if field.kind == "keys":
        return f"WHEN '{field.key}' THEN CASE WHEN len({field.key}) = 0 THEN [''] ELSE {field.key} END"
    return f"WHEN '{field.key}' THEN [coalesce({field.key}, '')]"


def _is_repeated(field: LineField) -> str:
    if not field.is_lent and field.source != "lights":  # of which what was read before they were kept says nothing
        return f"before.{field.key} IS NOT DISTINCT FROM now.{field.key}"
    left_out = {"keys": "len({0}) = 0", "yes": "NOT {0}"}.get(field.kind, "{0} IS NULL")
    either = " OR ".join(left_out.format(f"{side}.{field.key}") for side in ("before", "now"))
    return f"({either} OR before.{field.key} = now.{field.key})"


def _newest_or_own(field: LineField) -> str:
    if not field.is_lent:
        return f"n.{field.key}"
    lent = {"keys": "CASE WHEN len(n.{0}) > 0 THEN n.{0} ELSE o.{0} END", "yes": "n.{0} OR o.{0}"}
    return lent.get(field.kind, "coalesce(n.{0}, o.{0})").format(field.key) + f" AS {field.key}"
