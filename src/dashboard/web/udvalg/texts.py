"""The Danish sentences of Udvalg."""

from dashboard.web import phrases

CHOSEN_KEY = "valgt"
UDVALG, ALL = "Udvalg", "Alle udvalg"
IN_ALL = "I alt, hver indsats én gang"
TOTAL = "I alt"
MATRIX = "Lys i hvert udvalg"
MONEY_IN_RED = "I røde {year}, 1.000 kr."

OWN, CROSS_CUTTING = "Egne indsatser", "Tværgående indsatser, der vedrører udvalget"
NO_OWN = "Ingen indsatser er udvalgets alene eller sammen med andre."
NO_CROSS_CUTTING = "Ingen tværgående indsatser vedrører udvalget."
DECISIONS = "Beslutninger"
NO_DECISIONS = "Ingen beslutninger endnu"
DUE, RESPONSIBLE = "frist", "ansvarlig"


def counted_twice(n: int, rows: int) -> str:
    """Say why the rows add up to more than there are lines."""
    rule = "En indsats i flere udvalg tæller én gang i hvert af dem og én gang i alt."
    if rows == n:
        return rule
    lines = phrases.count_of(n, "indsats", "indsatser")
    return f"{rule} Rækkerne giver derfor {phrases.number(rows)}, men der er {lines}."
