"""The README is true: what it names exists, and what exists is named."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from dashboard.cli import app

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dashboard"
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = {name: verb for name, verb in get_command(app).commands.items() if not verb.hidden}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: Any) -> None:
    assert re.search(rf"dashboard {name}\b", README)


def test_what_each_command_does_stands_in_the_readme_as_the_command_says_it() -> None:
    """Where it fails: put what `dashboard commands` prints between the two marks."""
    told = README.split("<!-- commands -->\n")[1]
    assert told == CliRunner().invoke(app, ["commands"]).stdout


def test_every_command_and_option_in_the_readme_exists() -> None:
    for line in re.findall(r"^\.venv/bin/dashboard (.+?)(?:\s+#.*)?$", README, re.MULTILINE):
        name, *words = line.split()
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, line


def test_every_file_and_folder_the_readme_names_is_there() -> None:
    for name in re.findall(r"`((?:src|docs|data|benchmarks|tests|\.ci|\.streamlit)/[\w./-]+)`", README):
        assert (ROOT / name).exists() or name in ("data/status.duckdb", "data/indbakke", "data/indstillinger"), name


def test_every_setting_the_code_reads_is_in_the_table_of_the_settings() -> None:
    code = "".join(path.read_text("utf-8") for path in [ROOT / "start.py", *(ROOT / "src").rglob("*.py")])
    told = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert all(f"| `{name}` |" in told for name in set(re.findall(r"DASHBOARD_[A-Z_]+", code)) - {"DASHBOARD_"})


def test_every_file_that_the_other_documents_name_is_there() -> None:
    """They name a file from the root, or from the package."""
    documents = [ROOT / "CONTRIBUTING.md", *(ROOT / "docs" / "decisions").glob("*.md")]
    named = {name for each in documents for name in re.findall(r"`([a-z_]+/[\w./-]+\.\w+)`", each.read_text("utf-8"))}
    real = {name for name in named if "NAME" not in name and "RULE" not in name}  # the others stand for new ones
    assert [name for name in sorted(real) if not any((at / name).exists() for at in (ROOT, PACKAGE))] == []
