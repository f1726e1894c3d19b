"""Everything made again: the record's events in their order, each workbook read again with the answers of its time.

What cannot be derived, because people wrote it, is taken over: their records, what was told of each workbook when it
was saved, and the lines of a workbook that cannot be read as what it was saved as.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.intake.kept_words import keeps_words, tell_kept_words
from dashboard.intake.recognise import recognise_lines
from dashboard.store.comparison import Row, beside, compared, rows_of, tables_of
from dashboard.store.database import Database, insert_rows
from dashboard.store.indsatser import known_names
from dashboard.store.line_months import make_months
from dashboard.store.links import LinkKind, save_link, withdraw_link
from dashboard.store.revisions import StoredRevision, set_standing
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from dashboard.workbook.isolated import read_workbook
from dashboard.workbook.parsed import ParsedWorkbook

MADE_AGAIN = (
    "workbook", "snapshot", "indsats", "indsats_name", "indsats_link", "indsats_line", "status", "amount", "event",
    "light", "line_month", "schema_step", "schema_in_place",
)  # fmt: skip
NOT_READ = (
    "{file_name} kan ikke læses som {month} {scope}, revision {revision}; dens linjer er taken over, som de er gemt."
)
OF_LINES = {
    "status": "snapshot_id",
    "amount": "snapshot_id",
    "indsats_name": "snapshot_id",
    "indsats": "created_by_snapshot_id",
}
FILE = ("file_name", "sha256", "content", "received_at", "received_by")
STOOD = """
WITH own AS (SELECT snapshot_id FROM old.snapshot WHERE workbook_id = $workbook),
imported AS (
    SELECT min(event_id) AS event_id, min(happened_at) AS happened_at
    FROM old.event WHERE what = 'import' AND snapshot_id IN (FROM own)
)
SELECT layout, subject, value, snapshot_id IN (FROM own) AS is_own
FROM old.reading_answer AS answer, imported
WHERE (snapshot_id IN (FROM own) OR given_at < imported.happened_at) AND NOT EXISTS (
    FROM old.event
    WHERE what IN ('replace-answer', 'forget-answer')
      AND detail = answer.answer_id::VARCHAR
      AND event_id < imported.event_id
)
ORDER BY answer_id
"""
Told = Callable[[int, int], None]


def replay(source: Path, database: Database, told: Told = lambda done, of: None) -> list[str]:
    """Make all that a file holds again in an empty database, and say what is otherwise; ``told`` hears how far it is.

    Nobody may write to the file meanwhile.
    """
    with beside(database, source) as con:
        events = rows_of(con, "FROM old.event ORDER BY event_id")
        replaying = _Replay(con)
        for done, event in enumerate(events):
            told(done, len(events))
            with database.transaction() as writing:
                replaying.take(writing, event)
        with database.transaction() as writing:
            for table in (each for each in tables_of(con) if each not in MADE_AGAIN):
                writing.execute(f"INSERT INTO {table} BY NAME FROM old.{table}")
            make_months(writing)
        return replaying.not_read + compared(con)


class _Replay:
    """The events of ``old`` as they are taken one by one."""

    def __init__(self, old: duckdb.DuckDBPyConnection) -> None:
        self._old = old
        self._links = {each["link_id"]: each for each in rows_of(old, "FROM old.indsats_link")}
        self._snapshots = {each["snapshot_id"]: each for each in rows_of(old, "FROM old.snapshot")}
        self._readings = _Readings(old)
        self.not_read: list[str] = []

    def take(self, con: duckdb.DuckDBPyConnection, event: Row) -> None:
        """Do again what an event says was done; one of what is taken over is written as it is."""
        what, at, by = event["what"], event["happened_at"], event["who"]
        if what == "import":
            self._save(con, self._snapshots[event["snapshot_id"]])
        elif what in ("withdraw", "restore"):
            told = self._snapshots[event["snapshot_id"]]
            revision = StoredRevision(
                told["snapshot_id"], Month.parse(told["month"]), Scope(told["scope"]), told["revision"], None, None
            )
            set_standing(con, revision, stands=what == "restore", at=at, by=by, note=event["detail"])
        elif what == "undo-link":
            withdraw_link(con, self._link(event)["link_id"], at=at, by=by)
        elif what in get_args(LinkKind):
            link = self._link(event)
            save_link(con, what, link["indsats_id"], link["other_id"], at=at, by=by)
        else:
            insert_rows(con, "event", [event])

    def _link(self, event: Row) -> Row:
        return self._links[int(event["detail"].partition(":")[0])]

    def _save(self, con: duckdb.DuckDBPyConnection, told: Row) -> None:
        """Save a snapshot as its workbook is read now, or as it is stored where it is not read as that."""
        (file,) = rows_of(
            self._old, f"SELECT {', '.join(FILE)} FROM old.workbook WHERE workbook_id = ?", told["workbook_id"]
        )
        place = told["plan"], Month.parse(told["month"]), Scope(told["scope"])
        found = self._readings.of(told)
        rows = found.rows if found else ()
        names = known_names(con)
        ids, _ = recognise_lines(rows, names)
        if keeps_words(rows):
            make_months(con)  # where the words of the month before stand
            rows, _ = tell_kept_words(con, place, rows, ids, names)
        snapshot = Snapshot(*place, rows, is_example=told["is_example"])
        saved = save_snapshot(con, ReceivedFile(**file), snapshot, ids, renews=False)
        if not rows:
            self.not_read.append(NOT_READ.format(**file, **told))
            for table, snapshot_id in OF_LINES.items():
                con.execute(f"INSERT INTO {table} BY NAME FROM old.{table} WHERE {snapshot_id} = ?", [saved])


class _Readings:
    """The workbooks of ``old`` as they are read now, with the answers that stood when they were imported."""

    def __init__(self, old: duckdb.DuckDBPyConnection) -> None:
        self._old = old
        self._workbook_id = 0
        self._read: dict[int, list[ParsedWorkbook]] = {}  # the last one, of which there may be more months

    def of(self, told: Row) -> ParsedWorkbook | None:
        """Give what a workbook says for the month and scope of a snapshot; None where it says nothing for them."""
        if told["workbook_id"] != self._workbook_id:
            self._workbook_id, self._read = told["workbook_id"], {}
        for way, read in enumerate(self._ways(told)):
            if way not in self._read:
                parsed = read()
                self._read[way] = [parsed, *parsed.months]
            for each in self._read[way]:
                if each.rows and (str(each.month), str(each.scope)) == (told["month"], told["scope"]):
                    return each
        return None

    def _ways(self, told: Row) -> list[Callable[[], ParsedWorkbook]]:
        """Give the ways in which a workbook may have been asked for, the likeliest first."""
        sql = "SELECT content, file_name FROM old.workbook WHERE workbook_id = ?"
        (file,) = rows_of(self._old, sql, told["workbook_id"])
        answers, year = self._answers(told["workbook_id"]), told["month"][:4]
        read = partial(read_workbook, file["content"], file["file_name"])
        place = {"plan": told["plan"], "month": Month.parse(told["month"]), "scope": Scope(told["scope"])}
        by_months = [
            partial(read, answers=(*answers, Answer(ANY_LAYOUT, MONTHS, value))) for value in (ALL_MONTHS, year)
        ]
        return [partial(read, answers=answers), *by_months, partial(read, answers=answers, **place)]

    def _answers(self, workbook_id: int) -> tuple[Answer, ...]:
        """Give the answers that were given with a workbook, and those before that these left standing."""
        found = self._old.execute(STOOD, {"workbook": workbook_id}).fetchall()
        given = [Answer(*said) for *said, is_own in found if is_own]
        before = [Answer(*said) for *said, is_own in found if not is_own]
        return (*(each for each in before if not any(own.replaces(each) for own in given)), *given)
