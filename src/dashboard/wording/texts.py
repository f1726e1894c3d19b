"""Every Danish sentence on the screen that is not a word of the plan itself."""

from dashboard.domain.change import CHANGE_NAMES
from dashboard.domain.line_fields import FILTERS
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms

PLAN_NAME = own_words("{Udmøntningsplan}")
OTHER_HOST = "Appen svarer ikke på den adresse. Den, der passer den, skriver navnet i hosts i kommune.toml."
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
RESET, RESET_FILTERS = "Nulstil", "Nulstil filtrene"
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
HOW_TO_READ, COLOURS = "Hvordan læses siden?", "Hvad farverne betyder"
READ = {  # by what the page is called in the address
    "": (
        "Fem tal siger, hvor mange indsatser der har hvert lys, og hvor mange flere eller færre det er siden den "
        "måned, der sammenlignes med. Under dem står, hvad der er blevet værre og hvorfor, og til højre, hvor det "
        "er rødt. Et tal, et navn og en del af en søjle åbner indsatserne bag."
    ),
    "direktionsmoede": (
        "Hvert møde har en dagsorden, en gennemgang til skærmen og et referat. Dagsordenen foreslås ud fra "
        "månedens status. I gennemgangen står ét punkt ad gangen med beslutningen ved siden af; piletasterne "
        "fører frem og tilbage."
    ),
    "roede-indsatser": (
        "Øverst står, hvor mange der er røde, hvor længe og hvorfor. I listen står den, der har været rød længst, "
        "først, med sine seneste måneder, hvad der bedes om, årsagen og det, der sidst er besluttet."
    ),
    "udvikling": (
        "Søjlerne er lysene måned for måned, for hele planen og for hver del af den. Tabellen tæller dem, der gik "
        "fra lyset til venstre til lyset øverst; en streg i feltets venstre side er forværret. I striberne er "
        "hver række en indsats og hvert felt en måned, den nyeste til højre."
    ),
    "udvalg": (
        "Hver række er et udvalg og hver kolonne et lys; en indsats i to udvalg tæller i begge. Udvalgets navn "
        "åbner dets egen del af planen, et tal de indsatser, det tæller."
    ),
    "indsats": (
        "Listen er de indsatser, som filtrene til venstre lader stå, de værste øverst. Et navn åbner indsatsens "
        "kort: lyset gennem hele dens liv, hvad der står nu, hvad der er ændret hver måned, og hvor det er læst."
    ),
    "signaler": (
        "Et signal er noget, der bør ses efter, fx en rød uden årsag. Hver flise er en regel og hvor mange den "
        "rammer; vælg den for kun at se dem. Et signal, der er set på, afgøres med en note og kan åbnes igen."
    ),
    "halvaarsstatus": (
        "Hele planen står i tre lister, hver med sin regel. En indsats kan placeres i en anden liste med en note, "
        "og det, der fremhæves, står øverst. Nederst står, hvad der er ændret siden forrige halvårsstatus."
    ),
    "indlaesning": (
        "Læg månedens filer (Excel eller Word) i feltet. Før noget gemmes, vises måned, tal, forskelle og fejl med "
        "deres celle. Nederst står alt, der er indlæst; det kan trækkes tilbage og hentes frem igen."
    ),
    "vejledning": (
        "Afsnittene står til venstre. Søg efter en fejl nederst for at se, hvad den betyder, og hvad der skal rettes."
    ),
}

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
    "Læg månedens fil på siden Indlæsning, eller læg den i indbakken. "
    "Vil du prøve med eksempeldata, ligger de i data/eksempel."
)
GO_TO_INTAKE = "Gå til Indlæsning"
NO_LINES = "Ingen indsatser passer til filtrene"
EMPTIED_BY = "Der er filtreret på {filters}."
DATABASE_CLOSED = "Databasen kan ikke åbnes"
SETTINGS_TITLE = "Indstillingerne kan ikke bruges"
SETTINGS_WRONG = "Indstillingerne i {folder} kan ikke bruges. Ret det her, og start igen; intet gemt er ændret:"
ERROR = (
    "Der opstod en fejl, og siden kan ikke vises færdig. Genindlæs den; hjælper det ikke, så giv nummer {reference} "
    "til den, der passer dashboardet: årsagen står under det i appens log."
)
