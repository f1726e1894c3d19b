"""What the fields of a line are called in Danish, wherever it is said what a column was read as."""

FIELD_NAMES = {
    "title": "Titel",
    "code": "Kode",
    "marks": "Mærke",
    "udvalg": "Udvalg",
    "tema": "Tema",
    "art": "Art",
    "responsible": "Ansvarlig",
    "schedule": "Tidsplan",
    "political_treatment": "Politisk behandling",
    "light": "Trafiklys",
    "status": "Status",
    "status_text": "Statustekst",
    "red_reason": "Årsag",
    "ask": "Hvad bedes direktionen om",
    "obs": "OBS",
    "done": "Afsluttet",
    "cross_cutting": "Tværgående",
    "amount": "Beløb",
    "expected_end": "Forventet afslutning",
    "percent_done": "Procent færdig",
    "remark": "Bemærkning i celle",
    "subtasks": "Delopgaver",
    "parent": "Overordnet",
    "number": "Løbenummer",
    "previous": "Forrige status",
    "aspect": "Delstatus",
    "plan_month": "Måned i tidsplan",
    "sum": "Sum",
    "priority": "Prioritet eller risiko",
    "maybe_done": "Måske afsluttet",
    "other": "Læses ikke",
}

NOT_A_COLUMN = (
    "status",
    "marks",
    "remark",
    "subtasks",
    "maybe_done",
)  # not decided yet, or found elsewhere than in a column
ROLES = tuple(field for field in FIELD_NAMES if field not in NOT_A_COLUMN)


def field_name(field: str) -> str:
    """Give what a field is called, or its own word for one without a name."""
    return FIELD_NAMES.get(field, field)
