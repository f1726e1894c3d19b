"""What reading a workbook costs over openpyxl itself: the median of the ratios of each round.

    python benchmarks/import.py

Makes a workbook of 400 lines, then times three things on the same bytes, in turns: openpyxl loading it and walking each
cell; our parse in the same process; our read through the reading process, which is what an import does.
"""

import io
import statistics
import time
from collections.abc import Callable

import openpyxl
from openpyxl.styles import PatternFill

from dashboard.workbook.isolated import read_workbook
from dashboard.workbook.parse import parse_workbook

LINES, ROUNDS = 400, 21
FILLS = [PatternFill("solid", fgColor=rgb) for rgb in ("FF92D050", "FFFFC000", "FFFF0000")]


def workbook() -> bytes:
    """Make a plain status workbook of 400 lines."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Udmøntningsplan 2025-2028 - Samlet status for hele planen"])
    sheet.append(["Status pr. ultimo maj 2025"])
    sheet.append(
        ["Nr.", "Indsats", "Udvalg", "Tema", "Ansvarlig", "Tidsplan", "Farve", "Status", "Årsag", "2025", "2026"]
    )
    for n in range(1, LINES + 1):
        text = f"Arbejdet med linje {n} følger den plan, som udvalget har godkendt, og der er ikke behov for mere."
        sheet.append(
            [n, f"Indsats nummer {n}", "ØK, KB", "Partnerskaber", "Fagchef", "2. kvt. 2025", None, text, None, n, -n]
        )
        sheet.cell(n + 3, 7).fill = FILLS[n % 3]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def walk(content: bytes) -> int:
    """Load with openpyxl and look at every cell's value and fill."""
    loaded = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    cells = (cell for sheet in loaded.worksheets for row in sheet.iter_rows() for cell in row)
    return sum(1 for cell in cells if cell.value is not None or cell.fill.fill_type)


def main() -> None:
    """Time the three in turns and print the medians, and the ratios within the rounds: the machine is seldom idle."""
    content = workbook()
    ways: dict[str, Callable[[], object]] = {
        "openpyxl load + walk": lambda: walk(content),
        "our parse": lambda: parse_workbook(content, "maj 2025.xlsx"),
        "our read in its own process": lambda: read_workbook(content, "maj 2025.xlsx"),
    }
    started = time.perf_counter()
    read_workbook(content, "maj 2025.xlsx")
    first = time.perf_counter() - started
    assert len(parse_workbook(content, "maj 2025.xlsx").rows) == LINES
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - started)
    base = times["openpyxl load + walk"]
    for name, taken in times.items():
        ratio = statistics.median(one / other for one, other in zip(taken, base, strict=True))
        print(f"{name:30} {statistics.median(taken) * 1000:7.0f} ms   {ratio:5.2f} x openpyxl")
    ratio = first / statistics.median(base)
    print(f"{'first read, process started':30} {first * 1000:7.0f} ms   {ratio:5.2f} x openpyxl")


if __name__ == "__main__":
    main()
