"""The lines nearest to what was searched for, best first, each with its light now."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.line_search import KnownName, nearest_lines
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.head import is_example, show_title
from dashboard.web.indsats import texts
from dashboard.web.indsats.card import Row, rows
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection, ask


def show_found(asked: str, selection: Selection) -> None:
    """Show the nearest lines, or say that none is near."""
    known = rows(ask(queries.known_names, selection.month))
    found = nearest_lines(asked, known_names(known))
    show_title(tag("h1", escape(texts.FOUND_TITLE.format(asked=asked))), is_example=is_example(selection))
    if not found:
        sentence = tag("p", escape(texts.FOUND_NONE.format(asked=asked))) + tag("p", escape(texts.FOUND_NONE_NEXT))
        st.html(tag("div", sentence, "empty"))
        return
    count = phrases.count_of(len(found), "indsats", "indsatser")
    lines = "".join(
        _line([row for row in known if row["indsats_id"] == indsats_id], selection.month) for indsats_id in found
    )
    st.html(tag("p", escape(texts.FOUND.format(n=count)), "subtitle") + tag("ul", lines, "found"))


def known_names(rows: Iterable[Row]) -> list[KnownName]:
    """Give the names of an answer as the search takes them."""
    return [KnownName(int(row["indsats_id"]), row["title"], row["code"]) for row in rows]


def _line(names: list[Row], month: Month) -> str:
    newest = names[0]
    name = f"{newest['title_now']} {newest['code_now']}" if newest["code_now"] else newest["title_now"]
    told = Month.parse(newest["told_month"])
    beside = [newest["udvalg"]] if newest["udvalg"] else []
    beside += [texts.LAST_TOLD.format(month=told.label)] if told != month else []
    earlier = dict.fromkeys(row["title"] for row in names if row["title"] != newest["title_now"])
    beside += [texts.EARLIER_NAME.format(name=" · ".join(earlier))] if earlier else []
    return tag(
        "li",
        tag("span", light(Light(newest["light"])), "found-light")
        + tag("span", line_link(name, int(newest["indsats_id"])) + " " + text(" · ".join(beside), "quiet")),
    )
