"""What the lights mean, and who does what from month to month."""

from html import escape

from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.web.markup import light, shape, tag

LEAD = (
    "Udmøntningsplanen gør budgetaftalen til opgaver. Hver måned får de opgaver, der går på tværs, en farve, så "
    "direktionen kan se, hvor der er behov for at zoome ind. Her står, hvad farverne betyder, hvem der gør hvad, og "
    "hvordan en projektmappe skal se ud for at blive læst rigtigt."
)
LIGHTS, MONTH = "Farverne", "Hvem gør hvad"
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
    "af, og antallet står der altid."
)
MONTHLY = (
    (
        "Fagcheferne",
        "giver status på deres indsatser: en farve og nogle linjer. Ved rød også årsagen, og hvad direktionen skal "
        "hjælpe med.",
    ),
    ("Økonomi", "samler status i én projektmappe, indlæser den og følger op på det, der mangler eller er uklart."),
    ("Direktørerne", "fremlægger status for direktionen og samler OBS-punkter sammen med økonomichefen."),
    (
        "Direktionen",
        "gennemgår farverne og drøfter de røde. Fra møde til møde kan den vælge et fokusområde og indkalde en fagchef.",
    ),
)
RHYTHM = (
    (
        "Hver måned",
        "De strategiske og tværgående indsatser. Det er dem, direktionen følger; resten af planen er ikke med.",
    ),
    (
        "To gange om året",
        "Hele planen til Økonomiudvalget i tre lister: gennemført eller i gang, i fokus ved direktionens månedlige "
        "status, og det, der står foran politisk behandling.",
    ),
    (
        "Ind imellem",
        "Hvert fagudvalg ser sin egen del sammen med de tværgående indsatser og beslutter om den enkelte.",
    ),
)


def lights_section() -> str:
    """Draw what each light means: the three colours word for word, then not reported and X."""
    colours = "".join(_meaning(value, terms().lights[value].definition) for value in Light if value.is_reported)
    beside = "".join(_meaning(value, said) for value, said in BESIDE.items())
    reasons = "".join(tag("li", escape(reason.name)) for reason in terms().reasons)
    return (
        tag("h2", LIGHTS, id="farverne")
        + tag("p", escape(EACH_LIGHT))
        + tag("dl", colours, "meanings colours")
        + tag("div", tag("p", shape(Light.RED) + escape(REASONS)) + tag("ul", reasons), "reasons")
        + tag("dl", beside, "meanings")
        + tag("p", escape(SHARES))
    )


def month_section() -> str:
    """Draw who does what each month, and what comes more seldom."""
    steps = "".join(tag("li", tag("b", escape(who)) + " " + escape(does)) for who, does in MONTHLY)
    rhythm = "".join(tag("dt", escape(when)) + tag("dd", escape(what)) for when, what in RHYTHM)
    return tag("h2", MONTH, id="maaneden") + tag("ol", steps, "steps") + tag("dl", rhythm, "rhythm")


def _meaning(value: Light, said: str) -> str:
    return tag("dt", light(value), str(value)) + tag("dd", escape(said))
