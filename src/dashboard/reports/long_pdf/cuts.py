"""Where a part of a long PDF may end: before a heading, a row or an entry of a list that begins a page.

Such a page looks the same whether what stands before it is set with it or not. The tags say on which pages things lie.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary

from dashboard.reports.long_pdf.places import Place, Told, named_places

AROUND = ("Table", "THead", "TBody", "L", "Div", "Part", "Sect")
ALONE = {"H": 1, "LI": 2, "TR": 3}  # in how many tags one stands that no Together is around


@dataclass(frozen=True)
class Cut:
    """Where a part ends: the place and its page, and ``at`` where its tag stands in each of the tags around it."""

    place: Place
    page: int
    at: tuple[int, ...]


def last_cut(blocks: Sequence[Told], held: Sequence[Any], pages: dict[int, int]) -> Cut | None:
    """Find the last place where a part may end: ``held`` are its tags, ``pages`` the numbers of its pages by object.

    Where the tags are not those of what was told there is none, and the document is set at once in the end.
    """
    places, reached, found, is_sure = named_places(blocks), 0, None, True
    for tag, at, begins, ends in _units(held, pages, ()):
        if kind := next((each for each in ALONE if tag.startswith(each)), ""):
            wanted, place = next(places, ("", None))
            if kind != wanted:
                return None
            if place and place > Place() and len(at) == ALONE[kind] and begins > reached and is_sure:
                found = Cut(place, begins, at if at[-1] else at[:1])
        reached, is_sure = max(reached, ends), ends >= 0  # what shows nothing may lie on either page
    return found


def _units(
    held: Sequence[Any], pages: dict[int, int], at: tuple[int, ...]
) -> Iterator[tuple[str, tuple[int, ...], int, int]]:
    """Give tags in order: their names, where they stand in each around them, their first and last page."""
    for number, each in enumerate(held):
        if tag_of(each) in AROUND:
            yield from _units(below(each), pages, (*at, number))
        else:
            lies = set(_lies(each, pages)) or {-1}
            yield tag_of(each), (*at, number), min(lies), max(lies)


def below(element: Any) -> list[Any]:
    """List what stands directly below a tag."""
    held = element.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def tag_of(held: Any) -> str:
    """Give the name of a tag; nothing for a stretch of a page."""
    return str(held["/S"])[1:] if isinstance(held, Dictionary) and "/S" in held else ""


def _lies(element: Any, pages: dict[int, int]) -> Iterator[int]:
    """Give the pages that something of an element stands on."""
    for each in below(element):
        if tag_of(each):
            yield from _lies(each, pages)
        else:
            yield pages[(each if isinstance(each, Dictionary) else element)["/Pg"].objgen[0]]
