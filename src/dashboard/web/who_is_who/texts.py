"""The Danish sentences about which lines are one."""

QUESTION = "Er det samme indsats?"
WHY = (
    "Titlerne er ikke ens, så appen afgør det ikke selv. Er de to samme indsats, vises de som én i alle måneder, og "
    "begge stavemåder genkendes fremover. Alt kan fortrydes."
)
NOTHING_OPEN = "Alle nye indsatser er afklaret."
NEW_LINE = "Ny i {place}"
KNOWN_LINE = "Sidst set {month}"
SAME = "Samme"
CONTINUES = "Fortsætter den"
CONTINUES_MEANS = "To indsatser, hvor den nye følger efter den gamle, fx når en indsats deles eller flere samles."
NEW = "Ny indsats"
NEW_MEANS = "En ny indsats, som ikke er nogen af dem, der er foreslået. De foreslås ikke igen."
DECIDED = "Afgjort"
DECISIONS = {
    "same": "»{name}« er samme indsats som »{other}«",
    "different": "»{name}« er en ny indsats, ikke »{other}«",
    "continues": "»{name}« fortsætter »{other}«",
}
BY = "{moment} af {who}"
UNDO = "Fortryd"
SHOW_REST = "Vis {n} flere"

# before saving
LATER = "Afgør senere"
SAME_AS = "Samme som »{name}« ({score})"
NEW_ROW = "Ny indsats"
ROW = "{name}: er det samme indsats som en af dem, der ikke længere står i planen?"
