"""The guide above the issues: contents, the lights, who does what, how a meeting goes, documents, what signals are."""

from collections.abc import Sequence

from htpy import Element, Fragment, Node, b, dd, div, dl, dt, fragment, h2, li, ol, p, ul

from dashboard.domain.light import Light
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms
from dashboard.queries import SignalOutcome
from dashboard.web import issue_explanations
from dashboard.web.guide import workbook_format
from dashboard.web.markup import light, shape
from dashboard.web.signals import EXPLAINED, outcome_sentence
from dashboard.wording import texts

LEAD = (
    "{Udmøntningsplanen} gør budgetaftalen til opgaver. Hver måned får de opgaver, der går på tværs, en farve, så "
    "{direktionen} kan se, hvor der er behov for at zoome ind. Her står, hvad farverne betyder, hvem der gør hvad, og "
    "hvordan en fil skal se ud for at blive læst rigtigt."
)
LIGHTS, MONTH, MEETING, SIGNALS = "Farverne", "Hvem gør hvad", texts.MEETING, "Signaler"
EACH_LIGHT = (
    "Fagchefen giver hver indsats én af tre farver. Farven står altid sammen med en form og et ord, så den kan læses "
    "på tryk, på afstand og af den, der ikke skelner rød fra grøn."
)
BESIDE = {
    Light.NOT_REPORTED: (
        "Indsatsen står i planen, men har ingen farve for måneden. Det er hverken grønt eller afsluttet, og sidste "
        "måneds farve bliver aldrig ført videre."
    ),
    Light.DONE: "Mærkes med X. En afsluttet indsats er hverken rød, gul eller grøn og tæller ikke med i andelene.",
}
REASONS = "En rød kan skyldes forskellige ting, fx:"
SHARES = (
    "Andelene er af de aktive indsatser, der er indberettet. Afsluttede, ikke indberettede og udgåede tælles ved siden "
    "af, og antallet står der altid. Halve procent rundes op. Bedre og værre siges om de indsatser, der flyttede sig, "
    "og ikke om færre end fem; dem, der kom til, blev indberettet igen, kom tilbage eller gik ud, står ved siden af."
)
MONTHLY = (
    (
        "Fagcheferne",
        "giver status på deres indsatser: en farve og nogle linjer. Ved rød også årsagen, og hvad {direktionen} skal "
        "hjælpe med.",
    ),
    ("Økonomi", "samler status i én fil, indlæser den og følger op på det, der mangler eller er uklart."),
    ("Direktørerne", "fremlægger status for {direktionen} og samler OBS-punkter sammen med økonomichefen."),
    (
        "{Direktionen}",
        "gennemgår farverne og drøfter de røde. Fra møde til møde kan den vælge et fokusområde og indkalde en fagchef.",
    ),
)
RHYTHM = (
    (
        "Hver måned",
        "De strategiske og tværgående indsatser. Det er dem, {direktionen} følger; resten af planen er ikke med.",
    ),
    (
        "To gange om året",
        "Siden Halvårsstatus: hele planen til {økonomiudvalget} i tre lister, gennemført eller i gang, i fokus ved "
        "{direktionens} månedlige status, og det, der står foran politisk behandling. Over hver liste står reglen for, "
        "hvad der er på den. »Ret« flytter en indsats eller fremhæver den, med note og navn; det gælder den måneds "
        "status. Andelen, der følger planen, står ved siden af sidste halvårs.",
    ),
    (
        "Ind imellem",
        "Hvert fagudvalg ser sin egen del sammen med de tværgående indsatser og beslutter om den enkelte.",
    ),
)
MEETING_LEAD = (
    "Siden {Direktionsmøde} bærer mødet fra dagsorden til referat. Den er til {direktionens} møder, og et udvalg kan "
    "bruge den på samme måde. {Direktionen} ser på de tværgående indsatser, {økonomiudvalget} på hele planen, og et "
    "fagudvalg på sin egen del sammen med de tværgående."
)
MEETING_STEPS = (
    (
        "Før mødet",
        "Næste møde foreslår sig selv, og dagsordenen med: opfølgning på åbne beslutninger, nye røde, fortsat "
        "røde, fokus fra sidste møde, OBS-punkter og gule, der er blevet værre eller er indberettet igen. Punkter kan "
        "flyttes (også til et nummer), tages af og sættes på, og en fagchef kan indkaldes. Under »Mere« vælges et "
        "punkt som fokusområde eller OBS-punkt, og dokumenter lægges til. Deltagere og sagens tekster står øverst. "
        "Kommer der ny status imens, siges det med, hvad der kommer til og falder bort; »Opdatér« følger den, og det, "
        "der er gjort i hånden, bliver stående. Et udvalgs egen del og de tværgående punkter har hver sin måned. Dato, "
        "måned og omfang kan rettes, til mødet er holdt. Dagsordenen kan hentes som Word.",
    ),
    (
        "På mødet",
        "Gennemgang begynder og slutter med hele listen: farve, besluttet eller ikke besluttet. Derimellem vises én "
        "indsats ad gangen. »Vis på skærm« fjerner alt andet, piletasterne skifter punkt, og Esc går tilbage. "
        "Enhver indsats kan slås op undervejs (tasten /), og pilen fører tilbage. Åbnes gennemgangen igen, "
        "fortsætter den, hvor den slap. »Tid pr. punkt« viser tiden, hvis man vil. En anden kan skrive ved sin "
        "egen maskine: det står på skærmen inden for to sekunder. Der gemmes, hver gang man holder pause; »Gemt« "
        "står der kun, når det er gemt. Forsvinder forbindelsen, sendes teksten, når den er tilbage. Skriver to på "
        "det samme, bliver intet overskrevet uden at blive vist.",
    ),
    (
        "{Direktionens} farve",
        "Ser mødet en indsats anderledes end indberettet, kan det skrives. Den indberettede farve ændres ikke; begge "
        "står i referatet, og næste gang står der, hvordan mødet så den.",
    ),
    (
        "Efter mødet",
        "Referatet står som en sag: baggrund, sagsfremstilling med punkter og farver, indstilling, beslutning og "
        "bilag. Hele sagen får sin beslutning, og mange punkter kan tages til efterretning på én gang. Det kan "
        "kopieres som tekst til sagssystemet eller hentes som Word. »Afhold og lås mødet« siger først, hvilke røde der "
        "mangler en "
        "beslutning. Bagefter kan en beslutning stadig rettes, og rettelsen står i referatet med navn og tidspunkt; "
        "mødet kan også låses op igen af en, der skriver sit navn.",
    ),
    (
        "Opfølgning",
        "Åbne beslutninger står på siden efter ansvarlig, de mest forsinkede først, indtil det er skrevet, at de er "
        "udført eller bortfaldet. De åbne kommer først på næste dagsorden. Det, der blot er taget til efterretning, "
        "venter ikke på nogen. En beslutning fra før den første status skrives på indsatsens kort.",
    ),
)
SIGNALS_LEAD = (
    "Et signal er noget, der ikke ser ud, som det plejer eller bør. Det er ikke en fejl, og det ændrer ingen farve: "
    "det er en indsats, som nogen bør se på. Fagchefen giver farven; signalerne finder appen selv ud fra disse regler, "
    "de alvorligste først."
)
SIGNALS_SETTLED = (
    "Et signal kan afklares med en note, fx at den nye tidsplan er aftalt. Så er det ude af listen for alle, og noten "
    "står under »Afklarede« med navn og tidspunkt. Ændrer det sig, som signalet bygger på, kommer det igen: skydes "
    "tidsplanen en gang til, er det et nyt signal. En afklaring kan altid åbnes igen."
)
DOCUMENTS = "Dokumenter"
DOCUMENTS_LEAD = (
    "»Hent« på hver side giver det, siden viser, som dokumenter: samme måned, omfang og filtre, og de samme tal. Hvert "
    "dokument og hvert filnavn siger, hvad det viser, hvor mange indsatser det er, og hvornår det er dannet."
)
DOCUMENT_KINDS = (
    (
        "Bilag til {direktionen}",
        "Overblik, Udvikling og Udvalg: farvernes betydning, fordelingen, det ændrede og alle linjer, røde først eller "
        "i planens rækkefølge. Ny tekst er rød og udgået tekst streget over, som filen har det; har den intet "
        "markeret, er det forskellen fra den måned, der sammenlignes med. Slides til mødet har en indsats på hver, med "
        "diagrammer, der kan rettes i PowerPoint.",
    ),
    (
        "Udsnit til et udvalg",
        "Siden Udvalg: udvalgets egne indsatser og de tværgående punkter, hver med den måned, de sidst er leveret for.",
    ),
    (
        "Halvårsstatus",
        "Siden Halvårsstatus: det fremhævede, de tre lister, det ændrede siden sidste halvår, og hele planen som bilag "
        "efter art, udvalg og tema med ny tekst rød og gammel streget over. Også som slides uden bilaget, og som Excel "
        "og CSV med den liste, hver indsats står på.",
    ),
    ("Kortet", "En indsats på en side: lys måned for måned, tekster, ændringer og beslutninger."),
    (
        "Lister",
        "Røde indsatser og listerne bag tallene, også som Excel og CSV. En Excel-liste over hele planen, de tværgående "
        "eller ét udvalg kan indlæses igen; en liste over nogle af indsatserne siger, at den er et udsnit, og bliver "
        "ikke taget for en status.",
    ),
)
SECTIONS = {
    "farverne": LIGHTS,
    "maaneden": MONTH,
    "direktionsmoede": MEETING,
    "dokumenter": DOCUMENTS,
    "signaler": SIGNALS,
    "projektmappen": workbook_format.TITLE,
    "ogsaa": workbook_format.UNDERSTOOD,
    "fejl": issue_explanations.TITLE,
}


def lights_section() -> Fragment:
    """Draw what each light means: the three colours word for word, then not reported and X."""
    colours = (_meaning(value, terms().lights[value].definition) for value in Light if value.is_reported)
    return fragment[
        h2(id="farverne")[LIGHTS],
        p[EACH_LIGHT],
        dl(".meanings.colours")[colours],
        div(".reasons")[p[shape(Light.RED), REASONS], ul[(li[reason.name] for reason in terms().reasons)]],
        dl(".meanings")[(_meaning(value, said) for value, said in BESIDE.items())],
        p[SHARES],
    ]


def month_section() -> Fragment:
    """Draw who does what each month, and what comes more seldom."""
    steps = (li[b[own_words(who)], " ", own_words(does)] for who, does in MONTHLY)
    return fragment[h2(id="maaneden")[MONTH], ol(".steps")[steps], _rhythm(RHYTHM)]


def meeting_section() -> Fragment:
    """Draw how a meeting goes from agenda to follow-up."""
    return fragment[h2(id="direktionsmoede")[MEETING], p[own_words(MEETING_LEAD)], _rhythm(MEETING_STEPS)]


def documents_section() -> Fragment:
    """Draw which documents there are, and where."""
    return fragment[h2(id="dokumenter")[DOCUMENTS], p[DOCUMENTS_LEAD], _rhythm(DOCUMENT_KINDS)]


def signals_section(outcomes: Sequence[SignalOutcome] = ()) -> Fragment:
    """Draw every rule with its sentence and how good it is, where something is stored, and what settling does."""
    good = {one.rule: outcome_sentence(one) for one in outcomes}
    rules = ([dt(id=f"signal-{rule.rule}")[rule.name], dd[rule.about, " ", good.get(rule)]] for rule in terms().signals)
    return fragment[
        h2(id="signaler")[SIGNALS],
        p[SIGNALS_LEAD],
        bool(good) and p[EXPLAINED],
        dl(".meanings")[rules],
        p[SIGNALS_SETTLED],
    ]


def _rhythm(steps: Sequence[tuple[str, str]]) -> Element:
    return dl(".rhythm")[([dt[own_words(when)], dd[own_words(what)]] for when, what in steps)]


def _meaning(value: Light, said: str) -> Node:
    return dt(class_=str(value))[light(value)], dd[said]
