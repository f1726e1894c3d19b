"""The whole of a long PDF, written as its parts come: their objects at once, and at the end what goes through all."""

import re
from array import array
from collections.abc import Iterable
from typing import BinaryIO

from pikepdf import String

from dashboard.reports.long_pdf.outline import outline
from dashboard.reports.long_pdf.part import (
    CATALOG,
    DOCUMENT,
    FOOT,
    INFO,
    METADATA,
    OUTLINE,
    PAGES,
    PARENTS,
    ROOT,
    Part,
    Written,
)
from dashboard.reports.long_pdf.tags import Around

HEAD = b"%PDF-1.7\n%\x80\x80\x80\x80\n"
DRAWS_FOOT = b"/Artifact<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>BDC\nq /Foot Do Q\nEMC"
N_PAGES = re.compile(rb"(<xmpTPg:NPages>)\d+")


class WholePdf:
    """A PDF that is written part by part; it remembers the numbers of what it holds, not what that says."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._places = file, array("q")
        self._tops, self._pages, self._around = array("l"), array("l"), list[Around]()
        self._parents, self._names = list[tuple[int, int]](), list[tuple[str, int]]()
        self._outline, self._frame = list[tuple[int, bytes, bytes]](), dict[str, bytes]()
        file.write(HEAD)

    def add(self, part: Part, levels: Iterable[int]) -> None:
        """Add a part, whose headings are of these levels."""
        self.write(part.objects)
        self._tops.extend(part.tags.tops)
        if part.tags.more:
            self._around[-1].held.extend(part.tags.more)
        if part.tags.opened:
            self._around.append(part.tags.opened)
        self._pages.extend(number for number, _ in part.pages)
        self._parents += part.parents
        self._names += part.names
        self._outline += [(level, *told) for level, told in zip(levels, part.outline, strict=True)]
        self._frame.update(part.frame)

    def write(self, objects: Written) -> None:
        """Write objects."""
        for number, told in objects:
            self._places.extend([0] * (number + 1 - len(self._places)))
            self._places[number] = self._file.tell()
            self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, told))

    def finish(self, free: int) -> None:
        """Write what goes through all parts; ``free`` is the first number that is free."""
        told = N_PAGES.sub(rb"\g<1>%d" % len(self._pages), self._frame["metadata"])
        pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self._pages), _references(self._pages))
        document = b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (ROOT, _references(self._tops))
        marked = b"".join(b"%d %d 0 R " % each for each in self._parents)
        self.write(
            [
                (CATALOG, _with(self._frame["catalog"], self._catalog())),
                (PAGES, pages),
                (ROOT, self._tree()),
                (DOCUMENT, document),
                (PARENTS, b"<</Nums[%b]>>" % marked),
                (METADATA, _stream(b"/Type/Metadata/Subtype/XML", told)),
                (INFO, self._frame["info"]),
                (FOOT, _stream(b"", DRAWS_FOOT)),
                *((each.number, _with(each.begins, b"/K[%b]" % _references(each.held))) for each in self._around),
                *outline(self._outline, free),
            ]
        )
        self._end()

    def _catalog(self) -> bytes:
        named = [(b"Pages", PAGES), (b"StructTreeRoot", ROOT), (b"Metadata", METADATA)]
        named += [(b"Outlines", OUTLINE)] if self._outline else []
        return b"/Type/Catalog" + b"".join(b"/%b %d 0 R" % each for each in named)

    def _tree(self) -> bytes:
        names = b"".join(String(name).unparse() + b" %d 0 R " % number for name, number in sorted(self._names))
        tree = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R" % (DOCUMENT, PARENTS)
        tree += b"/ParentTreeNextKey %d/RoleMap %b" % (self._parents[-1][0] + 1, self._frame["roles"])
        return tree + (b"/IDTree<</Names[%b]>>>>" % names if names else b">>")

    def _end(self) -> None:
        begins, n = self._file.tell(), len(self._places)
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % n)
        self._file.writelines(b"%010d 00000 n \n" % at if at else b"0000000000 65535 f \n" for at in self._places[1:])
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID %b>>" % (n, CATALOG, INFO, self._frame["id"])
        self._file.write(trailer + b"\nstartxref\n%d\n%%%%EOF\n" % begins)


def _with(dictionary: bytes, more: bytes) -> bytes:
    return dictionary.removesuffix(b">>") + more + b">>"


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _stream(begins: bytes, held: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (begins, len(held), held)
