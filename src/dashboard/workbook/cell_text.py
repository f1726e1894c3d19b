"""A cell's value as a Dane reads it in Excel: a date that has lost its format, and signs in a symbol font.

In Wingdings Excel stores "l" and shows a filled circle.
"""

import re
import tomllib
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from dashboard.domain.month import MONTH_NAMES

# As the file stores them and, for those pasted as text, as a Danish Excel and LibreOffice show them.
ERROR = re.compile(
    r"#(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|EXTERNAL|PYTHON"
    r"|REFERENCE|VÆRDI|DIVISION/0|TAL|NUL|OVERLØB|BEREGN|FELT)!|#NAME\?|#NAVN\?|#(?:N/A|I/T)!?|#GETTING_DATA|Err:\d{3}"
)
UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
HYPHEN, SPACE = "\xad", re.compile("[\xa0\u2007\u202f]")  # soft and hard ones, which look like none and like others
FIRST, LAST = date(2015, 1, 1), date(2044, 12, 31)  # so that neither a year nor an amount of money is a date
FIRST_CODE, LAST_CODE = 0x20, 0xFF
TICKS, CROSSES = frozenset("✓✔☑✅"), frozenset("✗✘✖☒")
DAYS = re.compile(r"\d{5}")


def as_written(stored: str) -> str:
    """Give a text as it was written: escaped signs decoded, line breaks alike, nothing that nobody sees."""
    if stored.isprintable() and "_x" not in stored:
        return stored  # nearly every text
    return UNSEEN.sub("", re.sub(r"\r\n?", "\n", unescape(stored)))


def as_text(value: object, percent: bool = False) -> str:
    """Write a cell's value as Excel shows it: dates as 31.12.2025, whole numbers without decimals, "75 %"."""
    match value:
        case str():
            return value.strip()
        case None:
            return ""
        case bool():
            return "SAND" if value else "FALSK"
        case int() | float() if percent:
            return f"{as_text(round(value * 100, 2))} %"
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case _:
            return str(value).strip()


def month_text(value: date) -> str:
    """Write a date as a cell shows it that shows only its month: "maj 2025"."""
    return f"{MONTH_NAMES[value.month - 1]} {value.year}"


def is_error_text(text: str) -> bool:
    """Tell whether a text is only the name of an error."""
    return text[:1] in ("#", "E") and ERROR.fullmatch(text) is not None


def bare_date(value: object, epoch: datetime) -> date | None:
    """Read a bare number as the date that Excel would show, counted from the workbook's own first day.

    None for what is no number, and for numbers whose date is far from any plan's.
    """
    if isinstance(value, str) and DAYS.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 100_000:
        return None
    day = (epoch + timedelta(days=int(value))).date()
    return day if FIRST <= day <= LAST else None


def drawn(value: object, font: str | None) -> object:
    """Give a cell's text as it is seen in its font; any other value as it is."""
    if isinstance(value, CellRichText):
        return CellRichText(
            [
                TextBlock(part.font, as_seen(part.text, part.font.rFont or font))
                if isinstance(part, TextBlock)
                else as_seen(part, font)
                for part in value
            ]
        )
    return as_seen(value, font) if isinstance(value, str) else value


def is_symbol_font(font: str | None) -> bool:
    """Tell whether a font shows signs for letters."""
    return (font or "").strip().casefold() in _fonts()


@lru_cache(maxsize=4096)
def as_seen(text: str, font: str | None) -> str:
    """Give the signs that a font shows for a text; in a font of letters the text, what looks alike made alike."""
    signs = _fonts().get((font or "").strip().casefold())
    if signs is not None:
        return "".join(_sign(letter, signs) for letter in text)
    return text if text.isascii() else unicodedata.normalize("NFC", SPACE.sub(" ", text.replace(HYPHEN, "")))


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
    signs = set(text) - set(" \n\ufe0e\ufe0f")
    sign = signs.pop() if len(signs) == 1 else ""
    return bool(sign) and not sign.isascii() and unicodedata.category(sign) in ("So", "Sm", "Po", "Co")


def is_tick_or_cross(text: str) -> bool:
    """Tell whether a text is a drawn tick or cross and nothing else, as opposed to the letter X."""
    return text.strip().rstrip("\ufe0e\ufe0f") in TICKS | CROSSES
