"""The rows of the smallest workbook that can be imported, and of one that cannot."""

HEADING = ["Udmøntningsplan 2025-2028 - Samlet status for hele planen"]
HEAD = ["Indsats", "Udvalg", "Farve"]


def sound(month: str = "maj 2025", light: str = "Grøn") -> list[list[str]]:
    """Give a month of one line."""
    return [HEADING, [f"Status pr. ultimo {month}"], HEAD, ["Flådestyring", "ØK", light]]


def unsound(month: str = "maj 2025") -> list[list[str]]:
    """Give one whose light in C4 cannot be read."""
    return sound(month, "lilla")
