"""Another municipality is a folder of settings: its workbooks are read, and everything says its words."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OURS = re.compile(r"norddjurs|udmøntning|direktion|økonomiudvalg|\b(?:BUU|ØK|KB|VPU|MTU|AU)\b|24/7615", re.IGNORECASE)
ACCEPTED = "Kan hedde"  # the guide lists header words, and ours are understood beside theirs


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what the command line, the documents and the pages say in Fjordby."""
    folder = tmp_path_factory.mktemp("fjordby")
    database = {"DASHBOARD_SETTINGS": str(HERE / "fjordby"), "DASHBOARD_DATABASE": str(folder / "status.duckdb")}
    environment = (
        os.environ
        | database
        | {"PYTHONPATH": os.pathsep.join([str(HERE.parent), *sys.path]), "PYTHONIOENCODING": "utf-8"}
    )
    command = [sys.executable, "-W", "ignore", str(HERE / "as_fjordby.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_its_workbooks_are_read_by_its_own_header_words(said: str) -> None:
    assert "A2 Ambition = Titel" in said
    assert "D2 Pejling = Trafiklys" in said
    assert said.count("Ingen fejl og ingen bemærkninger.") == 2


def test_everything_says_its_words_and_none_of_ours(said: str) -> None:
    for word in (
        "Fjordby",
        "Handlingsplan 2024-2027",
        "Chefgruppen",
        "Chefgruppemøde",
        "Havneudvalget",
        "Fokus ved chefgruppens",
        "27/0042",
    ):
        assert word in said, word
    guide = said.index(ACCEPTED)
    assert OURS.findall(said[:guide]) == []


def test_its_limit_of_a_signal_holds(said: str) -> None:
    assert "mindst 2 statusser i træk" in said
