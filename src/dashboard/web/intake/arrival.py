"""One workbook before it is saved: what it speaks for, its lights, what it changes, what is wrong, what was read."""

from collections.abc import Callable, Sequence

import streamlit as st
from htpy import Element, b, div, fragment, h2, p, span, td, tr

from dashboard import intake, queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.plan import covers, plan_years
from dashboard.domain.reading_answer import ALL_MONTHS
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.snapshot import count_lights
from dashboard.domain.terms import terms
from dashboard.intake import Receipt
from dashboard.web.counts import light_cards
from dashboard.web.database import ask
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import Arrival, by_hand_key, refusal, save
from dashboard.web.intake.questions import ask_questions
from dashboard.web.intake.reading import show_reading
from dashboard.web.intake.tables import (
    ask_for_months,
    counted_list,
    difference_list,
    issue_table,
    light_cells,
    light_heads,
    show_months,
    table,
)
from dashboard.web.links import overview_link
from dashboard.web.markup import plain
from dashboard.web.who_is_who import QUESTION, ask_before_saving
from dashboard.wording import phrases as common
from dashboard.wording import texts

ALL_SAID = "Alle måneder, der har et ark"
READ_IN_WORKBOOK = "{name} (læst)"
SAVE_ANYWAY = "{save} alligevel"
STORED_ALREADY = "Filen er allerede indlæst og gælder. Der er intet at gemme."
CANNOT_BE_SAVED = "Filen kan ikke indlæses, før det er rettet."
DIFFERENCE, ISSUES, READINGS = "Forskel", "Fejl og bemærkninger", "Sådan er den læst"
FIRST_OF_SCOPE = "Der er intet gemt for dette omfang at sammenligne med. Alle indsatser er nye."
COPY = "Hent kopi med kommentarer"
COPY_HELP = "En kopi af filen med hver fejl og bemærkning som kommentar på cellen."


def show_arrival(arrival: Arrival) -> None:
    """Show a workbook, and offer to save it."""
    receipt, compared = arrival.preview.receipt, arrival.preview.compared
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="projektmappe"):
        st.html(fragment[h2[arrival.name], p(".subtitle")[_said(arrival)]])
        if arrival.saved is None and _can_be_corrected(receipt):
            _correct(arrival)
    if arrival.is_asked_about:
        ask_questions(arrival)
    elif arrival.preview.months:
        ask_for_months(arrival)
    elif receipt.rows:
        counts = count_lights(receipt.rows)
        since = phrases.since(compared, receipt) if compared else phrases.NOTHING_STORED
        cards = light_cards(counts, compared.lights if compared else None, since)
        st.html(div(".compact")[cards])
    if not arrival.is_asked_about:
        _act(arrival)
        if arrival.preview.months:
            show_months(arrival)
    parts = _parts(arrival)
    for tab, (_, show) in zip(st.tabs([label for label, _ in parts], key=f"faner_{arrival.key}"), parts, strict=True):
        with tab:
            show(arrival)


def _can_be_corrected(receipt: Receipt) -> bool:
    """Tell whether a month or scope given by hand would have it read, or otherwise."""
    return bool(receipt.tables) or _has_months(receipt)


def _has_months(receipt: Receipt) -> bool:
    return any(found.kind in ("which-sheet", "sheet-of-another-month") for found in receipt.issues)


def _parts(arrival: Arrival) -> list[tuple[str, Callable[[Arrival], None]]]:
    """List what can be seen of a workbook, that which asks for a decision first."""
    preview = arrival.preview
    difference = DIFFERENCE
    if preview.compared:
        against = phrases.compared_with(preview.compared, preview.receipt)
        difference = f"{DIFFERENCE} fra {against} ({len(preview.compared.difference.lines)})"
    parts: list[tuple[str, Callable[[Arrival], None]]] = [
        (difference, _show_difference),
        (f"{ISSUES} ({len(preview.issues)})", _show_issues),
        (f"{READINGS} ({common.count_of(len(preview.tables), 'tabel', 'tabeller')})", show_reading),
    ]
    if arrival.is_asked_about or preview.months:
        parts = parts[1:]
    elif preview.receipt.errors:
        parts = [parts[-2], *parts[:-2], parts[-1]]
    if arrival.saved is None and not arrival.is_asked_about and preview.suggestions:
        new_lines = {suggestion.key for suggestion in preview.suggestions}
        parts.insert(0, (f"{QUESTION} ({len(new_lines)})", _show_suggestions))
    return parts


def _said(arrival: Arrival) -> str:
    receipt = arrival.preview.receipt
    revision = f"revision {receipt.revision}" if receipt.revision else ""
    held = phrases.lines(len(receipt.rows)) if receipt.rows else ""
    return " · ".join(filter(None, [phrases.spoken_for(arrival.preview), revision, held]))


def _correct(arrival: Arrival) -> None:
    """Offer to say by hand which plan (where there may be several), month and scope the workbook speaks for."""
    receipt = arrival.preview.receipt
    plan, month, scope = receipt.plan, receipt.month, receipt.scope
    plans = sorted({*ask(queries.plans), *terms().plans, *([plan] if plan else [])})
    years = sorted({year for each in ([plan] if plan else plans) for year in plan_years(each)})
    months = {str(each): common.month_name(each) for year in years for each in (Month(year, n) for n in range(1, 13))}
    scopes = [PLAN.key, CROSS_CUTTING.key, *(udvalg.key for udvalg in terms(plan).udvalg)]
    if len([each for each in plans if month and covers(each, month)]) > 1:
        _choice(arrival, "plan", texts.PLAN, plans, plan, str)
    held = st.session_state.get(by_hand_key("month", arrival.key)) or ""
    if arrival.preview.months or _has_months(receipt):
        months = {held if held.isdecimal() else ALL_MONTHS: ALL_SAID} | months
    outside = {each: common.month_name(Month.parse(each)) for each in (str(month or ""), held) if "-" in each}
    _choice(arrival, "month", texts.MONTH, list(months), month, (outside | months).__getitem__)
    _choice(arrival, "scope", texts.SCOPE, scopes, scope, lambda key: common.scope_name(Scope(key)))


def _choice(
    arrival: Arrival, said: str, label: str, options: list[str], read: object, name: Callable[[str], str]
) -> None:
    key = by_hand_key(said, arrival.key)
    if st.session_state.get(key) in [name(option) for option in options]:  # a click from before the list was another
        st.session_state.pop(key)
    held = st.session_state.get(key)
    st.selectbox(
        label,
        [*options, *({held} - {None, *options})],
        index=None,
        format_func=name,
        key=key,
        placeholder=READ_IN_WORKBOOK.format(name=name(str(read))) if read else phrases.CHOOSE,
        filter_mode="contains",
        width=250,
    )


def _act(arrival: Arrival) -> None:
    preview = arrival.preview
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="handling"):
        last = preview.months[-1].receipt if preview.months else preview.receipt
        if arrival.saved is not None:
            st.html(p(".saved")[phrases.saved(arrival.saved, preview)], width="content")
            overview_link(last.plan, last.month, last.scope)
        elif preview.is_stored:
            st.html(p(".note")[STORED_ALREADY], width="content")
            overview_link(last.plan, last.month, last.scope)
        elif not preview.can_be_saved:
            st.html(p(".note")[CANNOT_BE_SAVED], width="content")
        elif any(found.is_error for found in preview.issues):
            _save_button(SAVE_ANYWAY.format(save=phrases.save(preview)), arrival, accept_errors=True)
            st.html(p(".note")[phrases.lost(preview.lost_lines)], width="content")
        else:
            _save_button(phrases.save(preview), arrival, accept_errors=False)
        undecided = {each.key for each in preview.suggestions} - preview.decisions.keys()
        if arrival.saved is None and undecided:
            st.html(p(".note")[phrases.undecided(len(undecided))], width="content")
        if arrival.saved is None and preview.counted:
            st.html(p(".note")[phrases.counted(preview.counted)], width="content")
        if refusal(arrival.key):
            st.error(plain(refusal(arrival.key)))


def _save_button(label: str, arrival: Arrival, *, accept_errors: bool) -> None:
    look = "secondary" if accept_errors else "primary"
    kwargs = {"accept_errors": accept_errors}
    st.button(label, type=look, key="indlaes", on_click=save, args=([arrival],), kwargs=kwargs)  # type: ignore[arg-type]


def _show_difference(arrival: Arrival) -> None:
    compared = arrival.preview.compared
    if arrival.preview.counted:
        st.html(counted_list(arrival.preview.counted))
    if compared is not None:
        st.html(difference_list(compared.difference))
    elif arrival.preview.receipt.rows and arrival.preview.receipt.scope:
        st.html(p[FIRST_OF_SCOPE])


def _show_suggestions(arrival: Arrival) -> None:
    ask_before_saving(arrival.key, arrival.preview.suggestions)


def _show_issues(arrival: Arrival) -> None:
    issues = arrival.preview.issues
    st.html(issue_table(issues))
    if intake.can_be_annotated(issues):
        st.download_button(
            COPY,
            lambda: intake.annotated_copy(arrival.content, issues) or b"",
            file_name=intake.copy_name(arrival.preview.receipt.file),
            help=COPY_HELP,
            on_click="ignore",
            key="kopi",
        )


FILE, HOLDS, DIFFERS, VERDICT = "Fil", "Måned og omfang", "Forskel fra det gemte", "Kan den indlæses?"
SHOWN_FILE, SAVE_SOUND = "Vis fil", "Indlæs {files} uden fejl"
SAME_PLACE = "Samme måned og omfang som {others}. Indlæses de samlet, gælder {last}."
SHOWN = "fil"


def choose(arrivals: Sequence[Arrival]) -> Arrival:
    """Show the workbooks as a table when there are several, and give the one the viewer looks at."""
    if len(arrivals) == 1:
        return arrivals[0]
    rows = [_row(arrival, _others_for_the_same(arrival, arrivals)) for arrival in arrivals]
    st.html(div(".scroll.files")[table("", (FILE, HOLDS, *light_heads(), DIFFERS, VERDICT), rows)])
    sound = [arrival for arrival in arrivals if arrival.is_sound]
    by_key = {arrival.key: arrival for arrival in arrivals}
    first = next((arrival for arrival in arrivals if arrival.saved is None and not arrival.is_sound), arrivals[0])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        if sound:
            label = SAVE_SOUND.format(files=phrases.files(len(sound)))
            kwargs = {"accept_errors": False}
            st.button(label, type="primary", key="indlaes_alle", on_click=save, args=(sound,), kwargs=kwargs)
        chosen: str = st.selectbox(
            SHOWN_FILE,
            list(by_key),
            index=list(by_key).index(first.key),
            format_func=lambda key: by_key[key].name,
            key=SHOWN,
            width=420,
        )
    return by_key.get(chosen, first)


def _others_for_the_same(arrival: Arrival, arrivals: Sequence[Arrival]) -> list[str]:
    """List the other workbooks that would be saved for the same month and scope."""

    def speaks_for(each: Arrival) -> tuple[object, object]:
        return each.preview.receipt.month, each.preview.receipt.scope

    open_ones = [each for each in arrivals if each.saved is None and not each.preview.is_stored]
    if arrival not in open_ones or None in speaks_for(arrival):
        return []
    return [each.name for each in open_ones if each is not arrival and speaks_for(each) == speaks_for(arrival)]


def _row(arrival: Arrival, others: Sequence[str]) -> Element:
    receipt, compared = arrival.preview.receipt, arrival.preview.compared
    is_read = bool(receipt.rows) and not arrival.is_asked_about
    difference = phrases.difference_counts(compared.difference) if compared else phrases.NOTHING_STORED
    said = (
        phrases.saved(arrival.saved, arrival.preview).split(":")[0]
        if arrival.saved
        else phrases.verdict(arrival.preview)
    )
    grade = "good" if arrival.saved or arrival.is_sound else "bad" if receipt.errors else ""
    last = max([arrival.name, *others])  # they are saved in the order of their names
    same = div(".quiet")[SAME_PLACE.format(others=", ".join(others), last=last)] if others else None
    return tr[
        td[b[arrival.name]],
        td[phrases.spoken_for(arrival.preview), same],
        light_cells(count_lights(receipt.rows)) if is_read else td(colspan=str(len(Light))),
        td[difference if is_read else "", div(".quiet")[phrases.counted(arrival.preview.counted)]],
        td[span(class_=["verdict", grade])[said]],
    ]
