"""What a text in a symbol font looks like: Excel stores "l" and shows a filled circle."""

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from openpyxl.cell.rich_text import CellRichText, TextBlock

FIRST_CODE, LAST_CODE = 0x20, 0xFF
TICKS, CROSSES = frozenset("✓✔☑✅"), frozenset("✗✘✖☒")


def drawn(value: object, font: str | None) -> object:
    """Give a cell's text as the signs that its font shows; any other value, and text in letters, as it is."""
    if isinstance(value, CellRichText):
        return CellRichText([_drawn_part(part, font) for part in value])
    return as_seen(value, font) if isinstance(value, str) else value


def _drawn_part(part: TextBlock | str, font: str | None) -> TextBlock | str:
    if isinstance(part, TextBlock):
        return TextBlock(part.font, as_seen(part.text, part.font.rFont or font))
    return as_seen(part, font)


def is_symbol_font(font: str | None) -> bool:
    """Tell whether a font shows signs for letters."""
    return (font or "").strip().casefold() in _fonts()


@lru_cache(maxsize=4096)
def as_seen(text: str, font: str | None) -> str:
    """Give the signs that a font shows for a text; the text itself in a font of letters."""
    signs = _fonts().get((font or "").strip().casefold())
    return text if signs is None else "".join(_sign(letter, signs) for letter in text)


def _sign(letter: str, signs: str) -> str:
    code = ord(letter)
    if 0xF000 <= code <= 0xF0FF:  # where a symbol font's own codes lie
        code -= 0xF000
    elif code > LAST_CODE:
        encoded = letter.encode("cp1252", "ignore")
        code = encoded[0] if encoded else 0
    return signs[code - FIRST_CODE] if FIRST_CODE <= code <= LAST_CODE else letter


@cache
def _fonts() -> dict[str, str]:
    return tomllib.loads(files("dashboard.workbook").joinpath("symbol_fonts.toml").read_text("utf-8"))


def is_shape(text: str) -> bool:
    """Tell whether a text is only a sign, once or more, whose colour must say the light: "●", "■■", "▲"."""
    if not text or text[0].isalnum():
        return False  # nearly every text ends here
    signs = set(text) - set(" \ufe0e\ufe0f")
    sign = signs.pop() if len(signs) == 1 else ""
    return bool(sign) and not sign.isascii() and unicodedata.category(sign) in ("So", "Sm", "Po", "Co")


def is_tick_or_cross(text: str) -> bool:
    """Tell whether a text is a drawn tick or cross and nothing else, as opposed to the letter X."""
    return text.strip().rstrip("\ufe0e\ufe0f") in TICKS | CROSSES
