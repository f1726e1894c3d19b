"""What nobody has decided yet, with both lines side by side, and what has been decided, with its undo."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import intake, queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.similarity import in_words
from dashboard.intake import LinkKind
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name
from dashboard.web.who_is_who import texts
from dashboard.web.who_is_who.line_text import line_text

FIRST = 2
Pair = Mapping[Hashable, Any]


def show_suggestions(month: Month | None = None, scope: Scope | None = None) -> None:
    """Ask of each new line of a month and a scope (None: all) whether it is one that left; list what is decided."""
    found = ask(queries.suggestions, month, scope).to_dict("records")
    decided = ask(queries.line_links).to_dict("records")
    if not found and not decided:
        return
    said = texts.WHY if found else texts.NOTHING_OPEN
    st.html(tag("h2", escape(texts.QUESTION)) + tag("p", escape(said), "quiet"))
    by_line: dict[int, list[Pair]] = {}
    for pair in found:
        by_line.setdefault(int(pair["indsats_id"]), []).append(pair)
    for pairs in list(by_line.values())[:FIRST]:
        _show_line(pairs)
    rest = list(by_line.values())[FIRST:]
    if rest:
        with st.expander(texts.SHOW_REST.format(n=len(rest))):
            for pairs in rest:
                _show_line(pairs)
    _show_decisions(decided)


def _show_line(pairs: Sequence[Pair]) -> None:
    """Show a new line beside each line it may be, best first."""
    newer, others = int(pairs[0]["indsats_id"]), [int(pair["other_id"]) for pair in pairs]
    is_one_of_several = len(pairs) > 1
    with st.container(border=True, key=f"hvem_{newer}"):
        for number, pair in enumerate(pairs):
            left, right, act = st.columns([5, 5, 4], vertical_alignment="top")
            if number == 0:
                place = f"{Month.parse(pair['month']).label} · {phrases.scope_name(Scope(pair['scope']))}"
                left.html(_side(pair, "", texts.NEW_LINE.format(place=place)))
                if is_one_of_several:
                    _offer_new(left, newer, others)
            month = Month.parse(pair["other_month"]).label
            right.html(_side(pair, "other_", texts.KNOWN_LINE.format(month=month)))
            act.html(tag("p", escape(in_words(int(pair["score"]))), "quiet"))
            choices = act.container(horizontal=True, gap="small")
            _offer_same(choices, newer, int(pair["other_id"]))
            if not is_one_of_several:
                _offer_new(choices, newer, others)


def _offer_same(place: DeltaGenerator, newer: int, older: int) -> None:
    """Offer to say that a line is an older one, or continues it."""
    args, key = ("same", newer, [older]), f"samme_{newer}_{older}"
    place.button(texts.SAME, on_click=_decide, args=args, type="primary", key=key)
    args, key = ("continues", newer, [older]), f"fortsaetter_{newer}_{older}"
    place.button(texts.CONTINUES, help=texts.CONTINUES_MEANS, on_click=_decide, args=args, key=key)


def _offer_new(place: DeltaGenerator, newer: int, others: Sequence[int]) -> None:
    """Offer to say that a line is none of those that are shown beside it."""
    args, key = ("different", newer, others), f"ny_{newer}"
    place.button(texts.NEW, help=texts.NEW_MEANS, on_click=_decide, args=args, key=key)


def _show_decisions(decided: Sequence[Pair]) -> None:
    if not decided:
        return
    st.html(tag("h3", escape(texts.DECIDED)) + " " + text(phrases.number(len(decided)), "count"))
    for link in decided[:FIRST]:
        _show_decision(link)
    if len(decided) > FIRST:
        with st.expander(texts.SHOW_REST.format(n=len(decided) - FIRST)):
            for link in decided[FIRST:]:
                _show_decision(link)


def _show_decision(link: Pair) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(decision(link))
        link_id = int(link["link_id"])
        st.button(texts.UNDO, on_click=_undo, args=(link_id,), type="tertiary", key=f"fortryd_{link_id}")


def decision(link: Pair) -> str:
    """Say what was decided, when and by whom."""
    said = texts.DECISIONS[link["kind"]].format(name=link["name"], other=link["other_name"])
    by = texts.BY.format(moment=phrases.moment(link["decided_at"]), who=link["decided_by"])
    return tag("p", escape(said) + " " + text(by, "quiet"))


def _side(pair: Pair, side: str, heading: str) -> str:
    code, art, said = (_given(pair[f"{side}{field}"]) for field in ("code", "art", "text"))
    udvalg, shown_light = pair[f"{side}udvalg"], Light(pair[f"{side}light"])
    return line_text(heading, str(pair[f"{side}title"]), code, udvalg, art, shown_light, said)


def _given(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _decide(kind: LinkKind, newer: int, older: Sequence[int]) -> None:
    try:
        for each in older:
            intake.decide(database(), kind, newer, each, by=viewer_name())
    except intake.LinkError as error:
        st.toast(str(error))


def _undo(link_id: int) -> None:
    try:
        intake.undo_decision(database(), link_id, by=viewer_name())
    except intake.LinkError as error:
        st.toast(str(error))
