"""The list behind a number: worst first, each line with its light, how long, what is said, and its last months."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import streamlit as st
from htpy import (
    Element,
    Fragment,
    Node,
    a,
    div,
    fragment,
    h1,
    h2,
    li,
    nav,
    p,
    section,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from dashboard import queries
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.line_search import nearest_lines
from dashboard.domain.month import Month
from dashboard.queries import LineName, LinePlace, ListedLine
from dashboard.web import address, filters
from dashboard.web.address import choose
from dashboard.web.database import Selection, ask
from dashboard.web.downloads import show_downloads
from dashboard.web.filters import parted
from dashboard.web.head import is_example, show_head, show_title
from dashboard.web.indsats.asked import KINDS, Asked, chips, in_words
from dashboard.web.links import INDSATS_KEY, line_link
from dashboard.web.markup import from_to, light, light_sums, skippable
from dashboard.web.signal_marks import marks_of
from dashboard.web.strips import Strips, strip_scale
from dashboard.web.trace import DISAGREES
from dashboard.wording import phrases, texts

TITLE = "Indsatser"
GROUP, TOGETHER = "Gruppér efter", "samlet"
NO_LINES = "Ingen indsatser passer"
WITHOUT_NARROWING = "Vis alle indsatser"
HEADERS = ("Lys", "Indsats", "Udvalg", "Ansvarlig, tidsplan og politisk behandling")
LAST_MONTHS = "Seneste måneder"
TO_LIST = "Til listen"
PREVIOUS, NEXT, NEIGHBOURS = "Forrige", "Næste", "Andre i listen"
PLACE_IN_LIST = "{at} af {n}"
FIRST_WORDS = 90  # letters of a status that always fit; the style cuts at two lines
MISSING, MAIL = "Mangler at indberette", "Skriv mail til {who}"
EXPLAINED = "Listen hentes som Excel ovenfor. Modtageren skrives i mailen: adresser står ikke i planen."
SUBJECT = "Status for {month} mangler"
BODY = "Til {who}\n\nDer mangler status for {month} for {n}:\n\n{lines}\n"
LINE, SO_OFTEN = "- {name} ({udvalg}){often}", ", {n}. status i træk"


def show_list(selection: Selection, asked: Asked) -> None:
    """Show the lines that the filters and the address ask for."""
    show_head(TITLE, selection, ask(queries.light_counts, selection), also=chips(asked))
    if asked.is_change and selection.compare is None:
        st.html(_nothing(texts.NOT_COMPARED, asked, selection))
        return
    lines = _lines(selection, asked)
    shown = in_words(asked, selection)
    if not lines:
        st.html(_nothing(phrases.capitalised(f"{shown}: 0 indsatser."), asked, selection))
        return
    title = f"{shown} · {phrases.count_of(len(lines), 'indsats', 'indsatser')}"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="liste"):
        st.html(fragment[h2[title], p(".sums")[_light_sums(lines)]])
        show_downloads(lines, selection, title)
        group = choose(GROUP, "gruppe", {TOGETHER: "Samlet"} | filters.PART_GROUPS, TOGETHER)
    strips, marks = Strips.of(selection, (line.indsats_id for line in lines)), marks_of(selection)
    if group == TOGETHER:
        st.html(_line_table(lines, strips, asked, marks))
    else:
        st.html(_groups(lines, filters.SEVERAL[group], strips, asked, marks))
    if selection.light == (Light.NOT_REPORTED,):
        _show_missing_reports(lines, selection)


def _groups(
    lines: Sequence[ListedLine], field: str, strips: Strips, asked: Asked, marks: Mapping[int, Node]
) -> Fragment:
    return fragment[
        field == "udvalg" and p(".quiet")[texts.IN_BOTH],
        (
            section(".line-group")[
                h2[phrases.part_name(field, value), " ", span(".count")[phrases.number(len(part))]],
                p(".sums")[_light_sums(part)],
                _line_table(part, strips, asked, marks),
            ]
            for value, part in filters.parted(lines, field)
        ),
    ]


def way_back(asked: Asked) -> Element:
    """Draw the way to the list that a line was opened from."""
    return a(".way", href=address.href(address.INDSATS, **asked.values()))[f"← {TO_LIST}"]


def neighbours(indsats_id: int, selection: Selection, asked: Asked) -> Element | None:
    """Draw where a line stands in the list that is asked for, and the ways to those before and after it."""
    lines = _lines(selection, asked)
    at = next((at for at, line in enumerate(lines) if line.indsats_id == indsats_id), None)
    if at is None:
        return None
    return nav(".neighbours", aria_label=NEIGHBOURS)[
        at > 0 and _neighbour(lines[at - 1], asked, is_next=False),
        span(".quiet")[PLACE_IN_LIST.format(at=at + 1, n=len(lines))],
        at + 1 < len(lines) and _neighbour(lines[at + 1], asked, is_next=True),
    ]


def _neighbour(line: ListedLine, asked: Asked, *, is_next: bool) -> Element:
    href = address.href(address.INDSATS, **{INDSATS_KEY: line.indsats_id} | asked.values())
    name = span(".neighbour-name")[line.title]
    said: Node = [f"{NEXT}: ", name, " →"] if is_next else [f"← {PREVIOUS}: ", name]
    return a(".way.neighbour", href=href, title=line.title)[said]


def _lines(selection: Selection, asked: Asked) -> tuple[ListedLine, ...]:
    return ask(queries.line_list, selection, asked.kinds, asked.before, asked.now, asked.in_row)


def _nothing(sentence: str, asked: Asked, selection: Selection) -> Element:
    href = address.href(address.INDSATS, **dict.fromkeys(asked.values()))
    way = a(".way", href=href)[WITHOUT_NARROWING] if any(asked.values().values()) else None
    return div(".empty")[h2[NO_LINES], p[sentence], p[filters.emptied_by(selection)], way and p[way]]


def _light_sums(lines: Sequence[ListedLine]) -> Node:
    """Count the lines of the list by their light, worst first; nothing when they all have one."""
    sums = light_sums(line.light_now for line in lines)
    gone = sum(line.light_now is ABSENT for line in lines)
    if gone:
        sums.append(span(".sum")[KINDS["gone"], span(".count")[phrases.number(gone)]])
    return sums if len(sums) > 1 else None


def _line_table(lines: Sequence[ListedLine], strips: Strips, asked: Asked, marks: Mapping[int, Node]) -> Fragment:
    scale = th(scope="col")[span(".unseen")[LAST_MONTHS], strip_scale(strips.months, "small")]
    drawn = div(".scroll")[
        table(".lines")[
            thead[tr[(th(scope="col")[name] for name in HEADERS), scale]],
            tbody[(_row(line, strips, asked, marks.get(line.indsats_id)) for line in lines)],
        ]
    ]
    return skippable(drawn)


def _row(line: ListedLine, strips: Strips, asked: Asked, mark: Node) -> Element:
    beside: tuple[Node, ...] = (
        line.disagrees and span(".disagrees", title=DISAGREES)[texts.DISAGREES],
        mark,
    )
    return tr[
        td[_lights(line, strips, asked)],
        td[
            div(".line-name")[
                line_link(line.name, line.indsats_id, listed=asked.values()), ((" ", one) for one in beside if one)
            ],
            div(".line-said")[_status(line, asked, strips.now)],
        ],
        td[", ".join(line.udvalg)],
        td[div[line.responsible], div(".quiet")[line.schedule], div(".quiet")[line.told["political_treatment"]]],
        td[strips.draw(line.indsats_id, "small", is_linked=False)],
    ]


def _lights(line: ListedLine, strips: Strips, asked: Asked) -> Fragment:
    before, now = line.light_before, line.light_now
    if now is ABSENT:
        was = isinstance(before, Light) and light(before)
        return fragment[div(".line-gone")[KINDS["gone"]], div(".quiet")[span(".said")[texts.BEFORE], was]]
    is_changed = asked.is_change and isinstance(before, Light) and before != now
    in_row = "" if line.since is None else phrases.in_row(line.in_row or 1, line.since, strips.now)
    return fragment[
        div[from_to(before, now) if is_changed and isinstance(before, Light) else light(now)],
        asked.is_change and before is ABSENT and div(".quiet")[KINDS[line.kind or "new"]],
        div(".quiet")[in_row],
    ]


def _status(line: ListedLine, asked: Asked, month: Month) -> Node:
    """Give what is said of the status, else the reason; where it is asked what changed, why a line got worse."""
    status = line.status_text or line.red_reason or ""
    if asked.is_change and line.fell_in:
        when = "" if line.fell_in == month else texts.WHY_THEN.format(month=line.fell_in.label)
        status = f"{when} {line.why}".strip()
    return span(title=status)[status] if len(status) > FIRST_WORDS else status


FOUND_TITLE = "Søgning: »{asked}«"
FOUND = "{n} ligner det, der er søgt efter; den bedste står øverst."
FOUND_NONE = "Ingen indsats hedder noget, der ligner »{asked}«."
FOUND_NONE_NEXT = (
    "Prøv med et andet ord eller et nummer. Ord i selve statusteksterne søges der efter under Fritekst til venstre."
)
EARLIER_NAME = "tidligere: {name}"
LAST_TOLD = "sidst i {month}"
UNKNOWN_TITLE = "Indsatsen findes ikke"
UNKNOWN = "Der er ingen indsats med det nummer i databasen. Linket er måske fra en anden database."
NOT_HERE = "Indsatsen står ikke her"
NOT_HERE_SENTENCE = "»{name}« står ikke i {scope} i {month} eller tidligere."
SEE_IT, OF_PLAN = "Se den i {scope}, {month}", " ({plan})"
SHOW_LIST = "Vis listen over indsatser"


def show_found(asked: str, selection: Selection) -> None:
    """Show the nearest lines, best first, each with its light now, or say that none is near."""
    known = ask(queries.known_names, selection.month)
    found = nearest_lines(asked, known)
    show_title(h1[FOUND_TITLE.format(asked=asked)], is_example=is_example(selection))
    if not found:
        st.html(div(".empty")[p[FOUND_NONE.format(asked=asked)], p[FOUND_NONE_NEXT]])
        return
    lines = [[name for name in known if name.indsats_id == indsats_id] for indsats_id in found]
    count = phrases.count_of(len(found), "indsats", "indsatser")
    drawn = ul(".found")[(_line(names, selection.month) for names in lines)]
    st.html(fragment[p(".subtitle")[FOUND.format(n=count)], drawn])


def _line(names: list[LineName], month: Month) -> Element:
    newest = names[0]
    beside = [newest.udvalg] if newest.udvalg else []
    beside += [LAST_TOLD.format(month=newest.told_month.label)] if newest.told_month != month else []
    earlier = dict.fromkeys(name.title for name in names if name.title != newest.title_now)
    beside += [EARLIER_NAME.format(name=" · ".join(earlier))] if earlier else []
    return li[
        span(".found-light")[light(newest.light)],
        span[line_link(newest.name_now, newest.indsats_id), " ", span(".quiet")[" · ".join(beside)]],
    ]


def missing_line(selection: Selection, indsats_id: int | None) -> Element:
    """Say that a line does not exist (None: it cannot), or where it is to be found instead."""
    told = () if indsats_id is None else ask(queries.line_places, selection, indsats_id)
    if not told or indsats_id is None:
        return div(".empty")[h2[UNKNOWN_TITLE], p[UNKNOWN], _to_list()]
    sentence = NOT_HERE_SENTENCE.format(
        name=told[0].name, scope=phrases.scope_name(selection.scope), month=selection.month.label
    )
    elsewhere = [place for place in told if (place.plan, place.scope) != (selection.plan, selection.scope)] or [told[0]]
    return div(".empty")[
        h2[NOT_HERE], p[sentence], (_to_place(place, indsats_id, selection.plan) for place in elsewhere), _to_list()
    ]


def _to_list() -> Element:
    return p[a(".way", href=address.href(address.INDSATS))[SHOW_LIST]]


def _to_place(place: LinePlace, indsats_id: int, plan: str | None) -> Element:
    month = place.nearest_month or place.first_month
    there = {filters.MONTH_KEY: str(month), filters.SCOPE_KEY: str(place.scope), filters.COMPARE_KEY: None}
    there |= {filters.PLAN_KEY: place.plan} if place.plan != plan else {}
    href = address.href(address.INDSATS, **{INDSATS_KEY: indsats_id}, **there)
    of_plan = OF_PLAN.format(plan=place.plan) if place.plan != plan else ""
    said = SEE_IT.format(scope=phrases.scope_name(place.scope) + of_plan, month=month.label)
    return p[a(".way", href=href)[said]]


def _show_missing_reports(lines: Sequence[ListedLine], selection: Selection) -> None:
    """Show what to send to each of those responsible for the lines that are not reported; nothing without any."""
    missing = [line for line in lines if line.light_now is Light.NOT_REPORTED]
    if not missing:
        return
    st.html(fragment[h2(id="mangler")[MISSING], p(".quiet")[EXPLAINED]])
    month = selection.month.label
    for value, part in parted(missing, "responsible"):
        who = phrases.part_name("responsible", value)
        n = phrases.count_of(len(part), "indsats", "indsatser")
        body = BODY.format(who=who, month=month, n=n, lines="\n".join(map(_missing_line, part)))
        href = f"mailto:?subject={quote(SUBJECT.format(month=month))}&body={quote(body)}"
        st.html(a(".way", href=href)[MAIL.format(who=who)])
        st.code(body, language=None, wrap_lines=True)


def _missing_line(line: ListedLine) -> str:
    often = SO_OFTEN.format(n=line.in_row) if (line.in_row or 1) > 1 else ""
    return LINE.format(name=line.name, udvalg=", ".join(line.udvalg), often=often)
