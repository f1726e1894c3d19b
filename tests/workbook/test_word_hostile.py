"""Damaged and hostile Word documents: each ends in a sentence with what to do, and none reaches outside of itself."""

import socket
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dashboard.workbook.isolated import read_workbook
from word_maker import DOCUMENT, cell, paragraph, row, table, with_body

SOUND = paragraph("Status pr. ultimo maj 2025") + table(row("Indsats", "Farve"), row("Vej", "Grøn"), columns=2)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the parts of a sound document."""
    with ZipFile(with_body(tmp_path_factory.mktemp("word") / "plan.docx", SOUND)) as held:
        return {name: held.read(name) for name in held.namelist()}


def packed(parts: dict[str, bytes], **changed: bytes | None) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in {**parts, **changed}.items():
            if content is not None:
                package.writestr(name, content)
    return out.getvalue()


def in_document(parts: dict[str, bytes], old: bytes, new: bytes) -> bytes:
    return packed(parts, **{DOCUMENT: parts[DOCUMENT].replace(old, new)})


REFUSED: dict[str, tuple[Any, str]] = {
    "cut off": (lambda parts: packed(parts)[:-400], "damaged"),
    "no document": (lambda parts: packed(parts, **{DOCUMENT: None, "word/x.xml": b"<x/>"}), "damaged"),
    "no relations": (lambda parts: packed(parts, **{"_rels/.rels": None}), "damaged"),
    "broken xml": (lambda parts: in_document(parts, b"</w:body>", b""), "damaged"),
    "entities": (lambda parts: packed(parts, **{DOCUMENT: b'<!DOCTYPE x [<!ENTITY a "aa">]><x/>'}), "document-type"),
    "macros": (lambda parts: packed(parts, **{"word/vbaProject.bin": b"x"}), "macros"),
    "strict": (
        lambda parts: in_document(parts, b"http://schemas.openxmlformats.org/wordprocessingml", b"http://purl.oclc.org/ooxml"),
        "strict",
    ),
    "bomb": (lambda parts: packed(parts, **{"word/media/a.bin": b"0" * 60_000_000}), "too-large"),
    "many parts": (lambda parts: packed(parts, **{f"word/media/{n}.png": b"" for n in range(2100)}), "too-large"),
    "password": (lambda parts: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old": (lambda parts: OLE + "WordDocument".encode("utf-16-le"), "another-kind"),
    "rtf": (lambda parts: b"{\\rtf1 Status}", "another-kind"),
    "pdf": (lambda parts: b"%PDF-1.7", "another-kind"),
    "odt": (
        lambda parts: packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}),
        "another-kind",
    ),
    "no table": (lambda parts: in_document(parts, b"<w:t xml:space=\"preserve\">Indsats", b"<w:t>"), "no-header"),
    "no numbers": (lambda parts: in_document(parts, b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="x"/>'), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_a_damaged_document_is_refused_with_what_to_do(parts: dict[str, bytes], kind: str) -> None:
    make, expected = REFUSED[kind]
    read = read_workbook(make(parts), "plan.docx")
    assert not read.rows
    assert [each.kind for each in read.issues if each.is_error] == [expected]
    assert len(read.issues[0].message.split(". ")) >= 2, "a fault, and what to do about it"


def deep(times: int) -> str:
    inside = "<w:p/>"
    for _ in range(times):
        inside = table(f"<w:tr><w:tc>{inside}</w:tc></w:tr>", columns=1)
    return inside


ENDLESS: dict[str, str] = {
    "wide": table(row("Indsats", "Farve", "Status"), row("Vej", "Grøn", cell("", '<w:gridSpan w:val="99999999"/>'))),
    "deep": SOUND + deep(200),
    "negative": SOUND.replace("<w:trPr></w:trPr>", '<w:trPr><w:gridBefore w:val="-5"/></w:trPr>'),
    "styles in a ring": SOUND,
    "changes in changes": SOUND + "<w:p>" + "<w:ins>" * 300 + "</w:ins>" * 300 + "</w:p>",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_would_go_on_for_ever_is_read_or_refused_in_time(tmp_path: Path, kind: str) -> None:
    ring = "".join(
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    path = with_body(tmp_path / "plan.docx", ENDLESS[kind], {"ring.xml": ("styles", f"<w:styles >{ring}</w:styles>")})
    read = read_workbook(path.read_bytes(), "plan.docx")
    assert [each.title for each in read.rows] == ["Vej"] or [each for each in read.issues if each.is_error]


def test_nothing_outside_of_the_document_is_fetched(
    parts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/skabelon.dotm".encode()
        relations = "word/_rels/document.xml.rels"
        outside = b'<Relationship Id="o1" Type="http://x/attachedTemplate" TargetMode="External" Target="' + address
        outside += b'"/><Relationship Id="o2" Type="http://x/header" TargetMode="External" Target="' + address
        held = parts[relations].replace(b"</Relationships>", outside + b'"/></Relationships>')
        read = read_workbook(packed(parts, **{relations: held}), "plan.docx")
        assert [each.title for each in read.rows] == ["Vej"]
        with pytest.raises(TimeoutError):
            server.accept()
