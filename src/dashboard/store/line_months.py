"""The table line_month: what is known of each line for each month, kept so that questions need not work it out anew.

Its rows lie by plan, scope and month, so that a question about some months of a scope reads little else.
"""

from collections.abc import Collection

import duckdb

PLACED = "ORDER BY plan, scope, month, indsats_id"
LATER = "month >= ? AND plan = ? AND list_contains(?::VARCHAR[], scope)"
CONCERNED = """
SELECT min(month), plan, list(DISTINCT scope)
FROM (SELECT plan, month, scope FROM scope_basis UNION ALL SELECT plan, month, scope FROM line_month) AS had
SEMI JOIN (FROM snapshot WHERE list_contains(?::INTEGER[], snapshot_id)) AS changed USING (plan, month)
GROUP BY plan
"""
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


def renew_months(con: duckdb.DuckDBPyConnection, snapshots: Collection[int]) -> None:
    """Write what the definitions say now that these snapshots of a plan stand, or no longer do.

    That is of their months and those after them, in the scopes that their months have or had; earlier months know
    nothing of them, and neither do other scopes.
    """
    for of_scopes in con.execute(CONCERNED, [list(snapshots)]).fetchall():
        con.execute(f"DELETE FROM line_month WHERE {LATER}", of_scopes)
        con.execute(f"INSERT INTO line_month FROM months_from(?, ?, ?) {PLACED}", of_scopes)


def renew_lines(con: duckdb.DuckDBPyConnection, lines: Collection[int]) -> None:
    """Write what the definitions say of some lines, as they are called now or were before."""
    which = "list_contains(?::INTEGER[], indsats_id)"
    con.execute(f"DELETE FROM line_month WHERE {which}", [list(lines)])
    con.execute(f"INSERT INTO line_month FROM defined_month WHERE {which}", [list(lines)])


def differences(con: duckdb.DuckDBPyConnection) -> list[str]:
    """List the rows that are not as the definitions say."""
    return [text for (text,) in con.execute(DIFFERENCES).fetchall()]
