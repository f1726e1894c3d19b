"""Jobs beside the database: what the command line asks of the app while it holds the database."""

from pathlib import Path

import pytest

from asking_workbooks import two_lights
from dashboard.intake.inbox import Inbox, NoAnswerError, Pace, await_answer, in_background
from dashboard.intake.inbox.job import put_job, withdraw_job
from dashboard.intake.inbox.marker import MARKER, Marker, is_served, take_inbox
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from inbox_folder import PATIENCE, job, names, read_all, stored, until
from plan_workbook import sound, unsound


def test_a_decision_about_a_row_goes_with_a_job_and_one_that_cannot_stand_is_told(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database: Database, database_path: Path
) -> None:
    inbox.look()
    content = make_workbook(sound()).read_bytes()
    place = put_job(job(database_path, decisions={"Ark1!A9": 7}), content)
    inbox.look()
    assert "Ark1!A9" in await_answer(place, PATIENCE)["error"]
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_an_answer_goes_with_a_job_and_the_next_file_that_is_placed_is_read_with_it(
    folder: Path,
    place: MakeWorkbook,
    make_workbook: MakeWorkbook,
    inbox: Inbox,
    database: Database,
    database_path: Path,
) -> None:
    inbox.look()
    answers = [{"layout": "", "subject": "letter C", "value": "light"}]
    put_job(job(database_path, answers=answers), make_workbook(two_lights()).read_bytes())
    inbox.look()
    place(two_lights("juni 2025"), "juni.xlsx")
    (outcome,) = read_all(inbox)
    assert outcome.accepted
    assert stored(database, "SELECT subject, given_by FROM reading_answer") == [("column 3", "anna (indbakke)")]


def test_a_job_is_answered_with_the_receipt_and_its_options_are_followed(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database_path: Path
) -> None:
    content = make_workbook(unsound()).read_bytes()
    with in_background(inbox):
        until(lambda: is_served(folder, database_path))
        strict, lenient = (
            put_job(job(database_path, month="2025-07", scope="AU", accept_errors=accept), content)
            for accept in (False, True)
        )
        refused, saved = await_answer(strict, PATIENCE), await_answer(lenient, PATIENCE)
    assert (refused["accepted"], refused["revision"]) == (False, None)
    assert (saved["accepted"], saved["month"], saved["scope"], saved["revision"]) == (True, "2025-07", "AU", 1)
    assert names(folder / "indlæst") == names(folder / "afvist") == []


def test_who_asks_is_answered_before_the_folder_is_looked_at_again(
    folder: Path, make_workbook: MakeWorkbook, database: Database, database_path: Path
) -> None:
    seldom = Inbox(folder, database_path, lambda: database, Pace(look_every=10 * PATIENCE))
    with in_background(seldom):
        until(lambda: is_served(folder, database_path))
        answer = await_answer(put_job(job(database_path), make_workbook(sound()).read_bytes()), PATIENCE)
    assert answer["accepted"]


def test_a_job_that_is_put_as_soon_as_the_inbox_is_marked_is_answered(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[Path] = []

    def mark_and_put(at: Path, served: Path) -> Marker:
        marker = take_inbox(at, served)
        put.append(put_job(job(database_path), make_workbook(sound()).read_bytes()))
        return marker

    monkeypatch.setattr("dashboard.intake.inbox.inbox.take_inbox", mark_and_put)
    put_job(job(database_path), b"of a former time")
    inbox.look()
    (folder / MARKER).unlink()
    inbox.look()
    assert [await_answer(place, 0)["accepted"] for place in put] == [True, True]


def test_a_job_says_who_asked(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database: Database, database_path: Path
) -> None:
    inbox.look()
    put_job(job(database_path), make_workbook(sound()).read_bytes())
    inbox.look()
    assert stored(database, "SELECT DISTINCT who FROM event") == [("anna (indbakke)",)]


def test_a_job_that_is_only_to_be_checked_saves_nothing(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database: Database, database_path: Path
) -> None:
    inbox.look()
    put_job(job(database_path, save=False), make_workbook(sound()).read_bytes())
    outcome = inbox.look()
    assert outcome is not None
    assert outcome.accepted
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_a_job_for_another_database_is_left_alone_and_withdrawn_by_its_asker(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, tmp_path: Path
) -> None:
    inbox.look()
    place = put_job(job(tmp_path / "anden.duckdb"), make_workbook(sound()).read_bytes())
    assert inbox.look() is None
    with pytest.raises(NoAnswerError) as silence:
        await_answer(place, 0.2)
    assert not silence.value.begun
    assert not place.parent.exists()


def test_a_withdrawn_job_is_not_imported(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database: Database, database_path: Path
) -> None:
    inbox.look()
    assert not withdraw_job(put_job(job(database_path), make_workbook(sound()).read_bytes()))
    assert inbox.look() is None
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_a_failure_in_a_job_is_told_to_its_asker(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database_path: Path
) -> None:
    inbox.look()
    place = put_job(job(database_path, month="maj"), make_workbook(sound()).read_bytes())
    inbox.look()
    assert "uventet fejl" in await_answer(place, PATIENCE)["error"]


def test_what_is_placed_in_the_inbox_is_no_job_whatever_it_is_called(
    folder: Path, make_workbook: MakeWorkbook, inbox: Inbox, database_path: Path
) -> None:
    """Whoever may place workbooks is given no document and no backup."""
    inbox.look()
    placed = put_job(job(database_path, asks="backup"), b"").parent
    placed.rename(folder / ".job")
    assert inbox.look() is None
    (left,) = (folder / ".job").iterdir()
    assert left.suffix == ".ready"
