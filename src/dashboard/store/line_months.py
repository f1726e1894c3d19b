"""The table line_month: what is known of each line for each month, kept so that questions need not work it out anew.

Its rows lie by plan, scope and month, so that a question about some months of a scope reads little else.
"""

from collections.abc import Collection

import duckdb

from dashboard.domain.month import Month

PLACED = "ORDER BY plan, scope, month, indsats_id"
DIFFERENCES = """
SELECT 'line_month is not as defined: ' || plan || ' ' || scope || ' ' || month || ' ' || indsats_id
FROM (
    (FROM line_month EXCEPT ALL FROM defined_month) UNION ALL (FROM defined_month EXCEPT ALL FROM line_month)
) GROUP BY plan, scope, month, indsats_id
"""


def make_months(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table anew, whether it is there or not.

    By way of a temporary one: DuckLake lets go of the table that is replaced while the definition still reads it.
    """
    con.execute(f"CREATE TEMP TABLE made AS FROM defined_month {PLACED}")
    con.execute("CREATE OR REPLACE TABLE line_month AS FROM made")
    con.execute("DROP TABLE made")


def renew_months(con: duckdb.DuckDBPyConnection, first: Month) -> None:
    """Write what the definitions say of a month and those after it; earlier ones know nothing of its workbooks."""
    con.execute("DELETE FROM line_month WHERE month >= ?", [str(first)])
    con.execute(f"INSERT INTO line_month FROM months_from(?) {PLACED}", [str(first)])


def renew_lines(con: duckdb.DuckDBPyConnection, lines: Collection[int]) -> None:
    """Write what the definitions say of some lines, as they are called now or were before."""
    which = "list_contains(?::INTEGER[], indsats_id)"
    con.execute(f"DELETE FROM line_month WHERE {which}", [list(lines)])
    con.execute(f"INSERT INTO line_month FROM defined_month WHERE {which}", [list(lines)])


def differences(con: duckdb.DuckDBPyConnection) -> list[str]:
    """List the rows that are not as the definitions say."""
    return [text for (text,) in con.execute(DIFFERENCES).fetchall()]
