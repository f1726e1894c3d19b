"""The list: each red line with its life, what is asked, why, and what was last decided; in groups as chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import streamlit as st
from htpy import Element, Fragment, Node, article, b, div, fragment, h2, h3, p, span

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.municipality import own_words
from dashboard.domain.reason import MISSING, reason_keys, reason_name, reason_of
from dashboard.domain.terms import terms
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_run import read_runs
from dashboard.queries import ListedLine, StandingDecision
from dashboard.web.address import choose, chosen_of
from dashboard.web.database import Selection, ask
from dashboard.web.downloads import show_downloads
from dashboard.web.filters import PART_GROUPS, SEVERAL, emptied_by, parted
from dashboard.web.links import line_link
from dashboard.web.markup import light, marked_difference, marked_line_text, marked_text, skippable
from dashboard.web.strips import Strips, strip_scale
from dashboard.wording import meetings as words
from dashboard.wording import phrases

SHOW, SHOWS = "Vis røde, eller også gule", {"roede": "Kun røde", "gule": "Også gule"}
GROUP, GROUPS = "Gruppér efter", {"samlet": "Samlet", "aarsag": "Årsag"} | PART_GROUPS
ONLY_RED, WITH_YELLOW = "Længst rød først", "Røde og gule, længst rød først"
IN_BOTH = "En indsats i to udvalg står under begge."
NONE_RED = "Ingen røde indsatser i {month}{among}."
REASON, ASK = "Årsag", own_words("{Direktionen} bedes")
NO_REASON = "Årsag mangler"
NO_ASK = own_words("Ikke oplyst, hvad {direktionen} bedes om")
NO_STATUS = "Ingen statustekst"
RESPONSIBLE, SCHEDULE, DECIDED = "Ansvarlig", "Tidsplan", "Sidst besluttet"
NO_DECISION = "Ingen beslutning endnu"
NOT_TOLD = "ikke oplyst"
LARGE = 3  # lines that are read from four metres


def reason(line: ListedLine) -> str:
    """Give the reason that is stated for a red."""
    return reason_of((line.red_reason or "").strip())


@dataclass(frozen=True)
class Beside:
    """What is told of the lines besides themselves: texts before, what the last meeting decided, and their strips.

    ``texts_before`` are those of the comparison month that were something else, by line and field.
    """

    texts_before: Mapping[int, Mapping[str, str]]
    decisions: Mapping[int, tuple[StandingDecision, ...]]
    strips: Strips

    @classmethod
    def of(cls, selection: Selection, lines: Sequence[ListedLine]) -> Self:
        """Ask for all of it; the decisions are those of meetings about the month shown or earlier."""
        before: dict[int, dict[str, str]] = {}
        for change in ask(queries.text_changes, selection):
            if change.old_text != change.new_text:
                before.setdefault(change.indsats_id, {})[change.field] = change.old_text
        last: dict[int, tuple[StandingDecision, ...]] = {}
        for decision in ask(queries.decisions, until=selection.month):  # newest meeting first
            told = last.get(decision.indsats_id or 0, ())
            if decision.indsats_id is not None and (not told or told[0].meeting_id == decision.meeting_id):
                last[decision.indsats_id] = (*told, decision)
        return cls(before, last, Strips.of(selection, (line.indsats_id for line in lines)))


@dataclass(frozen=True)
class Wanted:
    """The lines that the viewer wants, longest in red first, and how they are grouped."""

    lines: Sequence[ListedLine]
    selection: Selection
    group: str


def wanted_lines(selection: Selection) -> Wanted:
    """Give the lines that are chosen, before the choices are drawn."""
    with_yellow = chosen_of("farver", SHOWS, "roede") == "gule"
    shown = replace(selection, light=("red", "yellow") if with_yellow else ("red",))
    return Wanted(ask(queries.line_list, shown), shown, chosen_of("gruppe", GROUPS, "samlet"))


def show_lines(wanted: Wanted) -> None:
    """Show the heading with its choices, and the lines, parted as chosen, or say that nothing is red."""
    title = WITH_YELLOW if len(wanted.selection.light) > 1 else ONLY_RED
    with st.container(horizontal=True, vertical_alignment="center", key="roedliste"):
        st.html(h2[title])
        choose(GROUP, "gruppe", GROUPS, "samlet")
        choose(SHOW, "farver", SHOWS, "roede")
        show_downloads(wanted.lines, wanted.selection, title)
    if not any(line.light_now is Light.RED for line in wanted.lines):
        st.html(
            fragment[p(".red-none")[_none_red(wanted.selection)], p[emptied_by(replace(wanted.selection, light=()))]]
        )
    beside = Beside.of(wanted.selection, wanted.lines)
    if wanted.group == "samlet":
        st.html(skippable(_list(wanted.lines, beside)))
        return
    parts = [
        (h2(".red-group")[name, " ", span(".count")[phrases.number(len(part))]], _list(part, beside, large=0))
        for name, part in _parted(wanted.lines, wanted.group)
    ]
    st.html(fragment[wanted.group == "udvalg" and p(".quiet")[IN_BOTH], parts])


def _none_red(selection: Selection) -> str:
    own = selection.scope.udvalg
    return NONE_RED.format(month=selection.month.label, among=f" for {own}" if own else "")


def _parted(lines: Sequence[ListedLine], group: str) -> list[tuple[str, list[ListedLine]]]:
    """Part the lines, the parts with most red first and those of the reasons in their order."""
    if group != "aarsag":
        return [(phrases.part_name(SEVERAL[group], key), part) for key, part in parted(lines, SEVERAL[group])]
    by_reason = [(key, [line for line in lines if reason(line) == key]) for key in reason_keys()]
    return [(reason_name(key), part) for key, part in by_reason if part]


def _list(lines: Sequence[ListedLine], beside: Beside, *, large: int = LARGE) -> Element:
    """Draw the lines in the order given, the first ones large."""
    return div(".red-lines")[
        (_line(line, beside, is_large=place < large, is_first=place == 0) for place, line in enumerate(lines))
    ]


def _line(line: ListedLine, beside: Beside, *, is_large: bool, is_first: bool) -> Element:
    strips = beside.strips
    names = ", ".join(terms().udvalg_name(key) for key in line.udvalg)
    row = phrases.in_row(line.in_row or 1, line.since or strips.now, strips.now)
    is_red = line.light_now is Light.RED
    return article(
        class_=["red-line", is_large and "large", not is_red and "is-yellow"], data_line=str(line.indsats_id)
    )[
        div(".red-what")[
            h3[line_link(line.name, line.indsats_id)],
            p(".red-since")[
                light(Light(line.light_now)), " ", b[row], " · ", span(title=names)[", ".join(line.udvalg)]
            ],
            div(".red-life")[is_first and strip_scale(strips.months), strips.draw(line.indsats_id)],
            p(".red-facts-line")[
                _fact(RESPONSIBLE, _told(line.responsible) or NOT_TOLD), _fact(SCHEDULE, _schedule(line, beside))
            ],
        ],
        div(".red-why")[_ask(line, is_red), _reason(line, is_red)],
        div(".red-status")[_status(line, beside), _decisions(beside.decisions.get(line.indsats_id, ()))],
    ]


def _told(said: str | None) -> str:
    return (said or "").strip()


def _ask(line: ListedLine, is_red: bool) -> Fragment:
    asked = _told(line.ask)
    nothing = NO_ASK if is_red else "–"
    return fragment[p(".label")[ASK], p(".red-ask")[asked] if asked else p(".quiet")[nothing]]


def _reason(line: ListedLine, is_red: bool) -> Node:
    if reason(line) == MISSING:
        return is_red and p(".red-reason")[span(".defect")[NO_REASON]]
    return p(".red-reason")[span(".label")[REASON], " ", _told(line.red_reason)]


def _status(line: ListedLine, beside: Beside) -> Element:
    said = _told(line.status_text)
    return p(".red-text")[_marked(line, said, beside) if said else span(".quiet")[NO_STATUS]]


def _marked(line: ListedLine, said: str, beside: Beside) -> Node:
    """Mark what the workbook marks, else the words that are new since the comparison month."""
    if read_runs(line.runs).get("status_text"):
        return marked_line_text(said, line.runs, "status_text")
    before = beside.texts_before.get(line.indsats_id, {})
    if "status_text" not in before:
        return said
    return marked_text(run for run in text_difference(before["status_text"], said) if not run.struck)


def _schedule(line: ListedLine, beside: Beside) -> Node:
    before = beside.texts_before.get(line.indsats_id, {})
    if "schedule" in before:
        return marked_difference(before["schedule"], _told(line.schedule), is_short=True)
    return _told(line.schedule) or NOT_TOLD


def _decisions(decisions: Sequence[StandingDecision]) -> Node:
    return [_decision(each) for each in decisions] or p(".red-decision.quiet")[NO_DECISION]


def _decision(decision: StandingDecision) -> Element:
    said, state = words.decided(decision), words.state_of(decision)
    day = phrases.short_day(decision.held_on)
    return p(".red-decision")[b[f"{DECIDED} ({day})"], " ", f"{said} ({state})" if state else said]


def _fact(label: str, content: Node) -> Element:
    return span[span(".label")[label], " ", content]
