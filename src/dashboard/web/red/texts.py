"""The Danish sentences of Røde indsatser."""

from dashboard.domain.month import Month

RED_LINES = ("rød indsats", "røde indsatser")
NEW_RED = "Nye røde"
LONG_RED = "Mindst {n} i træk"
LONGEST = "Længst"
MONEY_IN_RED = "Beløb {year}"

WHY = "Hvorfor er de røde?"
WHY_HISTORY = "Årsager måned for måned"
WHY_NOTE = "Antal røde i alt over søjlen. Klik på en søjle for at se måneden."
MONTH, TOTAL = "Måned", "Røde i alt"
NOT_DELIVERED = "ikke leveret"

SHOW, SHOWS = "Vis røde, eller også gule", {"roede": "Kun røde", "gule": "Også gule"}
GROUP, GROUPS = "Gruppér efter", {"samlet": "Samlet", "aarsag": "Årsag", "udvalg": "Udvalg", "tema": "Tema"}
IN_BOTH = "En indsats i to udvalg står under begge."
LIGHTS_NOT_HERE = "Filteret på lys gælder ikke her: siden viser de røde og, hvis du vælger det, de gule."

REASON, ASK, STATUS = "Årsag", "Direktionen bedes", "Status"
NO_REASON = "Årsag mangler"
NO_ASK = "Ikke oplyst, hvad direktionen bedes om"
NO_STATUS = "Ingen statustekst"
RESPONSIBLE, SCHEDULE, DECIDED = "Ansvarlig", "Tidsplan", "Sidst besluttet"
NO_DECISION = "Ingen beslutning endnu"
DECISION_STATES = {"open": "ikke udført", "done": "udført", "dropped": "bortfaldet"}
NOT_TOLD = "ikke oplyst"


def heading(with_yellow: bool) -> str:
    """Give the heading of the list."""
    return "Røde og gule, længst rød først" if with_yellow else "Længst rød først"


def none_red(month: Month, among: str) -> str:
    """Say that nothing is red, and among what: "Ingen røde indsatser i maj 2025 for BUU."."""
    return f"Ingen røde indsatser i {month.label}{f' for {among}' if among else ''}."
