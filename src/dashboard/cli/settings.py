"""The municipality's settings: what is wrong in them, and a start to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.danish import Program, Verbs
from dashboard.cli.files import write_file
from dashboard.cli.output import count_of, fail, out
from dashboard.cli.program import app
from dashboard.domain.disk import why_not
from dashboard.domain.settings import read_settings, settings_folder, starts

settings = Verbs(cls=Program, help="Se kommunens indstillinger efter, eller begynd på dem.", no_args_is_help=True)
app.add_typer(settings, name="settings")
IS_THERE = "{path} findes allerede og er ladt i fred."
NO_FOLDER = "Der er ingen mappe {folder}; dashboardets egne ord gælder. Lav den med: dashboard settings new"
Folder = Annotated[Path | None, typer.Argument(metavar="[MAPPE]", help="Mappen. Ellers DASHBOARD_SETTINGS.")]


@settings.command()
def check(folder: Folder = None) -> None:
    """Sig, hvad der er galt i indstillingerne, med fil, linje og hvad man kan gøre. Kode 0: intet galt."""
    found = read_settings(folder or settings_folder())
    for fault in found.faults:
        out.print(str(fault), markup=False)
    if found.faults:
        fail(f"{count_of(len(found.faults), 'fejl', 'fejl')} i {found.folder}. Indstillingerne bruges ikke.")
    if not found.folder.is_dir() and folder is not None:
        fail(f"Mappen {folder} findes ikke. Lav den med: dashboard settings new {folder}", code=2)
    if not found.folder.is_dir():
        out.print(NO_FOLDER.format(folder=found.folder), markup=False)
        return
    out.print(f"Indstillingerne i {found.folder} er i orden: {found.kommune['name']}.", markup=False)


@settings.command()
def new(folder: Folder = None) -> None:
    """Skriv en begyndelse med forklaringer: kommune.toml og terms.toml. Det, der findes, bliver aldrig rørt."""
    where = folder or settings_folder()
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{where} kan ikke laves: {why_not(error)}.")
    for name, text in starts().items():
        path = where / name
        if path.exists():
            out.print(IS_THERE.format(path=path), markup=False)
        else:
            write_file(path, text.encode())
            out.print(f"{path} skrevet.", markup=False)
