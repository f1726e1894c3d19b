"""Signaler: the answer in one look, each signal under its rule or its line; the settled and the silent ones last."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Fragment, Node, a, b, br, details, div, fragment, h2, li, p, q, section, span, summary, ul

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.share import percent
from dashboard.domain.terms import SignalTerms, terms
from dashboard.queries import LightCount, Signal, SignalOutcome, Went
from dashboard.web import address, filters
from dashboard.web.address import choose, chosen_of
from dashboard.web.database import Selection, ask
from dashboard.web.figure import counts_table, drawn_figure, figure_table
from dashboard.web.head import show_head
from dashboard.web.links import line_link, whole_list_link
from dashboard.web.markup import light, skippable
from dashboard.web.signal_marks import OPEN, RULE_KEY, by_line, by_rule, settle_link, settled_by, signals_of
from dashboard.web.strips import Strips, strip_scale
from dashboard.wording import phrases, texts

VIEW_KEY = "vis"
ON_LINES = "på {n} af {lines}"
WORST = "Mest alvorligt: {rule} ({n})"
NOTHING_FOR, OF_RULE = "Ingen åbne signaler i {month}.", "Ingen åbne signaler af den slags."
SHOW_ALL, RULE, REMOVE = "Vis alle signaler", "Signal", "Fjern filteret Signal: {rule}"
GROUP_BY = "Vis signalerne"
BY_RULE, BY_LINE, HOW_GOOD = "regel", "indsats", "hvor-gode"
GROUPINGS = {BY_RULE: "Efter regel", BY_LINE: "Efter indsats", HOW_GOOD: "Hvor gode er de?"}
SILENT, SETTLED = "Uden signaler:", "Afklarede"
SETTLED_ABOUT = "Et afklaret signal er ude af listen, til grundlaget ændrer sig; så kommer det igen."
FIRST = 5
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


def asked_rule() -> SignalTerms | None:
    """Give the rule that is to be shown alone; note one that does not exist. Called before the head is drawn."""
    asked = st.query_params.get(RULE_KEY)
    found = next((rule for rule in terms().signals if rule.rule == asked), None)
    if asked and found is None:
        filters.leave_out(RULE, asked)
    return found


def show_signals(selection: Selection, counts: Sequence[LightCount], rule: SignalTerms | None) -> None:
    """Show what smells wrong with the lines counted: the answer, then every signal, or those of one rule."""
    found = signals_of(selection)
    still = [signal for signal in found if signal.settled is None]
    view = chosen_of(VIEW_KEY, GROUPINGS, BY_RULE)
    kept = None if view == BY_RULE else view
    show_head(texts.SIGNALS, selection, counts, also=[_rule_chip(rule, kept)] if rule else [])
    every = signals_of(selection.unfiltered)
    st.html(_answer(still, sum(count.n for count in counts), _tiles(still, every, rule, kept)))
    choose(GROUP_BY, VIEW_KEY, GROUPINGS, BY_RULE)
    if view == HOW_GOOD:
        st.html(_outcome_figure(ask(queries.signal_outcomes, selection.unfiltered)))
        return
    shown = [signal for signal in still if rule in (None, signal.rule)]
    if shown:
        strips = Strips.of(selection, (signal.indsats_id for signal in shown))
        st.html(skippable(_rule_list(shown, strips) if view == BY_RULE else _line_list(shown, strips)))
    else:
        said = OF_RULE if still else NOTHING_FOR.format(month=selection.month.label)
        st.html(p(".quiet")[said, " ", filters.emptied_by(selection)])
    settled = [signal for signal in found if signal.settled and rule in (None, signal.rule)]
    st.html(fragment[_settled_list(settled), _silent_rules(every)])


def _answer(found: Sequence[Signal], total: int, tiles: Sequence[Element]) -> Element:
    """Draw the number of open signals, and the tiles."""
    groups = by_rule(found)
    counted = phrases.count_of(total, "indsats", "indsatser")
    on_lines = ON_LINES.format(n=len(by_line(found)), lines=counted) if found else ""
    worst = next(iter(groups), None)
    beside = div[
        p(".signal-total")[b[phrases.number(len(found))], span[OPEN[len(found) != 1], br, on_lines]],
        p(".quiet")[WORST.format(rule=worst.name, n=len(groups[worst]))] if worst and len(groups) > 1 else None,
    ]
    return div(".signal-answer")[beside, div(".signal-tiles")[tiles]]


def _tiles(
    found: Sequence[Signal], every: Sequence[Signal], chosen: SignalTerms | None, view: str | None
) -> list[Element]:
    """Draw a tile for each rule that has open signals, filtered or not, so that filters move nothing on the page."""
    groups, whole = by_rule(found), by_rule([signal for signal in every if signal.settled is None])
    return [_tile(rule, len(groups.get(rule, ())), rule == chosen, view) for rule in whole]


def _rule_chip(rule: SignalTerms, view: str | None) -> Element:
    """Draw the rule that is shown alone as a chip that shows all of them again."""
    said = REMOVE.format(rule=rule.name)
    cross = span(".chip-cross", aria_hidden="true")["×"]
    return a(".chip", href=_href(None, view), title=said, aria_label=said)[rule.name, cross]


def _tile(rule: SignalTerms, n: int, is_chosen: bool, view: str | None) -> Element:
    inside = b[phrases.number(n)], span[rule.name]
    if is_chosen:
        return a(".signal-tile.chosen", href=_href(None, view), title=SHOW_ALL, aria_current="true")[inside]
    if not n:
        return div(".signal-tile", title=rule.about)[inside]
    return a(".signal-tile", href=_href(rule.rule, view), title=rule.about)[inside]


def _href(rule: str | None, view: str | None) -> str:
    return address.href(address.SIGNALS, **{RULE_KEY: rule, VIEW_KEY: view})


def _rule_list(found: Sequence[Signal], strips: Strips) -> Fragment:
    """Draw each rule with its sentence and its lines; of several rules only the first lines, the rest a click away."""
    groups = by_rule(found)
    shown = FIRST if len(groups) > 1 else len(found)
    return fragment[_scale_row(strips), (_rule(rule, group, strips, shown) for rule, group in groups.items())]


def _rule(rule: SignalTerms, group: Sequence[Signal], strips: Strips, shown: int) -> Element:
    rows = [_signal_row(signal, strips) for signal in group]
    are_listed = all(signal.light for signal in group)
    return div(".listed")[
        details(class_=["kind", rule.rule], open="")[
            summary[h2[rule.name], span(".count")[phrases.number(len(group))], span(".quiet")[rule.about]],
            rows[:shown],
            details(".rest")[summary[phrases.show_all(len(rows))], rows[shown:]] if rows[shown:] else None,
        ],
        are_listed and whole_list_link(rule.name, len(group), **{filters.TRAIT_KEY: rule.rule}),
    ]


def _line_list(found: Sequence[Signal], strips: Strips) -> Fragment:
    """Draw each line with every signal about it, most signals first."""
    rows = (_line_row(group, strips) for group in by_line(found))
    return fragment[_scale_row(strips), section(".kind")[rows]]


def _settled_list(settled: Sequence[Signal]) -> Element | None:
    """Draw what is settled, folded away; nothing without any."""
    if not settled:
        return None
    return details(".kind.settled")[
        summary[h2[SETTLED], span(".count")[phrases.number(len(settled))]],
        p(".quiet")[SETTLED_ABOUT],
        map(_settled_row, settled),
    ]


def _silent_rules(found: Sequence[Signal]) -> Element | None:
    """Name the rules that caught nothing, whatever the filters; nothing when all did."""
    caught = {signal.rule for signal in found}
    silent = [rule for rule in terms().signals if rule not in caught]
    names = [[" · " if number else " ", span(title=rule.about)[rule.name]] for number, rule in enumerate(silent)]
    return p(".quiet.silent-rules")[SILENT, names] if names else None


def _scale_row(strips: Strips) -> Element:
    """Write the months over the strips of the rows below."""
    return div(".signal-row.scale", aria_hidden="true")[span(".signal-strip")[strip_scale(strips.months)]]


def _signal_row(signal: Signal, strips: Strips) -> Element:
    """Draw a signal under the heading of its rule."""
    said = span(".row-text")[signal.said] if signal.rule.says_more_than_its_name else None
    return _row(signal, said, strips.draw(signal.indsats_id), settle_link(signal))


def _line_row(group: Sequence[Signal], strips: Strips) -> Element:
    """Draw a line with every signal about it."""
    said = (li(class_=each.rule.rule)[span(title=each.rule.about)[each.said], settle_link(each)] for each in group)
    return _row(group[0], ul(".signal-said")[said], strips.draw(group[0].indsats_id), None, "by-line")


def _settled_row(signal: Signal) -> Element:
    """Draw a signal that is settled, with the note, who wrote it, and the way to open it again."""
    assert signal.settled is not None
    said = (
        span(title=signal.said)[signal.rule.name],
        q[signal.settled.note],
        span(".row-text")[settled_by(signal)],
    )
    return _row(signal, said, None, settle_link(signal), "settled-row")


def _row(signal: Signal, said: Node, strip: Node, act: Node, css: str = "") -> Element:
    names = ", ".join(map(terms().udvalg_name, signal.udvalg))
    return div(class_=["signal-row", css])[
        span(".row-lights")[light(signal.light) if signal.light else span[texts.KINDS["gone"]]],
        span(".signal-name")[line_link(signal.name, signal.indsats_id)],
        span(".signal-what")[said],
        span(".row-udvalg", title=names)[", ".join(signal.udvalg)],
        span(".signal-strip")[strip],
        span(".signal-act")[act],
    ]


def _outcome_figure(outcomes: Sequence[SignalOutcome]) -> Fragment:
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
