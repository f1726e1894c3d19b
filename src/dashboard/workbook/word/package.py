"""The parts of a .docx file, found by their relations; nothing outside of the file is ever looked for."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from openpyxl.xml.constants import PKG_REL_NS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = re.compile(r"word/document\d*\.xml")
WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
ALTERNATIVES = "AlternateContent"
OFFICE_DOCUMENT, CORE_PROPERTIES = "officeDocument", "core-properties"


@dataclass(frozen=True)
class Package:
    """An open package and the part that is the document itself."""

    archive: ZipFile
    main: str

    @classmethod
    def of(cls, content: bytes) -> "Package":
        """Open a package; raise KeyError when it has no document."""
        archive = ZipFile(BytesIO(content))
        return cls(archive, next(target for kind, target in _related(archive, "") if kind == OFFICE_DOCUMENT))

    @cached_property
    def document(self) -> Element:
        """Give the document."""
        return fromstring(self.archive.read(self.main))

    def related(self, kind: str) -> list[Element]:
        """Give the parts of a kind that the document refers to, "styles" or "header"; those that are there."""
        names = self.archive.namelist()
        targets = dict.fromkeys(target for found, target in _related(self.archive, self.main) if found == kind)
        return [fromstring(self.archive.read(target)) for target in targets if target in names]

    def properties(self) -> list[str]:
        """Give title and subject of the document's properties, where they say something."""
        names = self.archive.namelist()
        parts = [target for kind, target in _related(self.archive, "") if kind == CORE_PROPERTIES and target in names]
        told = [fromstring(self.archive.read(part)) for part in parts]
        found = (each.findtext(f"{{*}}{name}") for each in told for name in ("title", "subject"))
        return [text for text in found if text]


def is_document(content: bytes) -> bool:
    """Tell whether a file is a package with a Word document in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return any(map(DOCUMENT.fullmatch, archive.namelist()))
    except Exception:
        return False


def _related(archive: ZipFile, source: str) -> Iterator[tuple[str, str]]:
    """Give kind and name of the parts that a part refers to."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return
    for each in fromstring(archive.read(relations)).iter(f"{{{PKG_REL_NS}}}Relationship"):
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            yield each.get("Type", "").rpartition("/")[2], target


def shown(element: Element) -> Iterator[Element]:
    """Walk the children; of what is told for several programs the first, as Word shows it."""
    for child in element:
        yield from child[0] if child.tag.rpartition("}")[2] == ALTERNATIVES and len(child) else (child,)


def inside(element: Element, *names: str) -> Iterator[Element]:
    """Walk the children of some names, also within controls that are wrapped around them."""
    for child in shown(element):
        name = child.tag.removeprefix(W)
        if name in names:
            yield child
        elif name in WRAPPERS:
            yield from inside(child, *names)
