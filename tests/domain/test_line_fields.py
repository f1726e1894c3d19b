"""One table says what the fields of a line are; what must have a place for each has one."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import pytest

import dashboard
from dashboard.domain.line_fields import COLUMNS, FIELDS, LISTED
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.store.sql import read_sql

SOURCE = Path(dashboard.__file__).parent
WITHOUT_RULES_OF_ITS_OWN = "expected_end"


def test_a_line_and_the_table_of_what_was_reported_have_every_field() -> None:
    assert set(FIELDS) <= {each.name for each in fields(StatusRow)}
    with duckdb.connect() as con:
        con.execute(read_sql("dashboard.store", "tables"))
        assert set(FIELDS) <= {row[0] for row in con.execute("DESCRIBE status").fetchall()}


@pytest.mark.parametrize("field", COLUMNS)
def test_a_field_with_a_column_has_headings_that_mean_it(field: Any) -> None:
    assert terms().columns[field]


def test_the_columns_of_the_lists_have_places_of_their_own_without_gaps() -> None:
    assert [each.place for each in LISTED] == list(range(1, len(LISTED) + 1))


def test_no_list_in_braces_is_left_in_any_question() -> None:
    for path in SOURCE.rglob("*.sql"):
        package = ".".join(("dashboard", *path.parent.relative_to(SOURCE).parts))
        left = set(re.findall(r"\{\w+\}", read_sql(package, path.stem)))
        assert left <= {"{is_meant}", "{is_lit}"}, path  # what the filters ask, which is filled in when they are known


def test_a_field_is_named_in_at_most_six_files() -> None:
    naming = {
        path
        for kind in ("py", "sql", "toml")
        for path in SOURCE.rglob(f"*.{kind}")
        if WITHOUT_RULES_OF_ITS_OWN in path.read_text("utf-8")
    }
    assert len(naming) <= 6, sorted(naming)
