"""Files that must not or cannot be opened: each kind is told apart, with advice, before anything is read."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

from dashboard.workbook.isolated import read_workbook
from dashboard.workbook.package import PackageLimits, inspect_package
from fixture_types import MakeWorkbook, Read

TABLE = [["Indsats", "Udvalg", "Farve"], ["A", "ØK", "Grøn"]]


def package(**parts: bytes) -> bytes:
    """Make a zip with parts named as files are: xl__workbook_xml stands for xl/workbook.xml."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in ({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<R/>"} | parts).items():
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty-file"),
        (b"Indsats;Udvalg\nA;B\n", "another-kind"),
        (b"<html><table></table></html>", "another-kind"),
        (b"%PDF-1.7 ...", "another-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "another-kind"),
        (b"PK\x03\x04 afbrudt", "damaged"),
        (b"\x00\x01\x02", "damaged"),
        (package(**{"xl/workbook.bin": b""}), "another-kind"),
        (package(**{"word/document.xml": b"<w/>", "word/vbaProject.bin": b""}), "macros"),
        (package(**{"word/document.xml": b'<w:document xmlns:w="http://purl.oclc.org/ooxml/main"/>'}), "strict"),
        (package(**{"content.xml": b"<o/>"}), "another-kind"),
        (package(**{"xl/vbaProject.bin": b""}), "macros"),
        (package(**{"xl\\workbook.xml": b"<w/>"}), "damaged"),
        (package(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w/>'}), "document-type"),
        (package(**{"xl/workbook.xml": '<!DOCTYPE x []>'.encode("utf-16")}), "document-type"),
        (package(**{"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/main"/>'}), "strict"),
        (package(**{"xl/worksheets/sheet1.xml": b'<mergeCell ref="B1:B1048576"/>'}), "endless-merge"),
        (package(**{"xl/a.bin": b"0" * 20_000_000}), "too-large"),
    ],
)  # fmt: skip
def test_each_kind_of_file_is_told_apart(content: Any, kind: str) -> None:
    found = inspect_package(content)
    assert found is not None
    assert found.kind == kind


def archive(**parts: bytes) -> bytes:
    """Make a zip of files that are no parts of a workbook."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "what", "to_do"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "et gammelt Word-dokument (.doc)", "Åbn det i Word, og gem det som"),
        (b"{\\rtf1 Status}", "(.rtf)", "Åbn det i Word, og gem det som 'Word-dokument (.docx)'"),
        (
            archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<o/>"}),
            ".odt",
            "gem det som",
        ),
        (b"%PDF-1.7 ...", "en PDF-fil", "Bed afsenderen om den projektmappe"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "et billede", "Bed afsenderen om den projektmappe"),
        (archive(**{"maj.xlsx": b"PK", "juni.xlsx": b"PK"}), "en pakket fil (.zip)", "Pak den ud"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "en mail fra Outlook", "Gem den projektmappe"),
    ],
    ids=["doc", "rtf", "odt", "pdf", "png", "zip", "msg"],
)
def test_what_excel_cannot_open_is_not_said_to_be_opened_in_excel(content: bytes, what: str, to_do: str) -> None:
    found = inspect_package(content)
    assert found is not None
    assert f"men {what}" in found.message or f"({what.strip('()')})" in found.message
    assert to_do in found.message
    assert "Åbn den i Excel" not in found.message


@pytest.mark.parametrize(
    ("content", "what", "to_do"),
    [
        (OLE + "Workbook".encode("utf-16-le"), "en gammel projektmappe (.xls)", "Åbn den i Excel"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": b""}), "(.ods)", "Åbn"),
        ("Indsats;Udvalg\nA;ØK\n".encode("utf-16"), "en tekstfil (fx .csv)", "skriv farverne som ord"),
        (b"Indsats;Udvalg\nA;B\n", "en tekstfil (fx .csv)", "skriv farverne som ord"),
    ],
    ids=["xls", "ods", "csv in utf-16", "csv"],
)
def test_what_excel_can_open_is_said_to_be_saved_from_there(content: bytes, what: str, to_do: str) -> None:
    found = inspect_package(content)
    assert found is not None
    assert what in found.message
    assert to_do in found.message
    assert "Excel-projektmappe (.xlsx)" in found.message


def test_a_workbook_that_is_an_ordinary_one_passes(make_workbook: MakeWorkbook) -> None:
    assert inspect_package(make_workbook(TABLE).read_bytes()) is None


def test_a_file_over_the_limit_is_refused_unread(make_workbook: MakeWorkbook) -> None:
    found = inspect_package(make_workbook(TABLE).read_bytes(), PackageLimits(file_bytes=1000))
    assert found is not None
    assert found.kind == "too-large"


def test_two_cells_that_claim_a_million_rows_are_read_as_two_cells(make_workbook: MakeWorkbook) -> None:
    parsed = read_workbook(make_workbook([*TABLE, *[[]] * 5000, [None] * 2000 + ["x"]]).read_bytes(), "a.xlsx")
    assert [row.title for row in parsed.rows] == ["A"]


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_is_read(
    make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = make_workbook([*TABLE, *[["B", "ØK", "Grøn"]] * 4000]).read_bytes()
    monkeypatch.setenv("DASHBOARD_READ_SECONDS", "0.01")
    assert [issue.kind for issue in read_workbook(content, "a.xlsx").issues] == ["too-slow"]
    monkeypatch.delenv("DASHBOARD_READ_SECONDS")
    assert len(read_workbook(make_workbook(TABLE).read_bytes(), "a.xlsx").rows) == 1


def test_a_file_that_takes_too_much_memory_is_stopped_and_the_next_one_is_read(
    make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = make_workbook([*TABLE, *[["B", "ØK", "Grøn"]] * 4000]).read_bytes()
    monkeypatch.setenv("DASHBOARD_READ_MEGABYTES", "1")
    assert [issue.kind for issue in read_workbook(content, "a.xlsx").issues] == ["too-much-memory"]
    monkeypatch.delenv("DASHBOARD_READ_MEGABYTES")
    assert len(read_workbook(make_workbook(TABLE).read_bytes(), "a.xlsx").rows) == 1


def test_a_workbook_of_far_more_lines_than_a_plan_has_is_refused_with_a_sentence(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = [["Hele planen, status ultimo maj 2025"], ["Indsats", "Udvalg", "Farve"]]
    parsed = read(make_workbook([*head, *([f"Postering nummer {n}", "ØK", "Grøn"] for n in range(4001))]))
    assert [found.kind for found in parsed.issues] == ["too-many-lines"]
    assert "4001 rækker" in parsed.issues[0].message
    assert parsed.rows == ()
