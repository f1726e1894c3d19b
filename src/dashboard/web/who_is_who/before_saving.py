"""The same question of a workbook that is not saved yet; what is chosen is saved with it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.domain.similarity import in_words
from dashboard.intake import Decisions, Suggestion
from dashboard.web.markup import tag
from dashboard.web.who_is_who import texts
from dashboard.web.who_is_who.line_text import line_text

LATER, NEW = 0, -1


def ask_before_saving(file: str, suggestions: Sequence[Suggestion]) -> None:
    """Ask of each new line of a file (named by a key of its own) whether it is one that left; nothing is chosen yet."""
    if not suggestions:
        return
    st.html(tag("p", escape(texts.WHY), "quiet"))
    for key, found in _by_row(suggestions).items():
        row = found[0].row
        with st.container(border=True, key=f"raekke_{_widget(file, key)}"):
            left, right = st.columns(2)
            left.html(
                line_text(f"{row.sheet} {row.title_cell}", row.title, row.code, row.udvalg, row.art, row.shown_light,
                          row.status_text)
            )  # fmt: skip
            for each in found:
                line = each.line
                heading = f"{texts.KNOWN_LINE.format(month=line.month.label)} · {in_words(each.score)}"
                right.html(line_text(heading, line.title, line.code, line.udvalg, line.art, line.light, line.text))
            names = {LATER: texts.LATER, NEW: texts.NEW_ROW} | {
                each.line.indsats_id: texts.SAME_AS.format(
                    name=" ".join(filter(None, (each.line.title, each.line.code))), score=each.score
                )
                for each in found
            }
            options = [LATER, *(each.line.indsats_id for each in found), NEW]
            st.radio(
                texts.ROW.format(name=row.name),
                options,
                format_func=names.__getitem__,
                key=_widget(file, key),
                label_visibility="collapsed",
            )


def chosen_before_saving(file: str, suggestions: Sequence[Suggestion]) -> Decisions:
    """Give what was chosen for a file: the line of a row by its key, None for a new one; nothing for later."""
    chosen = {key: st.session_state.get(_widget(file, key), LATER) for key in _by_row(suggestions)}
    return {key: None if choice == NEW else choice for key, choice in chosen.items() if choice != LATER}


def _by_row(suggestions: Sequence[Suggestion]) -> dict[str, list[Suggestion]]:
    rows: dict[str, list[Suggestion]] = {}
    for suggestion in suggestions:
        rows.setdefault(suggestion.key, []).append(suggestion)
    return rows


def _widget(file: str, key: str) -> str:
    return f"hvem_{file}_{key}"
