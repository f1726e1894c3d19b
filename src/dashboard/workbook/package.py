"""A look at the file before anything opens it: what it really is, and whether opening it could do harm."""

import re
import zipfile
from collections.abc import Set
from dataclasses import dataclass
from io import BytesIO
from xml.parsers.expat import ParserCreate

from openpyxl.utils.cell import range_boundaries

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.other_kinds import OLE, PROLOGUE, other_kind, other_package
from dashboard.workbook.word.package import DOCUMENT

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
STRICT = b"http://purl.oclc.org/ooxml"


@dataclass(frozen=True)
class PackageLimits:
    """How large a workbook may be. A plan of a few hundred lines is well below 1 MB in some twenty parts."""

    file_bytes: int = 25_000_000
    unpacked_bytes: int = 300_000_000
    ratio: int = 200
    ratio_from_bytes: int = 5_000_000
    parts: int = 2_000
    merged_cells: int = 500_000


def inspect_package(content: bytes, limits: PackageLimits | None = None) -> Issue | None:
    """Say in one Issue why a file must not or cannot be opened as a workbook; None when it can be tried."""
    limits = limits or PackageLimits()
    if len(content) > limits.file_bytes:
        megabytes, most = len(content) // 1_000_000, limits.file_bytes // 1_000_000
        return issue("too-large", detail=f"{megabytes} MB; grænsen er {most} MB")
    if not content.startswith(b"PK"):
        return _not_a_package(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _inspect_parts(package, limits)
    except Exception:  # zipfile, zlib and their kin raise a dozen kinds, and each means the same to the sender
        return issue("damaged", detail="pakken er afbrudt eller beskadiget")


def _not_a_package(content: bytes) -> Issue:
    if not content:
        return issue("empty-file")
    if content.startswith(OLE) and ENCRYPTED in content:
        return issue("encrypted")
    kind = other_kind(content)
    return (
        issue("another-kind", detail=kind)
        if kind
        else issue("damaged", detail="den er hverken en Excel- eller en Word-fil")
    )


def _inspect_parts(package: zipfile.ZipFile, limits: PackageLimits) -> Issue | None:
    parts = package.infolist()
    other = other_package(package)
    if other is not None:
        return issue("another-kind", detail=other)
    if any(part.flag_bits & 0x1 for part in parts):
        return issue("encrypted")
    if len(parts) > limits.parts:
        return issue("too-large", detail=f"{len(parts)} dele; grænsen er {limits.parts}")
    unpacked, packed = sum(part.file_size for part in parts), max(1, sum(part.compress_size for part in parts))
    if unpacked > limits.unpacked_bytes or (unpacked > limits.ratio_from_bytes and unpacked / packed > limits.ratio):
        return issue("too-large", detail=f"{unpacked // 1_000_000} MB pakket ud")
    written = [part for part in parts if part.filename.lower().endswith((".xml", ".rels", ".vml"))]
    refused = _inspect_names({part.filename for part in parts})
    merges: list[tuple[int, str]] = []
    for part in written if refused is None else ():
        content = package.read(part)
        refused = _inspect_part(content, part.filename)
        merges += _merges(content) if refused is None else ()
        if sum(cells for cells, _ in merges) > limits.merged_cells:
            refused = issue("endless-merge", value=max(merges)[1])
        if refused is not None:
            break
    return refused


def _inspect_names(names: Set[str]) -> Issue | None:
    if any("\\" in name for name in names):
        return issue("damaged", detail="navnene på dens dele er skrevet forkert af det program, der gemte den")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return issue("macros")
    if "[Content_Types].xml" not in names or "_rels/.rels" not in names:
        return issue("damaged", detail="den mangler dele, som en sådan fil skal have")
    return None


def _inspect_part(content: bytes, name: str) -> Issue | None:
    if DOCTYPE.search(content[:PROLOGUE].replace(b"\x00", b"")):
        return issue("document-type")
    is_main = name.endswith("workbook.xml") or DOCUMENT.fullmatch(name) is not None
    return issue("strict") if is_main and STRICT in content else None


def _merges(content: bytes) -> list[tuple[int, str]]:
    """List the merged ranges of a sheet, each with the number of its cells."""
    merges: list[tuple[int, str]] = []

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "mergeCell":
            first_column, first_row, last_column, last_row = range_boundaries(attributes["ref"])
            cells = (last_column - first_column + 1) * (last_row - first_row + 1)
            merges.append((cells, attributes["ref"].replace("$", "")))

    if b"mergeCell" in content.replace(b"\x00", b""):
        parser = ParserCreate()
        parser.StartElementHandler = note
        parser.Parse(content, True)
    return merges
