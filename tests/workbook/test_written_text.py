"""Texts are read as people wrote and see them, whatever other programs store of line breaks and unseen signs."""

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from fixture_types import MakeWorkbook, Read

HEAD = ["Indsats", "Udvalg", "Farve", "Status (tekst)"]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("Første linje_x000D_\nanden linje", "Første linje\nanden linje"),
        ("Første linje_x000D_anden linje", "Første linje\nanden linje"),
        ("Første_x000A_anden", "Første\nanden"),
        ("Klokken_x0007_ ringer", "Klokken ringer"),
        ("\u200eUdbud\u200f i\u200b gang\ufeff", "Udbud i gang"),
        ("Akt\xadindsigt\xa0på\u202f12\xa0uger", "Aktindsigt på 12 uger"),
        ("Fla\u030adestyring", "Flådestyring"),
        ("Fil_x005F_x000D_navn", "Fil_x000D_navn"),
        ("Et_x00Dx_navn", "Et_x00Dx_navn"),
    ],
)
def test_escaped_and_unseen_signs_are_read_as_they_are_seen(
    make_workbook: MakeWorkbook, read: Read, stored: str, seen: str
) -> None:
    (row,) = read(make_workbook([HEAD, ["Nyt vaskeri", "ØK", "Grøn", stored]])).rows
    assert row.status_text == seen


def test_they_make_no_other_title_udvalg_or_heading(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats_x000D_", "Udvalg_x000D_\n", "Farve_x200B_"],
        ["\u202eNyt vaskeri_x000D_", "ØK_x000D_", "Grøn_x000D_"],
    ]
    parsed = read(make_workbook(rows, sheet="Anlæg\u200b"))
    (row,) = parsed.rows
    assert (row.title, row.udvalg, row.light, row.sheet) == ("Nyt vaskeri", ("ØK",), "green", "Anlæg")
    assert [issue.kind for issue in parsed.issues if issue.kind.startswith("unknown")] == []


def test_they_are_gone_from_texts_with_runs_too(make_workbook: MakeWorkbook, read: Read) -> None:
    struck = TextBlock(InlineFont(strike=True), "maj_x000D_\n")
    (row,) = read(
        make_workbook([HEAD, ["A", "ØK", "Grøn", CellRichText("Frist\u200b i ", struck, "juni_x000D_")]])
    ).rows
    assert [run.text for run in row.runs["status_text"]] == ["Frist i ", "maj\n", "juni\n"]
    assert row.status_text == "Frist i juni"
