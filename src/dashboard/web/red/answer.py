"""The answer of the page: how many are red, how long they have been it, and how much money lies in them."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import pandas as pd

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.web import money_words, phrases
from dashboard.web import texts as general
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import shape, tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.red import texts
from dashboard.web.red.lines import RedLine

LONG = next(signal.limit or 3 for signal in terms().signals if signal.rule == "red_long")


def answer(counts: pd.DataFrame, lines: Sequence[RedLine], selection: Selection) -> str:
    """Draw the number of red lines with its change, and beside it what it is made of."""
    red = [line for line in lines if line.light is Light.RED]
    n = phrases.number(len(red))
    said = texts.RED_LINES[0 if len(red) == 1 else 1]
    number = list_link(n, "list-link red-n", lys=str(Light.RED)) + tag("span", escape(said), "red-said")
    head = tag("div", shape(Light.RED) + number, "red-count") + tag("p", _change(counts, selection), "red-change")
    facts = tag("dl", _facts(red, selection), "red-facts") if red else ""
    return tag("div", head + facts, "red-answer")


def _change(counts: pd.DataFrame, selection: Selection) -> str:
    if selection.compare is None:
        return text(general.NOTHING_TO_COMPARE)
    row = counts[counts["light"] == Light.RED].iloc[0]
    by, since = int(row["n"]) - int(row["n_before"]), phrases.since(selection.compare, selection.month)
    if by == 0:
        return text(f"{general.UNCHANGED} {since}")
    return text(phrases.change(by), "change worse" if by > 0 else "change") + " " + text(since)


def _facts(red: Sequence[RedLine], selection: Selection) -> str:
    counted = {
        texts.NEW_RED: sum(line.in_row == 1 for line in red),
        texts.LONG_RED.format(n=LONG): sum(line.in_row >= LONG for line in red),
    }
    drawn = "".join(_fact(label, tag("b", phrases.number(n))) for label, n in counted.items())
    first = max(red, key=lambda line: line.in_row)
    long = phrases.in_row(first.in_row, first.since, selection.month)
    drawn += _fact(texts.LONGEST, line_link(first.name, first.indsats_id) + ", " + escape(long))
    year = money_words.year_of(selection)
    sums = ask(queries.money, replace(selection, light=(str(Light.RED),)))
    return drawn + _fact(texts.MONEY_IN_RED.format(year=year), money_words.sums(sums, year))


def _fact(label: str, content: str) -> str:
    return tag("dt", escape(label)) + tag("dd", content)
