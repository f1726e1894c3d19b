"""Measure the suggestions "Er det samme indsats?" on pairs of titles, and on the example plan.

    .venv/bin/dashboard --database plan.duckdb import data/eksempel/*.xlsx
    .venv/bin/python benchmarks/similarity.py plan.duckdb [--all]

Months are drawn of each set in similarity_pairs.toml: 8 renamed lines and 6 pairs that only look alike, every title
before a line that left and every title after one that came, among the titles of the example plan; each is compared with
every other. Facts are drawn too: of a renamed line each changes now and then, of two that look alike each often agrees.
Found is how many renamings are suggested, wrong how many of the suggestions are none. --all lists what is missed and
wrong where only titles are known.

Two lines that stand beside each other in one workbook of the example plan are different for certain, so each such pair
that reaches the threshold is wrong. What is suggested month by month is printed after it, to be read by eye.
"""

import random
import re
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from dashboard import queries
from dashboard.domain.similarity import SUGGESTED_FROM, Similarity

PAIRS = tomllib.loads(Path(__file__).with_name("similarity_pairs.toml").read_text("utf-8"))
CHANGES = {
    "udvalg": (0.1, 0.4),
    "tema": (0.05, 0.4),
    "art": (0.05, 0.5),
    "responsible": (0.2, 0.6),
    "amounts": (0.15, 1),
}
KNOWN = {"titles alone": [], "all but udvalg": [*CHANGES][1:], "all facts": [*CHANGES]}
MONTHS, RENAMED, ALIKE = 200, 8, 6
LINES = """
SELECT indsats_id, arg_max(title, month), arg_max(code, month), arg_max(udvalg, month), arg_max(tema, month),
    arg_max(art, month), arg_max(responsible, month)
FROM current_status GROUP BY indsats_id ORDER BY indsats_id
"""
TOGETHER = """
SELECT DISTINCT one.indsats_id, other.indsats_id
FROM current_status AS one JOIN current_status AS other USING (snapshot_id)
WHERE one.indsats_id < other.indsats_id
"""


@dataclass(frozen=True)
class Line:
    """What a line is compared by."""

    title: str
    code: str | None
    udvalg: Sequence[str] = ()
    tema: str | None = None
    art: str | None = None
    responsible: str | None = None
    amounts: tuple[tuple[int, float], ...] = ()


def main(path: Path, *, everything: bool) -> None:
    """Print what is found and wrong of each set, and of the example plan."""
    con = queries.open_database(path).cursor()
    standing = [title for (title,) in con.execute("SELECT DISTINCT title FROM indsats_name").fetchall()]
    for name, pairs in PAIRS.items():
        for known, facts in KNOWN.items():
            _measure(f"{name}, {known}", pairs, facts, standing, everything=everything and not facts)
    lines = {line_id: Line(*told) for line_id, *told in con.execute(LINES).fetchall()}
    among = Similarity(standing)
    together = set(con.execute(TOGETHER).fetchall())
    different = [(lines[one], lines[other]) for one, other in combinations(lines, 2) if (one, other) in together]
    wrong = sum(among.score(*pair) >= SUGGESTED_FROM for pair in different)
    print(f"example plan: {wrong} of {len(different)} pairs of different lines reach {SUGGESTED_FROM}; suggested:")
    for pair in queries.suggestions(con):
        print(f"  {pair.score} {pair.newer.month} {pair.scope}: {pair.newer.title} | {pair.older.title}")


def _measure(name: str, pairs: Any, facts: Sequence[str], standing: Sequence[str], *, everything: bool) -> None:
    """Print the sums of the months drawn, and perhaps what was missed and wrong in them."""
    found = wrong = 0
    mistakes: set[str] = set()
    for seed in range(MONTHS):
        chance = random.Random(seed)
        renamed, alike = (
            chance.sample([pair for group in pairs[kind].values() for pair in group], n)
            for kind, n in (("same", RENAMED), ("different", ALIKE))
        )
        left: dict[str, Line] = {}
        came: dict[str, Line] = {}
        for before, after in (*renamed, *alike):
            kind = int([before, after] in alike)
            told, another = _draw(chance), _draw(chance)
            now = {key: another[key] if chance.random() < CHANGES[key][kind] else told[key] for key in facts}
            left.setdefault(before, _line(before, {key: told[key] for key in facts}))
            came.setdefault(after, _line(after, now))
        same = {(left[before], came[after]) for before, after in renamed}
        among = Similarity([*standing, *left, *came])
        suggested = {(older, newer) for _, newer, older in among.likely(product(came.values(), left.values()))}
        found, wrong = found + len(same & suggested), wrong + len(suggested - same)
        for older, newer in same ^ suggested:
            kind_said = "missed" if (older, newer) in same else "wrong"
            mistakes.add(f"{kind_said} {among.score(newer, older)}: {older.title} | {newer.title}")
    print(f"{name}: found {found / (MONTHS * RENAMED):.0%}, wrong {wrong / (found + wrong):.0%} of {found + wrong}")
    if everything:
        print("\n".join(f"  {each}" for each in sorted(mistakes)))


def _line(written: str, facts: dict[str, Any]) -> Line:
    """Make a line of a title as it is written, its code behind it."""
    code = re.search(r" ([RA]\d{2,3})(\([IB]\))*$", written)
    return Line(written[: code.start()] if code else written, code and code[1], **facts)


def _draw(chance: random.Random) -> dict[str, Any]:
    amounts = tuple(
        (year, chance.choice([100, 250, 333, 500, 750, 1000, 1470, -100, -500, -750])) for year in (2025, 2026)
    )
    return {
        "udvalg": (chance.choice(["ØK", "BUU", "VPU", "AU", "MTU", "KFU"]),),
        "tema": chance.choice("abcdefg"),
        "art": chance.choice("abcd"),
        "responsible": chance.choice("abcdefgh"),
        "amounts": amounts if chance.random() < 0.6 else (),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all" in sys.argv)
