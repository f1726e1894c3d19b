"""What the signals are: every rule in words, and what it means that one is settled."""

from html import escape

from dashboard.domain.terms import terms
from dashboard.web.markup import tag

TITLE = "Signaler"
LEAD = (
    "Et signal er noget, der ikke ser ud, som det plejer eller bør. Det er ikke en fejl, og det ændrer ingen farve: "
    "det er en indsats, som nogen bør se på. Fagchefen giver farven; signalerne finder appen selv ud fra disse regler, "
    "de alvorligste først."
)
SETTLED = (
    "Et signal kan afklares med en note, fx at den nye tidsplan er aftalt. Så er det ude af listen for alle, og noten "
    "står under »Afklarede« med navn og tidspunkt. Ændrer det sig, som signalet bygger på, kommer det igen: skydes "
    "tidsplanen en gang til, er det et nyt signal. En afklaring kan altid åbnes igen."
)


def signals_section() -> str:
    """Draw every rule with its sentence, and what settling does."""
    rules = "".join(
        tag("dt", escape(rule.name), id=f"signal-{rule.rule}") + tag("dd", escape(rule.about))
        for rule in terms().signals
    )
    return (
        tag("h2", TITLE, id="signaler")
        + tag("p", escape(LEAD))
        + tag("dl", rules, "meanings")
        + tag("p", escape(SETTLED))
    )
