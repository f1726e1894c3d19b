"""A file of the settings as it stands in the folder: its values, and the line of each."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.domain.settings.fault import Fault

Place = tuple[str | int, ...]
NAME = r"""[\w-]+|"[^"]*"|'[^']*'"""
NAMES = rf"\s*(?:{NAME})(?:\s*\.\s*(?:{NAME}))*\s*"
ENTRY = re.compile(rf"\s*\[\[({NAMES})\]\]")
TABLE = re.compile(rf"\s*\[({NAMES})\]\s*(?:#.*)?$")
KEY = re.compile(rf"({NAMES})=")
SYNTAX = {
    "Cannot overwrite": ("Det samme navn står to gange.", "Behold det ene."),
    "Cannot declare": ("Den samme tabel står to gange.", "Skriv dem sammen til én."),
    "Unescaped '\\'|Invalid hex": (
        "En omvendt skråstreg betyder noget særligt i en tekst.",
        "Skriv / i stedet for \\.",
    ),
    "Illegal character|Expected": ("En tekst er ikke sluttet.", 'Sæt anførselstegn (") efter teksten på samme linje.'),
    "Invalid value": ("Værdien er ikke skrevet rigtigt.", 'Sæt anførselstegn (") om en tekst, og [ ] om en liste.'),
    "Unclosed array": ("Listen er ikke sluttet.", "Sæt komma mellem ordene og ] efter det sidste."),
}
OTHER_SYNTAX = ("Linjen er ikke skrevet rigtigt.", 'Skriv navn = "tekst", navn = 3 eller navn = ["ord", "ord"].')
NOT_UTF8 = ("Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.", "Gem den igen med tegnsættet UTF-8.")
UNREADABLE = ("Filen kan ikke læses.", "Er den åben i et andet program, og har dashboardet lov at læse den?")


@dataclass(frozen=True)
class TomlFile:
    """One file: its text and values (empty when it is not there), and what kept it from being read."""

    name: str
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def line(self, place: Place) -> int:
        """Give the line where a value stands, or else the table around it."""
        lines = _lines(self.text)
        while place and place not in lines:
            place = place[:-1]
        return lines.get(place, 1)


def parse(text: str) -> dict[str, Any]:
    """Read the values of a text; tomllib's error when it is not TOML."""
    return tomllib.loads(text)


def read_file(folder: Path, name: str) -> TomlFile:
    """Read a file of the folder, or tell why it cannot be read, with line and remedy."""
    path = folder / name
    try:
        content = _content(path)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return TomlFile(name, text, parse(text))
    except UnicodeDecodeError as error:
        return TomlFile(name, faults=(Fault(name, content.count(b"\n", 0, error.start) + 1, *NOT_UTF8),))
    except OSError:
        return TomlFile(name, faults=(Fault(name, None, *UNREADABLE),))
    except tomllib.TOMLDecodeError as error:
        said = next(
            (told for signs, told in SYNTAX.items() if re.search(signs.replace("\\", "\\\\"), str(error))), None
        )
        return TomlFile(name, text, faults=(Fault(name, _line_of(error, text), *(said or OTHER_SYNTAX)),))


def _content(path: Path) -> bytes:
    """Read a file, or nothing where there is none; a link that leads nowhere, or to what is no file, is not nothing."""
    try:
        path.lstat()
    except FileNotFoundError:
        return b""
    if not path.is_file():
        raise OSError(path)
    return path.read_bytes()


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else max(1, len(text.rstrip().splitlines()))


def _lines(text: str) -> dict[Place, int]:
    """Find the line of every name: ("colours", "accent"), or ("udvalg", 0, "key") in a list of entries."""
    lines: dict[Place, int] = {}
    table: Place = ()
    entries: Counter[Place] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if entry := ENTRY.match(line):
            names = _names(entry[1])
            table = (*names, entries[names])
            entries[names] += 1
            lines.setdefault(names, number)
            lines[table] = number
        elif found := TABLE.match(line):
            table = _names(found[1])
            lines.setdefault(table, number)
        elif key := KEY.match(line):
            names = _names(key[1])
            for length in range(1, len(names) + 1):
                lines.setdefault((*table, *names[:length]), number)
    return lines


def _names(said: str) -> Place:
    return tuple(name.strip().strip("\"'") for name in re.findall(NAME, said))
