"""Colours and looks of cells: from what a workbook stores to RGB, and from RGB to the light it stands for."""

import colorsys
import re
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from openpyxl.styles.borders import Border
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.fills import Fill, GradientFill, PatternFill
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.workbook import Workbook

from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.workbook.cell_text import is_symbol_font

REMEMBERED = 4096  # colours: a workbook has a handful, and asks of them in every cell

# Theme references 0-11 in the order that cells use; a workbook without a theme part has Office 2013's.
OFFICE_THEME = (
    "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
    "0563C1", "954F72",
)  # fmt: skip
THEME_ORDER = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
HATCHES = {*PatternFill.patternType.values} - {None, "none", "solid"}
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^]\[]*\]|;.*')
KRONER = '"kr."'  # which a Danish Excel shows where a file names its own format for money
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# (first hue, last hue, least saturation): hue in degrees, saturation as in HSV. Greens and reds are recognised when
# paler than yellows, because tan and cream are popular neutral backgrounds and lie in the yellows.
HUES = (
    (Light.RED, 0.0, 15.5, 0.08),
    (Light.YELLOW, 15.5, 66.0, 0.15),
    (Light.GREEN, 72.0, 176.0, 0.07),
    (Light.RED, 338.0, 360.0, 0.08),
)
ORANGE, PALE = 37.0, 0.25  # a hue in degrees, a saturation
NEUTRAL_SATURATION = 0.15
DARK = 0.2  # the value as in HSV below which there is no hue
GREY, WHITE, BLACK = "grå", "hvid", "sort"
DIM = 110  # of 255
AUTOMATIC: Rgb = (255, 255, 255)
LIGHTEST, DARKEST = 0.65, 0.35  # how light a shade between the two is
NAMED_HUES = (
    (20, "rød"), (45, "orange"), (70, "gul"), (160, "grøn"), (195, "turkis"), (255, "blå"), (290, "lilla"),
    (345, "pink"),
)  # fmt: skip
TURQUOISE, TURQUOISE_OR_BLUE = "turkis", (195, 200)  # hues in degrees that people call by both names: 00B0F0


class Palette:
    """The colours of one workbook: its own theme and its own indexed colours."""

    def __init__(self, workbook: Workbook) -> None:
        self._theme = theme_colours(workbook.loaded_theme)
        self._indexed = tuple(getattr(workbook, "_colors", None) or COLOR_INDEX)

    def rgb(self, colour: Color | None) -> Rgb | None:
        """Resolve a stored colour; None for automatic and for references to nothing."""
        if colour is None:
            return None
        if colour.type == "rgb":
            return from_hex(colour.rgb)
        if colour.type == "theme" and isinstance(colour.theme, int) and colour.theme < len(self._theme):
            base = from_hex(self._theme[colour.theme])
            return None if base is None else tinted(base, float(colour.tint or 0.0))
        if colour.type == "indexed" and isinstance(colour.indexed, int) and colour.indexed < len(self._indexed):
            return from_hex(self._indexed[colour.indexed])
        return None

    def laid_over(self, look: DifferentialStyle) -> list[Rgb]:
        """Give the colours of the fill of a look that is laid over a cell; an automatic one is white.

        What is filled in full has the colour behind its pattern; openpyxl says black for a colour that is not there.
        """
        fill = look.fill
        if isinstance(fill, GradientFill):
            stored = [stop.color for stop in fill.stop]
        else:
            stored = [
                colour for colour in (fill and fill.bgColor, fill and fill.fgColor) if colour not in (None, Color())
            ]
            stored = stored[:1] if fill and fill.fill_type in (None, "solid") else stored
        return [self.rgb(colour) or AUTOMATIC for colour in stored]


def tinted(rgb: Rgb, tint: float) -> Rgb:
    """Lighten (tint above 0) or darken a theme colour as the file format defines it."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in rgb))
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


@lru_cache(maxsize=REMEMBERED)
def light_of(rgb: Rgb | None) -> Light | None:
    """Tell which light a fill means by its hue; None for white, grey, black and every other hue."""
    if rgb is None:
        return None
    degrees, saturation, value = _hsv(rgb)
    lights = (light for light, first, last, least in HUES if first <= degrees <= last and saturation >= least)
    return None if value < DARK else next(lights, None)


def is_pale(rgb: Rgb) -> bool:
    """Tell whether a colour is so light that cells are often filled with it only for the eye."""
    return _hsv(rgb)[1] < PALE


def is_dim(rgb: Rgb | None) -> bool:
    """Tell whether letters are of a grey that is lighter than any that is written in for its looks."""
    return rgb is not None and hue_name(rgb) == GREY and max(rgb) > DIM


def is_orange(rgb: Rgb) -> bool:
    """Tell whether a colour of yellow lights is nearer to red than any yellow or amber is."""
    return light_of(rgb) is Light.YELLOW and _hsv(rgb)[0] < ORANGE


@lru_cache(maxsize=REMEMBERED)
def is_neutral(rgb: Rgb | None) -> bool:
    """Tell whether a fill carries no hue that anyone would read as a message."""
    _, saturation, value = _hsv(rgb or (0, 0, 0))
    return saturation < NEUTRAL_SATURATION or value < DARK


@lru_cache(maxsize=REMEMBERED)
def hue_name(rgb: Rgb) -> str:
    """Name a colour as people do: "blå"."""
    degrees, saturation, value = _hsv(rgb)
    if value < DARK:
        return BLACK
    if saturation < 0.08:
        return WHITE if value > 0.93 else GREY
    return next((name for last, name in NAMED_HUES if degrees <= last), "rød")


@lru_cache(maxsize=REMEMBERED)
def hue_names(rgb: Rgb) -> tuple[str, ...]:
    """Give the names that people call a colour by, the nearest last."""
    name, (first, last) = hue_name(rgb), TURQUOISE_OR_BLUE
    is_both = name not in (BLACK, WHITE, GREY) and first < _hsv(rgb)[0] <= last
    return (TURQUOISE, name) if is_both else (name,)


def shade_name(name: str, rgb: Rgb) -> str:
    """Call a colour by its name and its shade where that is plain to see; the light blue of Excel is also called so."""
    lightness = (max(rgb) + min(rgb)) / 510
    if lightness > LIGHTEST or len(hue_names(rgb)) > 1:
        return f"lyse{name}"
    return f"mørke{name}" if lightness < DARKEST else name


def _hsv(rgb: Rgb) -> tuple[float, float, float]:
    hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in rgb))
    return hue * 360, saturation, value


def from_hex(text: object) -> Rgb | None:
    """Read a colour as files write it, "92D050" or "FF92D050"; None for anything else."""
    if not isinstance(text, str) or not re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", text):
        return None
    red, green, blue = bytes.fromhex(text[-6:])
    return red, green, blue


def theme_colours(theme: bytes | str | None) -> tuple[str, ...]:
    """List the colours of a theme in THEME_ORDER; Office's own where there is none."""
    scheme, colours = None, []
    with suppress(ElementTree.ParseError):
        scheme = ElementTree.fromstring(theme or "").find(f".//{DRAWING}clrScheme")
    if scheme is None:
        return OFFICE_THEME
    for name, fallback in zip(THEME_ORDER, OFFICE_THEME, strict=True):
        entry = scheme.find(f"{DRAWING}{name}")
        colour = entry[0] if entry is not None and len(entry) else None
        colours.append(fallback if colour is None else colour.get("lastClr") or colour.get("val") or fallback)
    return tuple(colours)


class Look(NamedTuple):
    """A style's fill and what its text is: bold, of a colour, struck, a date of only a month.

    ``blend`` are the colours of a fill that goes from one light to another, ``symbol_font`` a font of signs by name,
    ``percent`` a number that is shown as hundredths, ``edge`` the light whose colour a border has, ``number_format``
    how a number is shown, ``hatched`` that the fill has a pattern.
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
    edge: Light | None = None
    number_format: str = "General"
    hatched: bool = False


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
            number, own = stored.numFmtId, stored.numFmtId - BUILTIN_FORMATS_MAX_SIZE
            shown = BUILTIN_FORMATS.get(number, "General") if own < 0 else self._workbook._number_formats[own]
            number_format = str(shown).replace('"$"', KRONER) if own < 0 else str(shown)
            signs = set(QUOTED.sub("", number_format).casefold())
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
                self._edge(self._workbook._borders[stored.borderId]),
                number_format,
                self._workbook._fills[stored.fillId].fill_type in HATCHES,
            )
        self[style] = look
        return look

    def lit_parts(self, table_style: str) -> set[str]:
        """Give the parts of a style of tables, of the workbook's own, that it fills with the colour of a light."""
        known, looks = self._workbook._table_styles, dict(enumerate(self._workbook._differential_styles.styles))
        own = (style for style in (known.tableStyle if known else ()) if style.name == table_style)
        parts = [(part.type, looks.get(part.dxfId)) for style in own for part in style.tableStyleElement]
        return {name for name, look in parts if look is not None and any(map(light_of, self.palette.laid_over(look)))}

    def _edge(self, border: Border) -> Light | None:
        sides = (border.left, border.right, border.top, border.bottom)
        lights = (light_of(self.palette.rgb(side.color)) for side in sides if side is not None and side.style)
        return next(filter(None, lights), None)

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
        hued = [rgb for rgb in colours if not is_neutral(rgb)]
        return next(iter(lit or hued or colours), None), ()


def is_red(rgb: Rgb | None) -> bool:
    """Tell whether a colour is the red that new texts are written in."""
    return rgb is not None and rgb[0] > 150 and max(rgb[1:]) < 100
