"""The rows of workbooks that cannot be read before something is answered, the same layout month after month."""

from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

HEADING = ["Udmøntningsplan 2025-2028 - hele planen"]
TIME, MONEY = "Status tid", "Status økonomi"
TITLES = ("Flådestyring R003", "Aktindsigt", "Taskforce")


def two_lights(month: str = "maj 2025") -> Rows:
    """Give a month with two columns of colours and no overall one; read by its time it is red, yellow, green."""
    rows = zip(TITLES, (RED, YELLOW, GREEN), (GREEN, GREEN, RED), strict=True)
    head = ["Indsats", "Udvalg", TIME, MONEY]
    return [HEADING, [f"Status pr. ultimo {month}"], head, *([t, "ØK", Cell(fill=a), Cell(fill=b)] for t, a, b in rows)]


def own_words(month: str = "maj 2025", *words: str) -> Rows:
    """Give a month whose lights are a house's own words."""
    said = words or ("I gang", "På hold", "I gang")
    lines = [[title, "ØK", word] for title, word in zip(TITLES, said, strict=True)]
    return [HEADING, [f"Status pr. ultimo {month}"], ["Indsats", "Udvalg", "Status"], *lines]
