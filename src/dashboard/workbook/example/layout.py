"""How the example workbooks look: columns, widths, colours, borders, as a careful økonomi department has them."""

from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from dashboard.domain.light import Light

YEARS = (2025, 2026, 2027, 2028)


@dataclass(frozen=True)
class Column:
    """A column: the field of LineState it shows (or a name of its own), its header, and its width in characters."""

    field: str
    header: str
    width: float


_NUMBER = Column("number", "Nr.", 5)
_TITLE = Column("title", "Indsats", 38)
_UDVALG = Column("udvalg", "Udvalg", 13)
_PEOPLE_AND_TIME = (
    Column("responsible", "Ansvarlig", 19),
    Column("schedule", "Tidsplan", 15),
    Column("treatment", "Politisk behandling", 24),
)
_STATUS = (
    Column("light", "Farve", 8),
    Column("done", "Afsluttet (X)", 10),
    Column("text", "Status", 56),
    Column("reason", "Årsag til rød", 24),
    Column("ask", "Hvad bedes direktionen om", 34),
    Column("obs", "OBS-punkt", 28),
)
_AMOUNTS = tuple(Column(f"amount {year}", f"Beløb {year}", 10) for year in YEARS)

CROSS_CUTTING_COLUMNS = (
    _NUMBER,
    _TITLE,
    _UDVALG,
    Column("art", "Art", 18),
    Column("tema", "Tema", 26),
    *_PEOPLE_AND_TIME,
    *_STATUS,
)
PLAN_COLUMNS = (
    _NUMBER,
    _TITLE,
    _UDVALG,
    Column("cross_cutting", "Tværgående", 12),
    *_PEOPLE_AND_TIME,
    *_STATUS,
    *_AMOUNTS,
)
CENTRED = frozenset({"number", "done", "cross_cutting"})


def _fill(argb: str) -> PatternFill:
    return PatternFill("solid", start_color=argb, end_color=argb)


_GREEN, _RED = _fill("FF92D050"), _fill("FFFF0000")
CROSS_CUTTING_FILLS = {Light.GREEN: _GREEN, Light.YELLOW: _fill("FFFFC000"), Light.RED: _RED}
PLAN_FILLS = {Light.GREEN: _GREEN, Light.YELLOW: _fill("FFFFFF00"), Light.RED: _RED}
HEADER_FILL = _fill("FF44546A")
SECTION_FILL = _fill("FFE7E6E6")

TITLE_FONT = Font(name="Calibri", size=16, bold=True)
SUBTITLE_FONT = Font(name="Calibri", size=12, bold=True)
NOTICE_FONT = Font(name="Calibri", size=11, italic=True)
HEADER_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
SECTION_FONT = Font(name="Calibri", size=12, bold=True)
BODY_FONT = Font(name="Calibri", size=11)
NEW_FONT = Font(name="Calibri", size=11, color="FFFF0000")
STRUCK_FONT = Font(name="Calibri", size=11, strike=True)
ON_RED_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")

_THIN = Side(style="thin", color="FF808080")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED_TOP = Alignment(wrap_text=True, vertical="top", horizontal="center")
RIGHT_TOP = Alignment(vertical="top", horizontal="right")
WHOLE_AMOUNT, PRECISE_AMOUNT = "#,##0", "#,##0.0"
AMOUNT_NOTE = "Beløb er i 1.000 kr.; besparelser og indtægter er negative"
LINE_HEIGHT = 15.0


def height_of(texts: list[tuple[str, float]]) -> float:
    """Give the row height that the tallest of these texts needs in a column of its width."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return LINE_HEIGHT * lines + 3


def _lines(text: str, width: float) -> int:
    lines, room = 1, width - 1
    left = room
    for word in text.split():
        if len(word) > left and left < room:
            lines, left = lines + 1, room
        left -= len(word) + 1
    return lines
