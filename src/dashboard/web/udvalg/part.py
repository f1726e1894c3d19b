"""One udvalg's part of the plan, last told where the month leaves it out; what stands before treatment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st
from htpy import Element, Fragment, Node, a, details, div, fragment, h2, h3, nav, p, section, span, summary

from dashboard import queries
from dashboard.documents.extract import CHANGES_OF
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.political_treatment import political_treatment, treated_by
from dashboard.domain.scope import Scope
from dashboard.queries import ListedLine, StandingDecision
from dashboard.web import address
from dashboard.web.change_list import show_changes
from dashboard.web.counts import show_counts
from dashboard.web.database import Selection, ask
from dashboard.web.filters import COMPARE_KEY, MONTH_KEY, SCOPE_KEY, WITHOUT, leave_out
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import light
from dashboard.web.money import show_money
from dashboard.web.strips import Strips, strip_scale
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

CHOSEN_KEY = "valgt"
ALL = "Alle udvalg"
OWN, CROSS_CUTTING = "Egne indsatser", "Tværgående indsatser, der vedrører udvalget"
NO_OWN = "Ingen indsatser er udvalgets alene eller sammen med andre."
NO_CROSS_CUTTING = "Ingen tværgående indsatser vedrører udvalget."
DECISIONS, NO_DECISIONS = "Beslutninger", "Ingen beslutninger endnu"
DUE, RESPONSIBLE = "frist", "ansvarlig"
IN_ROW = "i træk"
WHOLE = "Hele udvalgets del i {month}"
FIRST_LINES, FIRST_DECISIONS = 10, 6
OWN_MISSING = "Egen del er ikke leveret for {month}; senest {last}. Den står her, som den var da."
OWN_NEVER = "Egen del er ikke leveret for {month} eller tidligere."
PLAN_MISSING = "For {month} vises kun »{scope}«. Hele planen er senest leveret for {last}; beløbene er fra da."
SEE = "Se {month}"
TREATMENT = "Står foran politisk behandling"
NO_TREATMENT = "Ingen indsatser er skrevet til at stå foran politisk behandling."
IN_EACH = "En indsats, der skal i flere udvalg, står under hvert af dem."
NO_DAY, PASSED = "uden dato", "skulle være behandlet"
FIRST_TREATMENTS, LATEST = 5, date.max


def chosen_udvalg(selection: Selection, offered: Sequence[str]) -> str | None:
    """Give the udvalg that is asked for or the only one filtered by, else None; say so when there is no such one."""
    asked = st.query_params.get(CHOSEN_KEY)
    if not asked:
        return selection.udvalg[0] if len(selection.udvalg) == 1 else None
    if asked in offered:
        return asked
    leave_out(texts.UDVALG, phrases.part_name("udvalg", asked))
    return None


def ways(offered: Sequence[str], udvalg: str) -> Element:
    """Draw the way back to all udvalg, and to each of the others."""
    return nav(".udvalg-ways", aria_label=texts.UDVALG)[
        _way(None, ALL, ALL, False),
        (_way(key, key, phrases.part_name("udvalg", key), key == udvalg) for key in offered if key),
    ]


def _way(key: str | None, said: str, name: str, is_here: bool) -> Element:
    if is_here:
        return span(".way.here", aria_current="page", title=name)[said]
    return a(".way", href=address.href(address.UDVALG, **{CHOSEN_KEY: key}), title=name)[said]


def show_part(selection: Selection, udvalg: str) -> None:
    """Show the part of the udvalg that the selection is narrowed to, what the month leaves out as it was last told."""
    if selection.speaks_for(Scope(udvalg)):
        _show_part(selection, selection, udvalg)
        return
    whole = ask(queries.last_told, selection, Scope(udvalg))
    _show_own_missing(selection, whole)
    _show_part(selection, whole or selection, udvalg)


def _show_part(selection: Selection, whole: Selection, udvalg: str) -> None:
    """Show lights, own lines and money as ``whole`` tells them, the cross-cutting lines and the changes as shown."""
    is_as_then = whole is not selection
    if is_as_then:
        address.narrow(udvalg=udvalg, **as_of(whole))
        st.html(h2[WHOLE.format(month=whole.month.label)])
    show_counts(ask(queries.light_counts, whole), whole)
    lines = {each: ask(queries.line_list, each) for each in (whole, selection)}
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        own = [line for line in lines[whole] if not line.cross_cutting]
        missing = not is_as_then and not selection.speaks_for(Scope(udvalg))
        none = OWN_NEVER.format(month=selection.month.label) if missing else NO_OWN
        st.html(_part_lines(OWN, own, none, whole, is_as_then=is_as_then))
        address.narrow(udvalg=udvalg)
        shared = [line for line in lines[selection] if line.cross_cutting]
        st.html(_part_lines(CROSS_CUTTING, shared, NO_CROSS_CUTTING, selection, is_as_then=is_as_then))
    with right:
        show_treatments(whole, whole.udvalg)
        show_changes(selection, **{CHOSEN_KEY: udvalg})
        if not selection.speaks_for(Scope(udvalg)):
            st.html(p(".quiet")[CHANGES_OF.format(scope=phrases.scope_name(selection.scope))])
        decided = ask(queries.decisions, until=selection.month)
        ids = {line.indsats_id for of_month in lines.values() for line in of_month}
        st.html(_decision_list([decision for decision in decided if decision.indsats_id in ids]))
    if is_as_then:
        address.narrow(udvalg=udvalg, **as_of(whole))
    show_money(whole, parts=("tema", "art"))


def _part_lines(
    title: str, lines: Sequence[ListedLine], none: str, selection: Selection, *, is_as_then: bool
) -> Fragment:
    """Draw the lines under a heading with their number, the first ones at once and the rest a click away."""
    strips = Strips.of(selection, (line.indsats_id for line in lines))
    when = is_as_then and [" ", span(".quiet")[selection.month.label]]
    heading = h2(".part-head")[title, " ", span(".count")[phrases.number(len(lines))], when]
    if not lines:
        return fragment[heading, p(".quiet")[none]]
    scale = div(".part-line.part-scale")[span, span, strip_scale(strips.months), span(".part-long")[IN_ROW]]
    rows = [_line(line, strips) for line in lines]
    return fragment[heading, div(".part-lines")[scale, _with_rest(rows, FIRST_LINES)]]


def _with_rest(rows: Sequence[Element], first: int) -> Node:
    rest = rows[first:]
    return [*rows[:first], rest and details(".rest")[summary[phrases.show_all(len(rows))], rest]]


def _line(line: ListedLine, strips: Strips) -> Element:
    said = line.status_text or ""
    n, since = line.in_row or 1, line.since or strips.now
    return div(".part-line")[
        span(".part-light")[light(Light(line.light_now))],
        span(".row-what", title=f"{line.name}. {said}")[
            line_link(line.name, line.indsats_id), " ", span(".row-text")[said]
        ],
        strips.draw(line.indsats_id),
        span(".part-long", title=phrases.in_row(n, since, strips.now))[f"{n}."],
    ]


def _decision_list(decisions: Sequence[StandingDecision]) -> Fragment:
    """Draw the decisions, newest first, or say that there are none."""
    heading = h2[DECISIONS, " ", span(".count")[phrases.number(len(decisions))]]
    if not decisions:
        return fragment[heading, p(".quiet")[NO_DECISIONS]]
    rows = [_decision(decision) for decision in decisions]
    return fragment[heading, div(".part-decisions")[_with_rest(rows, FIRST_DECISIONS)]]


def _decision(decision: StandingDecision) -> Element:
    name = " ".join(filter(None, (decision.title, decision.code)))
    about = [phrases.short_day(decision.held_on), words.body_name(decision.body), words.state_of(decision)]
    if decision.responsible:
        about.append(f"{RESPONSIBLE} {decision.responsible}")
    if decision.due:
        about.append(f"{DUE} {phrases.short_day(decision.due)}")
    return div(".part-decision")[
        p[line_link(name, decision.indsats_id or 0), " ", words.decided(decision)],
        p(".quiet")[" · ".join(filter(None, about))],
    ]


def _show_own_missing(selection: Selection, whole: Selection | None) -> None:
    """Say for which month an udvalg's own part was last delivered, when that is not the one shown."""
    if whole is None:
        st.html(p(".note")[OWN_NEVER.format(month=selection.month.label)])
    elif whole.month != selection.month:
        st.html(p(".note")[OWN_MISSING.format(month=selection.month.label, last=whole.month.label)])


def show_plan_missing(selection: Selection, whole: Selection) -> None:
    """Say for which month the whole plan was last delivered, when that is not the one shown, with the way there."""
    if whole.month == selection.month:
        return
    last = whole.month.label
    said = PLAN_MISSING.format(scope=phrases.scope_name(selection.scope), month=selection.month.label, last=last)
    way = a(".way", href=address.href(None, **as_of(whole)))[SEE.format(month=last)]
    st.html(p(".note")[said, " ", way])


def as_of(whole: Selection) -> dict[str, str | None]:
    """Give what the address holds for another month and scope than those shown."""
    compare = str(whole.compare) if whole.compare else None
    return {MONTH_KEY: str(whole.month), SCOPE_KEY: str(whole.scope), COMPARE_KEY: compare}


def show_treatments(selection: Selection, udvalg: Sequence[str] = ()) -> None:
    """Show what stands before treatment in each udvalg, the nearest first, or in those given, whichever it is of."""
    lines = ask(queries.line_list, replace(selection, udvalg=()) if udvalg else selection)
    groups: dict[str, list[ListedLine]] = {}
    for line in sorted(lines, key=_day):
        for key in treated_by(line.told["political_treatment"]):
            if not udvalg or key in udvalg:
                groups.setdefault(key, []).append(line)
    n = len({line.indsats_id for group in groups.values() for line in group})
    heading = h2(id="politisk")[TREATMENT, " ", span(".count")[phrases.number(n)]]
    said = IN_EACH if len(groups) > 1 else None if groups else NO_TREATMENT
    drawn = [
        _treated_in(key, groups[key], selection.month, is_alone=bool(udvalg))
        for key in sorted(groups, key=lambda key: (key == "", key))
    ]
    st.html(fragment[heading, said and p(".quiet")[said], div(".treatments")[drawn]])


def _treated_in(key: str, lines: Sequence[ListedLine], month: Month, *, is_alone: bool) -> Element:
    way = list_link(phrases.part_name("treated_by", key), behandling=key or WITHOUT)
    return section[
        not is_alone and h3[way, " ", span(".count")[phrases.number(len(lines))]],
        _with_rest([_treatment(line, month) for line in lines], FIRST_TREATMENTS),
    ]


def _treatment(line: ListedLine, month: Month) -> Element:
    said = line.told["political_treatment"]
    ahead = political_treatment(said)
    assert ahead is not None
    return div(".treatment", title=said)[
        span(".treatment-when")[_when(ahead.day, month)],
        span[light(Light(line.light_now))],
        span[line_link(line.name, line.indsats_id), " ", span(".quiet")[ahead.kind]],
    ]


def _when(day: date | None, month: Month) -> Node:
    if day is None:
        return span(".quiet")[NO_DAY]
    when = Month(day.year, day.month).label
    return [when, day <= month.last_day and span(".defect", title=PASSED)[PASSED]]


def _day(line: ListedLine) -> date:
    ahead = political_treatment(line.told["political_treatment"])
    return (ahead and ahead.day) or LATEST
