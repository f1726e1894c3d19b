"""Which lines the address asks for besides the filters: by what changed, from which light and to which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st
from htpy import Element

from dashboard.charts.palette import word
from dashboard.charts.spells import LONGEST, in_row
from dashboard.domain.light import ABSENT, Light
from dashboard.web import filters
from dashboard.web.database import Selection
from dashboard.web.filters import chip
from dashboard.web.links import FROM_KEY, INDSATS_KEY, KINDS_KEY, LENGTH_KEY, SEARCH_KEY, TO_KEY
from dashboard.wording import phrases, texts

ALL_LINES, LINES = "Alle indsatser", "Indsatser"
CHANGE, FROM, TO, LENGTH = "Ændring", "Fra", "Til", "Varighed"
ABSENT_BEFORE, ABSENT_NOW = "ikke i planen", "udgået"
KINDS = texts.KINDS | {"unchanged": "Uændret"}
MOST = 10_000


@dataclass(frozen=True)
class Asked:
    """The lines of the month (nothing asked for), or those of these kinds of change, lights before and lights now.

    ``length`` lets through those that have had their light for so many statuses in a row; LONGEST is for more too.
    """

    kinds: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    length: int | None = None

    @property
    def is_change(self) -> bool:
        """Tell whether it is asked for what changed."""
        return bool(self.kinds or self.before or self.now)

    @property
    def in_row(self) -> tuple[int, int] | None:
        """Give how many statuses in a row are asked for, from and to."""
        return None if self.length is None else (self.length, MOST if self.length == LONGEST else self.length)

    def values(self) -> dict[str, tuple[str, ...]]:
        """Give what stands in the address, for the links that keep it."""
        return {
            KINDS_KEY: self.kinds,
            FROM_KEY: self.before,
            TO_KEY: self.now,
            LENGTH_KEY: () if self.length is None else (str(self.length),),
        }


def asked_lines() -> Asked:
    """Read what the address asks for; what does not exist is left out, and a sentence says so."""
    lights = [*Light, ABSENT]
    lengths = _known(LENGTH_KEY, LENGTH, [str(n) for n in range(1, LONGEST + 1)])
    return Asked(
        _known(KINDS_KEY, CHANGE, list(KINDS)),
        _known(FROM_KEY, FROM, lights),
        _known(TO_KEY, TO, lights),
        int(lengths[0]) if lengths else None,
    )


def asks_for_card() -> bool:
    """Tell whether the address asks for one line."""
    return bool(st.query_params.get(INDSATS_KEY))


def asked_indsats() -> int | None:
    """Give the line that the address asks for, or None for what can be none."""
    given = st.query_params.get(INDSATS_KEY, "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else None


def asked_search() -> str:
    """Give the words that the address asks for lines like."""
    return st.query_params.get(SEARCH_KEY, "").strip()


def in_words(asked: Asked, selection: Selection) -> str:
    """Say which lines are shown: "Fra grøn til rød siden marts"."""
    length = "" if asked.length is None else in_row(asked.length)
    if not asked.is_change:
        return f"{LINES} {length}" if length else ALL_LINES
    lights = " ".join(
        f"{name} {' eller '.join(_light(value, absent) for value in values)}"
        for name, values, absent in (
            (FROM, asked.before, ABSENT_BEFORE),
            (TO, asked.now, ABSENT_NOW),
        )
        if values
    ).lower()
    parts = [" eller ".join(KINDS[kind] for kind in asked.kinds), lights]
    since = "" if selection.compare is None else phrases.since(selection.compare, selection.month)
    return phrases.capitalised(" ".join(filter(None, [", ".join(filter(None, parts)), since, length])))


def chips(asked: Asked) -> list[Element]:
    """Draw a chip for each thing that is asked for, which takes it off again."""
    return [chip(f"{label}: {name}", f"{label}: {name.lower()}", rest) for label, name, rest in _active(asked)]


def _active(asked: Asked) -> Iterator[tuple[str, str, dict[str, tuple[str, ...]]]]:
    names = {
        KINDS_KEY: (CHANGE, KINDS.__getitem__),
        FROM_KEY: (FROM, lambda value: _light(value, ABSENT_BEFORE)),
        TO_KEY: (TO, lambda value: _light(value, ABSENT_NOW)),
        LENGTH_KEY: (LENGTH, lambda value: in_row(int(value))),
    }
    for key, values in asked.values().items():
        label, name = names[key]
        for value in values:
            yield label, name(value), asked.values() | {key: tuple(other for other in values if other != value)}


def _light(value: str, absent: str) -> str:
    return absent if value == ABSENT else word(Light(value)).lower()


def _known(key: str, label: str, offered: Sequence[str]) -> tuple[str, ...]:
    given = [value for value in dict.fromkeys(st.query_params.get_all(key)) if value]
    for value in given:
        if value not in offered:
            filters.leave_out(label, value)
    return tuple(value for value in given if value in offered)
