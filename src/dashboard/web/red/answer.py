"""The answer of the page: how many are red, how long they have been it, and how much money lies in them."""

from collections.abc import Sequence
from dataclasses import replace

from htpy import Element, Fragment, Node, b, dd, div, dl, dt, fragment, p, span

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.queries import LightCount, ListedLine
from dashboard.web import money, phrases, texts
from dashboard.web.database import Selection, ask
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import shape

RED_LINES = ("rød indsats", "røde indsatser")
NEW_RED = "Nye røde"
LONG_RED = "Mindst {n} i træk"
LONGEST = "Længst"
MONEY_IN_RED = "Beløb {year}"
LONG = next(signal.limit or 3 for signal in terms().signals if signal.rule == "red_long")


def answer(counts: Sequence[LightCount], red: Sequence[ListedLine], selection: Selection) -> Element:
    """Draw the number of red lines with its change, and beside it what it is made of."""
    number = list_link(phrases.number(len(red)), "list-link red-n", lys=str(Light.RED))
    return div(".red-answer")[
        div(".red-count")[shape(Light.RED), number, span(".red-said")[RED_LINES[0 if len(red) == 1 else 1]]],
        p(".red-change")[_change(counts, selection)],
        bool(red) and dl(".red-facts")[_facts(red, selection)],
    ]


def _change(counts: Sequence[LightCount], selection: Selection) -> Element | Fragment:
    if selection.compare is None:
        return span[texts.NOTHING_TO_COMPARE]
    by = sum(count.n - (count.n_before or 0) for count in counts if count.light is Light.RED)
    since = phrases.since(selection.compare, selection.month)
    if by == 0:
        return span[f"{texts.UNCHANGED} {since}"]
    return fragment[span(class_=["change", by > 0 and "worse"])[phrases.change(by)], " ", span[since]]


def _facts(red: Sequence[ListedLine], selection: Selection) -> list[Node]:
    first = max(red, key=lambda line: line.in_row or 1)
    long = phrases.in_row(first.in_row or 1, first.since or selection.month, selection.month)
    year = money.year_of(selection)
    sums = ask(queries.money, replace(selection, light=(str(Light.RED),)))
    facts: dict[str, Node] = {
        NEW_RED: b[phrases.number(sum(line.in_row == 1 for line in red))],
        LONG_RED.format(n=LONG): b[phrases.number(sum((line.in_row or 1) >= LONG for line in red))],
        LONGEST: [line_link(first.name, first.indsats_id), ", ", long],
        MONEY_IN_RED.format(year=year): money.sums(sums, year),
    }
    return [(dt[label], dd[content]) for label, content in facts.items()]
