"""What a reader makes of a layout: right, asked, or wrong without a word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.light import Light
from dashboard.domain.scope import PLAN
from dashboard.workbook.parse import parse_workbook
from layouts.layout import ExpectedLine, Layout


class Verdict(StrEnum):
    """How a layout was read."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


@dataclass(frozen=True)
class Outcome:
    """The verdict on a layout, and why: the errors that were told, or what differs from what is right."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


def judge(layout: Layout) -> Outcome:
    """Read a layout and compare with what is right."""
    parsed = parse_workbook(layout.content, layout.name, month=layout.month, scope=PLAN)
    errors = tuple(dict.fromkeys(issue.kind for issue in parsed.issues if issue.is_error))
    if errors:
        return Outcome(Verdict.ASKED, errors)
    if layout.doubts:
        return Outcome(Verdict.WRONG, tuple(f"not asked: {doubt}" for doubt in layout.doubts))
    differences = compare(layout.lines, [(row.title, row.shown_light) for row in parsed.rows])
    return Outcome(Verdict.WRONG, differences) if differences else Outcome(Verdict.RIGHT)


def compare(expected: Iterable[ExpectedLine], read: Iterable[tuple[str, Light]]) -> tuple[str, ...]:
    """Tell which lines were not read, read with another light, or read although they are none."""
    left = [(plain(title), light) for title, light in read]
    missing = []
    for line in sorted(expected, key=lambda line: line.optional):
        found = next((one for one in left if one[1] is line.light and one[0] in map(plain, line.titles)), None)
        if found is not None:
            left.remove(found)
        elif not line.optional:
            missing.append(f"not read: {line.titles[0]} {line.light}")
    return (*missing, *(f"read: {title} {light}" for title, light in left))


def plain(title: str) -> str:
    """Give a title without numbers in front, codes, marks, dashes and case, which a reader may take away."""
    bare = re.sub(r"^\s*\d+(\.\d+)*[.)]?\s+", "", title)
    bare = re.sub(r"\b[rR] ?\d{3}(\([A-Z]\))*", " ", bare)
    return " ".join(re.findall(r"\w+", bare.casefold()))
