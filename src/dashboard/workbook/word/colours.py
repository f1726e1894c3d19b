"""The colours of a document: of text, of shading and of what is drawn, against the document's own theme."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

from dashboard.domain.excerpt import Rgb
from dashboard.workbook.colour import THEME_ORDER, from_hex, theme_colours, tinted
from dashboard.workbook.word.package import W

SAME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
NAMED = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip
DRAWN = {**NAMED, "green": "008000", "lime": "00FF00", "orange": "FFA500", "gold": "FFD700", "limeGreen": "32CD32"}
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
PERCENT = re.compile(r"pct(\d+)")
WHOLE = 100_000  # of what is drawn, in thousandths of a percent


def _lighter(rgb: Rgb, share: float) -> Rgb:
    """Add a share of the whole lightness."""
    lightness = (max(rgb) + min(rgb)) / 510
    return rgb if lightness >= 1 else tinted(rgb, min(1.0, share / (1 - lightness)))


class Colours:
    """The colours that a document's theme and its names stand for."""

    def __init__(self, theme: Element | None) -> None:
        told = theme_colours(None if theme is None else tostring(theme))
        self._theme: Mapping[str, Rgb | None] = dict(zip(THEME_ORDER, map(from_hex, told), strict=True))

    def of(self, element: Element, value: str = "val", theme: str = "theme") -> Rgb | None:
        """Give the colour of an element: its theme's, tinted or shaded, before the one that was written beside it."""
        suffix = "Color" if theme == "theme" else ""
        base = self._named(element.get(f"{W}{theme}{suffix}", ""))
        if base is None:
            return from_hex(element.get(f"{W}{value}"))
        tint, shade = element.get(f"{W}{theme}Tint"), element.get(f"{W}{theme}Shade")
        if tint is not None:
            return tinted(base, 1 - int(tint, 16) / 255)
        return base if shade is None else tinted(base, int(shade, 16) / 255 - 1)

    def shading(self, element: Element | None) -> Rgb | None:
        """Give the colour of a shading; a pattern is the mixture that it looks like. None where there is none."""
        if element is None:
            return None
        kind, back, front = element.get(f"{W}val", "clear"), self.of(element, "fill", "themeFill"), None
        if kind not in ("clear", "nil"):
            front = self.of(element, "color")
        if kind == "solid":
            return front or BLACK
        share = PERCENT.fullmatch(kind)
        if share is None or (front is None and back is None):
            return back
        part = int(share[1]) / 100
        mixed = [round(f * part + b * (1 - part)) for f, b in zip(front or BLACK, back or WHITE, strict=True)]
        return mixed[0], mixed[1], mixed[2]

    def highlight(self, element: Element | None) -> Rgb | None:
        """Give the colour of a marker pen."""
        return None if element is None else from_hex(NAMED.get(element.get(f"{W}val", "")))

    def drawn(self, shape: Element) -> Rgb | None:
        """Give the colour that fills a shape, of its own or of its style; None where nothing does."""
        properties = next((each for each in shape if each.tag.endswith("}spPr")), None)
        if properties is not None and properties.find("{*}noFill") is not None:
            return None
        fill = None if properties is None else properties.find("{*}solidFill")
        if fill is None:
            fill = shape.find("{*}style/{*}fillRef")
        return self._of_drawing(fill[0]) if fill is not None and len(fill) else None

    def old_drawn(self, shape: Element) -> Rgb | None:
        """Give the colour that fills a shape of an older program (VML): "#92d050", "red [3205]"."""
        if shape.get("filled") in ("f", "false"):
            return None
        told = shape.get("fillcolor", "").partition(" ")[0].removeprefix("#")
        return from_hex("".join(2 * digit for digit in told) if len(told) == 3 else told) or from_hex(DRAWN.get(told))

    def _of_drawing(self, colour: Element) -> Rgb | None:
        kind, value = colour.tag.rpartition("}")[2], colour.get("val", "")
        known = {"schemeClr": self._named(value), "prstClr": from_hex(DRAWN.get(value)), "srgbClr": from_hex(value)}
        rgb = from_hex(colour.get("lastClr")) if kind == "sysClr" else known.get(kind)
        for change in colour:
            if rgb is None:
                return None
            share = int(change.get("val", "0")) / WHOLE
            match change.tag.rpartition("}")[2]:
                case "lumMod" | "shade":
                    rgb = tinted(rgb, share - 1)
                case "lumOff":
                    rgb = _lighter(rgb, share)
                case "tint":
                    rgb = tinted(rgb, 1 - share)
        return rgb

    def _named(self, name: str) -> Rgb | None:
        return self._theme.get(SAME.get(name, name))
