"""The database made anew from what it keeps: to see that all of it is as it follows, or to take its place."""

import getpass
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.clock import utc_now
from dashboard.domain.disk import why_not
from dashboard.intake.replay import Told, replay
from dashboard.intake.verify import verify
from dashboard.store.backup import check_free, flush, remove_database, take_place_of
from dashboard.store.database import open_database, write_event
from dashboard.store.faults import DatabaseError


@dataclass(frozen=True)
class Rebuilt:
    """What is otherwise in the database made anew, and where the old one is kept (None: it was left in its place)."""

    differences: list[str]
    kept: Path | None


def verify_again(source: Path, told: Told) -> list[str]:
    """Read every workbook of a file again and do all that was done, and say what is not as it is stored.

    Nobody may write to the file meanwhile.
    """
    with closing(open_database(None)) as anew:
        return replay(source, anew, told)


def rebuild(path: Path, told: Told, *, accept: bool = False, by: str | None = None) -> Rebuilt:
    """Make a database anew and put it in the old one's place, which is kept; with differences only where accepted.

    Raise DatabaseHeldError while another process has it open, DatabaseError when it cannot be made.
    """
    check_free(path)
    with closing(open_database(path)) as opened:  # which brings it up to this version
        broken_before = verify(opened)
    half = path.with_name(f".{path.name}.halv")
    try:
        remove_database(half)
        with closing(open_database(half)) as anew:
            differences = replay(path, anew, told)
            if differences and not accept:
                return Rebuilt(differences, None)
            broken = [breach for breach in verify(anew) if breach not in broken_before]
            if broken:
                raise DatabaseError(f"Den nye database hænger ikke sammen: {'; '.join(broken)}. Den gamle er som før.")
            with anew.transaction() as con:
                write_event(con, "rebuild", None, at=utc_now(), by=by or getpass.getuser())
        flush(half)
        return Rebuilt(differences, take_place_of(path, half))
    except OSError as error:
        raise DatabaseError(f"Databasen kan ikke laves om: {why_not(error)}. Den er som før.") from error
    finally:
        remove_database(half)
