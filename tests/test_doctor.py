"""`dashboard doctor`: what is wrong with an installation is said with what to do, and nothing is touched."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.domain.clock import utc_now
from dashboard.domain.settings import settings

SIGN_IN = (
    '[auth]\nredirect_uri = "{redirect}"\ncookie_secret = "{secret}"\nclient_id = "a"\nclient_secret = "HEMMELIG"\n'
)
Asked = Callable[..., str]


@pytest.fixture
def stored(tmp_path: Path, empty_database: Path) -> Path:
    (tmp_path / "plan").mkdir()
    return Path(shutil.copy(empty_database, tmp_path / "plan"))


@pytest.fixture
def doctor(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    with socket.create_server(("127.0.0.1", 0)) as free:
        monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(free.getsockname()[1]))
    monkeypatch.setenv("DASHBOARD_SECRETS", str(tmp_path / "secrets.toml"))

    def ask(path: Path = stored, *, code: int = 0) -> str:
        done = CliRunner().invoke(app, ["doctor", "--database", str(path)])
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        assert "slet" not in done.output.lower()
        return done.stdout

    return ask


def test_an_installation_in_order_is_told_line_by_line_and_left_as_it_is(doctor: Asked, stored: Path) -> None:
    before = sorted(stored.parent.iterdir()), stored.read_bytes()
    said = doctor()
    assert "FEJL" not in said
    for about in ("Python", "Pakker", "Databasen", "Indbakken", "Plads", "Sikkerhedskopi", "Uret", "Log ind"):
        assert f"  {about}: " in said
    assert (sorted(stored.parent.iterdir()), stored.read_bytes()) == before


def test_a_database_that_another_program_has_open_is_in_order(doctor: Asked, stored: Path) -> None:
    hold = f"import duckdb; con = duckdb.connect({str(stored)!r}); print(1, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=-1, stdout=-1) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert "ok      Databasen: " in doctor()
        holder.communicate(b"\n")


def test_a_database_that_is_damaged_is_none_or_of_a_newer_version_is_told(doctor: Asked, stored: Path) -> None:
    with duckdb.connect(str(stored)) as con:
        con.execute("INSERT INTO schema_step VALUES (9999, now())")
    assert "nyere udgave" in doctor(code=1)
    stored.write_bytes(stored.read_bytes()[:5000])
    assert "er beskadiget" in doctor(code=1)
    stored.write_bytes(b"Kaere alle" * 1000)
    assert "er ikke en database" in doctor(code=1)
    assert "er der ikke" in doctor(stored.with_name("ingen.duckdb"))


def test_what_was_done_in_the_future_and_a_backup_that_is_old_are_told(doctor: Asked, stored: Path) -> None:
    with duckdb.connect(str(stored)) as con:
        con.execute("INSERT INTO event (event_id, happened_at, who, what) VALUES (1, ?, 'Bo', 'import')",
                    [utc_now() + timedelta(days=400)])  # fmt: skip
    (stored.parent / "sikkerhedskopier").mkdir()
    (stored.parent / "sikkerhedskopier" / f"{stored.stem} 2026-01-05.duckdb").touch()
    said = doctor(code=1)
    assert "ude i fremtiden" in said
    assert "dage gammel" in said


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the one who may everything may write there")
def test_a_folder_that_cannot_be_written_in_is_told(doctor: Asked, stored: Path) -> None:
    stored.parent.chmod(0o500)
    assert "Der kan ikke skrives i" in doctor(code=1)


def test_a_disk_that_is_nearly_full_is_told(doctor: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    assert "1 MB fri" in doctor(code=1)


def test_a_name_nobody_reads_and_a_number_that_is_none_are_told(doctor: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATBASE", "x")
    monkeypatch.setenv("DASHBOARD_READ_SECONDS", "mange")
    said = doctor(code=1)
    assert "DASHBOARD_DATBASE læses ikke" in said
    assert "DASHBOARD_READ_SECONDS skal være et helt tal" in said


def test_faults_in_the_settings_are_told_with_all_the_rest(
    doctor: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kommune.toml").write_text('nam = "Fjordby"\n')
    monkeypatch.setenv("DASHBOARD_SETTINGS", str(tmp_path))
    settings.cache_clear()
    said = doctor(code=1)
    settings.cache_clear()
    assert "»nam« kendes ikke" in said
    assert "Databasen" in said


def test_sign_in_is_looked_through_without_telling_its_secrets(
    doctor: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def signed(more: str = "", redirect: str = "https://a.dk/oauth2callback", secret: str = "x" * 40) -> str:
        (tmp_path / "secrets.toml").write_text(SIGN_IN.format(redirect=redirect, secret=secret) + more)
        (tmp_path / "secrets.toml").chmod(0o600)
        said = doctor(code=1)
        assert "HEMMELIG" not in said
        return said

    with socket.create_server(("127.0.0.1", 0)) as silent:
        nobody = f'server_metadata_url = "http://127.0.0.1:{silent.getsockname()[1]}/x"\n'
    assert "mangler server_metadata_url" in signed()
    assert "svarer ikke: forbindelsen blev afvist" in signed(nobody)
    assert "skal ende på /oauth2callback" in signed(nobody, redirect="https://a.dk/")
    assert "cookie_secret er kort" in signed(nobody, secret="kort")
    assert "ikke skrevet rigtigt" in signed("= 1")
    (tmp_path / "secrets.toml").unlink()
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    assert "så appen svarer ingen" in doctor(code=1)


def test_a_port_that_another_program_has_is_told(doctor: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.cli.doctor.SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(other.getsockname()[1]))
        assert "et andet program svarer her" in doctor(code=1)
