"""What somebody may see of the plan. Every question is asked with one (store/seen.py)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks: at the lines of some udvalg only (None: at every line), and at closed ones or not."""

    udvalg: frozenset[str] | None = None
    closed: bool = False


EVERYTHING = Viewer(closed=True)
