"""A municipality's own settings: a folder outside the package with kommune.toml and terms.toml, laid over ours.

How they are laid over (docs/decisions/0013):

- a table is laid over ours key by key; what it does not say, ours says;
- a list of words is added to ours; a list named in ``replace = ["tema", "columns.title"]`` at the top of the file
  stands instead of ours;
- a list of entries (udvalg by ``key``, temaer by ``name``, signals by ``rule``, …) is laid over entry by entry: one
  with a known key changes what it says and nothing else, a new one comes last, ``remove = true`` takes one away.

They are read once, when the program starts; who may what is read again when the file was changed (``standing``).
Settings with faults are never used: ours are, and whoever shows anything says the faults instead.
"""

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dashboard.domain.settings.check import faults_in
from dashboard.domain.settings.fault import Fault
from dashboard.domain.settings.logo import logo_address
from dashboard.domain.settings.overlay import laid_over
from dashboard.domain.settings.toml_file import parse, read_file
from dashboard.domain.settings.words import in_words, words_of

FILES = ("kommune.toml", "terms.toml")
NO_FOLDER = "Mappen findes ikke."
MAKE_FOLDER = "Ret DASHBOARD_SETTINGS, eller lav mappen med: dashboard settings new"
START = "# Fjern # foran det, I vil sige selv, og ret det. Se efter med: dashboard settings check\n#\n"
PROJECT = Path(__file__).parents[4]
log = logging.getLogger(__name__)
_standing: dict[Path, Mapping[str, Any]] = {}  # what was last without faults


@dataclass(frozen=True, eq=False)
class Settings:
    """What the program says and knows: both files as they are after the overlay, in the municipality's own words.

    ``words`` are those words by placeholder; with ``faults`` all the rest is ours.
    """

    folder: Path
    kommune: Mapping[str, Any]
    terms: Mapping[str, Any]
    words: Mapping[str, str]
    logo: str | None = None
    faults: tuple[Fault, ...] = ()
    written: tuple[int, int] = (0, 0)


def settings_folder() -> Path:
    """Give the folder of the settings: DASHBOARD_SETTINGS, else data/indstillinger in the project."""
    given = os.environ.get("DASHBOARD_SETTINGS")
    return Path(given) if given else PROJECT / "data" / "indstillinger"


def our_text(name: str) -> str:
    """Give the text of a file as the package has it."""
    return files("dashboard.domain").joinpath(name).read_text("utf-8")


def starts() -> dict[str, str]:
    """Give the files of a new folder: everything explained, and nothing said yet."""
    lines = our_text(FILES[0]).splitlines()
    said = "\n".join(line if not line or line.startswith("#") else f"#{line}" for line in lines)
    return {FILES[0]: f"{START}{said}\n", FILES[1]: our_text("settings/terms_start.toml")}


@cache
def settings() -> Settings:
    """Read the settings, once."""
    return read_settings(settings_folder())


def standing() -> Mapping[str, Any]:
    """Give kommune.toml as it stands in the folder now; with faults, as it was last without."""
    started = settings()
    now = written(started.folder)
    return started.kommune if now == started.written else _read_again(started, now)


@lru_cache(maxsize=1)
def _read_again(started: Settings, _written: tuple[int, int]) -> Mapping[str, Any]:
    found = read_settings(started.folder)
    if found.faults:
        log.error("changed settings have faults, and those of before hold")
        return _standing.get(started.folder, started.kommune)
    _standing[started.folder] = found.kommune
    return found.kommune


def written(folder: Path) -> tuple[int, int]:
    """Tell one state of kommune.toml from another."""
    try:
        found = (folder / FILES[0]).stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def read_settings(folder: Path) -> Settings:
    """Read a folder of settings and lay it over ours, or tell what is wrong; one that is not there says nothing."""
    ours = {name: parse(our_text(name)) for name in FILES}
    if not folder.is_dir():
        is_asked_for = folder.exists() or bool(os.environ.get("DASHBOARD_SETTINGS"))
        return _ready(folder, ours, ours, faults=[Fault(str(folder), None, NO_FOLDER, MAKE_FOLDER)] * is_asked_for)
    read = {name: read_file(folder, name) for name in FILES}
    faults = [fault for file in read.values() for fault in file.faults] or faults_in(folder, read, ours)
    if faults:
        return _ready(folder, ours, ours, faults=faults)
    return _ready(folder, ours, {name: laid_over(ours[name], file.data) for name, file in read.items()})


def _ready(
    folder: Path,
    ours: Mapping[str, Mapping[str, Any]],
    laid: Mapping[str, Mapping[str, Any]],
    faults: Sequence[Fault] = (),
) -> Settings:
    words = words_of(*laid.values())
    kommune, terms = (in_words(values, words, words_of(*ours.values())) for values in laid.values())
    logo = logo_address(folder, kommune["logo"])
    return Settings(folder, kommune, terms, words, logo, tuple(faults), written(folder))
