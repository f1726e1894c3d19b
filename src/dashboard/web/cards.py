"""The answer in five counts and one bar, drawn as HTML so that it is there at once."""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd
import streamlit as st

from dashboard.charts.palette import PALETTE, word
from dashboard.domain.light import Light
from dashboard.web import phrases, texts
from dashboard.web.links import list_link
from dashboard.web.markup import light, shape, tag, text
from dashboard.web.plan import Selection

BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED)
WORSE_WHEN_MORE = (Light.RED, Light.NOT_REPORTED)
WIDE_ENOUGH_FOR_WORDS = 0.06


def show_counts(counts: pd.DataFrame, selection: Selection) -> None:
    """Show a card for each light, and the shares of the active and reported ones as one bar."""
    st.html(cards(counts, selection) + bar(counts, selection))


def cards(counts: pd.DataFrame, selection: Selection) -> str:
    """Draw the five cards, worst first, each with its change since the comparison month."""
    since = None if selection.compare is None else phrases.since(selection.compare, selection.month)
    n = {Light(value): int(count) for value, count in zip(counts["light"], counts["n"], strict=True)}
    if since is None:
        return light_cards(n, None, texts.NOTHING_TO_COMPARE, _to_list)
    before = {Light(value): int(count) for value, count in zip(counts["light"], counts["n_before"], strict=True)}
    return light_cards(n, before, since, _to_list)


def light_cards(
    n: Mapping[Light, int],
    before: Mapping[Light, int] | None,
    since: str,
    opened: Callable[[Light, int], str] = lambda _light, count: phrases.number(count),
) -> str:
    """Draw a card for each light, with its change since then, or the words alone where nothing is to compare with.

    ``opened`` draws the count, on a page where it is the way to the lines behind it.
    """
    drawn = ""
    for value, count in n.items():
        change = text(since) if before is None else _change(value, count - before[value], since)
        drawn += tag(
            "section",
            tag("div", light(value), "card-light")
            + tag("div", opened(value, count), "card-count", data_light=value)
            + tag("div", change, "card-change"),
            f"card {value}",
        )
    return tag("div", drawn, "cards")


def _to_list(value: Light, count: int) -> str:
    said = phrases.to_list(word(value), count)
    return list_link(text(phrases.number(count), title=said), "list-link whole-card", lys=str(value))


def bar(counts: pd.DataFrame, selection: Selection) -> str:
    """Draw the shares of green, yellow and red among the active and reported lines, and say how many those are."""
    n = dict(zip(counts["light"], counts["n"].astype(int), strict=True))
    active = sum(n[value] for value in BAR_ORDER)
    if active == 0:
        return tag("p", texts.NOTHING_ACTIVE, "bar-caption")
    segments, beside = "", ""
    for value in BAR_ORDER:
        if n[value] == 0:
            continue
        saying = f"{phrases.percent(n[value], active)} {_said(value)}"
        wide = n[value] / active >= WIDE_ENOUGH_FOR_WORDS
        look = PALETTE[value]
        inside = shape(value, look.on_color) + escape(saying)
        segments += tag(
            "div",
            inside if wide else "",
            "bar-part",
            style=f"flex:{n[value]} 0 0;background:{look.color};color:{look.on_color}",
            title=f"{word(value)}: {phrases.number(n[value])} ({phrases.percent(n[value], active)})",
        )
        beside += "" if wide else tag("span", shape(value) + escape(saying), "light")
    caption = escape(phrases.share_of(active, _active_before(counts), selection.compare))
    return tag("div", segments, "bar") + tag("p", tag("span", caption) + tag("span", beside), "bar-caption")


def _said(value: Light) -> str:
    return texts.FOLLOWS_PLAN if value is Light.GREEN else word(value).lower()


def _active_before(counts: pd.DataFrame) -> int | None:
    before = counts.loc[counts["light"].isin([str(value) for value in BAR_ORDER]), "n_before"]
    return None if before.isna().any() else int(before.sum())


def _change(value: Light, by: int, since: str) -> str:
    if by == 0:
        return text(f"{texts.UNCHANGED} {since}")
    is_worse = by > 0 and value in WORSE_WHEN_MORE
    return text(phrases.change(by), "change worse" if is_worse else "change") + " " + text(since)
