"""start.py as a person meets it. No test here installs anything, goes online or touches the real environment."""

import ast
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).parents[1] / "start.py"
STAND_INS = {
    "streamlit": "",
    "streamlit.web": "",
    "streamlit.web.cli": (
        "import os, click\n"
        "def main(words, **_):\n"
        "    if '--ctrl-c' in words: raise click.exceptions.Abort\n"
        "    print('STREAMLIT', *words[2:], os.environ['STREAMLIT_SERVER_PORT'], os.environ['DASHBOARD_DATABASE'])\n"
    ),
    "click": "class exceptions:\n    class Abort(Exception): ...\nclass ClickException(Exception): ...\n",
    "duckdb": "",
    "dashboard": "",
    "pytest.__main__": "import sys; print('PYTEST', *sys.argv[1:]); sys.exit(4)",
    "pip.__main__": "import sys; print('ERROR: [Errno 28] No space left on device'); sys.exit(1)",
}
unix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-in for the command line is a shell script")


def load(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"start_in_{folder.name}", folder / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout with nothing in it but what start.py looks at."""
    shutil.copy(SOURCE, tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (tmp_path / name).write_text(f"# {name}\n")
    workbooks = tmp_path / "data" / "eksempel"
    workbooks.mkdir(parents=True)
    (workbooks / "2026-01.xlsx").touch()
    (workbooks / "~$2026-01.xlsx").touch()
    return tmp_path


@pytest.fixture
def start(copy: Path) -> ModuleType:
    return load(copy)


@pytest.fixture
def ready(copy: Path, start: ModuleType) -> Path:
    """The same after a finished set-up, with stand-ins for what would have been installed."""
    venv.create(start.VENV, with_pip=False, symlinks=os.name != "nt")
    packages = next(start.VENV.rglob("site-packages"))
    for name, source in STAND_INS.items():
        *folders, last = name.split(".")
        is_package = any(other.startswith(name + ".") for other in STAND_INS)
        file = (
            packages.joinpath(*folders, last, "__init__.py")
            if is_package
            else packages.joinpath(*folders, last + ".py")
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source)
    command_line(start, 'for word; do file="$word"; done; echo "$@" > "$file"')
    done = {name: start.fingerprint(name) for name in (start.RUN, start.DEV)}
    start.STAMP.write_text(json.dumps({"place": start.place(), **done}))
    return copy


def command_line(start: ModuleType, script: str) -> None:
    file = Path(start.program("dashboard"))
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@pytest.fixture
def taken_port() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


def run(folder: Path, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "DASHBOARD_"))}
    return subprocess.run(
        [sys.executable, "start.py", *words],
        cwd=folder,
        env={**kept, "HOME": str(folder), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
    )


# ---- Which Python


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_in_danish_which_one_is_needed(start: ModuleType) -> None:
    with pytest.raises(start.StartError, match=r"kræver Python 3\.11 eller nyere, og dette er Python 3\.10"):
        start.require_python((3, 10, 13))
    start.require_python((3, 11, 0))


def test_only_the_standard_library_is_imported_at_the_top() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    names = {alias.name.split(".")[0] for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module).split(".")[0] for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names


# ---- What is said to it


def test_an_unknown_word_is_answered_with_what_can_be_said(copy: Path) -> None:
    result = run(copy, "tset")
    assert result.returncode == 1
    assert "“tset”" in result.stderr
    assert "python3 start.py test" in result.stderr


def test_a_set_up_checkout_starts_without_installing_and_passes_on_what_streamlit_should_hear(
    ready: Path, free_port: str
) -> None:
    result = run(ready, "--no-browser", "--server.port", free_port, "--theme.base=dark")
    database = ready / "data" / "status.duckdb"
    assert result.returncode == 0, result.stderr
    assert f"http://localhost:{free_port}" in result.stdout
    assert f"STREAMLIT --server.port {free_port} --theme.base=dark {free_port} {database}" in result.stdout
    assert "installerer" not in result.stdout


def test_ctrl_c_is_how_one_stops_and_no_failure(ready: Path, free_port: str) -> None:
    result = run(ready, "--no-browser", "--ctrl-c", STREAMLIT_SERVER_PORT=free_port)
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith("Dashboardet er stoppet.\n")


def test_tests_get_further_words_and_give_their_exit_code_back(ready: Path) -> None:
    result = run(ready, "test", "tests/domain", "-k", "x")
    assert "PYTEST tests/domain -k x" in result.stdout
    assert result.returncode == 4
    assert not (ready / "data" / "status.duckdb").exists()


def test_on_windows_the_command_runs_beside_and_its_exit_code_comes_back(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.signal, "signal", lambda *_: None)
    monkeypatch.setattr(start.os, "chdir", lambda _: None)
    assert start.hand_over([sys.executable, "-c", "raise SystemExit(7)"], dict(os.environ), "nt") == 7


# ---- Port and settings


def test_a_taken_port_is_named_with_the_way_to_choose_another(copy: Path, taken_port: str) -> None:
    result = run(copy, STREAMLIT_SERVER_PORT=taken_port)
    assert result.returncode == 1
    assert f"Port {taken_port} er optaget" in result.stderr
    assert "STREAMLIT_SERVER_PORT=8600" in result.stderr
    assert "Traceback" not in result.stderr


def test_each_system_is_shown_its_own_way_to_choose_a_port(start: ModuleType) -> None:
    assert start.other_port(8501, "posix") == "STREAMLIT_SERVER_PORT=8600 python3 start.py"
    assert start.other_port(8600, "nt") == "$env:STREAMLIT_SERVER_PORT=8601; python start.py"


def test_an_option_beats_the_environment_and_the_environment_beats_the_settings_file(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(start.ROOT / "nobody"))
    monkeypatch.setenv("USERPROFILE", str(start.ROOT / "nobody"))
    monkeypatch.delenv("STREAMLIT_SERVER_PORT", raising=False)
    assert start.setting("server.port", []) is None
    (start.ROOT / ".streamlit").mkdir()
    (start.ROOT / ".streamlit" / "config.toml").write_text("[server]\nport = 8511\n")
    assert start.setting("server.port", []) == "8511"
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "8512")
    assert start.setting("server.port", []) == "8512"
    assert start.setting("server.port", ["--server.port", "8513"]) == "8513"
    assert start.setting("server.port", ["--server.port=8514", "--server.headless", "true"]) == "8514"


def test_kommune_toml_says_address_and_port_before_streamlits_file(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STREAMLIT_SERVER_PORT", "STREAMLIT_SERVER_ADDRESS", "DASHBOARD_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    (start.ROOT / ".streamlit").mkdir()
    (start.ROOT / ".streamlit" / "config.toml").write_text('[server]\nport = 8511\naddress = "localhost"\n')
    (start.ROOT / "data" / "indstillinger").mkdir()
    (start.ROOT / "data" / "indstillinger" / "kommune.toml").write_text('[server]\nport = 8520\naddress = "::1"\n')
    assert start.address([]) == ("::1", 8520)
    assert start.address(["--server.port", "8513"]) == ("::1", 8513)


@unix_only
def test_as_a_service_it_fetches_nothing_and_adds_no_example_data(
    ready: Path, start: ModuleType, free_port: str
) -> None:
    told = {"DASHBOARD_DATABASE": str(ready / "plan.duckdb"), "STREAMLIT_SERVER_PORT": free_port}
    command = [start.program("python"), "start.py", "serve"]
    done = subprocess.run(command, cwd=ready, env=os.environ | told, capture_output=True, encoding="utf-8", timeout=30)
    assert done.stdout.split() == ["STREAMLIT", free_port, str(ready / "plan.duckdb")]
    assert not (ready / "plan.duckdb").exists()


def test_as_a_service_without_its_packages_it_says_how_to_get_them(copy: Path) -> None:
    command = [sys.executable, "-S", "start.py", "serve"]
    done = subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", timeout=30)
    assert done.returncode == 1
    assert "start.py install" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["otte", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(start: ModuleType, text: str) -> None:
    with pytest.raises(start.StartError, match="mellem 1 og 65535"):
        start.port_number(text)


def test_settings_that_cannot_be_read_are_named(copy: Path) -> None:
    (copy / ".streamlit").mkdir()
    (copy / ".streamlit" / "config.toml").write_text("[server\n")
    result = run(copy)
    assert result.returncode == 1
    assert "config.toml kan ikke læses" in result.stderr
    assert "Traceback" not in result.stderr


# ---- The environment


def test_programs_of_the_environment_are_found_on_each_system(start: ModuleType) -> None:
    assert Path(start.program("python", "posix")) == start.VENV / "bin" / "python"
    assert Path(start.program("python", "nt")) == start.VENV / "Scripts" / "python.exe"


def test_the_development_list_holds_all_of_the_other_with_the_same_versions() -> None:
    run_time, development = (
        {line for line in (SOURCE.parent / name).read_text().splitlines() if line[:1] not in ("#", " ")}
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run_time <= development


Damage = Callable[[ModuleType], object]
DAMAGES: dict[str, Damage] = {
    "half-made": lambda start: start.STAMP.unlink(),
    "with an unreadable stamp": lambda start: start.STAMP.write_text("{"),
    "moved": lambda start: start.STAMP.write_text(start.STAMP.read_text().replace(".venv", ".moved")),
    "of a Python that is gone": lambda start: Path(start.program("python")).unlink(),
    "without Streamlit": lambda start: shutil.rmtree(next(start.VENV.rglob("site-packages")) / "streamlit"),
    "gone": lambda start: shutil.rmtree(start.VENV),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.usefixtures("ready")
def test_a_damaged_environment_is_made_anew(start: ModuleType, damage: Damage, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(start, "make_environment", lambda: made.append("environment"))
    monkeypatch.setattr(start, "install", lambda _, requirements: made.append(requirements))
    start.set_up(start.RUN)
    assert made == []
    damage(start)
    start.set_up(start.RUN)
    assert made[0] == "environment"


@pytest.mark.parametrize("changed", ["requirements.txt", "pyproject.toml"])
def test_a_changed_list_is_installed_into_the_environment_that_is_there(
    ready: Path, start: ModuleType, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(start, "make_environment", lambda: made.append("environment"))
    monkeypatch.setattr(start, "install", lambda _, requirements: made.append(requirements))
    (ready / changed).write_text("# new")
    start.set_up(start.RUN)
    assert made == ["requirements.txt"]


def test_a_python_without_venv_says_how_to_get_it(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(start.StartError, match="apt install python3-venv"):
        start.make_environment()


def test_a_failed_installation_is_explained_logged_and_leaves_no_stamp(ready: Path, free_port: str) -> None:
    (ready / "requirements.txt").write_text("# new")
    result = run(ready, "--no-browser", STREAMLIT_SERVER_PORT=free_port)
    assert result.returncode == 1
    assert "Disken er fuld" in result.stderr
    assert "Errno 28" in (ready / ".venv" / "install.log").read_text()
    assert not (ready / ".venv" / "start.json").exists()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused",
            "ingen forbindelse",
        ),
        ("[Errno -3] Temporary failure in name resolution", "ingen forbindelse"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] after ConnectionError", "certifikat"),
        ("OSError: [Errno 28] No space left on device", "Disken er fuld"),
        ("[WinError 112] Der er ikke mere plads på disken", "Disken er fuld"),
        ("[Errno 13] Permission denied: '.venv'", "kan ikke skrives"),
        ("[Errno 30] Read-only file system: '.venv'", "kan ikke skrives"),
    ],
)
def test_what_pip_or_the_system_says_is_told_in_danish(start: ModuleType, said: str, meant: str) -> None:
    assert meant in start.pip_failure(f"Collecting duckdb\n{said}\n")


def test_of_an_unknown_failure_pips_last_lines_are_shown(start: ModuleType) -> None:
    shown = start.pip_failure("first\n" + "middle\n" * 50 + "ERROR: No matching distribution found for x==9\n")
    assert shown.endswith("ERROR: No matching distribution found for x==9")
    assert "first" not in shown


# ---- The database


@unix_only
def test_a_first_start_fills_the_database_named_in_the_environment(ready: Path, free_port: str) -> None:
    database = ready / "andre" / "tal.duckdb"
    result = run(ready, STREAMLIT_SERVER_PORT=free_port, DASHBOARD_DATABASE="andre/tal.duckdb")
    assert "eksempeldata (1 regneark)" in result.stdout
    assert "2026-01.xlsx" in database.read_text()
    assert str(database) in result.stdout
    assert [file.name for file in database.parent.iterdir()] == ["tal.duckdb"]


@unix_only
@pytest.mark.usefixtures("ready")
def test_a_database_that_is_there_is_left_alone(start: ModuleType, tmp_path: Path) -> None:
    database = tmp_path / "status.duckdb"
    database.write_text("ours")
    start.fill(database)
    assert database.read_text() == "ours"


@unix_only
@pytest.mark.usefixtures("ready")
def test_an_import_that_fails_leaves_no_database_and_its_own_words_come_through(
    start: ModuleType, tmp_path: Path
) -> None:
    command_line(start, 'for word; do file="$word"; done; touch "$file"; echo "Databasen bruges af proces 42."; exit 1')
    with pytest.raises(start.StartError, match="bruges af proces 42"):
        start.fill(tmp_path / "status.duckdb")
    assert not (tmp_path / "status.duckdb").exists()


def test_check_runs_every_check_and_names_those_that_fail(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "set_up", lambda requirements: sys.executable)
    monkeypatch.setattr(start, "program", lambda name: sys.executable)
    fails, passes = ["style", "-c", "raise SystemExit(1)"], ["types", "-c", "print('types were looked at')"]
    monkeypatch.setattr(start, "CHECKS", (fails, passes))
    with pytest.raises(start.StartError, match="style"):
        start.obey(["check"])
    assert "types were looked at" in capfd.readouterr().out
    monkeypatch.setattr(start, "CHECKS", (passes,))
    assert start.obey(["check"]) == 0
