"""The head of a card: the light and how long it has lasted, the name, and whose the line is."""

from html import escape

import streamlit as st

from dashboard import queries
from dashboard.charts.palette import PALETTE, word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.web import address, filters, phrases
from dashboard.web.head import is_example, show_title
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import INDSATS_KEY, Asked
from dashboard.web.indsats.card import Card
from dashboard.web.indsats.list import neighbours, way_back
from dashboard.web.markup import shape, tag, text
from dashboard.web.places import INDSATS
from dashboard.web.plan import ask


def show_card_head(card: Card, asked: Asked) -> None:
    """Show the light, the name and whose the line is, as known for the month, and the ways to its list."""
    title = tag("h1", escape(card.known["title"]))
    selection = card.selection
    as_known = texts.AS_KNOWN.format(
        month=phrases.month_name(selection.month).lower(), scope=phrases.scope_name(selection.scope)
    )
    known = tag("span", escape(as_known) + _to_now(card), "freshness")
    with st.container(gap=None, key="sidehoved"):
        show_title(str(way_back(asked)), is_example=is_example(selection))
        st.html(
            tag("div", badge(card) + title, "card-head")
            + tag("p", _belonging(card), "subtitle belonging")
            + tag("div", known + str(neighbours(card.indsats_id, selection, asked) or ""), "as-known")
            + _note(card)
        )


def _to_now(card: Card) -> str:
    """Offer the newest month where an earlier one is shown."""
    newest = ask(queries.deliveries)["month"].max()
    if str(card.selection.month) == newest:
        return ""
    free = dict.fromkeys((filters.MONTH_KEY, filters.COMPARE_KEY, filters.SCOPE_KEY))
    href = address.href(INDSATS, **{INDSATS_KEY: card.indsats_id} | free)
    return " · " + tag("a", escape(texts.AS_KNOWN_NOW), "way", href=href)


def badge(card: Card) -> str:
    """Draw the light that counts as a plate, with how long it has lasted."""
    here, month = card.here, card.selection.month
    if here is None:
        return _plate(escape(texts.NOT_THERE), "", "gone")
    in_row = phrases.in_row(int(here["in_row"]), Month.parse(here["since"]), month) if here["in_row"] else ""
    if not card.is_told:
        is_done = card.left_when_done
        name = shape(Light.DONE) + escape(word(Light.DONE)) if is_done else escape(texts.GONE_NOW)
        return _plate(name, texts.GONE_SINCE.format(month=Month.parse(here["since"]).label), "gone")
    light = Light(here["state"])
    look = PALETTE[light]
    return _plate(shape(light, look.on_color) + escape(word(light)), in_row, str(light))


def _plate(content: str, since: str, css: str) -> str:
    return tag("div", tag("div", content, "plate-light") + tag("div", escape(since), "plate-since"), f"plate {css}")


def _belonging(card: Card) -> str:
    known = card.known
    parts = []
    if known["code"]:
        parts.append(tag("b", escape(known["code"])) + _marks(known["marks"]))
    udvalg = ", ".join(terms().udvalg_name(key) for key in known["udvalg"])
    art = terms().art_name(known["art"]) if known["art"] else ""
    parts += [escape(part) for part in (udvalg, known["tema"], art) if part]
    parts += [escape(texts.CROSS_CUTTING)] if known["cross_cutting"] else []
    if known["responsible"]:
        parts.append(escape(texts.RESPONSIBLE.format(name=known["responsible"])))
    return " · ".join(parts)


def _marks(marks: str | None) -> str:
    """Write the marks of a code with what they are likely to mean."""
    if not marks:
        return ""
    labels = [label for mark, label in terms().mark_labels.items() if f"({mark})" in marks]
    said = f" ({', '.join(label.lower() for label in labels)})" if labels else ""
    return " " + text(marks) + text(said, "quiet")


def _note(card: Card) -> str:
    selection = card.selection
    if card.is_told:
        return ""
    if card.here is None:
        said = texts.NOT_THERE_NOTE.format(scope=phrases.scope_name(selection.scope), month=selection.month.label)
    else:
        said = texts.LEFT_WHEN_DONE if card.left_when_done else texts.GONE_NOTE.format(month=selection.month.label)
    return tag("p", escape(said), "note")
