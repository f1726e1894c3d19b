"""The answer in five counts and one bar, drawn as HTML so that it is there at once."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from htpy import Element, Node, div, fragment, p, section, span

from dashboard.charts.palette import PALETTE, word
from dashboard.domain.light import Light
from dashboard.domain.share import percent
from dashboard.queries import LightCount
from dashboard.web.database import Selection
from dashboard.web.links import list_link
from dashboard.web.markup import light, shape
from dashboard.wording import phrases, texts

BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED)
WORSE_WHEN_MORE = (Light.RED, Light.NOT_REPORTED)
WIDE_ENOUGH_FOR_WORDS = 0.06


def show_counts(counts: Sequence[LightCount], selection: Selection) -> None:
    """Show a card for each light, and the shares of the active and reported ones as one bar."""
    st.html(fragment[cards(counts, selection), bar(counts, selection)])


def cards(counts: Sequence[LightCount], selection: Selection) -> Element:
    """Draw the five cards, worst first, each with its change since the comparison month."""
    n = {count.light: count.n for count in counts}
    if selection.compare is None:
        return light_cards(n, None, texts.NOTHING_TO_COMPARE, _to_list)
    before = {count.light: count.n_before or 0 for count in counts}
    return light_cards(n, before, phrases.since(selection.compare, selection.month), _to_list)


def light_cards(
    n: Mapping[Light, int],
    before: Mapping[Light, int] | None,
    since: str,
    opened: Callable[[Light, int], Node] = lambda _light, count: phrases.number(count),
) -> Element:
    """Draw a card for each light, with its change since then, or the words alone where nothing is to compare with.

    ``opened`` draws the count, on a page where it is the way to the lines behind it.
    """
    return div(".cards")[
        (
            section(class_=["card", value])[
                div(".card-light")[light(value)],
                div(".card-count", data_light=value)[opened(value, count)],
                div(".card-change")[span[since] if before is None else _change(value, count - before[value], since)],
            ]
            for value, count in n.items()
        )
    ]


def _to_list(value: Light, count: int) -> Node:
    said = phrases.to_list(word(value), count)
    return list_link(span(title=said)[phrases.number(count)], "list-link whole-card", lys=str(value))


def bar(counts: Sequence[LightCount], selection: Selection) -> Node:
    """Draw the shares of green, yellow and red among the active and reported lines, and say how many those are."""
    n = {count.light: count.n for count in counts}
    active = sum(n[value] for value in BAR_ORDER)
    if active == 0:
        return p(".bar-caption")[texts.NOTHING_ACTIVE]
    caption = phrases.share_of(active) + _shares_before(counts, selection)
    parts = [value for value in BAR_ORDER if n[value]]
    narrow = [value for value in parts if n[value] / active < WIDE_ENOUGH_FOR_WORDS]
    beside = [span(".light")[shape(value), phrases.share(value, n[value], active)] for value in narrow]
    return [
        div(".bar")[(_part(value, n[value], active, has_words=value not in narrow) for value in parts)],
        p(".bar-caption")[span[caption], span[beside]],
    ]


def _shares_before(counts: Sequence[LightCount], selection: Selection) -> str:
    """Say what the shares were in the comparison month; nothing without one, or where nothing was active then."""
    shares = phrases.shares({count.light: count.n_before or 0 for count in counts})
    return f". {phrases.month_name(selection.compare)}: {shares}" if selection.compare and shares else ""


def _part(value: Light, n: int, active: int, *, has_words: bool) -> Element:
    look = PALETTE[value]
    return div(
        ".bar-part",
        style=f"flex:{n} 0 0;background:{look.color};color:{look.on_color}",
        title=f"{word(value)}: {phrases.number(n)} ({percent(n, active)})",
    )[has_words and [shape(value, look.on_color), phrases.share(value, n, active)]]


def _change(value: Light, by: int, since: str) -> Node:
    if by == 0:
        return span[f"{texts.UNCHANGED} {since}"]
    is_worse = by > 0 and value in WORSE_WHEN_MORE
    return [span(class_=["change", is_worse and "worse"])[phrases.change(by)], " ", span[since]]
