"""The files that are named on the command line."""

import glob
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.output import fail

Files = Annotated[
    list[str], typer.Argument(metavar="FIL…", help="Projektmapper (.xlsx), mapper eller mønstre (*.xlsx).")
]


def files_named(names: list[str]) -> list[Path]:
    """Turn names into files: a folder means the workbooks in it, and * works where the shell leaves it alone."""
    paths: list[Path] = []
    for name in names:
        found = sorted(Path(name).glob("*.xlsx")) if Path(name).is_dir() else [Path(name)]
        if not Path(name).exists() and glob.has_magic(name):
            found = sorted(map(Path, glob.glob(name)))  # noqa: PTH207 - takes absolute patterns too
        paths += [path for path in found if not path.name.startswith("~$") or str(path) == name]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing or not paths:
        fail(f"Filen findes ikke: {', '.join(missing) or ', '.join(names)}", code=2)
    return paths
