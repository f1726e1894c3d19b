"""The files that are named on the command line, and those that are written there."""

import glob
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard import intake
from dashboard.cli.output import err, fail
from dashboard.domain.disk import why_not
from dashboard.domain.issue import Issue, Severity

WORKBOOKS = (".xlsx", ".xlsm", ".docx", ".docm")
Files = Annotated[
    list[str],
    typer.Argument(metavar="FIL…", help="Projektmapper (.xlsx), Word-dokumenter (.docx), mapper eller mønstre."),
]
AnnotatedOption = Annotated[
    Path | None,
    typer.Option(
        "--annotated",
        metavar="UD.xlsx|MAPPE",
        help="Skriv en kopi af hver fil, der er noget galt med, med det som kommentar på cellen.",
    ),
]


def files_named(names: list[str]) -> list[Path]:
    """Turn names into files: a folder means the workbooks in it, and * works where the shell leaves it alone."""
    paths: list[Path] = []
    for name in names:
        found = [Path(name)]
        if found[0].is_dir():
            found = sorted(each for each in found[0].iterdir() if each.suffix.lower() in WORKBOOKS and each.is_file())
            if not found:
                fail(f"Der er ingen projektmapper (.xlsx) i mappen {name} og ingen Word-dokumenter (.docx).", code=2)
        elif not found[0].exists() and glob.has_magic(name):
            found = sorted(map(Path, glob.glob(name)))  # noqa: PTH207 - takes absolute patterns too
        paths += [path for path in found if not path.name.startswith("~$") or str(path) == name]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing or not paths:
        fail(f"Filen findes ikke: {', '.join(missing) or ', '.join(names)}", code=2)
    return paths


def write_file(target: Path, content: bytes) -> None:
    """Write a file, or end with the sentence that says why it cannot be written."""
    try:
        target.write_bytes(content)
    except OSError as error:
        fail(f"{target} kan ikke skrives: {why_not(error)}.")


def copies_to_write(target: Path | None, paths: list[Path]) -> dict[Path, Path]:
    """Say where the copy of each file goes; a folder holds those of several. Nothing is overwritten."""
    if target is None:
        return {}
    if len(paths) > 1 and not target.is_dir():
        fail(f"Der er flere filer, så --annotated skal være en mappe, der findes; {target} er det ikke.", code=2)
    copies = {path: target / intake.copy_name(path.name) if target.is_dir() else target for path in paths}
    there = [str(copy) for copy in copies.values() if copy.exists()]
    if len(set(copies.values())) < len(paths):
        fail("To af filerne hedder det samme. Skriv deres kopier hver for sig.", code=2)
    if there:
        fail(f"Findes allerede og kan være rettet i: {', '.join(there)}. Vælg et andet sted, eller flyt dem.", code=2)
    return copies


def write_copy(path: Path, target: Path, document: dict[str, Any]) -> None:
    """Write the copy of a file, or say why there is none."""
    issues = [
        Issue(
            found["kind"], Severity(found["severity"]), *(found[name] for name in ("message", "sheet", "cell", "value"))
        )
        for found in document["issues"]
    ]
    copy = intake.annotated_copy(path.read_bytes(), issues)
    if copy is None:
        err.print(f"Ingen kopi af {path.name}: {'den kan ikke åbnes' if issues else 'intet er galt'}.", markup=False)
        return
    write_file(target, copy)
    err.print(f"Kopi med kommentarer: {target}", markup=False)
