"""Section rows: the tema, udvalg or art that the rows below belong to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dashboard.domain.identity import normalised
from dashboard.domain.terms import Named, terms
from dashboard.domain.words import find_named

SectionField = Literal["art", "udvalg", "tema"]


@dataclass(frozen=True)
class Section:
    """What rows belong to unless their own cells say otherwise, and the cells that said so."""

    art: str | None = None
    udvalg: tuple[str, ...] = ()
    tema: str | None = None
    cells: Mapping[SectionField, str] = field(default_factory=dict)


@dataclass
class Sections:
    """The section that the reading has come to, and which kind of section holds which.

    A section row ends the ones of its own kind and below it. That an udvalg holds temaer (or the other way round) is
    learned where one section row directly follows another; an art holds both.
    """

    base: Section
    now: Section = field(init=False)
    _holds: set[tuple[SectionField, SectionField]] = field(default_factory=lambda: {("art", "udvalg"), ("art", "tema")})
    _last: SectionField | None = None

    def __post_init__(self) -> None:
        self.now = self.base

    def enter(self, name: SectionField, value: str, cell: str, *, directly: bool) -> None:
        """Begin a section that a cell names; ``directly`` when its row follows another section row."""
        if directly and self._last is not None and self._last != name:
            self._holds.add((self._last, name))
        kept: set[SectionField] = {outer for outer, inner in self._holds if inner == name}
        self.now = Section(
            art=value if name == "art" else self.now.art if "art" in kept else self.base.art,
            udvalg=(value,) if name == "udvalg" else self.now.udvalg if "udvalg" in kept else self.base.udvalg,
            tema=value if name == "tema" else self.now.tema if "tema" in kept else self.base.tema,
            cells={outer: at for outer, at in self.now.cells.items() if outer in kept} | {name: cell},
        )
        self._last = name

    def enter_unknown(self) -> None:
        """Begin a section that means nothing known: what was said for tema and udvalg no longer holds."""
        art: Mapping[SectionField, str] = {name: at for name, at in self.now.cells.items() if name == "art"}
        self.now = replace(self.base, art=self.now.art, cells=art)
        self._last = None


def sections_of(text: str) -> list[tuple[SectionField, str]]:
    """Recognise the text of a section row: which fields it sets, and to what; empty when it is none."""
    if (whole := _section_of(text)) is not None:
        return [whole]
    parts = [_section_of(part) for part in re.split(r"(?<!\s)\s+[-–|]\s+|\n", text)]
    return [part for part in parts if part is not None] if all(parts) else []


def is_udvalg(text: str) -> bool:
    """Tell whether a text is nothing but an udvalg's own name; "Børn og unge" may be an indsats as well."""
    named = find_named(text, terms().udvalg)
    is_own = named is not None and normalised(text) in (normalised(named.name), normalised(named.key))
    return is_own or (named is not None and "udvalg" in normalised(text))


def _section_of(text: str) -> tuple[SectionField, str] | None:
    choices: dict[SectionField, Sequence[Named]] = {"tema": terms().tema, "udvalg": terms().udvalg, "art": terms().art}
    for name, known in choices.items():
        if (named := find_named(text, known)) is not None:
            return name, named.key
    words = normalised(text)
    if re.search(r"udvalg(?:et)?$", words) and len(words.split()) <= 6:
        return "udvalg", re.sub(r"\s+", " ", text).strip()
    introduced = re.match(r"\s*tema\s*:\s*(.+)", text, re.IGNORECASE | re.DOTALL)
    return ("tema", re.sub(r"\s+", " ", introduced[1]).strip()) if introduced else None
