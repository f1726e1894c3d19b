"""The tags of a part of a long PDF as they are taken over: those before its end, and what goes on beyond it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, String

from dashboard.reports.long_pdf.cuts import Cut, below, tag_of
from dashboard.reports.long_pdf.objects import Objects


@dataclass(frozen=True)
class Around:
    """A tag that later parts may have more in: its number, how it begins, and the numbers of what is in it."""

    number: int
    begins: bytes
    held: list[int]


@dataclass(frozen=True)
class Tags:
    """What is taken over: numbers of what stands in the document, of more in what goes on, and what goes on then."""

    tops: list[int]
    more: list[int]
    opened: Around | None


def taken_tags(
    objects: Objects, held: list[Any], within: int | None, cut: Cut | None, names: Mapping[str, str]
) -> Tags:
    """Take over what a document holds up to a cut; its first is more of a tag elsewhere where ``within`` is one."""
    ends = cut.at[0] if cut else len(held)
    tops, more, opened = [objects.number(each) for each in held[(within is not None) : ends]], list[int](), None
    if within is not None:
        around = _around(held[0])
        objects.stand_for(around, within)
        more = [objects.number(each) for each in _before(around, cut if ends == 0 else None)]
    if cut and len(cut.at) > 1 and not (within is not None and ends == 0):
        opened = _opened(objects, _around(held[ends]), cut, names)
        tops.append(objects.number(held[ends]))
    return Tags(tops, more, opened)


def new_names(named: Iterable[str], held: list[Any], heads: tuple[str, ...], mark: str) -> dict[str, str]:
    """Give what named tags are called in the whole: as heads if they are the first table's head, else with a mark."""
    own = {name: f"{mark}.{name}" for name in named}
    return own | dict(zip(head_names(held[0]), heads, strict=True)) if heads else own


def head_names(table: Any) -> Iterator[str]:
    """Give the names of the cells in the head of a table."""
    return (str(each.ID) for each in _every(table, ("THead", "TR")) if tag_of(each) == "TH")


def mend(tag: Any, names: Mapping[str, str]) -> None:
    """Let a tag have its name in the whole, and name its heads by theirs; leave what is no tag as it is."""
    if not tag_of(tag):
        return
    if "/ID" in tag:
        tag.ID = String(names[str(tag.ID)])
    attributes = tag.get("/A", Array())
    for each in attributes if isinstance(attributes, Array) else [attributes]:
        if "/Headers" in each:
            each.Headers = Array([String(names[str(head)]) for head in each.Headers])


def _around(top: Any) -> Any:
    """Give the tag that holds the rows of a table, or the entries of a list."""
    return next((each for each in below(top) if tag_of(each) == "TBody"), top)


def _before(around: Any, cut: Cut | None) -> list[Any]:
    return below(around)[: cut.at[-1] if cut else None]


def _opened(objects: Objects, around: Any, cut: Cut, names: Mapping[str, str]) -> Around:
    mend(around, names)
    number = objects.stand_for(around)
    held = [objects.number(each) for each in _before(around, cut)]
    del around["/K"]
    return Around(number, objects.text(around), held)


def _every(tag: Any, through: tuple[str, ...]) -> Iterator[Any]:
    for each in below(tag):
        yield each
        if tag_of(each) in through:
            yield from _every(each, through)
