import zipfile

import pytest

from dashboard.workbook.parse import parse_workbook


def kinds(content: bytes, name: str = "a.xlsx") -> list[str]:
    return [issue.kind for issue in parse_workbook(content, name).issues]


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old or locked"]
)
def test_what_is_no_workbook_is_refused_with_advice(content) -> None:
    parsed = parse_workbook(content, "a.xlsx")
    assert [issue.kind for issue in parsed.issues] == ["not-a-workbook"]
    assert "gem den som almindelig .xlsx" in parsed.issues[0].message


def test_a_workbook_with_a_missing_part_is_refused_and_not_a_traceback(make_workbook, tmp_path) -> None:
    whole = make_workbook([["Indsats", "Farve"], ["A", "Grøn"]])
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for part in source.namelist():
            if "styles" not in part and "Content_Types" not in part:
                target.writestr(part, source.read(part))
    assert kinds(damaged.read_bytes()) == ["not-a-workbook"]


def test_a_workbook_without_a_table_is_refused(make_workbook) -> None:
    assert "no-header" in kinds(make_workbook([["Kære alle"], ["Her er status"]]).read_bytes())


def test_a_table_without_lines_is_refused(make_workbook) -> None:
    assert "no-rows" in kinds(make_workbook([["Indsats", "Udvalg", "Farve"]], name="a.xlsx").read_bytes())
