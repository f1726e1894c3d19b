"""Every Danish sentence on the screen that is not a word of the plan itself."""

from dashboard.domain.change import CHANGE_NAMES
from dashboard.domain.line_fields import FILTERS
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms

PLAN_NAME = own_words("{Udmøntningsplan}")
TOO_LARGE = "Filen er for stor og er ikke læst: højst {megabytes} MB. Gem månedens ark for sig, uden billeder."
NO_SCRIPT = "Siden kræver, at JavaScript er slået til i browseren."

# pages
OVERBLIK = "Overblik"
MEETING = own_words("{Direktionsmøde}")
RED = "Røde indsatser"
UDVIKLING = "Udvikling"
UDVALG_PAGE = "Udvalg"
INDSATS = "Indsats"
SIGNALS = "Signaler"
HALF_YEAR = "Halvårsstatus"
INDLAESNING = "Indlæsning"
VEJLEDNING = "Vejledning"
SEE_ON_OVERVIEW = "Se {month} på Overblik"

# filters
PLAN = "Plan"
MONTH = "Måned"
COMPARE = "Sammenlign med"
SCOPE = "Omfang"
UDVALG = "Udvalg"
TEXT = "Fritekst"
TEXT_PLACEHOLDER = "Ord i titel eller tekst"
ONLY_CROSS_CUTTING = "Kun tværgående"
WITHOUT_DONE = "Uden afsluttede"
SHOWN = "Vis"
REMOVE_FILTER = "Fjern filteret {filter}"
COPY_LINK = "Kopiér link"
ON_SCREEN, OFF_SCREEN = "Vis på skærm", "Forlad skærmvisning (Esc)"
LINK_COPIED = "Link kopieret"
ALL = "Alle"
RESET = "Nulstil"
NO_COMPARISON = "Ingen måned"
PARTS = {each.key: each.name for each in FILTERS} | {
    "treated_by": "Foran politisk behandling i",
    "light": "Lys",
    "trait": "Kendetegn",
}
TRAITS = {"never_green": "Aldrig grøn", "red_without_ask": own_words("Rød uden ønske til {direktionen}")} | {
    rule.rule: rule.name for rule in terms().signals
}
WITHOUT = {each.key: f"Uden {each.name.lower()}" for each in FILTERS} | {"treated_by": "Udvalg ikke nævnt", "light": ""}
WHOLE_PLAN = "Hele planen"
CROSS_CUTTING = "Tværgående indsatser"

# the page head
EXAMPLE = terms().example_marker
DEFINITIONS = "Hvad betyder farverne?"

# the lights
FOLLOWS_PLAN = "følger planen"
NOTHING_ACTIVE = "Ingen aktive og indberettede indsatser at fordele"
NOTHING_TO_COMPARE = "ingen sammenligning"
UNCHANGED = "uændret"

# what changed
KINDS = CHANGE_NAMES
CHANGES = "Ændringer"
WHY_THEN = "I {month}:"
NOT_COMPARED = "Vælg en måned under »Sammenlign med« for at se, hvad der er ændret."
NOTHING_EARLIER = "Der er ingen tidligere måned at sammenligne med for dette omfang."
DISAGREES = "uenige"
BEFORE = "før"
NOW = "nu"

# where
WHERE_RED = "Hvor er det rødt?"
GROUP_BY = "Fordel efter"
OF_ACTIVE = "Tallet til højre er de aktive og indberettede."
IN_BOTH = "En indsats i to udvalg tæller i begge."

# nothing to show
EMPTY_TITLE = "Der er endnu ikke indlæst nogen status"
EMPTY_NEXT = (
    "Læg månedens projektmappe på siden Indlæsning, eller læg den i indbakken. "
    "Vil du prøve med eksempeldata, ligger de i data/eksempel."
)
GO_TO_INTAKE = "Gå til Indlæsning"
NO_LINES = "Ingen indsatser passer til filtrene"
NO_LINES_NEXT = "Fjern et filter i venstre side, eller nulstil dem alle."
DATABASE_CLOSED = "Databasen kan ikke åbnes"
SETTINGS_TITLE = "Indstillingerne kan ikke bruges"
SETTINGS_WRONG = "Indstillingerne i {folder} kan ikke bruges. Ret det her, og start igen; intet gemt er ændret:"
ERROR = (
    "Der opstod en fejl, og siden kan ikke vises færdig. Genindlæs den; hjælper det ikke, står årsagen i appens log."
)
