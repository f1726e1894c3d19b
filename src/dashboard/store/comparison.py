"""Another database beside the open one, only read, under the name ``old``; and every row that the two do not share."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dashboard.store.database import Database
from dashboard.store.lakehouse import attach, is_lakehouse

Row = dict[str, Any]
DERIVED = ("line_month", "schema_step", "schema_in_place")  # the first is compared with its definition by itself
ROWS_OF_A_TABLE = "Tabellen {table}: {n} rækker er gemt anderledes, end de bliver, når alt gøres om: {rows}"
READ_OTHERWISE = "{file}, revision {revision}, {cell} »{title}«: {values}"
VALUE, LEFT_OUT, NEW = "{field} er gemt som {stored} og læses som {read}", "linjen læses ikke", "linjen er ikke gemt"
SHOWN = 3


@contextmanager
def beside(database: Database, path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Let a database that nobody writes to be seen as ``old`` for the time of the block."""
    con = database.cursor()
    if is_lakehouse(path):
        attach(con, path, "old", read_only=True)
    else:
        quoted = str(path).replace("'", "''")
        con.execute(f"ATTACH '{quoted}' AS old (READ_ONLY)")
    try:
        yield con
    finally:
        con.execute("DETACH old")


def rows_of(con: duckdb.DuckDBPyConnection, sql: str, *given: object) -> list[Row]:
    """Give rows by the names of their columns."""
    found = con.execute(sql, list(given))
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def tables_of(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Give the columns of each table of ``old``, by its name."""
    found = con.execute(
        "SELECT table_name, list(column_name ORDER BY column_name) FROM duckdb_columns() "
        "SEMI JOIN duckdb_tables() USING (database_name, table_name) WHERE database_name = 'old' "
        "GROUP BY table_name ORDER BY table_name"
    ).fetchall()
    return dict(found)


def compared(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Say what the database does not have as ``old`` has it: a sentence for each line that is read otherwise."""
    told: list[str] = []
    for table, columns in tables_of(con).items():
        if table in DERIVED:
            continue
        named = ", ".join(columns)
        stored, made = (
            rows_of(con, f"SELECT {named} FROM {one} EXCEPT ALL SELECT {named} FROM {other} ORDER BY ALL")
            for one, other in ((f"old.{table}", table), (table, f"old.{table}"))
        )
        if table == "status":
            told += _read_otherwise(con, stored, made)
        elif stored or made:
            shown = "; ".join(", ".join(f"{k} {v}" for k, v in row.items()) for row in (stored or made)[:SHOWN])
            told.append(ROWS_OF_A_TABLE.format(table=table, n=max(len(stored), len(made)), rows=shown[:300]))
    return told


def _read_otherwise(con: duckdb.DuckDBPyConnection, stored: list[Row], read: list[Row]) -> list[str]:
    """Say of each line how it is read; a field that nothing was kept of when its workbook was read is no difference."""
    pairs: dict[tuple[int, str, str], list[Row | None]] = defaultdict(lambda: [None, None])
    for side, rows in enumerate((stored, read)):
        for row in rows:
            pairs[row["snapshot_id"], row["sheet"], row["title_cell"]][side] = row
    empty = {each: _columns_without_values(con, each) for each, *_ in pairs}
    told = []
    for (snapshot_id, sheet, cell), (before, now) in sorted(pairs.items()):
        values = [LEFT_OUT if now is None else NEW]
        if before and now:
            changed = [name for name in before if before[name] != now[name] and name not in empty[snapshot_id]]
            values = [VALUE.format(field=name, stored=before[name], read=now[name]) for name in changed]
        if values:
            title = (before or now or {})["title"]
            said = {"cell": f"{sheet}!{cell}", "title": title, "values": "; ".join(values)}
            told.append(READ_OTHERWISE.format(**_snapshot(con, snapshot_id), **said))
    return told


def _columns_without_values(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> set[str]:
    sql = 'SELECT count(COLUMNS(*)) AS "\\0" FROM old.status WHERE snapshot_id = ?'
    (found,) = rows_of(con, sql, snapshot_id)
    return {column for column, n in found.items() if not n}


def _snapshot(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> Row:
    sql = "SELECT file_name AS file, revision FROM old.snapshot AS s JOIN old.workbook USING (workbook_id)"
    return rows_of(con, f"{sql} WHERE s.snapshot_id = ?", snapshot_id)[0]
