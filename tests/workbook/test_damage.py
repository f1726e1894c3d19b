"""Fifty damages of an example workbook: each ends in rows and issues or in a refusal, never in a traceback."""

import random
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard.domain.issue import ISSUE_KINDS
from dashboard.workbook.isolated import read_workbook

EXAMPLE = Path(__file__).parents[2] / "data" / "eksempel" / "tvaergaaende-2026-10.xlsx"
STRANGE = [
    "#REF!",
    "=1/0",
    "\x0b".strip(),
    True,
    1e300,
    -1,
    "🟥" * 50,
    "x" * 40_000,
    " ",
    "'",
    "<b>&amp;</b>",
    46_000,
    None,
]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Flip some bytes of the file."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(content: bytes, chance: random.Random) -> bytes:
    """Cut the file off."""
    return content[: chance.randrange(len(content))]


def without_part(content: bytes, chance: random.Random) -> bytes:
    """Take a part out of the package."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(out, "w") as made:
        lost = chance.choice(package.namelist())
        for name in package.namelist():
            if name != lost:
                made.writestr(name, package.read(name))
    return out.getvalue()


def garbled_part(content: bytes, chance: random.Random) -> bytes:
    """Change letters inside a part, so that the package is whole and its content is not."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(out, "w") as made:
        hit = chance.choice(package.namelist())
        for name in package.namelist():
            part = bytearray(package.read(name))
            for _ in range(chance.randint(1, 20) if name == hit else 0):
                part[chance.randrange(len(part))] = chance.choice(b'<>/"0aZ=& ')
            made.writestr(name, bytes(part))
    return out.getvalue()


def retyped(content: bytes, chance: random.Random) -> bytes:
    """Write strange values into cells."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    sheet = workbook.worksheets[0]
    for _ in range(chance.randint(1, 30)):
        cell = sheet.cell(chance.randint(1, sheet.max_row), chance.randint(1, sheet.max_column))
        if not isinstance(cell, openpyxl.cell.cell.MergedCell):
            cell.value = chance.choice(STRANGE)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


@pytest.mark.parametrize("damage", [flipped, cut, without_part, garbled_part, retyped])
@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_workbook_is_read_or_refused_and_never_a_traceback(damage: Any, seed: Any) -> None:
    parsed = read_workbook(damage(EXAMPLE.read_bytes(), random.Random(seed)), EXAMPLE.name)
    assert parsed.rows or any(issue.is_error for issue in parsed.issues)
    assert all(issue.kind in ISSUE_KINDS and issue.message for issue in parsed.issues)
    assert all(row.title and row.cell for row in parsed.rows)
