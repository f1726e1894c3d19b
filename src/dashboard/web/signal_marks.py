"""What smells wrong with a line, where the line itself is shown: a mark in a list, and the whole of it on its card."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.queries import Selection
from dashboard.web import address, phrases, places
from dashboard.web import texts as app_texts
from dashboard.web.markup import tag, text
from dashboard.web.signals import texts
from dashboard.web.signals.answer import RULE_KEY
from dashboard.web.signals.cases import Case, by_line, cases, open_cases
from dashboard.web.signals.settling import settle_link, show_asked_settling


def marks_of(selection: Selection) -> Mapping[int, str]:
    """Draw for each line that has open signals a mark that names the weightiest and counts the others, as HTML."""
    return {group[0].indsats_id: mark(group) for group in by_line(open_cases(selection))}


def mark(group: Sequence[Case]) -> str:
    """Draw the mark of one line: "Rød længe +1", with all that is said of it when pointed at."""
    first, more = group[0], len(group) - 1
    said = ". ".join(case.said for case in group)
    shown = escape(first.rule.name) + (text(f"+{more}", "more") if more else "")
    target = address.href(places.SIGNALS, **{RULE_KEY: first.rule.rule})
    return tag("a", shown, "signal-mark", href=target, title=said, aria_label=f"{app_texts.SIGNALS}: {said}")


def show_line_signals(selection: Selection, indsats_id: int) -> None:
    """Show what smells wrong with one line, whatever the filters, with the way to settle it; nothing without any."""
    unfiltered = Selection(selection.month, selection.compare, selection.scope, known_at=selection.known_at)
    found = [case for case in cases(unfiltered) if case.indsats_id == indsats_id]
    if found:
        st.html(line_signals(found))
    show_asked_settling(unfiltered)


def line_signals(found: Sequence[Case]) -> str:
    """Draw the signals of one line: what is said, what the rule means, and who settled it."""
    heading = tag("h2", escape(app_texts.SIGNALS)) + text(phrases.number(len(found)), "count")
    return tag("section", heading + tag("ul", "".join(map(_case, found))), "line-signals")


def _case(case: Case) -> str:
    said = tag("b", escape(case.rule.name)) + text(case.said if case.rule.says_more_than_its_name else case.rule.about)
    if case.settled:
        by = texts.BY.format(who=case.settled.by, moment=phrases.short_moment(case.settled.at))
        said += text(f"{texts.MARK_SETTLED}: {case.settled.note}") + text(by, "quiet")
    return tag("li", said + settle_link(case), "settled" if case.settled else "", title=case.rule.about)
