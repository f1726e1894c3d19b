"""The command line while another process holds the database: its workbooks go through the inbox."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from asking_workbooks import two_lights
from dashboard.cli import app
from dashboard.store.database import open_database
from fixture_types import MakeWorkbook
from plan_workbook import sound, unsound

COMMAND = [sys.executable, "-c", "from dashboard.cli import run; run()"]
Run = Callable[..., Result]


@pytest.fixture
def database_path(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DASHBOARD_INBOX", raising=False)
    (tmp_path / "plan").mkdir()
    return Path(shutil.copy(empty_database, tmp_path / "plan"))


@pytest.fixture
def run(database_path: Path) -> Run:
    """Run the command line here; who holds the database is another process."""

    def run_here(*arguments: Any, code: int = 0) -> Any:
        done = CliRunner().invoke(app, [*map(str, arguments), "--database", str(database_path)])
        assert done.exit_code == code, done.output
        return done

    return run_here


@pytest.fixture
def served(database_path: Path) -> Iterator[Path]:
    """Give the inbox that a process with the database open reads."""
    command = [*COMMAND, "inbox", "--database", str(database_path)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
    try:
        assert server.stdout is not None
        assert "Læser indbakken" in server.stdout.readline()
        yield database_path.parent / "indbakke"
    finally:
        server.kill()
        server.communicate()


@pytest.fixture
def held_by_another(database_path: Path) -> Iterator[None]:
    """Hold the database in a process that is no app."""
    hold = (
        f"import duckdb, sys; c = duckdb.connect({str(database_path)!r}); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield
    finally:
        holder.communicate()


def left_in(inbox: Path) -> list[str]:
    """List the files in an inbox but its mark."""
    return [path.name for path in inbox.rglob("*") if path.is_file() and path.name != ".app.json"]


def test_import_through_the_holder_is_reported_as_a_direct_one(
    run: Run, served: Path, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    good, bad = make_workbook(sound(), name="maj.xlsx"), make_workbook(unsound(), name="juni.xlsx")
    through = run("import", good, bad, "--json", code=1)
    direct = CliRunner().invoke(
        app, ["import", str(good), str(bad), "--json", "--database", str(tmp_path / "x.duckdb")]
    )
    assert json.loads(through.stdout) == json.loads(direct.stdout)
    assert "C4: 'lilla' er ikke en kendt status" in run("import", bad, code=1).stdout
    assert left_in(served) == []


def test_options_go_with_the_files_and_two_of_the_same_name_both_arrive(
    run: Run, served: Path, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "anden").mkdir()
    files = make_workbook(sound()), make_workbook(unsound(), name="anden/Status.xlsx")
    options = ["--month", "2025-07", "--scope", "AU", "--accept-errors", "--json"]
    documents = json.loads(run("import", *files, *options).stdout)["files"]
    assert [document["file"] for document in documents] == [str(path) for path in files]
    assert [(each["month"], each["scope"], each["revision"]) for each in documents] == [
        ("2025-07", "AU", 1),
        ("2025-07", "AU", 2),
    ]


def test_answers_go_with_the_files_and_a_wrong_one_ends_with_its_sentence(
    run: Run, served: Path, make_workbook: MakeWorkbook
) -> None:
    path = make_workbook(two_lights())
    assert "Hvilken kolonne er lyset?" in run("import", path, code=1).stdout
    assert "Ingen tabel har en kolonne Q." in run("import", path, "--column", "light=Q", code=2).stderr
    assert "1 rød · 1 gul · 1 grøn" in run("import", path, "--column", "light=C").stdout
    assert left_in(served) == []


def test_check_goes_the_same_way_and_saves_nothing(run: Run, served: Path, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(sound())
    for _ in range(2):
        (document,) = json.loads(run("check", path, "--json").stdout)["files"]
        assert (document["accepted"], document["revision"], document["issues"]) == (True, 1, [])


def test_a_template_comes_through_the_holder_as_it_is_made_directly(
    run: Run, served: Path, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook(sound())
    run("import", path)
    through, direct = tmp_path / "gennem.xlsx", tmp_path / "direkte.xlsx"
    assert "juni 2025, hele planen" in run("template", "--month", "2025-06", through).stdout
    beside = ["--database", str(tmp_path / "x.duckdb")]
    assert CliRunner().invoke(app, ["import", str(path), *beside]).exit_code == 0
    assert CliRunner().invoke(app, ["template", "--month", "2025-06", str(direct), *beside]).exit_code == 0
    assert through.read_bytes() == direct.read_bytes()
    run("template", "--month", "2025-06", "--udvalg", "ØK", tmp_path)
    assert (tmp_path / "skabelon-ØK-2025-06.xlsx").exists()
    assert left_in(served) == []


def test_a_template_that_the_holder_cannot_make_is_refused_with_its_sentence(
    run: Run, served: Path, tmp_path: Path
) -> None:
    refused = run("template", "--month", "2025-06", tmp_path / "ud.xlsx", code=1)
    assert "Der er ingen status før juni 2025" in refused.stderr
    assert not (tmp_path / "ud.xlsx").exists()
    assert left_in(served) == []


def test_a_document_comes_through_the_holder_or_is_refused_with_its_sentence(
    run: Run, served: Path, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    run("import", make_workbook(sound()))
    run("report", "liste", tmp_path / "ud.csv", "--month", "2025-05")
    assert "Flådestyring" in (tmp_path / "ud.csv").read_text("utf-8-sig")
    refused = run("report", "dagsorden", tmp_path, "--month", "2025-06", code=1)
    assert "Der er intet møde i Direktionen, der ser på status for juni 2025." in refused.stderr
    assert left_in(served) == []


def test_without_an_answer_there_is_no_template(
    run: Run, held_by_another: None, database_path: Path, tmp_path: Path
) -> None:
    assert "læser ikke indbakken" in run("template", "--month", "2025-06", tmp_path / "ud.xlsx", code=1).stderr
    inbox = database_path.parent / "indbakke"
    inbox.mkdir()
    (inbox / ".app.json").write_text(json.dumps({"database": str(database_path), "process": 1, "started": 12.5}))
    silent = run("template", "--month", "2025-06", "--wait", "1", tmp_path / "ud.xlsx", code=1)
    assert "Ingen app har svaret i 1 sekund, så der er ingen skabelon." in silent.stderr
    assert left_in(inbox) == []


def test_a_holder_that_is_no_app_is_told_of_and_nothing_is_left(
    run: Run, held_by_another: None, make_workbook: MakeWorkbook, database_path: Path
) -> None:
    before = sorted(database_path.parent.iterdir())
    done = run("import", make_workbook(sound()), code=1)
    assert "bruges af et andet program" in done.stderr
    assert "læser ikke indbakken" in " ".join(done.stderr.split())
    assert sorted(database_path.parent.iterdir()) == before


def test_when_nobody_answers_the_file_is_taken_back(
    run: Run, held_by_another: None, make_workbook: MakeWorkbook, database_path: Path
) -> None:
    inbox = database_path.parent / "indbakke"
    inbox.mkdir()
    mark = {"database": str(database_path), "process": 1, "started": 12.5}
    (inbox / ".app.json").write_text(json.dumps(mark))
    done = run("import", make_workbook(sound()), "--wait", "1", code=1)
    assert "ingen app har svaret i 1 sekund." in " ".join(done.stderr.split())
    assert left_in(inbox) == []


def test_inbox_once_reads_what_lies_there_and_stops(run: Run, database_path: Path, make_workbook: MakeWorkbook) -> None:
    inbox = database_path.parent / "indbakke"
    inbox.mkdir()
    make_workbook(sound()).replace(inbox / "maj.xlsx")
    assert "Indlæst: maj.xlsx" in run("inbox", "--once").stdout
    make_workbook(unsound()).replace(inbox / "juni.xlsx")
    assert "Afvist: juni.xlsx" in run("inbox", "--once", code=1).stdout
    assert left_in(inbox / "indlæst") == ["maj.xlsx"]
    assert sorted(left_in(inbox / "afvist")) == [
        "juni - med kommentarer.xlsx", "juni.xlsx", "juni.xlsx - afvist.txt",
    ]  # fmt: skip
    assert not (inbox / ".app.json").exists()
    database = open_database(database_path)
    assert database.cursor().execute("SELECT count(*) FROM current_status").fetchone() == (1,)
    database.close()


def test_an_inbox_for_a_held_database_is_refused(run: Run, held_by_another: None) -> None:
    assert "bruges af et andet program" in run("inbox", "--once", code=1).stderr


def test_a_backup_is_written_by_the_holder_and_can_be_restored_only_when_it_has_let_go(
    run: Run, served: Path, make_workbook: MakeWorkbook, database_path: Path, tmp_path: Path
) -> None:
    run("import", make_workbook(sound()))
    target = tmp_path / "kopi.duckdb"
    assert f"Skrevet: {target}" in run("backup", target).stdout
    assert left_in(served) == []
    assert "findes allerede" in run("backup", target, code=2).stderr
    assert "Databasen er i orden." in run("verify").stdout
    assert "bruges af et andet program" in run("restore", target, code=1).stderr
    copy = open_database(target)
    assert copy.cursor().execute("SELECT month FROM snapshot").fetchall() == [("2025-05",)]
    copy.close()
    assert [*database_path.parent.glob(".*")] == []
