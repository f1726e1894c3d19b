"""What smells wrong, on other pages: how many of each kind, a mark at a line in a list, all of it on its card."""

from collections.abc import Mapping, Sequence

import streamlit as st
from htpy import Element, a, b, div, h2, li, p, section, span, ul

from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries import Selection, Signal
from dashboard.web import address, phrases, places, texts
from dashboard.web.settling import SETTLED, settle_link, settled_by, show_asked_settling, signals_of

RULE_KEY = "regel"
OPEN = ("åbent signal", "åbne signaler")
ALL_OF = "Se {n} på {lines}"
NOTHING = "Ingen åbne signaler."


def open_signals(selection: Selection) -> list[Signal]:
    """Give the signals of a selection that nobody has settled."""
    return [signal for signal in signals_of(selection) if signal.settled is None]


def by_rule(found: Sequence[Signal]) -> dict[SignalTerms, list[Signal]]:
    """Put signals under their rule, in order of weight; rules without any are left out."""
    grouped = {rule: [signal for signal in found if signal.rule == rule] for rule in terms().signals}
    return {rule: group for rule, group in grouped.items() if group}


def by_line(found: Sequence[Signal]) -> list[list[Signal]]:
    """Put signals together by line: most of them first, then the weightiest."""
    lines: dict[int, list[Signal]] = {}
    for signal in found:
        lines.setdefault(signal.indsats_id, []).append(signal)
    return sorted(lines.values(), key=lambda group: -len(group))


def show_signal_counts(selection: Selection) -> None:
    """Show how many open signals there are by rule, the most serious first."""
    st.html(signal_counts(open_signals(selection)))


def signal_counts(found: Sequence[Signal]) -> Element:
    """Draw a row for each rule with its count; each leads to its lines, the heading to all of them."""
    heading = h2[texts.SIGNALS]
    if not found:
        return section(".signal-counts")[heading, p(".quiet")[NOTHING]]
    lines = phrases.count_of(len(by_line(found)), "indsats", "indsatser")
    every = ALL_OF.format(n=phrases.count_of(len(found), *OPEN), lines=lines)
    way = a(".settle", href=address.href(places.SIGNALS))[every]
    rows = (
        li[
            a(href=address.href(places.SIGNALS, **{RULE_KEY: rule.rule}), title=rule.about)[
                span[rule.name], b[phrases.number(len(group))]
            ]
        ]
        for rule, group in by_rule(found).items()
    )
    return section(".signal-counts")[div(".signal-heading")[heading, way], ul[rows]]


def marks_of(selection: Selection) -> Mapping[int, Element]:
    """Draw for each line that has open signals a mark that names the weightiest and counts the others."""
    return {group[0].indsats_id: mark(group) for group in by_line(open_signals(selection))}


def mark(group: Sequence[Signal]) -> Element:
    """Draw the mark of one line: "Rød længe +1", with all that is said of it when pointed at."""
    rule, more = group[0].rule, len(group) - 1
    said = ". ".join(signal.said for signal in group)
    target = address.href(places.SIGNALS, **{RULE_KEY: rule.rule})
    return a(".signal-mark", href=target, title=said, aria_label=f"{texts.SIGNALS}: {said}")[
        rule.name, span(".more")[f"+{more}"] if more else None
    ]


def show_line_signals(selection: Selection, indsats_id: int) -> None:
    """Show what smells wrong with one line, whatever the filters, with the way to settle it; nothing without any."""
    found = [signal for signal in signals_of(selection.unfiltered) if signal.indsats_id == indsats_id]
    if found:
        heading = h2[texts.SIGNALS], span(".count")[phrases.number(len(found))]
        st.html(section(".line-signals")[heading, ul[map(_signal, found)]])
    show_asked_settling(selection.unfiltered)


def _signal(signal: Signal) -> Element:
    rule, settled = signal.rule, signal.settled
    return li(class_="settled" if settled else None, title=rule.about)[
        b[rule.name],
        span[signal.said if rule.says_more_than_its_name else rule.about],
        [span[f"{SETTLED}: {settled.note}"], span(".quiet")[settled_by(signal)]] if settled else None,
        settle_link(signal),
    ]
