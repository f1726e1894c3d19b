"""What text and cells look like by a document's styles: of tables, paragraphs and characters."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from dashboard.domain.excerpt import Rgb
from dashboard.workbook.word.colours import Colours
from dashboard.workbook.word.package import Package, W

Properties = Mapping[str, Any]
OFF = ("0", "false", "off", "none")
SWITCHES = {"strike": "strike", "dstrike": "dstrike", "b": "bold", "vanish": "hidden"}
FIRST_ROW, LAST_ROW, FIRST_COLUMN, LAST_COLUMN, NO_BANDS, NO_COLUMN_BANDS = 0x20, 0x40, 0x80, 0x100, 0x200, 0x400
FLAGS = {
    "firstRow": FIRST_ROW, "lastRow": LAST_ROW, "firstColumn": FIRST_COLUMN, "lastColumn": LAST_COLUMN,
    "noHBand": NO_BANDS, "noVBand": NO_COLUMN_BANDS,
}  # fmt: skip
MOST_BASES = 30  # styles that are based on each other in a ring end somewhere


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and on."""
    return element is not None and element.get(f"{W}val", "1") not in OFF


class Styles:
    """The styles of one document."""

    def __init__(self, package: Package) -> None:
        self.colours = Colours(next(iter(package.related("theme")), None))
        parts = package.related("styles")
        found = [style for part in parts for style in part.iter(f"{W}style")]
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        usual = (style for style in found if style.get(f"{W}default") in ("1", "true"))
        self._usual = {style.get(f"{W}type"): style.get(f"{W}styleId", "") for style in usual}
        base = next((part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") for part in parts), None)
        self.defaults = self.of_run(base)
        self.text = cache(self._text)
        self.table = cache(self._table)

    def of_run(self, told: Element | None) -> dict[str, Any]:
        """Give what run properties say, and nothing that they do not say."""
        found: dict[str, Any] = {}
        for each in told if told is not None else ():
            name = each.tag.removeprefix(W)
            if name in SWITCHES:
                found[SWITCHES[name]] = is_on(each)
            elif name == "color":
                found["ink"] = self.colours.of(each)
            elif name == "rFonts":
                font = each.get(f"{W}ascii") or each.get(f"{W}hAnsi")
                found |= {"font": font} if font else {}
            elif name in ("shd", "highlight"):
                fill = self.colours.shading(each) if name == "shd" else self.colours.highlight(each)
                found |= {"fill": fill} if fill or name == "highlight" else {}
        return found

    def outline(self, style: str | None) -> bool:
        """Tell whether paragraphs of a style are headings."""
        levels = (each.find(f"{W}pPr/{W}outlineLvl") for each in self._bases(style, "paragraph"))
        level = next((each for each in levels if each is not None), None)
        is_title = self.name(style).lower() in ("title", "subtitle")
        return is_title or (level is not None and level.get(f"{W}val") != "9")

    def name(self, style: str | None) -> str:
        """Give the name of a style."""
        found = self._styles.get(style or "")
        name = None if found is None else found.find(f"{W}name")
        return "" if name is None else name.get(f"{W}val", "")

    def numbering(self, style: str | None) -> Element | None:
        """Give the numbering of paragraphs of a style."""
        found = (each.find(f"{W}pPr/{W}numPr") for each in self._bases(style, "paragraph"))
        return next((each for each in found if each is not None), None)

    def _text(self, style: str | None, kind: str) -> Properties:
        """Give what a style of paragraphs or characters says of text."""
        found: dict[str, Any] = {}
        for each in reversed(list(self._bases(style, kind))):
            shading = self.colours.shading(each.find(f"{W}pPr/{W}shd"))
            found |= ({"fill": shading} if shading else {}) | self.of_run(each.find(f"{W}rPr"))
        return found

    def _table(self, style: str | None) -> dict[str, Properties]:
        """Give what a style of tables says of each part of a table: the fill of its cells as "cell", and of text."""
        parts: dict[str, dict[str, Any]] = {}
        for each in reversed(list(self._bases(style, "table"))):
            for part in (each, *each.findall(f"{W}tblStylePr")):
                found = parts.setdefault(part.get(f"{W}type", "") if part is not each else "wholeTable", {})
                fill = self.colours.shading(part.find(f"{W}tcPr/{W}shd"))
                found |= ({"cell": fill} if fill else {}) | self.of_run(part.find(f"{W}rPr"))
        return dict(parts)

    def _bases(self, style: str | None, kind: str) -> Iterator[Element]:
        """Walk a style, or the usual one of its kind, and those that it is based on."""
        name = style or self._usual.get(kind, "")
        for _ in range(MOST_BASES):
            found = self._styles.get(name)
            if found is None:
                return
            yield found
            base = found.find(f"{W}basedOn")
            name = "" if base is None else base.get(f"{W}val", "")


class TableStyle:
    """The style of one table, with the parts of it that are shown there."""

    def __init__(self, styles: Styles, table: Element) -> None:
        properties = table.find(f"{W}tblPr")
        name = look = shading = None
        if properties is not None:
            name, look = properties.find(f"{W}tblStyle"), properties.find(f"{W}tblLook")
            shading = properties.find(f"{W}shd")
        self._parts = styles.table(None if name is None else name.get(f"{W}val"))
        self._fill: Rgb | None = styles.colours.shading(shading)
        self._flags = NO_BANDS | NO_COLUMN_BANDS if look is None else int(look.get(f"{W}val", "0"), 16)
        for flag, bit in FLAGS.items() if look is not None else ():
            said = look.get(f"{W}{flag}") if look is not None else None
            if said is not None:
                self._flags = self._flags & ~bit if said in OFF else self._flags | bit

    def at(self, row: int, rows: int, column: int, columns: int) -> Properties:
        """Give what it says of a cell, counted from 0."""
        found: dict[str, Any] = {"cell": self._fill} if self._fill else {}
        for part in self._shown(row, rows, column, columns):
            found |= self._parts.get(part, {})
        return found

    def _shown(self, row: int, rows: int, column: int, columns: int) -> Sequence[str]:
        flags = self._flags
        is_first, is_left = bool(flags & FIRST_ROW) and row == 0, bool(flags & FIRST_COLUMN) and column == 0
        is_last, is_right = (
            bool(flags & LAST_ROW) and row == rows - 1,
            bool(flags & LAST_COLUMN) and column == columns - 1,
        )
        down, across = row - bool(flags & FIRST_ROW), column - bool(flags & FIRST_COLUMN)
        shown = {
            "wholeTable": True,
            f"band{across % 2 + 1}Vert": not (flags & NO_COLUMN_BANDS or is_left or is_right),
            f"band{down % 2 + 1}Horz": not (flags & NO_BANDS or is_first or is_last),
            "firstCol": is_left,
            "lastCol": is_right,
            "firstRow": is_first,
            "lastRow": is_last,
        }
        return [part for part, holds in shown.items() if holds]
