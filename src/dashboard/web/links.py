"""Links to other pages: to a month and scope on Overblik, to the card of a line, to the list behind a number."""

from collections.abc import Mapping

import streamlit as st
from htpy import Element, Node, a

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import address, filters
from dashboard.web.address import PAGES
from dashboard.web.database import Selection
from dashboard.wording import phrases, texts

# what the page Indsats is asked for
INDSATS_KEY, SEARCH_KEY = "indsats", "soeg"
KINDS_KEY, FROM_KEY, TO_KEY, LENGTH_KEY = "aendring", "fra", "til", "traek"


def overview_link(plan: str | None, month: Month | None, scope: Scope | None) -> None:
    """Offer Overblik as of a month and a scope of a plan."""
    if month is None or scope is None:
        return
    st.page_link(
        PAGES / "overblik.py",
        label=texts.SEE_ON_OVERVIEW.format(month=month.label),
        query_params={filters.PLAN_KEY: plan or "", filters.MONTH_KEY: str(month), filters.SCOPE_KEY: str(scope)},
    )


def line_link(
    name: str, indsats_id: int, css: str = "line-link", listed: Mapping[str, str | tuple[str, ...]] | None = None
) -> Element:
    """Make a line's name the way to its card; ``listed`` is the list it stands in, as list_link takes it."""
    href = address.href(address.INDSATS, **{INDSATS_KEY: indsats_id} | dict(listed or {}))
    return a(class_=css, href=href)[name]


def list_link(
    content: Node, css: str = "list-link", said: str | None = None, **narrowed: str | tuple[str, ...] | None
) -> Element:
    """Make something the way to the lines behind it: the filters as they are, but for those given.

    ``said`` is heard, and shown under the pointer, where the content alone says too little. Besides filters:
    ``aendring`` (kinds of change), ``fra`` and ``til`` (lights, or 'absent').
    """
    href = address.href(address.INDSATS, **narrowed)
    return a(class_=css, href=href, aria_label=said, title=said)[content]


def whole_list_link(name: str, n: int, **narrowed: str) -> Element:
    """Offer the list of the lines that stand under a heading; what list is said to who hears the link alone."""
    said = phrases.to_list(name, n)
    return list_link(said.partition(":")[0], said=said, **narrowed)


def list_address(month: Month, light: Light | None, selection: Selection, **narrowed: str | tuple[str, ...]) -> str:
    """Give the address of the lines behind a number in a figure: of a month, perhaps of one light."""
    if light is not None:
        narrowed["lys"] = light
    if month == selection.month:
        return address.href(address.INDSATS, **narrowed)
    as_of = {filters.MONTH_KEY: str(month), filters.COMPARE_KEY: None}
    return address.href(address.INDSATS, **as_of, **narrowed)
