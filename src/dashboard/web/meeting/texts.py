"""What is said on the page Direktionsmøde."""

from dashboard.domain.meeting import DIREKTIONEN
from dashboard.domain.terms import terms

BODY = "Direktionen"
REASONS = {
    "follow_up": "Opfølgning på beslutning",
    "new_red": "Ny rød",
    "still_red": "Fortsat rød",
    "focus": "Fokus fra sidste møde",
    "obs": "OBS-punkt",
    "worse_yellow": "Gul, og værre end før",
    "added": "Sat på af mødet",
}
KINDS = {
    "decision": "Beslutning",
    "noted": "Til efterretning",
    "material": "Ønsker yderligere materiale",
    "help": "Hjælp givet",
}
STATES = {"open": "Ikke udført", "done": "Udført", "dropped": "Bortfaldet"}
AS_REPORTED = "Som indberettet"

# the screen of one line
ASK, REASON, STATUS, SCHEDULE, OBS = "Hvad bedes direktionen om", "Hvorfor rød", "Status", "Tidsplan", "OBS"
REASON_YELLOW = "Hvorfor gul"
NO_REASON = "Årsagen mangler"
NO_ASK = "Der er ikke bedt om noget"
NO_TEXT = "Ingen statustekst"
NOT_TOLD = "Indsatsen har ingen status i {month}."
ALREADY_LAST = "Sidst besluttet"
NEVER_DECIDED = "Der er ikke tidligere besluttet noget om indsatsen."
SEEN_AS = "{body} ser den som"
TOPIC, CALLED_IN = "Emne", "Indkaldt"
NO_LINE = "Punktet er ikke en indsats i planen og har ingen status."
EMPTY_AGENDA = "Dagsordenen er tom. Sæt punkter på den under »Dagsorden«."

# what is decided today
TODAY = "Beslutning i dag"
PLACEHOLDER = "{body} beslutter, at …"
RESPONSIBLE, DUE, KIND = "Ansvarlig", "Frist", "Type"
FOCUS = "Fokus til næste møde"
SAVED = "Gemt kl. {time}"
ANOTHER = "Endnu en beslutning"
EDIT, DELETE = "Ret", "Slet"
OVERWRITTEN = "{who} har imens skrevet: »{text}«. Din tekst er ikke gemt oven i."
KEEP_MINE, TAKE_THEIRS = "Gem min i stedet", "Tag den anden"
LOCKED = "Mødet er afholdt. En ændring her gemmes som rettelse."
PREVIOUS, NEXT = "Forrige", "Næste"
ON_SCREEN, OFF_SCREEN = "Vis på skærm", "Tilbage (Esc)"
JUMP = "Gå til punkt"


def body_name(body: str) -> str:
    """Give the name of those who meet."""
    return BODY if body == DIREKTIONEN else terms().udvalg_name(body)


def seen_label(body: str) -> str:
    """Name the light as the meeting sees it."""
    return "Direktionens farve" if body == DIREKTIONEN else "Udvalgets farve"
