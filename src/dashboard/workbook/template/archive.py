"""The same workbook as the same bytes: on any machine, with any XML library and any compressor."""

import re
from io import BytesIO
from xml.etree.ElementTree import canonicalize
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

FIRST_PART = "[Content_Types].xml"
FIXED_DATE = (2025, 1, 1, 0, 0, 0)
MADE_ON_UNIX = 3
CREATED = re.compile(r"(<dcterms:created[^>]*>)([^<]*)(</dcterms:created>)")
MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)([^<]*)(</dcterms:modified>)")


def stable_bytes(book: Workbook) -> bytes:
    """Give a workbook as bytes that depend on nothing but what is in it.

    The parts are written canonically, in a fixed order, undated and uncompressed: compressors differ between machines.
    """
    written = BytesIO()
    book.save(written)
    stable = BytesIO()
    with ZipFile(written) as source, ZipFile(stable, "w", ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda part: (part != FIRST_PART, part)):
            entry = ZipInfo(name, FIXED_DATE)
            entry.create_system = MADE_ON_UNIX
            target.writestr(entry, _stable_part(name, source.read(name)))
    return stable.getvalue()


def _stable_part(name: str, data: bytes) -> bytes:
    text = canonicalize(data.decode("utf-8"))
    if name == "docProps/core.xml":
        created = CREATED.search(text)
        assert created is not None
        text = MODIFIED.sub(rf"\g<1>{created[2]}\g<3>", text)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
