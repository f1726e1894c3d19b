"""The numbers and bullets of lists, which no text holds."""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from dashboard.domain.cell_name import column_letter
from dashboard.workbook.word.package import Package, W

BULLET = "•"


class Numbering:
    """Counts the paragraphs of a document's lists as they come."""

    def __init__(self, package: Package) -> None:
        parts = package.related("numbering")
        kinds = {each.get(f"{W}abstractNumId"): each for part in parts for each in part.iter(f"{W}abstractNum")}
        self._lists: dict[str | None, Element] = {}
        for each in (each for part in parts for each in part.iter(f"{W}num")):
            kind = each.find(f"{W}abstractNumId")
            if kind is not None and kind.get(f"{W}val") in kinds:
                self._lists[each.get(f"{W}numId")] = kinds[kind.get(f"{W}val")]
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)

    def label(self, told: Element | None) -> str:
        """Give what stands before a paragraph, and count it; nothing before one of no list."""
        number, level = (None, None) if told is None else (told.find(f"{W}numId"), told.find(f"{W}ilvl"))
        kind = None if number is None else self._lists.get(number.get(f"{W}val"))
        if kind is None:
            return ""
        depth = int(level.get(f"{W}val", "0")) if level is not None else 0
        levels = {int(each.get(f"{W}ilvl", "0")): each for each in kind.iter(f"{W}lvl")}
        counts = self._counts[id(kind)]
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, _start(levels.get(depth)) - 1) + 1
        if _told(levels.get(depth), "numFmt", "bullet") == "bullet":
            return BULLET
        pattern = _told(levels.get(depth), "lvlText", "")

        def counted(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return _written(counts.get(at, _start(levels.get(at))), _told(levels.get(at), "numFmt", "decimal"))

        return re.sub(r"%(\d)", counted, pattern)


def _start(level: Element | None) -> int:
    return int(_told(level, "start", "1"))


def _told(level: Element | None, name: str, otherwise: str) -> str:
    found = None if level is None else level.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", otherwise)


def _written(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return column_letter(max(1, number)).lower()
        case "upperLetter":
            return column_letter(max(1, number))
        case "none":
            return ""
        case _:
            return str(number)
