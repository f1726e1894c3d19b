"""What smells wrong, on Overblik: how many of each kind, each number the way to its lines."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.web import address, phrases, places
from dashboard.web import texts as app_texts
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection
from dashboard.web.signals import texts
from dashboard.web.signals.answer import RULE_KEY
from dashboard.web.signals.cases import Case, by_rule, lines_of, open_cases


def show_signal_counts(selection: Selection) -> None:
    """Show how many open signals there are by rule, the most serious first."""
    st.html(signal_counts(open_cases(selection)))


def signal_counts(found: Sequence[Case]) -> str:
    """Draw a row for each rule with its count; each leads to its lines, the heading to all of them."""
    heading = tag("h2", escape(app_texts.SIGNALS))
    if not found:
        return tag("section", heading + tag("p", escape(texts.NOTHING), "quiet"), "signal-counts")
    lines = phrases.count_of(lines_of(found), "indsats", "indsatser")
    every = texts.ALL_OF.format(n=phrases.count_of(len(found), *texts.OPEN), lines=lines)
    way = tag("a", escape(every), "settle", href=address.href(places.SIGNALS))
    rows = "".join(
        tag(
            "li",
            tag(
                "a",
                text(rule.name) + tag("b", phrases.number(len(group))),
                href=address.href(places.SIGNALS, **{RULE_KEY: rule.rule}),
                title=rule.about,
            ),
        )
        for rule, group in by_rule(found).items()
    )
    return tag("section", tag("div", heading + way, "signal-heading") + tag("ul", rows), "signal-counts")
