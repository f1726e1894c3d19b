"""What is wrong in the settings, where, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: the file, its line (None: the whole file), what it is, and the remedy."""

    file: str
    line: int | None
    said: str
    remedy: str

    def __str__(self) -> str:
        """Say it: "kommune.toml, linje 3: »naem« kendes ikke. Mente du »name«?"."""
        where = f"{self.file}, linje {self.line}" if self.line else self.file
        return f"{where}: {self.said} {self.remedy}"
