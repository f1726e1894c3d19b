"""Commands that the command line says to write next: each works as it stands, on the database that was named."""

import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from asking_workbooks import own_words, two_lights
from dashboard.cli import app
from fixture_types import MakeWorkbook, Run

HEAD = ["Nr.", "Indsats", "Udvalg", "Farve"]
A, B = [1, "Flådestyring R003", "ØK", "Grøn"], [2, "Aktindsigt", "ØK", "Gul"]
LEFT = [
    [3, "Samling af demensindsatsen i Glesborg R706", "VPU", "Gul"],
    [4, "Renovering af Ørum Skoles tag R707", "BUU", "Gul"],
]
CAME = [
    [3, "Samling af demensindsatsen i Glesborg (etablering af knudepunkt) R706", "VPU", "Rød"],
    [4, "Renovering af Ørum Skoles tag og facade R707", "BUU", "Rød"],
]


@pytest.fixture
def write(make_workbook: MakeWorkbook) -> MakeWorkbook:
    def workbook(month: Any, *lines: Any, name: Any = None) -> Path:
        rows = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month} 2025"], HEAD, *lines]
        return make_workbook(rows, name=name or f"{month}.xlsx")

    return workbook


def suggested(result: Result) -> list[list[str]]:
    """Give the words of each command that was suggested, as a shell would."""
    said = re.findall(r"(?:^ *|: )dashboard (.*)$", result.stdout + result.stderr, flags=re.MULTILINE)
    return [shlex.split(each) for each in said]


def paste(words: list[str]) -> str:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_a_question_is_answered_by_the_command_that_stands_below_it(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(two_lights(), name="status på vej.xlsx")
    (command,) = suggested(run("check", path, code=1))
    assert "Indlæst: status på vej.xlsx" in paste(command)
    assert "3 indsatser" in run("status").stdout


def test_where_words_are_asked_about_it_says_where_the_light_is_to_be_written(
    run: Run, make_workbook: MakeWorkbook
) -> None:
    result = run("check", make_workbook(own_words()), code=1)
    assert "Skriv lyset i stedet for hver …." in " ".join(result.stdout.split())
    (command,) = suggested(result)
    assert "Indlæst" in paste([word.replace("…", "gul") for word in command])


def test_of_several_files_each_says_how_its_choices_are_seen(run: Run, make_workbook: MakeWorkbook) -> None:
    paths = [make_workbook(two_lights(), name=f"{month}.xlsx") for month in ("maj", "juni")]
    commands = suggested(run("import", *paths, code=1))
    assert [command[:2] for command in commands] == [["check", str(path)] for path in paths]
    assert all("--database" in command for command in commands)


def test_an_answer_that_was_given_stands_in_the_command_that_gives_the_next(run: Run, write: MakeWorkbook) -> None:
    run("import", write("april", A, B, *LEFT))
    path = write("maj", A, B, *CAME)
    of_first = [command for command in suggested(run("check", path)) if "--same" in command]
    assert len(of_first) == 2
    answered = run("check", path, *of_first[0][of_first[0].index("--same") :][:2])
    (both,) = (command for command in suggested(answered) if command.count("--same") == 2)
    paste(both)
    assert "Ingen nye indsatser ligner en" in run("who").stdout


def test_who_is_who_is_settled_and_taken_back_by_the_commands_that_are_shown(run: Run, write: MakeWorkbook) -> None:
    run("import", write("april", A, B, *LEFT))
    after = suggested(run("import", write("maj", A, B, *CAME)))
    listed = suggested(run("who"))
    assert sorted(command[0] for command in after) == sorted(command[0] for command in listed)
    settled = paste(listed[0])
    assert "Fortryd med: dashboard undo-link 1 --database" in settled
    assert "er fortrudt" in paste(shlex.split(settled.partition("Fortryd med: dashboard ")[2]))


def test_with_nothing_imported_the_command_that_does_it_names_the_database(run: Run, tmp_path: Path) -> None:
    told = f"Indlæs den med: dashboard import FIL --database {tmp_path / 'status.duckdb'}"
    assert told in run("status", code=1).stderr
    assert "Se dem med: dashboard answers --database" in run("forget-answer", 1, code=1).stderr


@pytest.mark.parametrize(("named", "said"), [("dashboard", "dashboard"), ("./bin/dashboard", "./bin/dashboard")])
def test_a_program_that_its_name_alone_does_not_find_is_named_as_it_was_called(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str, said: str
) -> None:
    here = tmp_path / "bin" / "dashboard"
    here.parent.mkdir()
    here.write_text("")
    here.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    if named == said == "dashboard":
        monkeypatch.setenv("PATH", str(here.parent))
    monkeypatch.setattr(sys, "argv", [str(here) if named == "dashboard" else named])
    assert f"Indlæs den med: {said} import FIL" in run("status", code=1).stderr
    assert f"Se alle valg med: {said} status --help" in run("status", "--kat", code=2).stderr


def test_what_is_asked_stands_before_what_is_wrong_and_that_before_what_it_holds(run: Run, write: MakeWorkbook) -> None:
    run("import", write("april", A, B, *LEFT))
    lines = [*A[:3], "Rød"], [*B[:2], "QQ", "Gul"], [9, "Ny bro", "ØK", "lilla"]
    text = run("check", write("maj", *lines, *CAME), code=1).stdout
    order = ["Afvist: maj.xlsx", "Er det samme indsats?", "FEJL", "Bemærk,", "Sådan er den læst", "Forskel fra april"]
    assert sorted(order, key=text.index) == order
    text = run("check", write("maj", *lines, *CAME), write("juni", A), code=1).stdout
    assert text.index("FEJL") < text.index("Mod april 2025")
