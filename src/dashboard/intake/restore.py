"""A backup put in the place of the database: looked through first, and what it takes the place of is kept."""

import getpass
import shutil
from contextlib import closing
from pathlib import Path

from dashboard.domain.clock import utc_now
from dashboard.domain.disk import why_not
from dashboard.intake.verify import verify
from dashboard.store.backup import check_free, flush, remove_database, take_place_of
from dashboard.store.database import open_database, write_event


class RestoreError(Exception):
    """A backup cannot take the database's place, which is as it was; the message is a Danish sentence."""


def restore_backup(backup: Path, database: Path, by: str | None = None) -> Path | None:
    """Put a copy of a backup in the place of a database, and give where that is kept (None: there was none).

    Raise DatabaseHeldError while another process has it open, RestoreError or DatabaseError when the backup is
    not sound.
    """
    if not backup.is_file():
        raise RestoreError(f"Sikkerhedskopien {backup} findes ikke.")
    if database.exists() and backup.samefile(database):
        raise RestoreError(f"{backup} er selve databasen. Vælg en sikkerhedskopi.")
    check_free(database)
    half = database.with_name(f".{database.name}.halv")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        remove_database(half)
        for end in ("", ".wal"):  # a copy that was taken by hand may have what was written last beside it
            if (source := backup.with_name(f"{backup.name}{end}")).exists():
                shutil.copyfile(source, half.with_name(f"{half.name}{end}"))
        with closing(open_database(half, is_copy=True)) as opened:
            broken = verify(opened)
            if broken:
                raise RestoreError(f"Sikkerhedskopien {backup} er ikke i orden: {'; '.join(broken)}")
            with opened.transaction() as con:
                write_event(con, "restore-backup", backup.name, at=utc_now(), by=by or getpass.getuser())
        flush(half)
        return take_place_of(database, half)
    except OSError as error:
        raise RestoreError(
            f"Sikkerhedskopien kan ikke lægges på plads: {why_not(error)}. Databasen er som før."
        ) from error
    finally:
        remove_database(half)
