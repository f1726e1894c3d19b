"""What is wrong with the tags of a PDF, as PDF/UA-1 asks for them: what a screen reader meets, or never does."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWN = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"S", b"s", b"Do", b"sh"}
PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/Lbl": {"/LI", "/Note"},
    "/LBody": {"/LI"},
}


def elements(reader: PdfReader) -> list[tuple[Any, tuple[str, ...]]]:
    """List the elements in the order that they are read, each with the tags that it stands in."""

    def within(element: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        element = element.get_object()
        if isinstance(element, list):
            for one in element:
                yield from within(one, above)
        elif isinstance(element, dict):
            if "/S" in element:
                yield element, above
                above = (*above, str(element["/S"]))
            if "/K" in element:
                yield from within(element["/K"], above)

    root: Any = reader.root_object
    return list(within(root["/StructTreeRoot"], ()))


def faults(reader: PdfReader) -> list[str]:
    """Say what is wrong with a PDF; nothing when all is well."""
    return [*_of_whole(reader), *_of_elements(reader), *_of_pages(reader)]


def _of_whole(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    if root.get("/Lang") != "da-DK":
        yield "language"
    if root["/MarkInfo"]["/Marked"] != True or root["/MarkInfo"].get("/Suspects", False) != False:  # noqa: E712 not bool
        yield "not marked"
    if root["/ViewerPreferences"]["/DisplayDocTitle"] != True or not (reader.metadata and reader.metadata.title):  # noqa: E712
        yield "title"
    if b"<pdfuaid:part>1<" not in root["/Metadata"].get_data():
        yield "does not say PDF/UA-1"


def _of_elements(reader: PdfReader) -> Iterator[str]:
    level, found = 0, elements(reader)
    for element, above in found:
        tag = str(element["/S"])
        if tag in PARENTS and (not above or above[-1] not in PARENTS[tag]):
            yield f"{tag} in {above}"
        if tag[:2] == "/H" and tag[2:].isdigit():
            if int(tag[2:]) > level + 1:
                yield f"{tag} after H{level}"
            level = int(tag[2:])
        if tag == "/Figure" and not element.get("/Alt"):
            yield "picture without words"
        if tag == "/Table":
            yield from _of_table(element)


def _of_table(table: Any) -> Iterator[str]:
    rows = [each for part in _below(table) for each in (_below(part) if part["/S"] != "/TR" else [part])]
    cells = [_below(row) for row in rows]
    if not cells or not all(cell["/S"] == "/TH" and _said(cell, "/Scope") == "/Column" for cell in cells[0]):
        yield "head without header cells of a column"
    if len({sum(int(_said(cell, "/ColSpan") or 1) for cell in row) for row in cells}) != 1:
        yield "rows of different lengths"


def _below(element: Any) -> list[Any]:
    below = element.get("/K", [])
    below = below.get_object()
    found = [each.get_object() for each in (below if isinstance(below, list) else [below])]
    return [each for each in found if isinstance(each, dict) and "/S" in each]


def _said(element: Any, name: str) -> Any:
    said: Any = element["/A"].get_object() if "/A" in element else []
    told = [each.get_object() for each in (said if isinstance(said, list) else [said])]
    return next((each[name] for each in told if name in each), None)


def _of_pages(reader: PdfReader) -> Iterator[str]:
    """Find what is shown and stands neither in the structure nor is an artifact, and what stands in it twice or not."""
    wanted: Counter[tuple[int, int]] = Counter()
    for element, _ in elements(reader):
        wanted.update(_marked(element))
    for number, page in enumerate(reader.pages, start=1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield f"page {number} is not read in the order of its structure"
        marks: list[int | None] = []
        content = page.get_contents()
        assert content is not None
        for operands, operator in ContentStream(content, reader).operations:
            if operator in (b"BDC", b"BMC"):
                named = operands[1] if operator == b"BDC" else {}
                mark = named.get("/MCID") if isinstance(named, dict) else None
                is_known = mark is not None or operands[0] == "/Artifact" or bool(marks)
                marks.append(mark)
                if mark is not None and page.indirect_reference is not None:
                    wanted[page.indirect_reference.idnum, int(mark)] -= 1
                if not is_known:
                    yield f"page {number}: {operands[0]} is in no structure"
            elif operator == b"EMC":
                marks.pop()
            elif operator in SHOWN and not marks:
                yield f"page {number}: {operator!r} is not marked"
    yield from (f"{place} is told {n:+} times too often" for place, n in wanted.items() if n)


def _marked(element: Any, page: Any = None) -> Iterator[tuple[int, int]]:
    """Give page and number of each stretch of content that is an element's own."""
    page = element.raw_get("/Pg") if "/Pg" in element else page
    below = element.get("/K", [])
    below = below.get_object()
    for each in below if isinstance(below, list) else [below]:
        found: Any = each.get_object()
        if isinstance(found, int):
            yield page.idnum, int(found)
        elif "/MCID" in found:
            yield (found.raw_get("/Pg") if "/Pg" in found else page).idnum, int(found["/MCID"])
