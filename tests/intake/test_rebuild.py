"""All that is stored can be made again from the workbooks and the record, and whatever is otherwise is named."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from asking_workbooks import own_words, two_lights
from dashboard.cli import app
from dashboard.domain.meeting import Meeting
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import decide, receive_workbook, restore_revision, undo_decision, verify, withdraw_revision
from dashboard.intake.template import make_template
from dashboard.records import forget_answer, plan_meeting, save_view, settle_signal
from dashboard.store.database import Database, open_database
from month_sheets import TITLES, month_sheets, renamed
from plan_workbook import sound, unsound
from workbook_maker import write_workbook

MAY = Month(2025, 5)

ALTERED = {
    "UPDATE status SET light = 'green' WHERE snapshot_id = 7 AND title = 'Flådestyring'": "light er gemt som green",
    "UPDATE status SET title = 'Et andet navn' WHERE snapshot_id = 8 AND cell = 'C4'": "»Et andet navn«",
    "DELETE FROM status WHERE snapshot_id = 11": "linjen er ikke gemt",
    "UPDATE amount SET amount = amount + 1 WHERE snapshot_id = 2": "Tabellen amount",
    "UPDATE snapshot SET imported_by = 'en anden' WHERE snapshot_id = 3": "Tabellen snapshot",
    "UPDATE indsats_name SET code = 'R999' WHERE code = 'R003'": "Tabellen indsats_name",
    "UPDATE indsats_line SET line_id = 4": "Tabellen indsats_line",
}


def lived_in(database: Database, folder: Path) -> None:
    """Let a database live through everything that can be done to it."""

    def receive(rows: Any = (), name: str = "Status.xlsx", sheets: Any = None, **options: Any) -> None:
        content = write_workbook(folder / name, sheets or {"Ark1": rows}).read_bytes()
        assert receive_workbook(database, content, name, by="anna", **options).receipt.accepted, name

    sheets = renamed(month_sheets(Month(2024, 6), Month(2024, 1)), TITLES[1], "Indsigt i sager", since="April 2024")
    same = {"April 2024!A5": "Januar 2024!A5"}
    receive(sheets=sheets, name="Historik.xlsx", answers=[Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS)], decisions=same)
    receive(two_lights(), "Maj.xlsx", answers=[Answer(ANY_LAYOUT, "letter C", "light")])
    receive(two_lights("juni 2025"), "Juni.xlsx")
    receive(
        own_words("juli 2025"), answers=[Answer(ANY_LAYOUT, f"word {word}", "red") for word in ("i gang", "på hold")]
    )
    receive(own_words("august 2025"), answers=[Answer(ANY_LAYOUT, "word i gang", "green")])
    receive(unsound("september 2025"), accept_errors=True)
    receive(sound("maj 2025", "Rød"), "Vilkårlig.xlsx", month=Month(2025, 10), scope=CROSS_CUTTING)
    bare = [["Indsats", "Udvalg", "Farve"], ["Ny linje", "ØK", "Gul"]]
    receive(bare, "Bar.xlsx", plan="2025-2028", month=Month(2025, 10), scope=Scope("ØK"))
    template = make_template(database.cursor(), Month(2025, 11), PLAN)
    receive_workbook(database, template, "Skabelon.xlsx", sure=True, accept_errors=True)
    decide(database, "different", 9, 1, by="bo")
    undo_decision(database, decide(database, "continues", 10, 2, by="bo"), by="bo")
    decide(database, "continues", 10, 3, by="bo")
    withdraw_revision(database, Month(2025, 6), PLAN, 1, "forkert fil", by="bo")
    withdraw_revision(database, Month(2025, 7), PLAN, 1, "forkert fil", by="bo")
    restore_revision(database, Month(2025, 6), PLAN, 1, by="bo")
    assert forget_answer(database, 1, by="bo")
    receive(two_lights(), "Igen.xlsx", answers=[Answer(ANY_LAYOUT, "letter D", "light")])
    save_view(database, "Vores", "", "", by="bo")
    settle_signal(database, "red_long", 1, PLAN, "3", "aftalt", by="bo")
    plan_meeting(database, Meeting("direktionen", date(2025, 6, 4), MAY, PLAN), [(1, ["added"])], by="bo")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of such a database, to be copied."""
    path = tmp_path_factory.mktemp("lived") / "status.duckdb"
    opened = open_database(path)
    lived_in(opened, path.parent)
    assert verify(opened) == []
    opened.close()
    return path


@pytest.fixture
def path(lived: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "status.duckdb"
    copy.write_bytes(lived.read_bytes())
    return copy


def run(*arguments: Any, code: int = 0) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert done.exit_code == code, done.output
    return " ".join(done.output.split())


def alter(path: Path, *statements: str) -> None:
    opened = open_database(path)
    with opened.transaction() as con:
        for statement in statements:
            con.execute(statement)
    opened.close()


def rows(path: Path) -> Iterator[Any]:
    """Give everything that a file holds but what was done to the file itself."""
    opened = open_database(path)
    con = opened.cursor()
    for (table,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE table_name <> 'schema_step'").fetchall():
        of_file = "WHERE what NOT IN ('rebuild', 'restore-backup')" if table == "event" else ""
        yield table, con.execute(f"FROM {table} {of_file} ORDER BY ALL").fetchall()
    opened.close()


def test_what_is_made_anew_is_all_that_was_there_and_the_old_file_is_kept(path: Path) -> None:
    before = dict(rows(path))
    said = run("rebuild", "--database", path)
    assert "er lavet om" in said
    assert dict(rows(path)) == before
    (kept,) = (path.parent / "sikkerhedskopier").glob("* lagt til side *")
    assert dict(rows(kept)) == before


def test_what_was_altered_in_the_file_is_named_and_nothing_is_made_of_it_unasked(path: Path) -> None:
    alter(path, *ALTERED)
    before = path.read_bytes()
    said = run("rebuild", "--database", path, code=1)
    assert [told for told in ALTERED.values() if told not in said] == []
    assert "Databasen er som før" in said
    assert path.read_bytes() == before


def test_a_workbook_that_can_no_longer_be_read_is_told_of_and_leaves_its_lines_as_they_are(path: Path) -> None:
    before = dict(rows(path))
    alter(path, "UPDATE workbook SET content = 'noget andet'::BLOB WHERE file_name = 'Maj.xlsx'")
    said = run("verify", "--database", path, code=1)
    assert "workbook is not as received: 2 Maj.xlsx" in said
    assert "Maj.xlsx kan ikke læses som 2025-05 plan, revision 1" in said
    assert "er lavet om" in run("rebuild", "--yes", "--database", path)
    assert dict(rows(path))["status"] == before["status"]


def test_the_record_says_in_words_of_everything_who_did_it_and_what_it_was_about(path: Path) -> None:
    said = run("record", "--database", path)
    for told in (
        "bo · Møde oprettet · direktionen 2025-06-04",
        "bo · Punkt på dagsordenen · direktionen 2025-06-04: Flådestyring",
        "bo · Signal afklaret · red_long: Flådestyring: aftalt",
        "bo · Visning gemt · Vores",
        "bo · Hentet frem igen · 2025-2028 · 2025-06 · Hele planen · 1",
        "bo · Trukket tilbage · 2025-2028 · 2025-07 · Hele planen · 1 · forkert fil",
        "bo · Svar glemt · ",
        "anna · Svaret om en tabel · word i gang = red",
        "anna · Indlæst · 2025-2028 · 2025-06 · Hele planen · 1 · Juni.xlsx",
        "bo · Fortsætter en anden · ",
        "anna · Samme indsats · ",
    ):
        assert told in said
    written = CliRunner().invoke(app, ["record", "--csv", "--database", str(path)]).stdout.splitlines()
    assert written[0] == "Nr.;Tidspunkt;Hvem;Hvad;Plan;Måned;Omfang;Revision;Om"
    opened = open_database(path)
    assert opened.cursor().execute("SELECT count(*) FROM event").fetchone() == (len(written) - 1,)
    opened.close()


def test_quick_reads_nothing_again(path: Path) -> None:
    assert "læst igen" not in run("verify", "--quick", "--database", path)


def test_a_database_that_is_not_there_is_not_called_sound(tmp_path: Path) -> None:
    for verb in ("verify", "rebuild"):
        assert "findes ikke" in run(verb, "--database", tmp_path / "status.duckdb", code=1)
    assert [*tmp_path.iterdir()] == []
