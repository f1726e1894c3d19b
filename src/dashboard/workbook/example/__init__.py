"""Example workbooks: a made-up course of the plan from March 2025 to October 2026, and the next plan's first months."""

from pathlib import Path

from dashboard.workbook.example.plan import MONTHS, NEXT_PLAN, NEXT_PLAN_MONTHS, PLAN, PLAN_MONTHS
from dashboard.workbook.example.sheets import cross_cutting_workbook, plan_workbook
from dashboard.workbook.example.state import months_of_the_plan
from dashboard.workbook.template.archive import stable_bytes

__all__ = ["PLAN_MONTHS", "write_example_workbooks"]


def write_example_workbooks(folder: Path, seed: int = 2025) -> list[Path]:
    """Write every example workbook into a folder and give their paths; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    states = months_of_the_plan(seed)
    books = {f"tvaergaaende-{month}.xlsx": cross_cutting_workbook(month, states[month]) for month in MONTHS}
    books |= {f"hele-planen-{month}.xlsx": plan_workbook(PLAN, month, states[month]) for month in PLAN_MONTHS}
    following = months_of_the_plan(seed, NEXT_PLAN)
    for month in NEXT_PLAN_MONTHS:
        books[f"plan-{NEXT_PLAN}-{month}.xlsx"] = plan_workbook(NEXT_PLAN, month, following[month])
    paths = []
    for name, book in books.items():
        path = folder / name
        path.write_bytes(stable_bytes(book))
        paths.append(path)
    return paths
