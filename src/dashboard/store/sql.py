"""The .sql files of the house, with the lists of a line's fields put in where they stand in braces."""

from functools import cache
from importlib.resources import files

from dashboard.domain.line_fields import COMPARED, FIELDS, SEARCHED, WRITTEN

LISTS = {"fields": FIELDS, "written": WRITTEN, "compared": COMPARED, "searched": SEARCHED}


@cache
def read_sql(package: str, name: str) -> str:
    """Read a .sql file of a package, its lists filled: {fields} becomes "title, code, …"."""
    sql = files(package).joinpath(f"{name}.sql").read_text("utf-8")
    for list_name, fields in LISTS.items():
        sql = sql.replace(f"{{{list_name}}}", ", ".join(fields))
    return sql
