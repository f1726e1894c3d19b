"""How good the signals are: how often each rule fired, and how often it went badly with its lines and with others."""

from collections.abc import Sequence

from htpy import Fragment, fragment, p

from dashboard.domain.light import Light
from dashboard.domain.share import percent
from dashboard.queries import SignalOutcome, Went
from dashboard.web.figure import counts_table, drawn_figure, figure_table
from dashboard.wording import phrases

KEY, TITLE = "traefsikkerhed", "Hvor gode er signalerne?"
HEADS = ("Signal", "Slået til", "Gik skidt med signalet", "Gik skidt uden")
EXPLAINED = (
    "Hver indsats tæller i hver status, som tre senere fulgte efter. For en grøn eller gul gik det skidt, når den var "
    "værre ved en af de tre; for en rød, når den ikke var ude ved nogen af dem. Signaler om røde sammenlignes med de "
    "andre røde, signaler om grønne med de andre grønne, de øvrige med grønne og gule. Hvor der er under ti, siges "
    "intet."
)
NOTHING = "for få ({n})"
RED, OTHERS = "stadig rød efter tre statusser", "værre inden for tre statusser"
SAID = "Slået til {fired}: {went} {with_it}, uden signalet {without}."
TOO_FEW = "Slået til {fired}; der er for få, som er fulgt i tre statusser, til at sige, hvor ofte det holder."


def outcome_figure(outcomes: Sequence[SignalOutcome]) -> Fragment:
    """Draw a row for each rule, and what the numbers are of."""
    rows = [[one.rule.name, phrases.number(one.fired), _went(one.with_it), _went(one.without)] for one in outcomes]
    about = [one.rule.about for one in outcomes]
    figure = drawn_figure(KEY, TITLE, counts_table(HEADS, rows, about), figure_table(HEADS, rows))
    return fragment[p(".quiet")[EXPLAINED], figure]


def outcome_sentence(one: SignalOutcome) -> str:
    """Say how good a rule is: how often it went badly with it and without, or that nobody can tell yet."""
    fired = "1 gang" if one.fired == 1 else f"{phrases.number(one.fired)} gange"
    if not (one.with_it.is_enough and one.without.is_enough):
        return TOO_FEW.format(fired=fired)
    went = RED if Light.RED in one.rule.among else OTHERS
    return SAID.format(fired=fired, went=went, with_it=_went(one.with_it), without=_went(one.without))


def _went(told: Went) -> str:
    """Give a share with what it is of: "32 % (12 af 38)"; nothing of fewer than ten."""
    if not told.is_enough:
        return NOTHING.format(n=told.n)
    return f"{percent(told.badly, told.n)} ({phrases.number(told.badly)} af {phrases.number(told.n)})"
