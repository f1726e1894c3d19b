"""The inbox: real files in a real folder, read by a real thread into a real database."""

import json
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import psutil
import pytest

from asking_workbooks import two_lights
from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.intake import receive_workbook
from dashboard.intake.inbox import Inbox, InboxTakenError, Pace, in_background
from dashboard.intake.inbox import inbox as inbox_module
from dashboard.intake.inbox.marker import MARKER, is_served
from dashboard.intake.inbox.placed import PlacedFiles
from dashboard.store.database import Database
from dashboard.store.faults import DatabaseHeldError
from dashboard.store.location import inbox_path
from fixture_types import MakeWorkbook
from inbox_folder import PATIENCE, QUICK, names, read_all, stored, until
from month_sheets import month_sheets
from plan_workbook import sound, unsound


def test_a_file_that_is_still_being_written_is_left_alone_also_when_it_looks_whole(
    folder: Path, place: MakeWorkbook
) -> None:
    placed = PlacedFiles(folder, QUICK)
    path = place(sound())
    for _ in range(12):
        assert list(placed.ready()) == []
        time.sleep(QUICK.settled / 2)
        with path.open("ab") as file:
            file.write(b"\0")
    assert zipfile.is_zipfile(path)
    until(lambda: list(placed.ready()) == [path])


def test_a_placed_workbook_is_imported_and_moved(
    folder: Path, place: MakeWorkbook, inbox: Inbox, database: Database
) -> None:
    content = place(sound()).read_bytes()
    with in_background(inbox):
        until(lambda: (folder / "indlæst" / "Status.xlsx").exists())
    assert (folder / "indlæst" / "Status.xlsx").read_bytes() == content
    assert not (folder / "Status.xlsx").exists()
    assert stored(database, "SELECT title, light FROM current_status") == [("Flådestyring", "green")]
    assert stored(database, "SELECT DISTINCT who FROM event") == [("indbakke",)]


def test_a_rejected_workbook_has_a_report_beside_it_that_says_where_and_what_to_do(
    folder: Path, place: MakeWorkbook, inbox: Inbox, database: Database
) -> None:
    place(unsound())
    (outcome,) = read_all(inbox)
    assert not outcome.accepted
    assert names(folder / "afvist") == [
        "Status - med kommentarer.xlsx", "Status.xlsx", "Status.xlsx - afvist.txt",
    ]  # fmt: skip
    report = (folder / "afvist" / "Status.xlsx - afvist.txt").read_text("utf-8-sig")
    assert report.startswith("Status.xlsx blev afvist")
    assert "FEJL, ark 'Ark1', celle C4: 'lilla' er ikke en kendt status. Skriv Grøn, Gul eller Rød" in report
    assert "læg filen i indbakken igen" in report
    assert "»- med kommentarer.xlsx«" in report
    copy = openpyxl.load_workbook(folder / "afvist" / "Status - med kommentarer.xlsx")
    assert copy["Ark1"]["C4"].comment.text.startswith("FEJL: 'lilla' er ikke en kendt status")
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_a_half_written_workbook_is_waited_for(folder: Path, make_workbook: MakeWorkbook, inbox: Inbox) -> None:
    content = make_workbook(sound()).read_bytes()
    half = len(content) // 2
    path = folder / "Status.xlsx"
    inbox.look()
    path.write_bytes(content[:half])
    for end in range(half, len(content), 200):  # grows for as long as a damaged file would have been given
        path.write_bytes(content[:end])
        assert inbox.look() is None
        time.sleep(QUICK.settled / 2)
    path.write_bytes(content)
    (outcome,) = read_all(inbox)
    assert outcome.accepted


def test_a_copy_that_halts_is_given_longer_than_a_whole_workbook(
    folder: Path, make_workbook: MakeWorkbook, database: Database, database_path: Path
) -> None:
    patient = Inbox(folder, database_path, lambda: database, Pace(look_every=0.02, settled=0.02, patience=PATIENCE))
    path = folder / "Status.xlsx"
    content = make_workbook(sound()).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    for _ in range(10):
        assert patient.look() is None
        time.sleep(0.02)
    path.write_bytes(content)
    (outcome,) = read_all(patient)
    assert outcome.accepted


def test_the_same_name_again_overwrites_nothing(folder: Path, place: MakeWorkbook, inbox: Inbox) -> None:
    for light in ("Grøn", "Gul", "Rød"):
        place(sound(light=light))
        read_all(inbox)
    for _ in range(2):
        place(unsound())
        read_all(inbox)
    assert names(folder / "indlæst") == ["Status (2).xlsx", "Status (3).xlsx", "Status.xlsx"]
    assert names(folder / "afvist") == [
        "Status (2) - med kommentarer.xlsx", "Status (2).xlsx", "Status (2).xlsx - afvist.txt",
        "Status - med kommentarer.xlsx", "Status.xlsx", "Status.xlsx - afvist.txt",
    ]  # fmt: skip


def test_a_rejected_file_that_cannot_be_opened_has_the_report_alone(folder: Path, inbox: Inbox) -> None:
    (folder / "B.xlsx").write_text("Indsats;Status\nA;Grøn\n")
    read_all(inbox)
    assert names(folder / "afvist") == ["B.xlsx", "B.xlsx - afvist.txt"]
    assert "med kommentarer" not in (folder / "afvist" / "B.xlsx - afvist.txt").read_text("utf-8-sig")


def test_a_copy_that_cannot_be_written_leaves_the_report(
    folder: Path, place: MakeWorkbook, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(content: Any, issues: Any) -> None:
        raise ValueError("kan ikke gemmes")

    monkeypatch.setattr(inbox_module, "annotated_copy", broken)
    place(unsound())
    read_all(inbox)
    assert names(folder / "afvist") == ["Status.xlsx", "Status.xlsx - afvist.txt"]


def test_a_workbook_with_a_question_is_rejected_with_the_question_its_choices_and_first_values_beside_it(
    folder: Path, place: MakeWorkbook, inbox: Inbox, database: Database
) -> None:
    place(two_lights())
    read_all(inbox)
    report = (folder / "afvist" / "Status.xlsx - afvist.txt").read_text("utf-8-sig")
    assert "SPØRGSMÅL, ark 'Ark1', celle C3: Hvilken kolonne er lyset?" in report
    assert '- C »Status tid« (vores forslag): (rød) · (gul) · (grøn)  [--column "light=C"]' in report
    assert '- Ingen kolonne er lyset  [--column "light=ingen"]' in report
    assert "Svar på siden Indlæsning" in report
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_a_damaged_file_does_not_stop_the_next(folder: Path, place: MakeWorkbook, inbox: Inbox) -> None:
    (folder / "A.xlsx").write_bytes(b"PK\x03\x04 afbrudt")
    (folder / "B.csv").write_text("Indsats;Status\nA;Grøn\n")
    (folder / "C.xlsx").touch()
    place(sound(), "D.xlsx")
    outcomes = {outcome.file: outcome.accepted for outcome in read_all(inbox)}
    assert outcomes == {"A.xlsx": False, "B.csv": False, "C.xlsx": False, "D.xlsx": True}
    assert "Filen er tom" in (folder / "afvist" / "C.xlsx - afvist.txt").read_text("utf-8-sig")


def test_an_unexpected_failure_becomes_a_report_and_the_next_is_read(
    folder: Path, place: MakeWorkbook, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = receive_workbook

    def broken(database: Database, content: Any, name: Any, **options: Any) -> Any:
        if name == "A.xlsx":
            raise RuntimeError("strømmen gik")
        return real(database, content, name, **options)

    monkeypatch.setattr(inbox_module, "receive_workbook", broken)
    place(sound(), "A.xlsx")
    place(sound(), "B.xlsx")
    with in_background(inbox):
        until(lambda: (folder / "indlæst" / "B.xlsx").exists() and not (folder / "B.xlsx").exists())
    report = (folder / "afvist" / "A.xlsx - afvist.txt").read_text("utf-8-sig")
    assert "uventet fejl" in report
    assert "strømmen gik" in report


def test_lock_files_hidden_and_temporary_files_and_folders_are_left_alone(
    folder: Path, place: MakeWorkbook, inbox: Inbox
) -> None:
    ignored = ["~$Status.xlsx", ".Status.xlsx", "Status.xlsx.crdownload", "Status.tmp", "0A1B2C3D"]
    for name in ignored:
        (folder / name).write_bytes(b"x")
    (folder / "gamle.xlsx").mkdir()
    place(sound(), "gamle.xlsx/Status.xlsx")
    assert read_all(inbox) == []
    assert set(ignored) < set(names(folder))
    assert names(folder / "gamle.xlsx") == ["Status.xlsx"]


def test_files_wait_while_the_database_cannot_be_opened(
    folder: Path, place: MakeWorkbook, database: Database, database_path: Path
) -> None:
    held = [True]

    def give() -> Any:
        if held:
            raise DatabaseHeldError("Databasen bruges af et andet program.")
        return database

    place(sound())
    with in_background(Inbox(folder, database_path, give, QUICK)):
        until(lambda: is_served(folder, database_path))
        time.sleep(5 * QUICK.settled)
        assert (folder / "Status.xlsx").exists()
        held.clear()
        until(lambda: not (folder / "Status.xlsx").exists())
    assert names(folder / "indlæst") == ["Status.xlsx"]


def test_what_was_being_read_when_the_app_stopped_is_read_when_it_starts_again(
    folder: Path, place: MakeWorkbook, inbox: Inbox
) -> None:
    (folder / ".læses").mkdir()
    place(sound(), ".læses/Status.xlsx")
    (outcome,) = read_all(inbox)
    assert outcome.accepted


def test_what_the_app_went_down_over_twice_is_refused_with_a_sentence_and_not_read_a_third_time(
    folder: Path, place: MakeWorkbook, inbox: Inbox, database: Database
) -> None:
    (folder / ".læses").mkdir()
    place(sound(), ".læses/Status.xlsx")
    inbox.look()
    (folder / "Status.xlsx").rename(folder / ".læses" / "Status.xlsx")
    outcome = inbox.look()
    assert outcome is not None
    assert not outcome.accepted
    assert names(folder / "afvist") == ["Status.xlsx", "Status.xlsx - afvist.txt"]
    assert "gået ned to gange" in (folder / "afvist" / "Status.xlsx - afvist.txt").read_text("utf-8-sig")
    assert queries.revisions(database.cursor()) == ()


def test_an_inbox_that_is_deleted_is_made_again(folder: Path, place: MakeWorkbook, inbox: Inbox) -> None:
    inbox.look()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    inbox.look()
    place(sound())
    assert len(read_all(inbox)) == 1


def test_the_mark_names_the_database_while_the_inbox_is_read_and_goes_away_after(
    folder: Path, inbox: Inbox, database_path: Path
) -> None:
    with in_background(inbox):
        until(lambda: is_served(folder, database_path))
        assert not is_served(folder, database_path.with_name("anden.duckdb"))
    assert not (folder / MARKER).exists()


def test_an_inbox_that_another_living_process_reads_is_refused(folder: Path, inbox: Inbox) -> None:
    other = psutil.Process(os.getppid())
    mark = {"database": "anden.duckdb", "process": other.pid, "started": other.create_time()}
    (folder / MARKER).write_text(json.dumps(mark))
    with pytest.raises(InboxTakenError, match="læses allerede af et andet program"):
        inbox.look()


def test_a_mark_that_a_crash_left_behind_is_taken_over(folder: Path, inbox: Inbox, database_path: Path) -> None:
    (folder / MARKER).write_text('{"database": "anden.duckdb", "process": 1, "started": 12.5}')
    inbox.look()
    assert is_served(folder, database_path)


def test_an_inbox_lies_beside_its_database_unless_the_settings_name_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASHBOARD_INBOX", raising=False)
    assert inbox_path(tmp_path / "status.duckdb") == tmp_path / "indbakke"
    monkeypatch.setenv("DASHBOARD_INBOX", str(tmp_path / "post"))
    assert inbox_path(tmp_path / "status.duckdb") == tmp_path / "post"


def test_a_sheet_for_each_month_is_asked_about_in_the_report_and_not_again_once_all_were_meant(
    folder: Path, inbox: Inbox, database: Database, make_workbook: MakeWorkbook
) -> None:
    def put(last: Month, name: str) -> bytes:
        path = make_workbook(sheets=month_sheets(last), name="under opbygning.xlsx").replace(folder / name)
        return path.read_bytes()

    content = put(Month(2024, 3), "Historik.xlsx")
    assert [each.accepted for each in read_all(inbox)] == [False]
    report = (folder / "afvist" / "Historik.xlsx - afvist.txt").read_text("utf-8-sig")
    assert "SPØRGSMÅL: Projektmappen har et ark for hver måned: Marts 2024, Februar 2024 og Januar 2024." in report
    assert '[--month "all"]' in report
    all_of_them = Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS)
    receive_workbook(database, content, "Historik.xlsx", answers=[all_of_them])
    put(Month(2024, 4), "Historik april.xlsx")
    assert [each.accepted for each in read_all(inbox)] == [True]
    months = [("2024-01",), ("2024-02",), ("2024-03",), ("2024-04",)]
    assert stored(database, "SELECT month FROM snapshot ORDER BY month") == months
