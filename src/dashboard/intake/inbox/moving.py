"""Moving files so that none is overwritten, also on Windows and on network drives."""

import time
from contextlib import suppress
from itertools import count
from pathlib import Path

PATIENT_TRIES = 20
TRY_EVERY_SECONDS = 0.1


def rename(source: Path, target: Path, tries: int = PATIENT_TRIES) -> None:
    """Rename, with patience for what others hold open for a moment on Windows (virus scanners, indexers)."""
    for _ in range(tries - 1):
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(TRY_EVERY_SECONDS)
    source.replace(target)


def move(
    source: Path, folder: Path, name: str, *, beside: dict[str, bytes] | None = None, tries: int = PATIENT_TRIES
) -> Path:
    """Move a file into a folder under the first name that is free: "Status.xlsx", "Status (2).xlsx".

    ``beside`` is what to write next to it: {"{name} - afvist.txt": content}, named after the name (or stem) it got.
    """
    wanted = Path(name)
    for number in count(1):
        target = folder / (name if number == 1 else f"{wanted.stem} ({number}){wanted.suffix}")
        others = {
            folder / pattern.format(name=target.name, stem=target.stem): content
            for pattern, content in (beside or {}).items()
        }
        if not any(path.exists() for path in others) and _reserve(target):
            break
    try:
        for path, content in others.items():
            path.write_bytes(content)
        rename(source, target, tries)
    except OSError:
        for path in (target, *others):
            path.unlink(missing_ok=True)
        raise
    return target


def _reserve(target: Path) -> bool:
    """Make an empty file of that name, which nothing else can do at the same time; False when there is one."""
    try:
        target.open("x").close()
    except FileExistsError:
        return False
    return True
