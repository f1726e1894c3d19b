"""Er det samme indsats? Asked of a workbook before it is saved and of each new line after, every answer with undo."""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

import streamlit as st
from htpy import Fragment, b, fragment, h2, h3, p, span
from streamlit.delta_generator import DeltaGenerator

from dashboard import intake, queries
from dashboard.domain.cell_name import is_in_document
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.similarity import in_words
from dashboard.domain.terms import terms
from dashboard.intake import Decisions, LinkKind, Suggestion
from dashboard.queries import LineLink, SuggestedPair
from dashboard.web.choices import chosen
from dashboard.web.database import ask, database
from dashboard.web.filters import plan_beside
from dashboard.web.markup import light, plain
from dashboard.web.sign_in import acting
from dashboard.wording import phrases

QUESTION = "Er det samme indsats?"
WHY = (
    "Titlerne er ikke ens, så appen afgør det ikke selv. Er de to samme indsats, vises de som én i alle måneder, og "
    "begge stavemåder genkendes fremover. Alt kan fortrydes."
)
NOTHING_OPEN = "Alle nye indsatser er afklaret."
NEW_LINE, KNOWN_LINE = "Ny i {place}", "Sidst set {month}"
SAME, CONTINUES, NEW = "Samme", "Fortsætter den", "Ny indsats"
CONTINUES_MEANS = "To indsatser, hvor den nye følger efter den gamle, fx når en indsats deles eller flere samles."
NEW_MEANS = "En ny indsats, som ikke er nogen af dem, der er foreslået. De foreslås ikke igen."
DECIDED, UNDO, SHOW_REST = "Afgjort", "Fortryd", "Vis {n} flere"
DECISIONS = {
    "same": "»{name}« er samme indsats som »{other}«",
    "different": "»{name}« er en ny indsats, ikke »{other}«",
    "continues": "»{name}« fortsætter »{other}«",
}
BY = "{moment} af {who}"
STAYS = (
    "Skrevet siden: {n} (beslutninger, fremhævninger, afklarede signaler). "
    "Det bliver ved »{other}«, hvis det fortrydes."
)
FIRST = 2

# before saving
ROW = "{name}: er det samme indsats som en af dem, der ikke længere står i planen?"
LATER_SAID, SAME_AS = "Afgør senere", "Samme som »{name}« ({score})"
LATER, NEW_ROW = 0, -1  # beside the ids of lines

Shown = TypeVar("Shown")


def ask_before_saving(file: str, suggestions: Sequence[Suggestion]) -> None:
    """Ask of each new line of a file (named by a key of its own) whether it is one that left; nothing is chosen yet."""
    if not suggestions:
        return
    st.html(p(".quiet")[WHY])
    for key, found in _by_row(suggestions).items():
        row = found[0].row
        with st.container(border=True, key=f"raekke_{_widget(file, key)}"):
            left, right = st.columns(2)
            place = row.title_cell if is_in_document(row.sheet, row.title_cell) else f"{row.sheet} {row.title_cell}"
            left.html(_line(place, row.title, row.code, row.udvalg, row.art, row.shown_light, row.status_text))
            names: dict[int | str, str] = {LATER: LATER_SAID}
            for each in found:
                line = each.line
                heading = f"{KNOWN_LINE.format(month=line.month.label)} · {in_words(each.score)}"
                right.html(_line(heading, line.title, line.code, line.udvalg, line.art, line.light, line.text))
                names[each.answer] = SAME_AS.format(name=plain(_name(line.title, line.code)), score=each.score)
            names[NEW_ROW] = NEW
            st.radio(
                ROW.format(name=row.name),
                list(names),
                format_func=names.__getitem__,
                key=_widget(file, key),
                horizontal=True,
                label_visibility="collapsed",
            )


def chosen_before_saving(file: str, suggestions: Sequence[Suggestion]) -> Decisions:
    """Give what was chosen for a file: the line of a row by its key, None for a new one; nothing for later."""
    decisions: dict[str, int | None] = {}
    for key, found in _by_row(suggestions).items():
        choice = chosen(_widget(file, key), [NEW_ROW, *(each.line.indsats_id for each in found)])
        if choice is not None:
            decisions[key] = None if choice == NEW_ROW else choice
    return decisions


def show_suggestions(first: Collection[Month] = ()) -> None:
    """Ask of each new line whether it is one that left, and list what is decided; the newest month first, but these."""
    found, decided = ask(queries.suggestions), ask(queries.line_links)
    found = tuple(sorted(found, key=lambda pair: pair.newer.month not in first))
    if not found and not decided:
        return
    st.html(fragment[h2(id="samme")[QUESTION], p(".quiet")[WHY if found else NOTHING_OPEN]])
    by_line: dict[int, list[SuggestedPair]] = {}
    for pair in found:
        by_line.setdefault(pair.newer.indsats_id, []).append(pair)
    _show_few(list(by_line.values()), _show_line)
    if decided:
        st.html(fragment[h3[DECIDED], " ", span(".count")[phrases.number(len(decided))]])
        _show_few(decided, _show_decision)


def _show_few(every: Sequence[Shown], show: Callable[[Shown], None]) -> None:
    """Show the first few, and the others folded away."""
    for each in every[:FIRST]:
        show(each)
    if every[FIRST:]:
        with st.expander(SHOW_REST.format(n=len(every) - FIRST)):
            for each in every[FIRST:]:
                show(each)


def _show_line(pairs: Sequence[SuggestedPair]) -> None:
    """Show a new line beside each line it may be, best first."""
    newer, others = pairs[0].newer, [pair.older.indsats_id for pair in pairs]
    is_one_of_several = len(pairs) > 1
    with st.container(border=True, key=f"hvem_{newer.indsats_id}"):
        for number, pair in enumerate(pairs):
            left, right, act = st.columns([5, 5, 4], vertical_alignment="top")
            if number == 0:
                place = " · ".join([newer.month.label, phrases.scope_name(pair.scope), *plan_beside(newer.plan)])
                left.html(_known(NEW_LINE.format(place=place), newer))
                if is_one_of_several:
                    _offer_new(left, newer.indsats_id, others)
            last = " · ".join([pair.older.month.label, *plan_beside(pair.older.plan)])
            right.html(_known(KNOWN_LINE.format(month=last), pair.older))
            act.html(p(".quiet")[in_words(pair.score)])
            choices = act.container(horizontal=True, gap="small")
            _offer_same(choices, newer.indsats_id, pair.older.indsats_id)
            if not is_one_of_several:
                _offer_new(choices, newer.indsats_id, others)


def _offer_same(place: DeltaGenerator, newer: int, older: int) -> None:
    """Offer to say that a line is an older one, or continues it."""
    args, key = ("same", newer, [older]), f"samme_{newer}_{older}"
    place.button(SAME, on_click=_decide, args=args, type="primary", key=key)
    args, key = ("continues", newer, [older]), f"fortsaetter_{newer}_{older}"
    place.button(CONTINUES, help=CONTINUES_MEANS, on_click=_decide, args=args, key=key)


def _offer_new(place: DeltaGenerator, newer: int, others: Sequence[int]) -> None:
    """Offer to say that a line is none of those that are shown beside it."""
    args, key = ("different", newer, others), f"ny_{newer}"
    place.button(NEW, help=NEW_MEANS, on_click=_decide, args=args, key=key)


def _show_decision(link: LineLink) -> None:
    said = DECISIONS[link.kind].format(name=link.name, other=link.other_name)
    by = BY.format(moment=phrases.moment(link.decided_at), who=link.decided_by)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(p[said, " ", span(".quiet")[by]])
        if link.said_since:
            st.html(span(".quiet")[STAYS.format(n=phrases.number(link.said_since), other=link.other_name)])
        st.button(UNDO, on_click=_undo, args=(link.link_id,), type="tertiary", key=f"fortryd_{link.link_id}")


def _known(heading: str, line: queries.SuggestedLine) -> Fragment:
    return _line(heading, line.title, line.code, line.udvalg, line.art, line.light, line.text)


def _line(
    heading: str,
    title: str,
    code: str | None,
    udvalg: Collection[str],
    art: str | None,
    shown_light: Light,
    said: str | None,
) -> Fragment:
    """Draw where a line was seen, its name, its facts, its light and its text."""
    facts = filter(None, (", ".join(udvalg), terms().art_name(art) if art else ""))
    return fragment[
        p(".quiet")[heading],
        p[b[_name(title, code)]],
        p[light(shown_light), " ", span(".quiet")[" · ".join(facts)]],
        p[said] if said else None,
    ]


def _name(title: str, code: str | None) -> str:
    return f"{title} {code}" if code else title


def _by_row(suggestions: Sequence[Suggestion]) -> dict[str, list[Suggestion]]:
    rows: dict[str, list[Suggestion]] = {}
    for suggestion in suggestions:
        rows.setdefault(suggestion.key, []).append(suggestion)
    return rows


def _widget(file: str, key: str) -> str:
    return f"hvem_{file}_{key}"


def _decide(kind: LinkKind, newer: int, older: Sequence[int]) -> None:
    try:
        for each in older:
            intake.decide(database(), kind, newer, each, by=acting("match"))
    except intake.LinkError as error:
        st.toast(plain(str(error)))


def _undo(link_id: int) -> None:
    try:
        intake.undo_decision(database(), link_id, by=acting("match"))
    except intake.LinkError as error:
        st.toast(plain(str(error)))
