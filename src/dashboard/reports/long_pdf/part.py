"""A part of a long PDF: set on its own, cut where a page begins, its objects numbered as they are in the whole."""

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    NumberTree,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from dashboard.reports.long_pdf.cuts import Cut, below, last_cut
from dashboard.reports.long_pdf.objects import Objects
from dashboard.reports.long_pdf.places import Place
from dashboard.reports.long_pdf.tags import Tags, head_names, mend, new_names, taken_tags
from dashboard.reports.typesetting import typeset

CATALOG, PAGES, ROOT, DOCUMENT, PARENTS, OUTLINE, METADATA, INFO, FOOT, FREE = range(1, 11)  # objects of the whole
OF_WHOLE = ("/Type", "/Pages", "/StructTreeRoot", "/Outlines", "/Metadata")
IN_TABLE = 3  # table, body, row
MARKS = ("BMC", "BDC", "EMC")
Written = list[tuple[int, bytes]]  # objects with their numbers


@dataclass(frozen=True)
class Wanted:
    """A part that is asked for: what it says, the first number and key that are free, and what it goes on with.

    ``within`` is the number of the tag that goes on in it, ``heads`` are the names of that table's head.
    """

    told: Mapping[str, Any]
    number: int
    key: int = 0
    within: int | None = None
    heads: tuple[str, ...] = ()
    is_last: bool = False


@dataclass(frozen=True)
class Part:
    """A part as it was made: up to which place it goes, its objects, and what the whole must know of it.

    ``pages`` have the number of their foot beside them, ``parents`` are what is marked on each page, ``outline`` has
    texts and places, ``frame`` of the first part is what the whole has of it.
    """

    place: Place | None
    number: int
    key: int
    objects: Written
    tags: Tags
    heads: tuple[str, ...]
    names: list[tuple[str, int]]
    pages: list[tuple[int, int]]
    parents: list[tuple[int, int]]
    outline: list[tuple[bytes, bytes]]
    frame: Mapping[str, bytes]


def set_part(wanted: Wanted) -> Part | None:
    """Set a part and give it up to the last place that it can end at, or nothing where there is none."""
    pdf = Pdf.open(io.BytesIO(typeset(dict(wanted.told), "pdf")))
    held = below(pdf.Root.StructTreeRoot.K[0])[wanted.told["below"] :]
    cut = None
    if not wanted.is_last:
        numbers = {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages)}
        cut = last_cut(wanted.told["blocks"], held, numbers)
        if cut is None:
            return None
    return _taken(pdf, wanted, held, cut)


def set_feet(told: Mapping[str, Any], feet: Sequence[int], number: int) -> tuple[int, Written]:
    """Set the feet of pages as objects of these numbers; give the first number that is free then, and the objects."""
    pdf = Pdf.open(io.BytesIO(typeset(dict(told), "pdf")))
    objects, written = Objects(pdf, number), Written()
    for foot, page in zip(feet, pdf.pages, strict=True):
        drawn = [each for each in parse_content_stream(page) if str(each.operator) not in MARKS]
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox, Resources=page.Resources)
        form.write(zlib.compress(unparse_content_stream(drawn)), filter=Name.FlateDecode)
        written.append((foot, objects.text(form)))
    written += _rest(objects, {})
    return objects.free, written


def _taken(pdf: Pdf, wanted: Wanted, held: list[Any], cut: Cut | None) -> Part:
    """Take over what stands before the cut, without the page of headings that it begins with."""
    objects, tree = Objects(pdf, wanted.number), pdf.Root.StructTreeRoot
    kept = [page.obj for page in pdf.pages][int(wanted.told["below"] > 0) : cut.page if cut else None]
    objects.stand_for(pdf.Root.Pages, PAGES)
    objects.stand_for(tree.K[0], DOCUMENT)
    numbers = [objects.stand_for(page) for page in kept]
    named: dict[str, Any] = dict(NameTree(tree.IDTree)) if "/IDTree" in tree else {}
    names = new_names(named, held, wanted.heads, str(wanted.number))
    open_table = [held[cut.at[0]]] if cut and len(cut.at) == IN_TABLE else []
    heads = tuple(names[name] for table in open_table for name in head_names(table))
    tags = taken_tags(objects, held, wanted.within, cut, names)
    parents = _parents(objects, kept, NumberTree(tree.ParentTree), wanted.key)
    outline = _outline(objects, pdf, kept)
    frame = _frame(objects, pdf) if wanted.told["part"] == "first" else {}
    feet, pages = _pages(objects, kept)
    written = [*zip(numbers, pages, strict=True), *_rest(objects, names)]
    return Part(
        place=cut.place if cut else None,
        number=objects.free,
        key=wanted.key + int(tree.ParentTreeNextKey),
        objects=written,
        tags=tags,
        heads=heads,
        names=[(names[name], objects.number(each)) for name, each in named.items() if objects.has(each)],
        pages=list(zip(numbers, feet, strict=True)),
        parents=parents,
        outline=outline,
        frame=frame,
    )


def _rest(objects: Objects, names: Mapping[str, str]) -> Iterator[tuple[int, bytes]]:
    """Write what is needed of what is written already."""
    for number, each in objects.waiting():
        mend(each, names)
        yield number, objects.text(each)


def _parents(objects: Objects, kept: list[Any], marked: NumberTree, key: int) -> list[tuple[int, int]]:
    """Give pages the keys that they have in the whole, and beside each the number of what is marked on it."""
    parents = list[tuple[int, int]]()
    for page in kept:
        if "/StructParents" not in page:  # nothing on it is read
            continue
        own = int(page.StructParents)
        page.StructParents = key + own
        parents.append((key + own, objects.number(marked[own])))
    return parents


def _pages(objects: Objects, kept: list[Any]) -> tuple[list[int], list[bytes]]:
    """Write pages, each with what draws its foot, and give the numbers of these beside them."""
    drawing, feet, written = objects.reserve(FOOT), list[int](), list[bytes]()
    for page in kept:
        foot = objects.reserve()
        page.Contents = Array([page.Contents, drawing])
        page.Resources = Dictionary(page.Resources)
        page.Resources.XObject = Dictionary(page.Resources.get("/XObject", Dictionary()))
        page.Resources.XObject.Foot = foot
        feet.append(objects.number(foot))
        written.append(objects.text(page))
    return feet, written


def _outline(objects: Objects, pdf: Pdf, kept: list[Any]) -> list[tuple[bytes, bytes]]:
    """Give the texts and places of the headings on pages that are kept, in order."""
    pages = {page.objgen for page in kept}

    def within(above: Any) -> Iterator[tuple[bytes, bytes]]:
        each = above.get("/First")
        while each is not None:
            if each.Dest[0].objgen in pages:
                yield each.Title.unparse(), objects.text(each.Dest)
            yield from within(each)
            each = each.get("/Next")

    return list(within(pdf.Root.get("/Outlines", Dictionary())))


def _frame(objects: Objects, pdf: Pdf) -> dict[str, bytes]:
    """Give what the whole has of its first part: of its catalog, its kinds of tags, and what it says of itself."""
    catalog = Dictionary({name: held for name, held in pdf.Root.items() if name not in OF_WHOLE})
    return {
        "catalog": objects.text(catalog),
        "roles": objects.text(pdf.Root.StructTreeRoot.RoleMap),
        "metadata": pdf.Root.Metadata.read_bytes(),
        "info": objects.text(pdf.trailer.Info),
        "id": pdf.trailer.ID.unparse(),
    }
