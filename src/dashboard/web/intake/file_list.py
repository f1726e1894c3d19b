"""Many workbooks at once: what each holds, whether it can be saved, and saving those that can."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.domain.snapshot import count_lights
from dashboard.web.intake import phrases, texts
from dashboard.web.intake.arrivals import Arrival, save
from dashboard.web.intake.light_columns import light_cells, light_heads, no_light_cells
from dashboard.web.markup import tag, text

BEFORE, AFTER = (texts.FILE, texts.HOLDS), (texts.DIFFERS, texts.VERDICT)
SHOWN = "fil"
WITHOUT_ERRORS = {"accept_errors": False}


def choose(arrivals: Sequence[Arrival]) -> Arrival:
    """Show the workbooks as a table when there are several, and give the one the viewer looks at."""
    if len(arrivals) == 1:
        return arrivals[0]
    st.html(file_table(arrivals))
    sound = [arrival for arrival in arrivals if arrival.is_sound]
    by_key = {arrival.key: arrival for arrival in arrivals}
    first = next((arrival for arrival in arrivals if arrival.saved is None and not arrival.is_sound), arrivals[0])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        if sound:
            label = texts.SAVE_SOUND.format(files=texts.files(len(sound)))
            st.button(label, type="primary", key="indlaes_alle", on_click=save, args=(sound,), kwargs=WITHOUT_ERRORS)
        chosen: str = st.selectbox(
            texts.SHOWN_FILE,
            list(by_key),
            index=list(by_key).index(first.key),
            format_func=lambda key: by_key[key].name,
            key=SHOWN,
            width=420,
        )
    return by_key.get(chosen, first)


def file_table(arrivals: Sequence[Arrival]) -> str:
    """Draw a row for each workbook."""
    before, after = ("".join(tag("th", escape(head), scope="col") for head in heads) for heads in (BEFORE, AFTER))
    heads = tag("tr", before + light_heads() + after)
    rows = "".join(_row(arrival, _others_for_the_same(arrival, arrivals)) for arrival in arrivals)
    return tag("div", tag("table", tag("thead", heads) + tag("tbody", rows), "list"), "scroll files")


def _others_for_the_same(arrival: Arrival, arrivals: Sequence[Arrival]) -> list[str]:
    """List the other workbooks that would be saved for the same month and scope."""
    receipt = arrival.preview.receipt
    if arrival.saved is not None or receipt.month is None or receipt.scope is None:
        return []
    open_ones = [other for other in arrivals if other.key != arrival.key and other.saved is None]
    speaks_for = (receipt.month, receipt.scope)
    return [
        other.name for other in open_ones if (other.preview.receipt.month, other.preview.receipt.scope) == speaks_for
    ]


def _row(arrival: Arrival, others: Sequence[str]) -> str:
    receipt, compared = arrival.preview.receipt, arrival.preview.compared
    is_read = bool(receipt.rows) and not arrival.is_asked_about
    difference = phrases.difference_counts(compared.difference) if compared else texts.NOTHING_STORED
    said = phrases.saved(arrival.saved).split(":")[0] if arrival.saved else phrases.verdict(arrival.preview)
    grade = "good" if arrival.saved or arrival.is_sound else "bad" if receipt.errors else ""
    last = max([arrival.name, *others])  # they are saved in the order of their names
    same = texts.SAME_PLACE.format(others=", ".join(others), last=last) if others else ""
    cells = (
        tag("td", tag("b", escape(arrival.name))),
        tag("td", escape(phrases.spoken_for(receipt)) + (tag("div", escape(same), "quiet") if same else "")),
        light_cells(count_lights(receipt.rows)) if is_read else no_light_cells(),
        tag("td", escape(difference if is_read else "")),
        tag("td", text(said, f"verdict {grade}".strip())),
    )
    return tag("tr", "".join(cells))
