"""The command line: the same verbs as the pages, for people and for checks."""

import sys

from dashboard.cli import (
    answers,
    asking,
    backup,
    doctor,
    inbox,
    rebuild,
    receiving,
    record,
    report,
    revisions,
    settings,
    signals,
    upkeep,
    who,
)
from dashboard.cli.danish import log_to_file
from dashboard.cli.program import app

__all__ = [
    "answers",
    "app",
    "asking",
    "backup",
    "doctor",
    "inbox",
    "rebuild",
    "receiving",
    "record",
    "report",
    "revisions",
    "run",
    "settings",
    "signals",
    "upkeep",
    "who",
]


def run() -> None:
    """Run the command line, with Danish letters on every console, and nothing of what libraries say."""
    log_to_file()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
