"""The fields of a line of the plan, each once: SQL, labels, documents, the template and the guide take them from here.

StatusRow has an attribute of each, the table ``status`` a column, and terms.toml the headings that mean it;
CONTRIBUTING.md says how one is added. A column of a workbook may also be what is no such field, as the light.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.municipality import own_words

Kind = Literal["text", "key", "keys", "yes", "parts"]


@dataclass(frozen=True)
class LineField:
    """A field: its name in code, database and JSON, its Danish name, and what it means, as the guide says it.

    ``kind``: a text that may have marks, a key or sign, several keys, X for yes, or parts with lights of their own.
    ``source``: a column of its own, the title's cell, the comments on the cells, the rows below the line, or columns
    of lights that do not count.
    ``is_lent``: where the newest workbook leaves it out, that of the scope itself says it.
    ``is_of_month``: told anew each month, so that leaving it out changes it; a fact that is left out still holds.
    ``is_dated``: a number in its cell is a date that has lost its format.
    ``place``: its column in lists that leave the house (None: in none); ``heading`` and ``width`` are that column's.
    ``filter``: what the address calls the filter by it, "" where there is none.
    ``template_width``: of its column in the template, where it is a fact that anybody may correct.
    """

    key: str
    name: str
    meaning: str = ""
    kind: Kind = "text"
    source: Literal["column", "title", "comments", "rows", "lights"] = "column"
    is_lent: bool = False
    is_of_month: bool = False
    is_dated: bool = False
    place: int | None = None
    heading: str = ""
    width: int = 40
    filter: str = ""
    template_width: int | None = None


ASK = own_words("Hvad bedes {direktionen} om")
LINE_FIELDS = (
    LineField("title", "Titel", "Titlen, gerne med koden bagefter.", place=1, heading="Indsats", width=46),
    LineField(
        "code", "Kode", "R003 og lignende, når den ikke står i titlen.", "key", is_lent=True, place=2, width=9
    ),
    LineField("marks", "Mærke", kind="key", source="title", is_lent=True, place=3, heading="Mærker", width=10),
    LineField(
        "udvalg", "Udvalg", own_words("Ét eller flere: »{udvalg_1}, {udvalg_2}« eller »{udvalg_3} og {udvalg_4}«."),
        "keys",
        is_lent=True, place=4, width=14, filter="udvalg",
    ),
    LineField("tema", "Tema", "Et af planens temaer.", "key", is_lent=True, place=5, width=26, filter="tema"),
    LineField(
        "art", "Art", "Den del af planen, indsatsen hører til.", "key", is_lent=True, place=6, width=20, filter="art"
    ),
    LineField(
        "responsible", "Ansvarlig", "Fagchefen eller den, der har opgaven.",
        is_lent=True, place=7, width=28, filter="ansvarlig", template_width=19,
    ),
    LineField(
        "schedule", "Tidsplan", "Vejledende, som det er skrevet.",
        is_lent=True, is_dated=True, place=8, width=18, template_width=13,
    ),
    LineField(
        "political_treatment", "Politisk behandling", own_words("Hvornår og hvordan: »Evaluering ({udvalg_4})«."),
        is_lent=True, is_dated=True, place=9, width=28, template_width=19,
    ),
    LineField(
        "expected_end", "Forventet afslutning", "Vises på kortet; gør aldrig en indsats afsluttet.",
        is_lent=True, is_dated=True, place=14, heading="Forventet færdig", width=20,
    ),
    LineField(
        "percent_done", "Procent færdig", "Vises på kortet; gør aldrig en indsats afsluttet.", place=15, width=14
    ),
    LineField("red_reason", "Årsag", "Hvorfor der er behov for at zoome ind.", is_of_month=True, place=11),
    LineField("ask", ASK, own_words("Det, {direktionen} skal gøre."), is_of_month=True, place=12),
    LineField(
        "status_text", "Statustekst", "Et par linjer om, hvordan det går.",
        is_of_month=True, place=10, heading="Status", width=70,
    ),
    LineField(
        "obs", "OBS", "Det, direktører og økonomichef skal være opmærksomme på.", is_of_month=True, place=13
    ),
    LineField("remark", "Bemærkning i celle", source="comments", is_of_month=True, place=16),
    LineField("subtasks", "Delopgaver", kind="parts", source="rows", place=17, width=60),
    LineField("other_lights", "Øvrige lys", kind="parts", source="lights", place=18),
    LineField(
        "cross_cutting", "Tværgående", "X ved de strategiske og tværgående indsatser.", "yes",
        is_lent=True, place=19, width=12,
    ),
    LineField(
        "closed", "Lukket sag", "X eller »Lukket«: kun de, der må se lukkede sager, ser indsatsen noget sted.", "yes",
        is_lent=True,
    ),
)  # fmt: skip

# What a column is besides; those with True are had by one column of a table only.
OTHER_ROLES = {
    "light": ("Trafiklys", True),
    "done": ("Afsluttet", True),
    "parent": ("Overordnet", True),
    "number": ("Løbenummer", True),
    "amount": ("Beløb", False),
    "previous": ("Forrige status", False),
    "aspect": ("Delstatus", False),
    "plan_month": ("Måned i tidsplan", False),
    "sum": ("Sum", False),
    "priority": ("Prioritet eller risiko", False),
    "other": ("Læses ikke", False),
}
UNDECIDED = {"status": "Status", "maybe_done": "Måske afsluttet"}  # headings that may mean one role or another


def keys(which: Callable[[LineField], bool] = lambda _: True) -> tuple[str, ...]:
    """Give the keys of the fields of which something holds, in the order in which a line is told."""
    return tuple(each.key for each in LINE_FIELDS if which(each))


FIELDS = keys()
TEXTS = keys(lambda each: each.kind == "text")
OF_MONTH = keys(lambda each: each.is_of_month)
LENT = keys(lambda each: each.is_lent)
STANDING = keys(lambda each: each.is_lent and each.kind != "yes")  # said of a line, and not of its month
OF_WHOM = keys(lambda each: each.key in STANDING and each.source == "column" and not each.is_dated)
DATED = keys(lambda each: each.is_dated)
SEARCHED = keys(lambda each: each.kind == "text" or each.key == "code")
WRITTEN = keys(lambda each: each.kind != "yes" and each.source != "lights")
PARTS = keys(lambda each: each.kind == "parts")
COMPARED = keys(lambda each: each.kind in ("text", "keys"))
LISTED = tuple(sorted((each for each in LINE_FIELDS if each.place), key=lambda each: each.place or 0))
FILTERS = tuple(each for each in LINE_FIELDS if each.filter)
COLUMNS = keys(lambda each: each.source == "column")

ONE_COLUMN_ROLES = (*COLUMNS, *(role for role, (_, is_one) in OTHER_ROLES.items() if is_one))
ROLES = (*COLUMNS, *OTHER_ROLES)
NAMES = (
    {each.key: each.name for each in LINE_FIELDS} | {role: name for role, (name, _) in OTHER_ROLES.items()} | UNDECIDED
)


def field_name(field: str) -> str:
    """Give what a field or a role is called, or its own word for one without a name."""
    return NAMES.get(field, field)
