"""How a meeting goes: planned, gone through and locked, with what everybody can see meanwhile."""

from html import escape

from dashboard.web.markup import tag

TITLE = "Direktionsmøde"
LEAD = (
    "Siden Direktionsmøde bærer mødet fra dagsorden til referat. Den er til direktionens møder, og et udvalg kan bruge "
    "den på samme måde: så er det udvalgets egne indsatser, der foreslås."
)
STEPS = (
    (
        "Før mødet",
        "Næste møde foreslår sig selv, og dagsordenen med: opfølgning på åbne beslutninger, nye røde, fortsat røde, "
        "fokus fra sidste møde, OBS-punkter og gule, der er blevet værre. Punkter kan flyttes, tages af og sættes på, "
        "og en fagchef kan indkaldes. Kommer der ny status imens, står den som nye forslag. Dagsordenen kan hentes "
        "som Word.",
    ),
    (
        "På mødet",
        "Gennemgang viser én indsats ad gangen. »Vis på skærm« fjerner alt andet, piletasterne skifter punkt, og Esc "
        "går tilbage. En anden kan skrive ved sin egen maskine: det står på skærmen inden for to sekunder. Der gemmes, "
        "hver gang man holder pause. Skriver to på det samme, bliver intet overskrevet uden at blive vist.",
    ),
    (
        "Direktionens farve",
        "Ser mødet en indsats anderledes end indberettet, kan det skrives. Den indberettede farve ændres ikke; begge "
        "står i referatet.",
    ),
    (
        "Efter mødet",
        "Referatet kan kopieres som tekst til sagssystemet eller hentes som Word. »Afhold og lås mødet« siger først, "
        "hvilke røde der mangler en beslutning. Bagefter kan en beslutning stadig rettes, og rettelsen står i "
        "referatet med navn og tidspunkt.",
    ),
    (
        "Opfølgning",
        "Åbne beslutninger står på siden efter ansvarlig, de mest forsinkede først, indtil det er skrevet, at de er "
        "udført eller bortfaldet. De åbne kommer først på næste dagsorden. Det, der blot er taget til efterretning, "
        "venter ikke på nogen.",
    ),
)


def meeting_section() -> str:
    """Draw how a meeting goes from agenda to follow-up."""
    steps = "".join(tag("dt", escape(when)) + tag("dd", escape(what)) for when, what in STEPS)
    return tag("h2", TITLE, id="direktionsmoede") + tag("p", escape(LEAD)) + tag("dl", steps, "rhythm")
