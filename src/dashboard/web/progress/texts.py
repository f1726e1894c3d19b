"""The Danish sentences of Udvikling."""

MONTHS = "Fordeling måned for måned"
AS_SHARE, AS_COUNT = "andel", "antal"
MEASURES = {AS_SHARE: "Andel", AS_COUNT: "Antal"}
MEASURE = "Vis andel eller antal"
OF_SHARE = "Andel af de aktive og indberettede; deres antal står over søjlen. Klik på et felt for at se indsatserne."
OF_COUNT = "Antal indsatser i alt over søjlen. Klik på et felt for at se indsatserne."
COUNT_WITH_LIGHT = "Filteret på lys er slået til, så her vises antal og ikke andele."
ONE_MONTH = "Der er kun én status for dette omfang. Udviklingen kan ses, når den næste er indlæst."
NOT_DELIVERED = "ikke leveret"

PARTS = {"tema": "Tema", "udvalg": "Udvalg", "art": "Art"}
PER_PART = {"tema": "Per tema", "udvalg": "Per udvalg", "art": "Per art"}
PART = "Vis per tema, udvalg eller art"
IN_BOTH = "En indsats i to udvalg tæller i begge."
NO_ACTIVE = "ingen aktive"
BETTER = {
    "tema": "Hvilke temaer bliver bedre?",
    "udvalg": "Hvilke udvalg bliver bedre?",
    "art": "Hvilke arter bliver bedre?",
}
UNCHANGED_ALL = "Ingen af dem har fået en anden andel røde og gule {since}."
BETTER_SAID, WORSE_SAID, SAME_SAID = "bedre", "værre", "uændret"
NO_SHARES_WITH_LIGHT = "Slå filteret på lys fra for at se andele."

MONTHS_APART = "Fra måned til måned"
MATRIX = "Fra {before} til {now}"
NEW, GONE, SUM = "Ny", "Udgået", "I alt"
NO_COMPARISON = "Vælg en måned under »Sammenlign med« for at se, hvordan lysene har flyttet sig."
WORSENED, UNCHANGED = "Forværret", "Uændret"
OPENS = "Hvert tal åbner listen."
LEFT_WHEN_DONE = "{n} af dem under »Udgået« var afsluttet og er ude af planen."

STRIPS = "Indsats for indsats"
WORST_FIRST = "værst nu øverst"
ALSO_AWAY = ", også {n}, som ikke længere er i planen"
FIRST_ONLY = "Vis kun de første {n}"
CONTINUES = "fortsætter en tidligere indsats"
UDVALG, TITLE = "Udvalg", "Indsats"
LEGEND_NOT_REPORTED = "Ikke indberettet"
LEGEND_DONE = "Afsluttet"
LEGEND_GAP = "Ingen status for måneden"
LEGEND_GONE = "Udgået"
LEGEND_LEFT = "Afsluttet og ude af planen"
LEGEND_INHERITED = "Den indsats, som den fortsætter"

FLOW = "Forbedret og forværret hver måned"
FLOW_KINDS = {
    "improved": "Forbedret",
    "worsened": "Forværret",
    "new": "Nye",
    "gone": "Udgået",
    "done": "Afsluttet",
    "reopened": "Genåbnet",
    "not_reported": "Ikke længere indberettet",
    "reported_again": "Indberettet igen",
}
FLOW_EXPLAINED = "Fra hver status til den næste."
SPELLS = "Statusser i træk i det nuværende lys"
IN_ROW = "Statusser i træk"
MONTH, TOTAL, ACTIVE = "Måned", "I alt", "Aktive og indberettede"
