"""All that a database holds taken to another: from a file to a shared database, or back."""

from contextlib import closing
from pathlib import Path

from dashboard.store.comparison import DERIVED, beside, compared, tables_of
from dashboard.store.database import open_database
from dashboard.store.faults import DatabaseError
from dashboard.store.line_months import make_months


def move_database(source: Path, target: Path) -> None:
    """Copy every row of a database into one that holds nothing yet, and see that they are all there.

    The source is left as it is. Raise DatabaseError.
    """
    if not source.exists():
        raise DatabaseError(f"Databasen {source} findes ikke.")
    open_database(source).close()  # which brings it up to this version
    with closing(open_database(target)) as opened:
        if opened.cursor().execute("FROM event LIMIT 1").fetchone():
            raise DatabaseError(f"Databasen {target} er ikke tom. Vælg en, der ikke er der endnu.")
        with beside(opened, source) as con:
            with opened.transaction() as writing:
                for table in (each for each in tables_of(con) if each not in DERIVED):
                    writing.execute(f"DELETE FROM {table}")
                    writing.execute(f"INSERT INTO {table} BY NAME FROM old.{table}")
                make_months(writing)
            otherwise = compared(con)
    if otherwise:
        raise DatabaseError(f"Ikke alt kom med til {target}: {'; '.join(otherwise)}")
