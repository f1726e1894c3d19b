"""The same numbers wherever they are read: by hand in the workbook, on the command line, and on the page."""

import json
from collections import Counter
from pathlib import Path

import openpyxl
from typer.testing import CliRunner

from dashboard.cli import app

EXAMPLES = Path(__file__).parents[1] / "data" / "eksempel"
LIGHTS = {"92D050": "green", "FFC000": "yellow", "FFFF00": "yellow", "FF0000": "red"}


def counted_by_hand(path: Path) -> Counter[str]:
    """Count the filled cells under "Farve" and the X under "Afsluttet (X)", as one would with a finger on the sheet."""
    counts: Counter[str] = Counter()
    for sheet in openpyxl.load_workbook(path).worksheets:
        head = next(row for row in sheet.iter_rows() if "Farve" in [cell.value for cell in row])
        columns = {cell.value: cell.column for cell in head}
        for row in range(head[0].row + 1, sheet.max_row + 1):
            if not isinstance(sheet.cell(row, columns["Nr."]).value, int):
                continue
            done = sheet.cell(row, columns["Afsluttet (X)"]).value == "X"
            fill = sheet.cell(row, columns["Farve"]).fill
            light = LIGHTS[fill.fgColor.rgb[-6:]] if fill.fill_type == "solid" else "not_reported"
            counts["done" if done else light] += 1
    return counts


def test_the_status_of_october_2026_is_what_a_finger_counts_in_the_workbook(tmp_path: Path) -> None:
    paths = [str(EXAMPLES / f"hele-planen-2026-{month}.xlsx") for month in ("09", "10")]
    database = ["--database", str(tmp_path / "status.duckdb")]
    assert CliRunner().invoke(app, ["import", *paths, *database]).exit_code == 0
    document = json.loads(CliRunner().invoke(app, ["status", "--json", *database]).stdout)
    by_hand = counted_by_hand(Path(paths[1]))
    assert document["month"] == "2026-10"
    assert document["lights"] | {"done": document["done"]} == dict(by_hand)
    assert document["total"] == by_hand.total() == 142
