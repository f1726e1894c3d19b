"""The command line speaks Danish, whatever is written and whatever goes wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from dashboard import queries
from dashboard.cli import app
from fixture_types import MakeWorkbook, Run
from plan_workbook import sound

ENGLISH = re.compile(
    r"\\b(usage|options|arguments|commands|show this|missing|no such|invalid|error|try|got unexpected|requires|"
    r"required|default|traceback|warning|should be|permission|directory|did you mean)\\b",
    re.IGNORECASE,
)
VERBS = list(get_command(app).commands)  # type: ignore[attr-defined]
PLACE = ["--month", "2025-05", "--scope", "plan"]


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_of_every_verb_is_danish(verb: str) -> None:
    said = CliRunner().invoke(app, [*filter(None, [verb]), "--help"]).stdout
    assert said.startswith("Brug: ")
    assert "Vis denne hjælp." in said
    assert not ENGLISH.search(said.replace("--accept-errors", ""))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ([], "Kommandoer:"),
        (["statsu"], "Der er ingen kommando 'statsu'. Mente du 'status'?"),
        (["kat"], "Der er ingen kommando 'kat'."),
        (["import"], "Der mangler FIL…."),
        (["status", "--mont", "2025-05"], "Der er intet valg --mont. Mente du"),
        (["status", "--kat"], "Der er intet valg --kat."),
        (["status", "--month"], "Efter --month skal der stå en værdi."),
        (["status", "--json=3"], "--json skal stå uden værdi."),
        (["status", "maj", "2025"], "Der er for meget: maj 2025."),
        (["status", "--month", "kat"], "'kat' er ikke en måned. Skriv den som 2025-05."),
        (["rows", "--format", "xml"], "--format kan være 'json', 'csv', men ikke 'xml'."),
        (["restore", *PLACE, "--revision", "x"], "--revision skal være et helt tal."),
        (["restore", *PLACE], "Der mangler --revision."),
        (["import", "a.xlsx", "--wait", "0"], "--wait skal være mindst 1."),
        (["import", "a.xlsx", "--wait", "kat"], "--wait skal være et tal."),
        (["same", "1", "kat"], "GAMMEL skal være et helt tal."),
        (["answers", "--", "-5"], "Der er for meget: -5."),
    ],
)
def test_wrong_use_is_told_in_danish_with_how_it_is_written(written: Any, said: str) -> None:
    result = CliRunner().invoke(app, written)
    told = " ".join((result.stdout + result.stderr).split())
    assert result.exit_code == 2
    assert said in told
    assert not ENGLISH.search(told)


def test_what_nobody_thought_of_ends_with_a_sentence_and_explains_itself_in_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "summary", lambda *_: 1 / 0)
    monkeypatch.setattr(queries, "default_selection", lambda *_: 1 / 0)
    told = run("status", code=1).stderr
    assert "Der skete en uventet fejl" in told
    assert "ZeroDivisionError" not in told


def test_a_file_that_may_not_be_read_or_written_is_told_of_in_danish(
    run: Run, make_workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_workbook(sound())

    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    run("import", path)
    told = run("original", "--month", "2025-05", "--scope", "plan", tmp_path / "ingen" / "ud.xlsx", code=1).stderr
    assert "ud.xlsx kan ikke skrives: findes ikke." in told
    monkeypatch.setattr(Path, "read_bytes", refused)
    told = run("import", path, code=1).stderr
    assert f"{path}: der er ikke adgang til den." in told


def test_warnings_of_libraries_stay_off_the_screen(tmp_path: Path) -> None:
    program = (
        "import warnings; from dashboard import cli, queries\n"
        "def warned(*_, **__): warnings.warn('Data Validation extension is not supported'); return ()\n"
        "queries.reading_answers = warned; cli.run()"
    )
    environment = os.environ | {"DASHBOARD_DATABASE": str(tmp_path / "status.duckdb")}
    command = [sys.executable, "-c", program, "answers"]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == ("Der er ingen svar at huske.\n", "")
