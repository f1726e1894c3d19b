"""Measure what the suggestions "Er det samme indsats?" would let through, on the example plan.

    .venv/bin/dashboard --database plan.duckdb import data/eksempel/*.xlsx
    .venv/bin/python benchmarks/similarity.py plan.duckdb

Two lines that stand beside each other in one workbook are different for certain, so each such pair that reaches a
threshold is a false suggestion. What is suggested month by month is printed after it, to be read by eye.
"""

import sys
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dashboard import queries
from dashboard.domain.similarity import SUGGESTED_FROM, similarity

LINES = """
SELECT indsats_id, arg_max(title, month), arg_max(code, month), arg_max(udvalg, month), arg_max(art, month)
FROM current_status GROUP BY indsats_id ORDER BY indsats_id
"""
TOGETHER = """
SELECT DISTINCT one.indsats_id, other.indsats_id
FROM current_status AS one JOIN current_status AS other USING (snapshot_id)
WHERE one.indsats_id < other.indsats_id
"""


class Line(NamedTuple):
    """What a line is compared by."""

    title: str
    code: str | None
    udvalg: list[str]
    art: str | None


def main(path: Path) -> None:
    """Print how many different lines reach each threshold, the closest of them, and what is suggested."""
    con = queries.open_database(path).cursor()
    lines = {line_id: Line(*facts) for line_id, *facts in con.execute(LINES).fetchall()}
    together = set(con.execute(TOGETHER).fetchall())
    scored = sorted(
        (
            (similarity(lines[one], lines[other]), lines[one].title, lines[other].title)
            for one, other in combinations(lines, 2)
            if (one, other) in together
        ),
        reverse=True,
    )
    print(f"{len(scored)} pairs of different lines; suggested from {SUGGESTED_FROM}")
    for threshold in (60, 65, 70, 75, 80, 90):
        print(f"  {threshold}: {sum(score >= threshold for score, *_ in scored)} reach it")
    for score, one, other in scored[:12]:
        print(f"  {score} {one} | {other}")
    print("suggested:")
    for pair in queries.suggestions(con):
        print(f"  {pair.score} {pair.newer.month} {pair.scope}: {pair.newer.title} | {pair.older.title}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
