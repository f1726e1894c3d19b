"""Which udvalg is looked at: the one in the address, or the only one that is filtered by."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.web import address, phrases, places
from dashboard.web.filters import leave_out
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection
from dashboard.web.udvalg import texts


def chosen_udvalg(selection: Selection, offered: Sequence[str]) -> str | None:
    """Give the udvalg that is asked for, or None for all of them; say so when there is no such one."""
    asked = st.query_params.get(texts.CHOSEN_KEY)
    if not asked:
        return selection.udvalg[0] if len(selection.udvalg) == 1 else None
    if asked in offered:
        return asked
    leave_out(texts.UDVALG, phrases.part_name("udvalg", asked))
    return None


def part_of(selection: Selection, udvalg: str) -> Selection:
    """Narrow a selection to one udvalg."""
    return replace(selection, udvalg=(udvalg,))


def ways(offered: Sequence[str], udvalg: str) -> str:
    """Draw the way back to all udvalg, and to each of the others."""
    others = "".join(_way(key, key, phrases.part_name("udvalg", key), key == udvalg) for key in offered if key)
    return tag("nav", _way(None, texts.ALL, texts.ALL, False) + others, "udvalg-ways", aria_label=texts.UDVALG)


def _way(key: str | None, said: str, name: str, is_here: bool) -> str:
    if is_here:
        return text(said, "way here", aria_current="page", title=name)
    return tag("a", escape(said), "way", href=address.href(places.UDVALG, valgt=key), title=name)
