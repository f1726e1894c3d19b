"""How long reds last, those that are red still counted, and whether they come out sooner than before."""

from collections.abc import Sequence

import streamlit as st
from htpy import fragment, h2, p

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.share import percent
from dashboard.queries import Lasting, RedSpell
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, counts_table, drawn_figure, figure_table
from dashboard.wording import phrases

KEY, TITLE = "varighed", "Hvor længe varer rød?"
HALF_OUT, LONGER = "halvdelen er ude efter {n}", "mere end halvdelen varer længere end {n}"
NONE_OUT, NEVER = "ingen er kommet ud endnu", "ingen har været røde"
SENTENCE = "{half}, af {n} i alt. De {still}, der er røde nu, er regnet med så længe, de har været røde."
ONLY_OUT = "Ser man kun på de {n}, der er kommet ud, er det {half}."
UNSEEN = "{n} blev ikke indberettet eller udgik, mens de var røde, og er regnet med til da."
TREND = (
    "Af de {recent}, der er blevet røde det seneste år, er {now} ude inden for tre statusser; "
    "af de {earlier} før var det {then}."
)
NO_TREND = "Der er for få røde til at sige, om de kommer hurtigere ud end før."
HEADS = ("Blev røde i", "Antal", "Ude inden for tre statusser", "Røde længere", "Ikke fulgt så længe", "Andel ude")
EXPLAINED = (
    "I andelen tæller de, der ikke er fulgt i tre statusser, med, så længe de er fulgt; den siges om mindst fem. "
    "Røde i den første status regnes fra den."
)
YEAR, FEW, UNKNOWN = 12, 5, "–"


def show_lasting(selection: Selection) -> None:
    """Show how long reds last in words, and by the quarter in which they began how many came out soon."""
    spells = ask(queries.red_spells, selection)
    said = [lasting_sentence(queries.lasting(spells)), " ", trend(spells, selection.month)]
    st.html(fragment[h2[TITLE], p(".answer")[said]])
    if spells:
        rows = [_row(quarter, one) for quarter, one in queries.quarters(spells).items()]
        figure = drawn_figure(KEY, TITLE, counts_table(HEADS, rows), figure_table(HEADS, rows))
        st.html(fragment[figure, p(".quiet")[EXPLAINED]])


def half_out(told: Lasting) -> str:
    """Say after how many statuses half of the reds are out."""
    if told.n == 0 or told.out == 0:
        return NONE_OUT if told.n else NEVER
    if told.half_out is None:
        return LONGER.format(n=_statuses(told.longest))
    return HALF_OUT.format(n=_statuses(told.half_out))


def lasting_sentence(told: Lasting) -> str:
    """Say how long reds last, whom that is of, and what it would be of those alone that came out."""
    half = phrases.capitalised(half_out(told))
    if told.n == 0:
        return f"{half}."
    said = [SENTENCE.format(half=half, n=phrases.number(told.n), still=phrases.number(told.still))]
    if told.half_of_out is not None:
        said.append(ONLY_OUT.format(n=phrases.number(told.out), half=_statuses(told.half_of_out)))
    if told.unseen:
        said.append(UNSEEN.format(n=phrases.number(told.unseen)))
    return " ".join(said)


def trend(spells: Sequence[RedSpell], now: Month) -> str:
    """Set what became red in the last year beside what did before, where both are enough."""
    late = queries.lasting([spell for spell in spells if spell.began > now.plus(-YEAR)])
    early = queries.lasting([spell for spell in spells if spell.began <= now.plus(-YEAR)])
    shares = _share(late), _share(early)
    if UNKNOWN in shares:
        return NO_TREND
    return TREND.format(recent=phrases.number(late.n), now=shares[0], earlier=phrases.number(early.n), then=shares[1])


def _row(quarter: str, told: Lasting) -> list[Cell]:
    longer = told.n - told.soon - told.not_followed
    return [quarter, told.n, told.soon, longer, told.not_followed, _share(told)]


def _share(told: Lasting) -> str:
    is_known = told.n >= FEW and told.soon_share is not None
    return percent(round(10_000 * (told.soon_share or 0)), 10_000) if is_known else UNKNOWN


def _statuses(n: float) -> str:
    said = f"{n:.1f}".removesuffix(".0").replace(".", ",")
    return f"{said} {'status' if said == '1' else 'statusser'}"
