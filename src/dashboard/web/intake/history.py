"""Every revision there is: who, when, what it held, what differed; and one of them opened, to look at or withdraw."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import quote

import streamlit as st
from htpy import Element, Fragment, a, b, br, div, fragment, h2, h3, li, p, span, td, th, tr, ul

from dashboard import intake, queries
from dashboard.domain.access import NotAllowedError
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries import Revision, RevisionEvent, RevisionName
from dashboard.web import filters
from dashboard.web.choices import keep_to
from dashboard.web.database import ask, asking, database
from dashboard.web.downloads import noted
from dashboard.web.drafts import confirm, kept
from dashboard.web.intake import phrases
from dashboard.web.intake.tables import difference_list, issue_table, light_cells, light_heads, table
from dashboard.web.markup import plain
from dashboard.web.sign_in import acting, why_not
from dashboard.wording import phrases as common
from dashboard.wording import texts

HISTORY, NO_HISTORY = "Hvad er indlæst", "Intet er indlæst endnu."
STATES = {"counts": "Gælder", "replaced": "Afløst", "withdrawn": "Trukket tilbage"}
HEADS = ("Måned og omfang", "Revision", "Tilstand")
HEADS_AFTER_LIGHTS = ("Forskel fra revisionen før", "Fejl", "Fil", "Indlæst", th(scope="col")[span(".unseen")["Åbn"]])
NO_SUCH_REVISION = "Revisionen »{asked}« findes ikke. Linket er måske fra en anden database."
NO_SUCH_PAGE = "Historikken har ingen side »{asked}«. Den nyeste side vises."
ALL = "Alle"
OPEN, FIRST_REVISION, ORIGINAL = "Åbn", "første revision", "Hent den originale fil"
WITHDRAW, WITHDRAW_MEANS = "Træk tilbage", "Revisionen gælder ikke længere, men gemmes og kan hentes frem igen."
WHY, WHY_HINT = "Hvorfor trækkes den tilbage?", "Bliver gemt og vist, også når den hentes frem igen"
SAY_WHY = "Skriv først, hvorfor den trækkes tilbage."
RESTORE = "Hent frem igen"
WITHDRAWN = "{place}, revision {number} er trukket tilbage og tæller ikke længere."
RESTORED = "{place}, revision {number} er hentet frem igen."
HAPPENED = {"import": "Indlæst", "withdraw": "Trukket tilbage", "restore": "Hentet frem igen"}
SINCE_BEFORE, SINCE_MONTH = "Forskel fra revision {revision}", "Forskel fra {month}"
ISSUES = "Fejl og bemærkninger"
PAGE, OPENED = "side", "revision"  # in the address: "?revision=2026-10.plan.2", a link that can be sent
OF_MONTH, OF_SCOPE = "indlaest_maaned", "indlaest_omfang"
NOTE, CHANGED, DONE, UNSAID = "hvorfor", "revision_skiftet", "revision_besked", "revision_uden_hvorfor"
PAGE_LENGTH = 10
Value = TypeVar("Value", Month, Scope)


def show_history_notes() -> None:
    """Say what the address asks for and the history does not hold; called before the widgets correct the address."""
    revisions = ask(queries.revision_names)
    notes = []
    asked, number = st.query_params.get(OPENED, ""), st.query_params.get(PAGE)
    if asked and _asked_revision(revisions) is None:
        notes.append(NO_SUCH_REVISION.format(asked=asked))
    if number is not None and number not in map(str, range(1, _pages(revisions) + 1)):
        notes.append(NO_SUCH_PAGE.format(asked=number))
    if notes:
        st.html(p(".note")[([br if place else None, note] for place, note in enumerate(notes))])


def show_history() -> None:
    """Show the revisions, newest import first, and open the one that the address asks for."""
    if DONE in st.session_state:  # what a button in the dialog did is said here: nothing can be while it answers
        st.toast(plain(st.session_state.pop(DONE)))
    revisions = ask(queries.revision_names)
    st.html(h2(id="historik")[HISTORY])
    if not revisions:
        st.html(p(".quiet")[NO_HISTORY])
        return
    opened = _asked_revision(revisions)  # before the widgets correct the address
    listed = _chosen(revisions)
    pages = _pages(listed)
    place = st.container(key="historik")
    number = st.pagination(pages, key=PAGE, bind="query-params") if pages > 1 else 1
    rows = map(_row, _read(listed[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]))
    place.html(div(".scroll")[table("history", (*HEADS, *light_heads(), *HEADS_AFTER_LIGHTS), rows)])
    if opened:
        _show_revision(*_read([opened]))


def _read(names: Sequence[RevisionName]) -> tuple[Revision, ...]:
    return ask(queries.revisions, of=tuple(each.snapshot_id for each in names))


def _chosen(revisions: Sequence[RevisionName]) -> Sequence[RevisionName]:
    """Let a month and a scope be chosen, of those that something is imported for, and give what is left."""
    with st.container(horizontal=True, key="historik_valg"):
        month = _choice(
            texts.MONTH, OF_MONTH, sorted({each.month for each in revisions}, reverse=True), common.month_name
        )
        of_month = [each for each in revisions if month in (None, each.month)]
        scope = _choice(texts.SCOPE, OF_SCOPE, sorted({each.scope for each in of_month}, key=_width), common.scope_name)
    return [each for each in of_month if scope in (None, each.scope)]


def _width(scope: Scope) -> tuple[bool, bool, str]:
    """Order scopes from the widest."""
    return not scope.is_plan, not scope.is_cross_cutting, scope.key


def _choice(label: str, key: str, values: Sequence[Value], name: Callable[[Value], str]) -> Value | None:
    """Let one of some values be chosen, or none; the address holds its name."""
    named: dict[str, Value] = {name(value): value for value in values}
    keep_to(key, (None, *named), None)
    chosen = st.selectbox(
        label, list(named), index=None, key=key, placeholder=ALL, on_change=_first_page, bind="query-params", width=280
    )
    return named.get(chosen) if chosen else None


def _first_page() -> None:
    st.session_state.pop(PAGE, None)
    st.query_params.pop(PAGE, None)


def _asked_revision(revisions: Sequence[RevisionName]) -> RevisionName | None:
    """Find the one that the address asks for; a link from when there was one plan names none."""
    asked = st.query_params.get(OPENED)
    return next((each for name in (_in_address, _in_plan) for each in revisions if name(each) == asked), None)


def _in_address(revision: RevisionName) -> str:
    return ".".join([*filters.plan_beside(revision.plan), _in_plan(revision)])


def _in_plan(revision: RevisionName) -> str:
    return f"{revision.month}.{revision.scope}.{revision.revision}"


def _pages(revisions: Sequence[RevisionName]) -> int:
    return -(-len(revisions) // PAGE_LENGTH)


def _row(revision: Revision) -> Element:
    place = phrases.place(revision.plan, revision.month, revision.scope)
    number = f"revision {revision.revision}"
    name, href = f"{place}, {number}", f"?{OPENED}={quote(_in_address(revision), safe='')}"
    return tr(class_=["revision", revision.state])[
        td[b[place]],
        td[number],
        td[
            span(class_=["state", revision.state])[STATES[revision.state]],
            revision.withdrawn_note and span(".why", title=revision.withdrawn_note)[revision.withdrawn_note],
        ],
        light_cells(revision.lights),
        td[_differs(revision)],
        td[phrases.wrong(revision.errors, revision.warnings)],
        td(".quiet")[span(".file", title=revision.file_name)[revision.file_name]],
        td(".quiet")[f"{common.short_moment(revision.imported_at)}, {revision.imported_by}"],
        td[a(".open", href=href, aria_label=f"{OPEN} {name}", title=name)[OPEN]],
    ]


def _differs(revision: Revision) -> str:
    changed, recoloured, new, gone = revision.n_changed, revision.n_light, revision.n_new, revision.n_gone
    if changed is None or recoloured is None or new is None or gone is None:
        return FIRST_REVISION
    return phrases.differs(changed, recoloured, new, gone)


def _show_revision(revision: Revision) -> None:
    """Open a revision in a dialog: what was done to it, what it told otherwise, what was wrong, and its file."""
    month, scope, number = revision.month, revision.scope, revision.revision
    st.session_state.pop(CHANGED, None)
    refused = why_not("withdraw", scope)

    @st.dialog(f"{phrases.place(revision.plan, month, scope)} · revision {number}", width="large", on_dismiss=_forget)
    def opened() -> None:
        if st.session_state.pop(CHANGED, False):
            st.rerun()  # the page behind is old, too
        st.html(_events(ask(queries.revision_events, revision.snapshot_id), revision.file_name))
        asked = asking()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                ORIGINAL,
                noted(
                    lambda: asked(intake.original_workbook, month, scope, number, revision.plan).content,
                    revision.file_name,
                ),
                file_name=revision.file_name,
                on_click="ignore",
                key="original",
            )
            if revision.state == "withdrawn" and not refused:
                st.button(RESTORE, on_click=_change, args=(revision,), key="skift")
        if refused:
            st.html(p(".quiet")[refused])
        elif revision.state != "withdrawn":
            _show_withdrawing(revision)
        difference = ask(intake.revision_difference, month, scope, number, revision.plan)
        if difference is not None:
            st.html(fragment[h3[SINCE_BEFORE.format(revision=number - 1)], difference_list(difference)])
        since = ask(intake.month_difference, month, scope, number, revision.plan)
        if since is not None:
            st.html(fragment[h3[SINCE_MONTH.format(month=since[0].label)], difference_list(since[1])])
        st.html(fragment[h3[ISSUES], issue_table(ask(queries.revision_issues, revision.snapshot_id))])

    opened()


def _show_withdrawing(revision: Revision) -> None:
    """Ask why a revision is withdrawn, and withdraw it."""
    with st.form("traek_tilbage", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(WHY, key=NOTE, placeholder=WHY_HINT, max_chars=400)
        st.form_submit_button(WITHDRAW, on_click=_change, args=(revision,), help=WITHDRAW_MEANS, key="skift")
    st.html(kept(NOTE, _draft(revision)))
    if UNSAID in st.session_state:
        st.error(st.session_state.pop(UNSAID))


def _events(happened: Sequence[RevisionEvent], file_name: str) -> Fragment:
    """Say who did what to a revision, oldest first."""
    said = (
        f"{HAPPENED[each.what]} {common.moment(each.happened_at)} af {each.who}"
        + (f": »{each.note}«" if each.note else "")
        for each in happened
    )
    return fragment[p[file_name], ul(".events")[(li[line] for line in said)]]


def _change(revision: Revision) -> None:
    """Withdraw a revision that counts, or bring one back that was withdrawn."""
    place = phrases.place(revision.plan, revision.month, revision.scope)
    where = database(), revision.month, revision.scope, revision.revision
    try:
        if revision.state == "withdrawn":
            intake.restore_revision(*where, by=acting("withdraw", revision.scope), plan=revision.plan)
            said = RESTORED
        else:
            note = st.session_state[NOTE]
            if not note.strip():
                st.session_state[UNSAID] = SAY_WHY
                return
            intake.withdraw_revision(*where, note, by=acting("withdraw", revision.scope), plan=revision.plan)
            confirm(_draft(revision), note)
            said = WITHDRAWN
        st.session_state[DONE] = said.format(place=place, number=revision.revision)
    except (intake.RevisionError, NotAllowedError) as error:
        st.session_state[DONE] = str(error)
    _forget()
    st.session_state[CHANGED] = True


def _draft(revision: Revision) -> str:
    return f"withdraw-{_in_address(revision)}"


def _forget() -> None:
    st.query_params.pop(OPENED, None)
