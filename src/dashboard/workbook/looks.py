"""How cells look, worked out once for each style of a workbook."""

import re
from typing import NamedTuple

from openpyxl.styles.fills import Fill, GradientFill
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.workbook import Workbook

from dashboard.workbook.colour import Palette, Rgb, light_of

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;.*')


class Look(NamedTuple):
    """A style's fill and what its text is: bold, of a colour, red as new texts are, struck, a date of only a month."""

    fill: Rgb | None = None
    bold: bool = False
    ink: Rgb | None = None
    red: bool = False
    struck: bool = False
    month_only: bool = False


class Looks(dict[int, Look]):
    """The looks of a workbook's styles by number, each worked out when it is asked for first."""

    def __init__(self, workbook: Workbook, palette: Palette) -> None:
        super().__init__()
        self._workbook = workbook
        self._palette = palette

    def __missing__(self, style: int) -> Look:
        stored = self._workbook._cell_styles[style]
        if not any(stored):
            look = Look()
        else:
            font = self._workbook._fonts[stored.fontId]
            ink = self._palette.rgb(font.color)
            look = Look(
                self._fill(self._workbook._fills[stored.fillId]),
                bool(font.b),
                ink,
                is_red(ink),
                bool(font.strike),
                _shows_only_the_month(self._number_format(stored.numFmtId)),
            )
        self[style] = look
        return look

    def _fill(self, fill: Fill) -> Rgb | None:
        if not isinstance(fill, GradientFill):
            return self._palette.rgb(fill.fgColor) if fill.fill_type else None
        stops = [self._palette.rgb(stop.color) for stop in fill.stop]
        return stops[0] if stops and len({light_of(stop) for stop in stops}) == 1 else None

    def _number_format(self, number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(self._workbook._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])


def is_red(rgb: Rgb | None) -> bool:
    """Tell whether a colour is the red that new texts are written in."""
    return rgb is not None and rgb[0] > 150 and max(rgb[1:]) < 100


def _shows_only_the_month(number_format: str) -> bool:
    signs = set(QUOTED.sub("", number_format).casefold())
    return signs >= {"m", "y"} and signs.isdisjoint("dh")
