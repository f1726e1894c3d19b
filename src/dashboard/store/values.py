"""The values of a line as one workbook told them, each with the cell that it was read in."""

import json
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from dashboard.domain.line_fields import LENT, PARTS, keys
from dashboard.domain.line_parts import part_field, part_text, read_parts

PLACED = (*keys(lambda each: each.source in ("column", "comments")), "done")  # what may have a cell of its own


@dataclass(frozen=True)
class Value:
    """A value of a line: its field, what it is, and the sheet and cell it stands in.

    An amount's field is its year ("2025"), a part's its number ("subtask1", "other_light1").

    The cell is None for what no cell of its own says, and for workbooks that were read before cells were kept.
    """

    field: str
    value: str | bool | Decimal
    snapshot_id: int
    sheet: str
    cell: str | None

    @property
    def may_be_lent(self) -> bool:
        """Tell whether a page takes this from the scope's own workbook where a newer one leaves it out."""
        return self.field in LENT or self.field.isdecimal()


def values_of(con: duckdb.DuckDBPyConnection, snapshot_id: int, indsats_id: int) -> list[Value]:
    """List what a snapshot tells of an indsats besides the light; empty where it tells nothing of it."""
    line = {"snapshot": snapshot_id, "indsats": indsats_id}
    row = con.execute(
        f"SELECT sheet, cells, {', '.join((*PARTS, *PLACED))} FROM line_status "
        "WHERE snapshot_id = $snapshot AND indsats_id = $indsats",
        line,
    ).fetchone()
    if row is None:
        return []
    amounts = con.execute(
        "SELECT year, amount FROM line_amount WHERE snapshot_id = $snapshot AND indsats_id = $indsats ORDER BY year",
        line,
    ).fetchall()
    sheet, stored, *told = row
    parts, told = told[: len(PARTS)], told[len(PARTS) :]
    cells = json.loads(stored) if stored else {}
    values = {
        name: ", ".join(value) if isinstance(value, list) else value
        for name, value in zip(PLACED, told, strict=True)
        if value
    }
    for field, written in zip(PARTS, parts, strict=True):
        values |= {part_field(field, n): part_text(part) for n, part in enumerate(read_parts(written), start=1)}
    values |= {str(year): amount for year, amount in amounts}
    return [Value(name, value, snapshot_id, *_place(cells.get(name), str(sheet))) for name, value in values.items()]


def _place(cell: str | None, sheet: str) -> tuple[str, str | None]:
    """Part "Ark2!C4" in sheet and cell; a cell without a sheet is on the line's own."""
    other, _, own = (cell or "").rpartition("!")
    return other or sheet, own or None
