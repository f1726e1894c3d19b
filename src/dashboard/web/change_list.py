"""What changed since the comparison month, by kind and worst first; and the lines that workbooks disagree about."""

from collections.abc import Mapping, Sequence

import streamlit as st
from htpy import Element, Fragment, Node, a, b, details, div, fragment, h2, h3, nav, p, span, summary

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.sentence import sentence
from dashboard.domain.terms import terms
from dashboard.domain.text_excerpt import around_marks, from_marked_sentence, parted
from dashboard.domain.text_run import TextRun, read_runs, runs_of
from dashboard.queries import CHANGE_KINDS, Change, ListedLine
from dashboard.web import address, filters
from dashboard.web.database import Selection, ask
from dashboard.web.links import KINDS_KEY, line_link, whole_list_link
from dashboard.web.markup import from_to, light, light_sums, marked_text, skippable
from dashboard.web.trace import DISAGREES, trace_link
from dashboard.wording import phrases, texts

DISAGREEMENTS = "Uenige filer"
DISAGREE = "To filer for måneden er uenige om disse indsatser; den seneste indlæsning tæller."
FIRST, MOST = 5, 200  # the others are a link away: a browser is slow with thousands
THE_FIRST = f"Vis de første {MOST}"
ROOM = 12  # lines, beside seven headings, on the screen of a meeting room
AROUND, STRUCK = 24, 16  # letters of a text before its marks, and of what no longer holds, so that the new is seen
WHY, WHOLE_WHY = 170, 270  # letters in two lines, and in three: a longer why is opened with a click
OTHER_MONTHS, OTHERS, COMPARE_WITH = 7, "Sammenlign med en anden måned", "Sammenlign med {month}"
CAME = ("reported_again", "new", "returned", "reopened", "moved_in")
LEFT = ("gone", "left_when_done", "done", "not_reported", "moved_out")
SELDOM = ("left_when_done", "moved_in", "moved_out")  # not named where nothing happened
OF_THEM = " heraf "
MOVED_IN, MOVED_IN_MEANS = "ny under filteret", "Filteret slap den ikke igennem i den måned, der sammenlignes med."


def show_changes(selection: Selection, **shown: str) -> None:
    """Show what changed, or say why there is nothing to show; ``shown`` is what the page's own address says."""
    st.html(changed(selection, **shown))


def changed(selection: Selection, **shown: str) -> Fragment:
    """Draw what changed, or why there is nothing to show."""
    if selection.compare is None:
        earlier = ask(queries.previous_month, selection.month, selection.scope, plan=selection.plan)
        return fragment[h2[texts.CHANGES], p(".quiet")[texts.NOT_COMPARED if earlier else texts.NOTHING_EARLIER]]
    since = phrases.since(selection.compare, selection.month)
    changes = ask(queries.changes, selection)
    nothing = [phrases.nothing_changed(since), " ", filters.emptied_by(selection)]
    body = skippable(change_list(changes, selection.month)) if changes else p(".quiet")[nothing]
    return fragment[div(".changes-head")[h2[f"Ændret {since}"], _other_months(selection, shown)], body]


def _other_months(selection: Selection, shown: Mapping[str, str]) -> Element | None:
    """Offer the nearest delivered months to compare with instead, a click each."""
    months = ask(queries.delivered_months, selection.unfiltered)
    others = [month for month in months if month not in (selection.month, selection.compare)][-OTHER_MONTHS:]
    links = [
        a(
            href=address.href(**shown, **{filters.COMPARE_KEY: str(month)}),
            title=COMPARE_WITH.format(month=month.label),
        )[month.name[:3] if month.year == selection.month.year else phrases.short_month(month)]
        for month in reversed(others)
    ]
    return nav(".other-months", aria_label=OTHERS)[links] if links else None


def change_list(changes: Sequence[Change], month: Month) -> Fragment:
    """Draw the kinds in order; those that fill the screen are open, the others a click away, the empty ones a line."""
    by_kind = {kind: [change for change in changes if change.kind == kind] for kind in CHANGE_KINDS}
    drawn, room = [], ROOM
    for kind, of_kind in by_kind.items():
        if of_kind:
            shown = min(len(of_kind), FIRST)
            drawn.append(_kind(kind, of_kind, month, is_open=shown <= room))
            room -= shown
    none = [
        span(".kind")[texts.KINDS[kind], " ", span(".count")["0"]]
        for kind, of_kind in by_kind.items()
        if not of_kind and kind not in SELDOM
    ]
    return fragment[drawn, none and div(".no-change")[none]]


def _kind(kind: str, changes: Sequence[Change], month: Month, *, is_open: bool) -> Element:
    count = span(".count")[phrases.number(len(changes))]
    has_sums = kind in CAME and len(changes) > 1
    sums: Node = [span(".unseen")[OF_THEM], light_sums(each.light_now for each in changes)] if has_sums else None
    rows = [_row(change, month) for change in changes[:MOST]]
    said = phrases.show_all(len(changes)) if len(changes) == len(rows) else THE_FIRST
    rest = len(rows) > FIRST and details(".rest")[summary[said], rows[FIRST:]]
    return div(".listed")[
        details(class_=["kind", kind], open=is_open)[summary[h3[texts.KINDS[kind]], count, sums], rows[:FIRST], rest],
        whole_list_link(texts.KINDS[kind], len(changes), **{KINDS_KEY: kind}),
    ]


def _row(change: Change, month: Month) -> Element:
    lights = trace_link(_lights(change), change.snapshot_id, change.indsats_id, css="row-lights trace-light")
    names = ", ".join(terms().udvalg_name(key) for key in change.udvalg.split(", ") if key)
    return div(".row")[
        lights,
        span(".row-what", title=f"{change.name}. {' '.join(filter(None, (change.reason, change.text)))}")[
            line_link(change.name, change.indsats_id, listed={KINDS_KEY: change.kind}),
            change.disagrees and span(".disagrees", title=DISAGREES)[texts.DISAGREES],
            change.moved_in and span(".disagrees", title=MOVED_IN_MEANS)[MOVED_IN],
            change.kind != "worsened" and [" ", span(".row-text")[_said(change)]],
        ],
        change.kind == "worsened" and _why(change, month),
        span(".row-udvalg", title=names)[change.udvalg],
    ]


def _why(change: Change, month: Month) -> Node:
    """Draw why a line got worse, said in the month in which it did: the reason, and the text from what is new in it."""
    if not change.reason and not change.text:
        return None
    standing = tuple(run for run in _runs(change, "status_text") if not run.struck)
    said = from_marked_sentence(standing, WHY)
    reason = sentence(change.reason or "")
    then: Node = change.said_in != month and [span(".said")[texts.WHY_THEN.format(month=change.said_in.label)], " "]
    first, rest = parted(said, WHOLE_WHY - len(reason))
    shown = fragment[then, b[reason], " ", marked_text(first)]
    return (
        details(".row-why")[summary[shown, span(".rest-of-why")[marked_text(rest)]]] if rest else p(".row-why")[shown]
    )


def _said(change: Change) -> Node:
    """Draw the first words of the text, or those that this month's workbook marks as new or struck."""
    runs = _runs(change, "status_text" if change.text else "red_reason")
    is_marked = any(run.is_marked for run in runs)
    return marked_text(around_marks(runs, AROUND, struck=STRUCK) if is_marked else runs)


def _runs(change: Change, field: str) -> tuple[TextRun, ...]:
    marked = read_runs(change.runs).get(field, ()) if change.kind != "gone" else ()
    return runs_of((change.text if field == "status_text" else change.reason) or "", marked)


def _lights(change: Change) -> Node:
    before, now = (each or Light.NOT_REPORTED for each in (change.light_before, change.light_now))
    if change.kind in CAME:
        return [span(".said")[texts.NOW], light(now)]
    if change.kind in LEFT:
        return [span(".said")[texts.BEFORE], light(before)]
    return from_to(before, now)


def show_disagreements(selection: Selection) -> None:
    """Show the lines that workbooks disagree about, also those that nothing else happened to; nothing without any."""
    told = [line for line in ask(queries.line_list, selection) if line.disagrees]
    if told:
        st.html(_disagreements(told))


def _disagreements(lines: Sequence[ListedLine]) -> Element:
    """Draw the lines with the light that counts, each a click from its card; the light leads to its cell."""
    return details(".kind.disagreeing", open=True)[
        summary[h3[DISAGREEMENTS], span(".count")[phrases.number(len(lines))]],
        p(".quiet")[DISAGREES if len(lines) == 1 else DISAGREE],
        (
            div(".row")[
                trace_link(
                    light(Light(line.light_now)), line.snapshot_id, line.indsats_id, css="row-lights trace-light"
                ),
                span(".row-what")[line_link(line.name, line.indsats_id)],
                span(".row-udvalg")[", ".join(line.udvalg)],
            ]
            for line in lines
        ),
    ]
