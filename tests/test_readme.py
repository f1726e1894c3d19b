"""The README is true: what it names exists, and what exists is named."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from dashboard.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name) -> None:
    assert re.search(rf"dashboard {name}\b", README)


def test_every_command_and_option_in_the_readme_exists() -> None:
    for line in re.findall(r"^\.venv/bin/dashboard (.+?)(?:\s+#.*)?$", README, re.MULTILINE):
        name, *words = line.split()
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, line


def test_every_file_and_folder_the_readme_names_is_there() -> None:
    for name in re.findall(r"`((?:src|docs|data|benchmarks|tests|\.ci|\.streamlit)/[\w./-]+)`", README):
        assert (ROOT / name).exists() or name in ("data/status.duckdb", "data/indbakke"), name


def test_every_setting_the_code_reads_is_in_the_readme() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert all(name in README for name in set(re.findall(r"DASHBOARD_[A-Z_]+", code)))
