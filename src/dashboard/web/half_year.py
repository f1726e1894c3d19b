"""Halvårsstatus: the share that follows the plan, what is highlighted, the three lists, and where a line is placed.

The dialog is opened by the address, so that the lists hold no widgets.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

import streamlit as st
from htpy import Element, Node, a, b, details, div, fragment, h2, h3, p, section, span, summary

from dashboard import queries
from dashboard.domain.half_year import HalfYearList
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.queries import HalfYearLine, HalfYearWord, LightCount
from dashboard.records import HalfYearSaid, OverwriteError, say_of_line
from dashboard.web import trace
from dashboard.web.counts import bar
from dashboard.web.database import Selection, ask, database
from dashboard.web.head import tell
from dashboard.web.links import line_link
from dashboard.web.markup import light
from dashboard.web.sign_in import acting_as, ask_name, may, show_why_not, why_not
from dashboard.wording import half_year as words
from dashboard.wording import phrases

NONE = "Ingen indsatser."
HOW = "»Ret« ved en indsats fremhæver den eller flytter den til en anden liste."
FIRST, MOST, SHOW = 7, 200, "liste"
KEY, CHANGE, CHANGE_OF, TITLE = "placer", "Ret", "Ret placering og fremhævelse af {name}", "Placering og fremhævelse"
LIST, BY_RULE = "Liste", "{name} (efter reglen)"
NOTE, NOTE_PLACEHOLDER = "Hvorfor står den her?", "Fx: Drøftes med koncernledelsen i juni"
HIGHLIGHT, HIGHLIGHT_PLACEHOLDER = "Fremhæves med teksten", "Tom: fremhæves ikke"
WHO, SAVE, TAKE_BACK = "Dit navn", "Gem", "Tag det tilbage"
NOT_FOUND = "Indsatsen står ikke i den valgte måned, eller filtrene skjuler den."
NO_NOTE, NO_NAME = "Skriv kort, hvorfor den står på en anden liste end efter reglen.", "Skriv dit navn."
OVERWRITTEN = "En anden har rettet den imens, og det står nu på siden. Gem igen for at skrive over det."
SINCE = "En anden har rettet den imens, og det bliver stående."
SAVED, TAKEN_BACK = "»{name}« er rettet.", "Det er taget tilbage."
FAULT, WHO_KEY, FIELDS = "placer_fejl", "placer_hvem", ("liste", "note", "tekst")


def show_share(counts: Sequence[LightCount], selection: Selection, missing: str) -> None:
    """Show the share that follows the plan beside the last half-year's, or what is missing to say so."""
    said = p(".answer")[words.follows(counts, selection)]
    st.html(fragment[missing and p(".note")[missing], said, bar(counts, selection)])


def show_left(left: Sequence[HalfYearWord], month: Month) -> None:
    """Show what was said of lines that are no longer there, and the way to take it back."""
    rows = [p(".note")[words.left(word, month), " ", _way_to_place(word.indsats_id, word.name)] for word in left]
    if rows:
        st.html(fragment[rows])


def show_lists(lines: Sequence[HalfYearLine], month: Month) -> None:
    """Show what is highlighted, then each list with its rule; outside the lists comes last, where there is any."""
    by_list = {each: [line for line in lines if line.listed_in is each] for each in HalfYearList}
    outside = by_list.pop(HalfYearList.OUTSIDE)
    drawn = [_list(each, listed, month) for each, listed in by_list.items()]
    rest = _list(HalfYearList.OUTSIDE, outside, month) if outside else None
    st.html(fragment[_highlights(lines), div(".half-lists")[drawn], rest])


def _highlights(lines: Sequence[HalfYearLine]) -> Element:
    rows = [_highlighted(line, line.highlight) for line in lines if line.highlight]
    heading = h2[words.HIGHLIGHTED, " ", span(".count")[phrases.number(len(rows))]]
    return section(".half-highlights")[
        heading, rows or p(".quiet")[words.NOTHING_HIGHLIGHTED, " ", why_not("half_year") or HOW]
    ]


def _highlighted(line: HalfYearLine, word: HalfYearWord) -> Element:
    said_by = f"{word.written_by}, {phrases.short_moment(word.written_at)}"
    return div(".half-line")[
        light(Light(line.line.light_now)),
        span[
            line_link(line.line.name, line.line.indsats_id),
            " ",
            span(".highlight")[word.text],
            " ",
            span(".quiet")[said_by],
        ],
        place_link(line),
    ]


def _list(listed_in: HalfYearList, lines: Sequence[HalfYearLine], month: Month) -> Element:
    return section(".half-list")[
        h2[words.LISTS[listed_in], " ", span(".count")[phrases.number(len(lines))]],
        p(".quiet")[words.rule(listed_in, month)],
        map(_row, lines[:FIRST]),
        _rest(listed_in, lines),
        not lines and p(".quiet")[NONE],
    ]


def _rest(listed_in: HalfYearList, lines: Sequence[HalfYearLine]) -> Node:
    """Draw the rest a click away; a long one is drawn when it is asked for, as the browser would be slow else."""
    said, is_asked = phrases.show_all(len(lines)), st.query_params.get(SHOW) == listed_in
    if len(lines) > MOST and not is_asked:
        return p[a(".show-all", href=f"?{SHOW}={listed_in}")[said]]
    rest = details(".rest", open=is_asked)[summary[said], map(_row, lines[FIRST:])]
    return rest if lines[FIRST:] else None


def _row(line: HalfYearLine) -> Element:
    told = line.line
    ahead, placed = words.treatment(line), words.placed(line)
    udvalg = not ahead and span(".quiet")[", ".join(told.udvalg)]
    return div(".half-line")[
        light(Light(told.light_now)),
        span[
            line_link(told.name, told.indsats_id),
            " ",
            span(".ahead")[ahead] if ahead else udvalg,
            bool(line.highlight) and span(".highlighted")[b[words.HIGHLIGHTED]],
            placed and span(".placed")[placed],
        ],
        place_link(line),
    ]


def place_link(line: HalfYearLine) -> Element | None:
    """Make the way to place and highlight a line; none for those who may not."""
    return _way_to_place(line.line.indsats_id, line.line.name)


def _way_to_place(indsats_id: int, name: str) -> Element | None:
    if not may("half_year"):
        return None
    said = CHANGE_OF.format(name=name)
    return a(".settle", href=f"?{KEY}={indsats_id}", title=said, aria_label=said)[CHANGE]


def show_asked_placing(selection: Selection) -> None:
    """Open the dialog where the address asks for it. Called last, so that nothing on the page moves."""
    if KEY in st.query_params and trace.KEY not in st.query_params:  # one dialog at a time
        _dialog(st.query_params[KEY], selection)


def _forget() -> None:
    st.query_params.pop(KEY, None)
    for name in (FAULT, *map(_key, FIELDS)):
        st.session_state.pop(name, None)


def _key(field: str) -> str:
    return f"placer_{field}"


@st.dialog(TITLE, on_dismiss=_forget)
def _dialog(asked: str, selection: Selection) -> None:
    if KEY not in st.query_params:  # it is done
        st.rerun()
    line = _line(asked, selection)
    if line is None:
        _show_left(
            [word for word in ask(queries.half_year_left, selection) if str(word.indsats_id) == asked], selection
        )
        return
    st.html(fragment[h3[line.line.name], p(".quiet")[words.placed(line) or words.rule(line.by_rule, selection.month)]])
    if not may("half_year"):
        show_why_not("half_year")
        return

    def named(listed_in: HalfYearList) -> str:
        name = words.LISTS[listed_in]
        return BY_RULE.format(name=name) if listed_in is line.by_rule else name

    lists = list(HalfYearList)
    st.radio(LIST, lists, lists.index(line.listed_in), format_func=named, key=_key("liste"))
    note, text = (word.text if word else "" for word in (line.placement, line.highlight))
    st.text_area(NOTE, note, key=_key("note"), placeholder=NOTE_PLACEHOLDER, max_chars=500, height=80)
    st.text_area(HIGHLIGHT, text, key=_key("tekst"), placeholder=HIGHLIGHT_PLACEHOLDER, max_chars=500, height=80)
    ask_name("half_year", WHO, _key("hvem"), st.session_state.get(WHO_KEY))
    if st.session_state.get(FAULT):
        st.html(p(".note", role="alert")[st.session_state[FAULT]])
    st.button(SAVE, on_click=_save, args=(line, selection), type="primary", key="placer_gem")


def _show_left(left: Sequence[HalfYearWord], selection: Selection) -> None:
    """Show what was said of a line that is no longer there, to be taken back; or that there is no such line."""
    st.html(fragment[[p[words.left(word, selection.month)] for word in left] or p(".note")[NOT_FOUND]])
    if left and may("half_year"):
        ask_name("half_year", WHO, _key("hvem"), st.session_state.get(WHO_KEY))
        st.button(TAKE_BACK, on_click=_take_back, args=(left, selection), type="primary", key="placer_tag_tilbage")


def _take_back(left: Sequence[HalfYearWord], selection: Selection) -> None:
    who = acting_as("half_year", st.session_state[_key("hvem")])
    if who:
        _say_of_left(left, selection, [HalfYearSaid(word.placed_in, "", word.word_id) for word in left], who)
        said = [HalfYearSaid(word.placed_in, word.text) for word in left]
        tell(TAKEN_BACK, lambda: _say_of_left(left, selection, said, who))
        _forget()


def _say_of_left(left: Sequence[HalfYearWord], selection: Selection, said: Sequence[HalfYearSaid], who: str) -> None:
    with suppress(OverwriteError):  # another has taken it back, or written anew: it stands on the page
        say_of_line(database(), selection.plan or "", selection.month, left[0].indsats_id, *said, by=who)


def _line(asked: str, selection: Selection) -> HalfYearLine | None:
    return next((each for each in ask(queries.half_year, selection) if str(each.line.indsats_id) == asked), None)


def _save(line: HalfYearLine, selection: Selection) -> None:
    chosen, note, text = (st.session_state[_key(field)] for field in FIELDS)
    who = st.session_state[WHO_KEY] = acting_as("half_year", st.session_state[_key("hvem")])
    stays = chosen is line.listed_in and note.strip()  # a note may also say why it stays where the rule has put it
    placed_in = None if chosen is line.by_rule and not stays else chosen
    fault = NO_NOTE if placed_in and not note.strip() else None if who else NO_NAME
    if fault is None:
        try:
            _write(line, selection, placed_in, note.strip() if placed_in else "", text.strip(), who)
        except OverwriteError:
            fault = OVERWRITTEN
    st.session_state[FAULT] = fault
    if fault is None:
        written = _line(str(line.line.indsats_id), selection)
        tell(SAVED.format(name=line.line.name), partial(_undo, written, line, selection, who) if written else None)
        _forget()


def _undo(written: HalfYearLine, before: HalfYearLine, selection: Selection, who: str) -> None:
    """Write again what stood before, over what was written then and nothing newer."""
    placement, text = before.placement, before.highlight.text if before.highlight else ""
    placed_in, note = (placement.placed_in, placement.text) if placement else (None, "")
    try:
        _write(written, selection, placed_in, note, text, who)
    except OverwriteError:
        tell(SINCE)


def _write(
    line: HalfYearLine, selection: Selection, placed_in: HalfYearList | None, note: str, text: str, who: str
) -> None:
    """Write what differs from what stands, all or nothing."""
    placement, highlight, told = line.placement, line.highlight, list[HalfYearSaid]()
    if (placed_in, note) != ((placement.placed_in, placement.text) if placement else (None, "")):
        told.append(HalfYearSaid(placed_in or line.listed_in, note, placement.word_id if placement else None))
    if text != (highlight.text if highlight else ""):
        told.append(HalfYearSaid(None, text, highlight.word_id if highlight else None))
    say_of_line(database(), selection.plan or "", selection.month, line.line.indsats_id, *told, by=who)
