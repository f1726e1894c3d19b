"""The walls around whatever opens a workbook: none is opened in the app's own process, large claims are refused."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import issue
from dashboard.workbook.isolated import read_excerpt, read_workbook, write_annotated
from fixture_types import MakeWorkbook
from plan_workbook import sound

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def content(make_workbook: MakeWorkbook) -> bytes:
    return make_workbook(sound()).read_bytes()


def with_end(content: bytes, end: str) -> bytes:
    """Write something after the cells of the sheet."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in whole.namelist():
            part = whole.read(name)
            found = part.replace(b"</sheetData>", b"</sheetData>" + end.encode()) if name == SHEET else part
            made.writestr(name, found)
    return out.getvalue()


def test_no_workbook_is_opened_in_the_process_of_the_app(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: Any, **__: Any) -> None:
        raise AssertionError("opened here")

    monkeypatch.setattr(zipfile.ZipFile, "__init__", opened)
    assert len(read_workbook(content, "a.xlsx").rows) == 1
    assert isinstance(read_excerpt(content, "Ark1", "C4"), Excerpt)
    assert isinstance(write_annotated(content, [issue("no-month")]), bytes)


@pytest.mark.parametrize(
    "merges",
    [
        '<mergeCell ref="M1:M1048576"/>',
        "<mergeCell\n ref='M1:M1048576'/>",
        "".join(f'<mergeCell ref="M{start}:V{start + 14_999}"/>' for start in range(1, 150_000, 15_000)),
        '<mergeCell ref="M10:Z20000"/>' * 20,
    ],
)
def test_merged_ranges_are_counted_together_however_they_are_written(content: bytes, merges: str) -> None:
    claiming = with_end(content, f"<mergeCells>{merges}</mergeCells>")
    assert [found.kind for found in read_workbook(claiming, "a.xlsx").issues] == ["endless-merge"]
    copy = write_annotated(claiming, [issue("no-month")])
    assert not isinstance(copy, bytes)
    assert copy.kind == "endless-merge"


def test_whole_rows_that_are_merged_as_headings_are_read(content: bytes) -> None:
    merges = "".join(f'<mergeCell ref="A{row}:XFD{row}"/>' for row in range(10, 35))
    assert len(read_workbook(with_end(content, f"<mergeCells>{merges}</mergeCells>"), "a.xlsx").rows) == 1


@pytest.mark.parametrize("piece", ["<mergeCell ", "<mergeCell ref='A1:", "mergeCell <", "<a:mergeCell\n"])
def test_thousands_of_unfinished_merge_marks_are_damage_or_nothing(content: bytes, piece: str) -> None:
    closed, unclosed = f"<!-- {piece * 40_000} -->", f"<!-- {piece * 40_000}"
    assert len(read_workbook(with_end(content, closed), "a.xlsx").rows) == 1
    assert [found.kind for found in read_workbook(with_end(content, unclosed), "a.xlsx").issues] == ["damaged"]
