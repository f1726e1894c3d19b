"""Workbooks with a sheet for each month, as a municipality keeps its past: lights move, lines come and go."""

from dashboard.domain.month import Month
from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

FIRST, LAST = Month(2024, 1), Month(2025, 12)
HEADING = ["Udmøntningsplan 2024-2027 - hele planen"]
HEAD = ["Indsats", "Udvalg", "Lys", "Status", "2025", "2026"]
TITLES = (
    "Flådestyring R003", "Aktindsigt", "Ny ruteplan for skolebusser", "Samling af vaskerier",
    "Digital post til foreninger", "Energirenovering af haller", "Lærlinge i hjemmeplejen", "Fælles indkøb af møbler",
)  # fmt: skip
LIGHTS = (GREEN, YELLOW, RED)


def month_sheet(month: Month) -> Rows:
    """Give a month's table: each line has its own rhythm of lights, and one of them is away every fifth month."""
    number = month.year * 12 + month.number
    rows: Rows = [HEADING, [f"Status pr. ultimo {month.label}"], HEAD]
    for place, title in enumerate(TITLES):
        if (number + place) % 5 or place < 3:
            light, said = LIGHTS[(number // (place + 2)) % 3], f"{title} er drøftet {number // 3} gange"
            rows.append([title, "ØK, BUU" if place % 2 else "ØK", Cell(None, light), said, -100 * place, place])
    return rows


def month_sheets(last: Month = LAST, first: Month = FIRST) -> dict[str, Rows]:
    """Give the sheets of all months, the newest in front."""
    months = [first.plus(n) for n in range((last.year - first.year) * 12 + last.number - first.number + 1)]
    return {f"{month.name.capitalize()} {month.year}": month_sheet(month) for month in reversed(months)}


def renamed(sheets: dict[str, Rows], title: str, name: str, since: str) -> dict[str, Rows]:
    """Give a line another name from the month of a sheet on."""
    names = list(reversed(sheets))
    for sheet in names[names.index(since) :]:
        for row in sheets[sheet]:
            row[0] = name if row[0] == title else row[0]
    return sheets
