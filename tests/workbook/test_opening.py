import zipfile
from pathlib import Path

from dashboard.workbook.isolated import read_workbook
from fixture_types import MakeWorkbook


def kinds(content: bytes) -> list[str]:
    return [issue.kind for issue in read_workbook(content, "a.xlsx").issues]


def without(source: Path, target: Path, *parts: str) -> bytes:
    """Copy a workbook, leaving out the parts whose names hold one of the words."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as made:
        for part in whole.namelist():
            if not any(word in part for word in parts):
                made.writestr(part, whole.read(part))
    return target.read_bytes()


def test_a_workbook_with_a_missing_part_is_refused_and_not_a_traceback(
    make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    whole = make_workbook([["Indsats", "Farve"], ["A", "Grøn"]])
    assert kinds(without(whole, tmp_path / "1.xlsx", "Content_Types")) == ["damaged"]
    assert kinds(without(whole, tmp_path / "2.xlsx", "sheet1.xml")) == ["damaged"]


def test_a_workbook_without_a_table_is_refused(make_workbook: MakeWorkbook) -> None:
    assert "no-header" in kinds(make_workbook([["Kære alle"], ["Her er status"]]).read_bytes())


def test_a_table_without_lines_is_refused(make_workbook: MakeWorkbook) -> None:
    assert "no-rows" in kinds(make_workbook([["Indsats", "Udvalg", "Farve"]]).read_bytes())
