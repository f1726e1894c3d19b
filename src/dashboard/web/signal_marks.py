"""What smells wrong: how many of each kind, a mark at a line, all of it on its card, and the dialog that settles it."""

from collections.abc import Mapping, Sequence

import streamlit as st
from htpy import Element, a, b, div, fragment, h2, h3, li, p, section, span, ul

from dashboard import queries
from dashboard.domain.scope import Scope
from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries import Signal
from dashboard.records import settle_signal, unsettle_signal
from dashboard.web import address, trace
from dashboard.web.database import Selection, ask, database
from dashboard.web.drafts import confirm, kept
from dashboard.web.head import tell
from dashboard.web.sign_in import acting, may, why_not
from dashboard.wording import phrases, texts

RULE_KEY = "regel"
OPEN = ("åbent signal", "åbne signaler")
ALL_OF = "Se {n} på {lines}"
NOTHING = "Ingen åbne signaler."

# the dialog, which the address opens, so that a page of signals holds no widgets
SETTLE, SETTLE_OF = "Afklar", "Afklar »{rule}« for {name}"
REOPEN, REOPEN_OF = "Åbn igen", "Åbn »{rule}« for {name} igen"
OPEN_AGAIN = "Signalet om »{name}« er åbent igen."
SETTLED, SETTLED_BY = "Afklaret", "{who}, {moment}"
TITLE = "Afklar et signal"
NOTE_LABEL = "Hvad er afklaret?"
NOTE_PLACEHOLDER = "Fx: Aftalt med fagchefen, at den nye tidsplan holder"
NOTE_MISSING = "Skriv kort, hvad der er afklaret, så andre kan se det."
MEANS = "Signalet lægges ned under »Afklarede« for alle. Ændrer grundlaget sig, kommer det igen. Det kan fortrydes."
IS_SETTLED = "Afklaret af {who} {moment}"
NOT_FOUND = "Signalet findes ikke i den valgte måned. Grundlaget er måske ændret siden, eller filtrene skjuler det."
KEY = "afklar"
NOTE, MISSING = "afklar_note", "afklar_mangler"


def _open_signals(selection: Selection) -> list[Signal]:
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
    st.html(_signal_counts(_open_signals(selection)))


def _signal_counts(found: Sequence[Signal]) -> Element:
    """Draw a row for each rule with its count; each leads to its lines, the heading to all of them."""
    heading = h2[texts.SIGNALS]
    if not found:
        return section(".signal-counts")[heading, p(".quiet")[NOTHING]]
    lines = phrases.count_of(len(by_line(found)), "indsats", "indsatser")
    every = ALL_OF.format(n=phrases.count_of(len(found), *OPEN), lines=lines)
    way = a(".settle", href=address.href(address.SIGNALS))[every]
    rows = (
        li[
            a(href=address.href(address.SIGNALS, **{RULE_KEY: rule.rule}), title=rule.about)[
                span[rule.name], b[phrases.number(len(group))]
            ]
        ]
        for rule, group in by_rule(found).items()
    )
    return section(".signal-counts")[div(".signal-heading")[heading, way], ul[rows]]


def marks_of(selection: Selection) -> Mapping[int, Element]:
    """Draw for each line that has open signals a mark that names the weightiest and counts the others."""
    return {group[0].indsats_id: mark(group) for group in by_line(_open_signals(selection))}


def mark(group: Sequence[Signal]) -> Element:
    """Draw the mark of one line: "Rød længe +1", with all that is said of it when pointed at."""
    rule, more = group[0].rule, len(group) - 1
    said = ". ".join(signal.said for signal in group)
    target = address.href(address.SIGNALS, **{RULE_KEY: rule.rule})
    return a(".signal-mark", href=target, title=said)[rule.name, span(".more")[f"+{more}"] if more else None]


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


def signals_of(selection: Selection) -> list[Signal]:
    """Give the signals of what is selected; those of all lines are worked out once, whatever the filters."""
    whole = ask(queries.scope_signals, selection.unfiltered)
    shown = ask(queries.signal_lines, selection)
    return [signal for signal in whole if signal.indsats_id in shown]


def settle_link(signal: Signal) -> Element | None:
    """Make the way to settle a signal, or to open it again; none for those who may not."""
    if not may("settle"):
        return None
    label, said = (REOPEN, REOPEN_OF) if signal.settled else (SETTLE, SETTLE_OF)
    told = said.format(rule=signal.rule.name, name=signal.name)
    return a(".settle", href=f"?{KEY}={signal.key}", title=told, aria_label=told)[label]


def settled_by(signal: Signal) -> str:
    """Say who settled a signal and when; nothing for an open one."""
    settled = signal.settled
    return SETTLED_BY.format(who=settled.by, moment=phrases.short_moment(settled.at)) if settled else ""


def show_asked_settling(selection: Selection) -> None:
    """Open the dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None and trace.KEY not in st.query_params:  # one dialog at a time
        _dialog(asked, selection)


def _settle(signal: Signal, scope: Scope) -> None:
    note = str(st.session_state[NOTE]).strip()
    st.session_state[MISSING] = not note
    if note:
        settle_signal(database(), signal.rule.rule, signal.indsats_id, scope, signal.basis, note, acting("settle"))
        confirm(f"signal-{signal.key}", note)
        _forget()


def _reopen(signal: Signal, scope: Scope) -> None:
    settled = signal.settled
    if settled is not None and unsettle_signal(database(), settled.settled_id, acting("settle")):
        said = signal.rule.rule, signal.indsats_id, scope, signal.basis, settled.note
        tell(OPEN_AGAIN.format(name=signal.name), lambda: settle_signal(database(), *said, acting("settle")))
    _forget()


def _forget() -> None:
    st.query_params.pop(KEY, None)
    st.session_state.pop(MISSING, None)
    st.session_state.pop(NOTE, None)


@st.dialog(TITLE, on_dismiss=_forget)
def _dialog(asked: str, selection: Selection) -> None:
    if KEY not in st.query_params:  # it is done
        st.rerun()
    signal = next((each for each in signals_of(selection) if each.key == asked), None)
    if signal is None:
        st.html(p(".note")[NOT_FOUND])
        return
    what = p[b[signal.rule.name], " · ", signal.said]
    st.html(fragment[h3[signal.name], what, p(".quiet")[signal.rule.about]])
    settled, refused = signal.settled, why_not("settle")
    if settled is not None:
        by = IS_SETTLED.format(who=settled.by, moment=phrases.moment(settled.at))
        st.html(div(".note")[p[settled.note], span(".quiet")[by]])
        if not refused:
            st.button(REOPEN, on_click=_reopen, args=(signal, selection.scope), key="aabn_igen")
    if refused:
        st.html(p(".quiet")[refused])
    if settled is not None or refused:
        return
    st.text_area(NOTE_LABEL, key=NOTE, placeholder=NOTE_PLACEHOLDER, max_chars=500)
    st.html(kept(NOTE, f"signal-{asked}"))
    if st.session_state.get(MISSING) and not st.session_state[NOTE].strip():
        st.html(p(".note", role="alert")[NOTE_MISSING])
    st.html(p(".quiet")[MEANS])
    st.button(SETTLED, on_click=_settle, args=(signal, selection.scope), type="primary", key="afklaret")
