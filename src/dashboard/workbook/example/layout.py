"""How the example workbooks look: columns, widths, colours, borders, as a careful økonomi department has them."""

from dataclasses import dataclass

from openpyxl.styles import Font

from dashboard.domain.light import Light
from dashboard.domain.plan import plan_years
from dashboard.workbook.template import look


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

CROSS_CUTTING_COLUMNS = (
    _NUMBER,
    _TITLE,
    _UDVALG,
    Column("art", "Art", 18),
    Column("tema", "Tema", 26),
    *_PEOPLE_AND_TIME,
    *_STATUS,
)
CENTRED = frozenset({"number", "done", "cross_cutting"})


def plan_columns(plan: str) -> tuple[Column, ...]:
    """Give the columns of a whole plan, with an amount for each of its years."""
    amounts = (Column(f"amount {year}", f"Beløb {year}", 10) for year in plan_years(plan))
    kept = (_NUMBER, _TITLE, _UDVALG, Column("cross_cutting", "Tværgående", 12), *_PEOPLE_AND_TIME, *_STATUS)
    return (*kept, *amounts)


GREEN, RED = look.solid("FF92D050"), look.solid("FFFF0000")
CROSS_CUTTING_FILLS = {Light.GREEN: GREEN, Light.YELLOW: look.solid("FFFFC000"), Light.RED: RED}
PLAN_FILLS = {Light.GREEN: GREEN, Light.YELLOW: look.solid("FFFFFF00"), Light.RED: RED}
NEW_FONT = Font(name="Calibri", size=11, color="FFFF0000")
STRUCK_FONT = Font(name="Calibri", size=11, strike=True)
PRECISE_AMOUNT = "#,##0.0"
AMOUNT_NOTE = "Beløb er i 1.000 kr.; besparelser og indtægter er negative"


def height_of(texts: list[tuple[str, float]]) -> float:
    """Give the row height that the tallest of these texts needs in a column of its width."""
    lines = max((look.lines_of(text, width - 1) for text, width in texts), default=1)
    return look.LINE_HEIGHT * lines + 3
