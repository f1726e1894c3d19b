"""The places in what a document says, as ``document.typ`` has it, and what stands between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Told = dict[str, Any]  # a block as ``document.typ`` has it
PART = 400  # rows and paragraphs of a PDF that are set at once


@dataclass(frozen=True, order=True)
class Place:
    """A place in a document: before a block, or before a row of a table."""

    block: int = 0
    row: int = 0

    def plus(self, further: "Place") -> "Place":
        """Give the place that is so much further on, as what begins here counts."""
        return Place(self.block + further.block, further.row + (0 if further.block else self.row))


def between(blocks: Sequence[Told], begins: Place, most: int) -> tuple[list[Told], Place]:
    """Give what stands from a place on, so many rows and paragraphs and no less than one, and where it ends."""
    taken: list[Told] = []
    for number in range(begins.block, len(blocks)):
        block, row = blocks[number], begins.row if number == begins.block else 0
        if block["kind"] == "table":
            rows = block["rows"][row : row + most]
            taken.append(block | {"rows": rows, "goes_on": row > 0})
            most -= len(rows)
            if row + len(rows) < len(block["rows"]):
                return taken, Place(number, row + len(rows))
        else:
            taken.append(block)
            most -= size(block)
        if most <= 0:
            return taken, Place(number + 1)
    return taken, Place(len(blocks))


def size(block: Told) -> int:
    """Count the rows and paragraphs of a block."""
    if block["kind"] == "table":
        return len(block["rows"])
    return sum(map(size, block["blocks"])) if block["kind"] == "together" else 1


def size_between(blocks: Sequence[Told], begins: Place, ends: Place) -> int:
    """Count the rows and paragraphs between two places."""
    return sum(map(size, blocks[begins.block : ends.block])) - begins.row + ends.row


def goes_on(blocks: Sequence[Told], place: Place) -> bool:
    """Tell whether a table or a list goes on at a place."""
    beside = blocks[place.block - 1 : place.block + 1] if place.block else ()
    return place.row > 0 or [each.get("listed") for each in beside] == [True, True]


def levels(blocks: Iterable[Told]) -> Iterator[int]:
    """Give the levels of the headings, in order."""
    for block in blocks:
        if block["kind"] == "heading":
            yield block["level"]
        yield from levels(block.get("blocks", ()))


def named_places(blocks: Sequence[Told]) -> Iterator[tuple[str, Place | None]]:
    """Give the rows, entries of lists and headings by their tags, with the place before each where a part may end."""
    for number, block in enumerate(blocks):
        yield from _named(block, Place(number), is_outermost=True)


def _named(block: Told, place: Place | None, *, is_outermost: bool) -> Iterator[tuple[str, Place | None]]:
    match block["kind"]:
        case "heading":
            yield "H", place
        case "paragraph" if block["listed"]:
            yield "LI", place if is_outermost else None
        case "table":
            yield "TR", None  # its head
            for row, told in enumerate(block["rows"]):
                yield "TR", Place(place.block, row) if place and is_outermost and row and told["short"] else None
        case "together":
            for number, each in enumerate(block["blocks"]):
                yield from _named(each, None if number else place, is_outermost=False)
