"""The files that somebody has placed in a folder, and when each has been left alone long enough to be read."""

import stat
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEMPORARY = frozenset({".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart"})
HIDDEN = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM


@dataclass(frozen=True)
class Pace:
    """How often the inbox is looked at, and for how many seconds a file must have been left alone.

    One that does not look whole, which may be a copy that has halted, is given ``patience`` before it is taken for
    damaged. ``give_up`` is how long to wait for one that never comes to rest, where the waiting has an end.
    """

    look_every: float = 1
    settled: float = 1
    patience: float = 20
    give_up: float = 30


@dataclass(frozen=True)
class _Sighting:
    size: int
    changed_at: int
    since: float

    def same_as(self, other: "_Sighting") -> bool:
        return (self.size, self.changed_at) == (other.size, other.changed_at)


class PlacedFiles:
    """What was seen in a folder at the last look, and since when it is unchanged."""

    def __init__(self, folder: Path, pace: Pace) -> None:
        self._folder = folder
        self._pace = pace
        self._sightings: dict[Path, _Sighting] = {}

    @property
    def seen(self) -> list[Path]:
        """List those of the last look, ready or not."""
        return list(self._sightings)

    def ready(self) -> Iterator[Path]:
        """Look again, and give those that have been left alone for long enough, by name."""
        now = time.monotonic()
        found = {path: _sight(path, now) for path in sorted(self._folder.iterdir())}
        seen = {path: sighting for path, sighting in found.items() if sighting is not None}
        before = self._sightings
        self._sightings = {
            path: before[path] if path in before and before[path].same_as(sighting) else sighting
            for path, sighting in seen.items()
        }
        for path, sighting in self._sightings.items():
            quiet = now - sighting.since
            if quiet >= self._pace.settled and (quiet >= self._pace.patience or _looks_whole(path)):
                yield path


def _sight(path: Path, now: float) -> _Sighting | None:
    """Look at a file; None for what nobody has placed as a workbook: folders, lock files, hidden and temporary ones."""
    if path.name.startswith((".", "~")) or not path.suffix or path.suffix.lower() in TEMPORARY:
        return None
    try:
        found = path.lstat()
    except OSError:
        return None
    hidden = getattr(found, "st_file_attributes", 0) & HIDDEN
    return None if hidden or not stat.S_ISREG(found.st_mode) else _Sighting(found.st_size, found.st_mtime_ns, now)


def _looks_whole(path: Path) -> bool:
    """Tell whether a file has the end that is the last of an .xlsx to be written."""
    try:
        return zipfile.is_zipfile(path)
    except OSError:
        return False
