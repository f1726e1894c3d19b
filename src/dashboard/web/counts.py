"""How many lines have which light: as cards, as a bar, and over the parts of the plan."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st
from htpy import Element, Fragment, Node, a, div, fragment, h2, p, section, span

from dashboard import queries
from dashboard.charts.palette import PALETTE, word
from dashboard.domain.light import Light
from dashboard.domain.share import percent
from dashboard.queries import LightCount, Part
from dashboard.web import address
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, Leading, drawn_figure, figure_table
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part
from dashboard.web.links import list_link
from dashboard.web.markup import light, shape
from dashboard.wording import phrases, texts

BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED)
WORSE_WHEN_MORE = (Light.RED, Light.NOT_REPORTED)
WIDE_ENOUGH_FOR_WORDS = 0.06
ROOM_FOR_A_DIGIT = 0.055
PART_KEY, ACTIVE = "fordel", "aktive"


def show_counts(counts: Sequence[LightCount], selection: Selection) -> None:
    """Show a card for each light, and the shares of the active and reported ones as one bar."""
    st.html(counted(counts, selection))


def counted(counts: Sequence[LightCount], selection: Selection) -> Fragment:
    """Draw the cards and the bar."""
    return fragment[cards(counts, selection), bar(counts, selection)]


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
    return list_link(phrases.number(count), "list-link whole-card", said, lys=str(value))


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
    share, _, meaning = phrases.share(value, n, active).partition(" % ")
    words = div[shape(value, look.on_color), f"{share} %", span(".share-word")[f" {meaning}"]]
    return div(
        ".bar-part",
        style=f"flex:{n} 0 0;background:{look.color};color:{look.on_color}",
        title=f"{word(value)}: {phrases.number(n)} ({percent(n, active)})",
    )[has_words and words]


def _change(value: Light, by: int, since: str) -> Node:
    if by == 0:
        return span[f"{texts.UNCHANGED} {since}"]
    is_worse = by > 0 and value in WORSE_WHEN_MORE
    return [span(class_=["change", is_worse and "worse"])[phrases.change(by)], " ", span[since]]


def show_distribution(selection: Selection) -> None:
    """Show the distribution by the part of the plan that the viewer chooses."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="hvor"):
        st.html(h2[texts.WHERE_RED], width="content")
        by = choose_part(texts.GROUP_BY, PART_KEY)
    st.html(distributed(selection, by))


def distributed(selection: Selection, by: Part) -> Fragment:
    """Draw the lights of each part of the plan, its numbers, and what they are of."""
    rows = ask(queries.distribution, selection, by).to_dict("records")
    names = [phrases.part_name(by, row["value"]) for row in rows]

    def lead(row: int, value: Light) -> str:
        return address.href(address.INDSATS, **{KEY_OF[by]: rows[row]["value"] or WITHOUT, "lys": str(value)})

    n = [{value: int(row[str(value)]) for value in Light} for row in rows]
    table: list[list[Cell]] = [
        [name, *[Leading(count, lead(row, value)) for value, count in n[row].items()]] for row, name in enumerate(names)
    ]
    numbers = figure_table([texts.PARTS[by], *[word(value) for value in Light]], table)
    explained = [texts.OF_ACTIVE] + ([texts.IN_BOTH] if by == "udvalg" else [])
    return fragment[
        drawn_figure("fordeling", texts.WHERE_RED, distribution(names, n, lead), numbers, texts.WHERE_RED),
        p(".quiet")[" ".join(explained)],
    ]


def distribution(names: Sequence[str], n: Sequence[Mapping[Light, int]], lead: Callable[[int, Light], str]) -> Element:
    """Draw one bar a row, compared by share: green to the left, the number that the shares are of at the end.

    ``lead`` gives the address that a segment leads to, by the place of its row and its light.
    """
    return div(".distribution")[
        div(".distribution-row", aria_hidden="true")[
            span(".distribution-legend")[(light(value) for value in BAR_ORDER)], span(".distribution-of")[ACTIVE]
        ],
        (_part_row(name, n[row], partial(lead, row)) for row, name in enumerate(names)),
    ]


def _part_row(name: str, n: Mapping[Light, int], lead: Callable[[Light], str]) -> Element:
    active = sum(n[value] for value in BAR_ORDER)
    beside = f"Hertil {_said(n, Light.NOT_REPORTED)} og {_said(n, Light.DONE)}"
    fits = {value: n[value] >= active * ROOM_FOR_A_DIGIT * len(str(n[value])) for value in BAR_ORDER}
    segments = (
        a(
            ".segment",
            href=lead(value),
            style=f"flex:{n[value]} 0 0;background:{PALETTE[value].color};color:{PALETTE[value].on_color}",
            title=f"{name}: {_said(n, value)} af {active}. {beside}",
            aria_label=f"{name}: {_said(n, value)}",
        )[fits[value] and phrases.number(n[value])]
        for value in BAR_ORDER
        if n[value]
    )
    red = n[Light.RED]
    return div(".distribution-row")[
        span(".distribution-name")[name],
        span(".distribution-bar", title=None if active else beside)[segments],
        span(".distribution-red", aria_hidden="true")[phrases.number(red) if red and not fits[Light.RED] else None],
        span(".distribution-of")[phrases.number(active), span(".unseen")[f" {ACTIVE}"]],
    ]


def _said(n: Mapping[Light, int], value: Light) -> str:
    return f"{phrases.number(n[value])} {word(value).lower()}"
