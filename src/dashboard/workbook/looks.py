"""How cells look, worked out once for each style of a workbook."""

import re
from typing import NamedTuple

from openpyxl.styles.fills import Fill, GradientFill
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.workbook import Workbook

from dashboard.domain.excerpt import Rgb
from dashboard.workbook.colour import Palette, light_of
from dashboard.workbook.symbol_font import is_symbol_font

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;.*')


class Look(NamedTuple):
    """A style's fill and what its text is: bold, of a colour, struck, a date of only a month.

    ``blend`` are the colours of a fill that goes from one light to another, ``symbol_font`` a font of signs by name,
    ``percent`` a number that is shown as hundredths.
    """

    fill: Rgb | None = None
    bold: bool = False
    ink: Rgb | None = None
    struck: bool = False
    month_only: bool = False
    blend: tuple[Rgb, ...] = ()
    symbol_font: str | None = None
    indent: int = 0
    percent: bool = False


class Looks(dict[int, Look]):
    """The looks of a workbook's styles by number, each worked out when it is asked for first."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__()
        self._workbook = workbook
        self.palette = Palette(workbook)

    def __missing__(self, style: int) -> Look:
        stored = self._workbook._cell_styles[style]
        if not any(stored):
            look = Look()
        else:
            font = self._workbook._fonts[stored.fontId]
            signs = set(QUOTED.sub("", self._number_format(stored.numFmtId)).casefold())
            fill, blend = self._fill(self._workbook._fills[stored.fillId])
            look = Look(
                fill,
                bool(font.b),
                self.palette.rgb(font.color),
                bool(font.strike),
                signs >= {"m", "y"} and signs.isdisjoint("dh"),
                blend,
                font.name if is_symbol_font(font.name) else None,
                int(self._workbook._alignments[stored.alignmentId].indent),
                "%" in signs,
            )
        self[style] = look
        return look

    def _fill(self, fill: Fill) -> tuple[Rgb | None, tuple[Rgb, ...]]:
        """Give a fill's colour, or those of one that shows several lights: a gradient, or stripes of two colours."""
        if isinstance(fill, GradientFill):
            stored = [stop.color for stop in fill.stop]
        elif fill.fill_type == "solid":
            return self.palette.rgb(fill.fgColor), ()
        else:
            stored = [fill.fgColor, fill.bgColor] if fill.fill_type else []
        colours = [rgb for rgb in map(self.palette.rgb, stored) if rgb is not None]
        lit = [rgb for rgb in colours if light_of(rgb) is not None]
        if len(set(map(light_of, lit))) > 1:
            return None, tuple(lit)
        return next(iter(lit or colours), None), ()

    def _number_format(self, number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(self._workbook._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])


def is_red(rgb: Rgb | None) -> bool:
    """Tell whether a colour is the red that new texts are written in."""
    return rgb is not None and rgb[0] > 150 and max(rgb[1:]) < 100
