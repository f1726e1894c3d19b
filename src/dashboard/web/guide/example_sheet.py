"""The recommended workbook, drawn as a sheet. A test writes it as a real workbook and reads it without an issue."""

from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.domain.light import Light
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms
from dashboard.domain.text_run import TextRun

Rgb = tuple[int, int, int]
FILLS: dict[Light, Rgb] = {Light.GREEN: (146, 208, 80), Light.YELLOW: (255, 192, 0), Light.RED: (255, 0, 0)}
HEADING, SECTION = (68, 84, 106), (231, 230, 230)
WHITE: Rgb = (255, 255, 255)
HEADERS = (
    "Indsats",
    "Udvalg",
    "Ansvarlig",
    "Tidsplan",
    "Farve",
    "Afsluttet (X)",
    "Statustekst",
    "Årsag til rød",
    own_words("Hvad bedes {direktionen} om"),
)
LIGHT_COLUMN, TEXT_COLUMN = 5, 7
FIRST, SECOND, THIRD = (own_words(f"{{udvalg_{number}}}") for number in (1, 2, 3))
TWO = f"{FIRST}, {SECOND}"
COLUMNS = tuple(range(1, len(HEADERS) + 1))
MONTH = "Status pr. ultimo maj 2025"
LINES: tuple[tuple[str, str, str, str, Light | None, str, str | tuple[TextRun, ...], str, str], ...] = (
    (
        "Flådestyring R003(I)(B)",
        TWO,
        "Fagchef for Ejendomme",
        "4. kvartal 2025",
        Light.RED,
        "",
        "Udbuddet er sat på pause.",
        "Sagen er gået i stå",
        "Afklaring af, hvem der ejer opgaven",
    ),
    (
        "Aktindsigt R001(I)(B)",
        FIRST,
        "Fagchef for Jura",
        "3. kvartal 2025",
        Light.YELLOW,
        "",
        (
            TextRun("Ny arbejdsgang tages i brug "),
            TextRun("1. juni", struck=True),
            TextRun(" "),
            TextRun("1. september.", red=True),
        ),
        "",
        "",
    ),
    ("Bosætningskampagne", TWO, "Fagchef for Udvikling", "2026", Light.GREEN, "", "Kampagnen kører.", "", ""),
    ("Samling af demensindsatsen R706", THIRD, "Fagchef for Omsorg", "2025", None, "X", "Flyttet ind.", "", ""),
    ("Fjellerup Udvikling", SECOND, "Fagchef for Udvikling", "2026", None, "", "", "", ""),
)  # fmt: skip


def example_sheet() -> Excerpt:
    """Give the recommended workbook's only sheet, as it would look."""
    title = f"{own_words('{Udmøntningsplan}')} {terms().plans[0]} - Strategiske og tværgående indsatser"
    rows = [_wide(1, title), _wide(2, MONTH), _header(3), _wide(4, terms().tema[0].name, SECTION)]
    rows += [_line(number, line) for number, line in enumerate(LINES, start=5)]
    return Excerpt("Tværgående indsatser", "E5", 0, 0, COLUMNS, tuple(rows))


def _wide(row: int, said: str, fill: Rgb | None = None) -> ExcerptRow:
    cell = ExcerptCell(row, 1, (TextRun(said),), fill, bold=True, column_span=len(COLUMNS))
    return ExcerptRow(row, False, (cell,))


def _header(row: int) -> ExcerptRow:
    cells = (
        ExcerptCell(row, column, (TextRun(said),), HEADING, WHITE, bold=True)
        for column, said in enumerate(HEADERS, start=1)
    )
    return ExcerptRow(row, True, tuple(cells))


def _line(row: int, values: tuple[object, ...]) -> ExcerptRow:
    return ExcerptRow(row, False, tuple(_cell(row, column, value) for column, value in enumerate(values, start=1)))


def _cell(row: int, column: int, value: object) -> ExcerptCell:
    if isinstance(value, Light):
        return ExcerptCell(row, column, (TextRun(terms().lights[value].word),), FILLS[value])
    if isinstance(value, tuple):
        return ExcerptCell(row, column, value)
    return ExcerptCell(row, column, (TextRun(str(value)),) if value else ())
