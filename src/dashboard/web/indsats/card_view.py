"""The card of one line. A part that is added takes a Card, and is called where it is to stand."""

from functools import partial

import streamlit as st
from htpy import Element, Fragment, Node, a, div, fragment, h1, p, span

from dashboard import queries
from dashboard.charts.palette import PALETTE, word
from dashboard.documents.card import card_document
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.queries import Card
from dashboard.records import close_line
from dashboard.web import address, filters
from dashboard.web.database import Selection, ask, database, viewer
from dashboard.web.downloads import show_documents
from dashboard.web.head import is_example, show_notes, show_title
from dashboard.web.indsats.asked import Asked, asked_indsats
from dashboard.web.indsats.earlier_decision import show_earlier_decision
from dashboard.web.indsats.facts import facts, names
from dashboard.web.indsats.list import missing_line, neighbours, way_back
from dashboard.web.indsats.timeline import decided, life_strip, timeline
from dashboard.web.links import INDSATS_KEY
from dashboard.web.markup import shape
from dashboard.web.sign_in import acting, may
from dashboard.web.signal_marks import show_line_signals
from dashboard.wording import phrases

CARD = "Kortet"
AS_KNOWN, AS_KNOWN_NOW = "Som kendt for {month} · {scope}", "Vis det, der er kendt nu"
RESPONSIBLE, CROSS_CUTTING = "Ansvarlig: {name}", "Tværgående"
GONE_NOW, GONE_SINCE, NOT_THERE = "Udgået", "siden {month}", "Ikke i planen"
GONE_NOTE = "Indsatsen står ikke i filen for {month}. Nedenfor er det, der sidst var kendt."
NOT_THERE_NOTE = "Indsatsen stod endnu ikke i {scope} i {month}. Nedenfor er det, der var kendt af andre filer."
LEFT_WHEN_DONE = "Indsatsen er afsluttet og står ikke længere i planen. Nedenfor er det, der sidst var kendt."
CLOSE, OPEN = "Luk sagen", "Åbn sagen"
MEANS = "Kun de, der må se lukkede sager, ser indsatsen: heller ikke i antal, dokumenter og lister."
WHY, SAY_WHY = "Hvorfor?", "Skriv hvorfor; det bliver gemt med dit navn."
CLOSED = "Lukket sag: {who}, {day}. {note}"
NOTE, UNSAID = "lukket_hvorfor_{}", "lukket_uden_hvorfor"


def show_asked_card(selection: Selection, asked: Asked) -> None:
    """Show the card that the address asks for, or say where the line is instead; ``asked`` is the list it was in."""
    indsats_id = asked_indsats()
    card = None if indsats_id is None else queries.load_card(ask, selection, indsats_id)
    if card is None:
        st.html(missing_line(selection, indsats_id))
        return
    _show_head(card, asked)
    show_notes()
    _show_closing(card)
    st.html(life_strip(card))
    show_line_signals(selection, card.indsats_id)
    left, right = st.columns([1, 1.1], gap="large")
    with left:
        st.html(fragment[facts(card), names(card)])
    with right:
        said = decided(card)
        if said is not None:
            st.html(said)
        show_earlier_decision(card)
        st.html(timeline(card))


def _show_head(card: Card, asked: Asked) -> None:
    """Show the light, the name and whose the line is, as known for the month, and the ways to its list."""
    selection = card.selection
    as_known = AS_KNOWN.format(
        month=phrases.month_name(selection.month).lower(), scope=phrases.scope_name(selection.scope)
    )
    with st.container(gap=None, key="sidehoved"):
        show_title(
            way_back(asked),
            is_example=is_example(selection),
            offer=partial(show_documents, "kort", {CARD: partial(card_document, ask, card)}),
        )
        st.html(
            fragment[
                div(".card-head")[_badge(card), h1[" ".join(filter(None, (card.known.title, card.known.code)))]],
                p(".subtitle.belonging")[_belonging(card)],
                div(".as-known")[
                    span(".freshness")[as_known, _to_now(card)], neighbours(card.indsats_id, selection, asked)
                ],
                _note(card),
            ]
        )


def _to_now(card: Card) -> Node:
    """Offer the newest month where an earlier one is shown."""
    if card.selection.month == queries.opening(ask(queries.deliveries, plan=card.selection.plan)).month:
        return None
    free = dict.fromkeys((filters.MONTH_KEY, filters.COMPARE_KEY, filters.SCOPE_KEY))
    return " · ", a(".way", href=address.href(address.INDSATS, **{INDSATS_KEY: card.indsats_id} | free))[AS_KNOWN_NOW]


def _badge(card: Card) -> Element:
    """Draw the light that counts as a plate, with how long it has lasted."""
    here = card.here
    if here is None:
        return _plate(NOT_THERE, "", "gone")
    since = here.since or here.month
    if not isinstance(here.state, Light):
        name = [shape(Light.DONE), word(Light.DONE)] if card.left_when_done else GONE_NOW
        return _plate(name, GONE_SINCE.format(month=since.label), "gone")
    in_row = phrases.in_row(here.in_row, since, here.month) if here.in_row else ""
    return _plate([shape(here.state, PALETTE[here.state].on_color), word(here.state)], in_row, here.state)


def _plate(content: Node, since: str, css: str) -> Element:
    return div(class_=["plate", css])[div(".plate-light")[content], div(".plate-since")[since]]


def _belonging(card: Card) -> Fragment:
    known = card.known
    parts: list[Node] = []
    if known.marks:
        parts.append(_marks(known.marks))
    udvalg = ", ".join(terms().udvalg_name(key) for key in known.udvalg)
    art = terms().art_name(known.art) if known.art else ""
    parts += [part for part in (udvalg, known.tema, art, known.cross_cutting and CROSS_CUTTING) if part]
    if known.responsible:
        parts.append(RESPONSIBLE.format(name=known.responsible))
    return fragment[parts[:1], ([" · ", part] for part in parts[1:])]


def _marks(marks: str) -> Node:
    """Write the marks of a code with what they are likely to mean."""
    labels = [label for mark, label in terms().mark_labels.items() if f"({mark})" in marks]
    said = f" ({', '.join(label.lower() for label in labels)})" if labels else ""
    return [span[marks], span(".quiet")[said]]


def _note(card: Card) -> Node:
    selection = card.selection
    if card.is_told:
        return None
    if card.here is None:
        said = NOT_THERE_NOTE.format(scope=phrases.scope_name(selection.scope), month=selection.month.label)
    else:
        said = LEFT_WHEN_DONE if card.left_when_done else GONE_NOTE.format(month=selection.month.label)
    return p(".note")[said]


def _show_closing(card: Card) -> None:
    """Say that the line is closed, and let it be closed or opened; nothing to those who may not see closed lines."""
    if not viewer().closed:
        return
    found = next((each for each in ask(queries.line_closings) if each.indsats_id == card.indsats_id), None)
    if found:
        said = CLOSED.format(who=found.written_by, day=phrases.moment(found.written_at), note=found.note)
        st.html(p(".note.closed-line")[said])
    if not may("close"):
        return
    with st.expander(OPEN if found else CLOSE, key="lukket_sag", on_change="rerun") as place:
        if not place.open:
            return
        st.html(p(".quiet")[MEANS])
        st.text_input(WHY, key=NOTE.format(card.indsats_id), max_chars=400)
        st.button(OPEN if found else CLOSE, key="skift_lukket", on_click=_change, args=(card.indsats_id, not found))
        if st.session_state.pop(UNSAID, False):
            st.html(p(".note", role="alert")[SAY_WHY])


def _change(indsats_id: int, closed: bool) -> None:
    note = str(st.session_state.get(NOTE.format(indsats_id)) or "").strip()
    if not note:
        st.session_state[UNSAID] = True
        return
    close_line(database(), indsats_id, note, acting("close"), closed=closed)
    st.session_state[NOTE.format(indsats_id)] = ""
