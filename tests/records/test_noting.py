"""What is taken out and which settings are used is noted, without anything that is remembered being asked for anew."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard import queries
from dashboard.cli import app
from dashboard.domain.settings import read_settings
from dashboard.domain.viewer import Viewer
from dashboard.records import note_export, note_settings, noting
from dashboard.store.database import Database
from dashboard.web import downloads
from dashboard.wording.record import DONE
from fixture_types import MakeWorkbook
from plan_workbook import sound

SOURCE = Path(queries.__file__).parents[1]


def noted(database: Database) -> list[tuple[str, str | None]]:
    return [(event.what, event.said) for event in queries.record(database.cursor())]


def test_files_that_are_taken_out_are_noted_by_name_and_by_whom(
    tmp_path: Path, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "status.duckdb"))

    def run(*arguments: Any) -> str:
        done = CliRunner().invoke(app, [*map(str, arguments)])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("import", make_workbook(sound()))
    place = ("--month", "2025-05", "--scope", "plan")
    run("original", tmp_path / "igen.xlsx", *place)
    run("template", tmp_path / "skabelon.xlsx", "--month", "2025-06")
    run("report", "liste", tmp_path / "liste.csv", *place)
    run("backup", tmp_path / "kopi.duckdb")
    said = [line.split(" · ")[1:] for line in run("record").splitlines()]
    assert [told[1] for told in said] == ["Hentet ud"] * 4 + ["Indlæst"]
    assert said[0][2] == "kopi.duckdb"
    assert said[1][2].endswith(".csv")
    assert said[3][2] == "Status.xlsx"
    assert run("record", "--since", "2999-01-01") == ""
    head, newest, *_ = run("record", "--csv").splitlines()
    assert (head.split(";")[:4], newest.split(";")[3:]) == (
        ["Nr.", "Tidspunkt", "Hvem", "Hvad"],
        ["Hentet ud", "", "", "", "", "kopi.duckdb"],
    )


def test_an_export_makes_no_answer_be_asked_for_anew(database: Database) -> None:
    before = [queries.data_version(database.cursor(), records=records) for records in (True, False)]
    note_export(database, "Bilag.pdf", "anna")
    assert noted(database) == [("export", "Bilag.pdf")]
    assert [queries.data_version(database.cursor(), records=records) for records in (True, False)] == before


def test_what_a_page_gives_is_noted_once_it_is_written(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "database", lambda: database)
    monkeypatch.setattr(downloads, "viewer_name", lambda: "Anna Holm")
    write = downloads.noted(lambda: b"%PDF", "Bilag.pdf")
    assert noted(database) == []
    assert write() == b"%PDF"
    assert [(event.who, event.said) for event in queries.record(database.cursor())] == [("Anna Holm", "Bilag.pdf")]


def test_who_may_not_see_every_line_is_not_told_which_files_were_taken_out(database: Database) -> None:
    note_export(database, "Indsats - Flytning af rådhuset.pdf", "anna")
    (event,) = queries.record(database.seen_by(Viewer(frozenset({"BUU"}))))
    assert (event.who, event.what, event.said) == ("anna", "export", None)


def test_settings_are_noted_when_they_are_others_than_before(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noting, "settings", lambda: read_settings(tmp_path))
    note_settings(database)
    assert noted(database) == []
    for name in ("Fjordby", "Fjordby", "Sundby"):
        (tmp_path / "kommune.toml").write_text(f'name = "{name} Kommune"', "utf-8")
        note_settings(database)
    assert [what for what, _ in noted(database)] == ["settings", "settings"]


def test_everything_that_can_be_recorded_has_words() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    assert [what for what in DONE if f'"{what}"' not in code] == []
