"""Rows of DuckDB read as dataclasses, by the types of their fields."""

from dataclasses import dataclass
from datetime import date

import duckdb
import pytest

from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries.rows import fetch_rows


@dataclass(frozen=True)
class Other:
    scope: Scope
    light: Light


@dataclass(frozen=True)
class Told:
    month: Month
    state: State
    before: Light | None
    udvalg: tuple[str, ...]
    others: tuple[Other, ...]
    held_on: date
    share: float | None


ROW = (
    "SELECT 'left alone' AS more, '2025-05' AS month, 'absent' AS state, 'red' AS before, ['ØK', 'KB'] AS udvalg, "
    "[{'scope': 'AU', 'light': 'green'}] AS others, DATE '2025-05-07' AS held_on, 1.5::DECIMAL(4, 1) AS share"
)


def test_a_row_is_read_by_the_types_of_its_fields() -> None:
    (row,) = fetch_rows(Told, duckdb.execute(ROW))
    assert row == Told(
        Month(2025, 5), ABSENT, Light.RED, ("ØK", "KB"), (Other(Scope("AU"), Light.GREEN),), date(2025, 5, 7), 1.5
    )
    assert row.before is Light.RED
    assert row.state is ABSENT


def test_null_is_none_and_no_list_is_an_empty_one() -> None:
    nothing = ", ".join(f"NULL AS {column}" for column in ("before", "udvalg", "others", "share"))
    sql = f"SELECT * REPLACE ({nothing}, 'done' AS state) FROM ({ROW})"
    (row,) = fetch_rows(Told, duckdb.execute(sql))
    assert (row.before, row.udvalg, row.others, row.state, row.share) == (None, (), (), Light.DONE, None)


def test_a_light_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(ValueError, match="purple"):
        fetch_rows(Told, duckdb.execute(f"SELECT * REPLACE ('purple' AS before) FROM ({ROW})"))
