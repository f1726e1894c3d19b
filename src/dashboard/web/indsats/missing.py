"""A line that is not here: a calm sentence, and the way to where it is."""

from html import escape

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import address, filters, phrases
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import INDSATS_KEY
from dashboard.web.indsats.card import Row, rows
from dashboard.web.markup import tag
from dashboard.web.places import INDSATS
from dashboard.web.plan import Selection, ask


def missing_line(selection: Selection, indsats_id: int | None) -> str:
    """Say that a line does not exist (None: it cannot), or where it is to be found instead."""
    places = () if indsats_id is None else rows(ask(queries.line_places, selection, indsats_id))
    to_list = tag("p", _way(texts.SHOW_LIST, address.href(INDSATS)))
    if not places:
        return _said(texts.UNKNOWN_TITLE, texts.UNKNOWN, to_list)
    last = places[0]
    name = f"{last['title']} {last['code']}" if last["code"] else last["title"]
    sentence = texts.NOT_HERE_SENTENCE.format(
        name=name, scope=phrases.scope_name(selection.scope), month=selection.month.label
    )
    ways = "".join(tag("p", _to_place(row, indsats_id)) for row in places if row["scope"] != str(selection.scope))
    ways = ways or tag("p", _to_place(last, indsats_id))
    return _said(texts.NOT_HERE, sentence, ways + to_list)


def _to_place(row: Row, indsats_id: int | None) -> str:
    month = Month.parse(row["nearest_month"] or row["first_month"])
    label = texts.SEE_IT.format(scope=phrases.scope_name(Scope(row["scope"])), month=month.label)
    href = address.href(
        INDSATS,
        **{
            INDSATS_KEY: indsats_id,
            filters.MONTH_KEY: str(month),
            filters.SCOPE_KEY: row["scope"],
            filters.COMPARE_KEY: None,
        },
    )
    return _way(label, href)


def _way(label: str, href: str) -> str:
    return tag("a", escape(label), "way", href=href)


def _said(title: str, sentence: str, ways: str) -> str:
    return tag("div", tag("h2", escape(title)) + tag("p", escape(sentence)) + ways, "empty")
