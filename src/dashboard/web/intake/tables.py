"""Tables of an arriving workbook and of a revision: its months, lights, issues, what differs, what counts."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import streamlit as st
from htpy import (
    Element,
    Fragment,
    Node,
    a,
    b,
    dd,
    details,
    div,
    dl,
    dt,
    fragment,
    h3,
    p,
    span,
    summary,
    tbody,
    td,
    th,
    thead,
    tr,
)
from htpy import table as table_element

from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import count_lights
from dashboard.domain.terms import terms
from dashboard.domain.text_excerpt import around_marks
from dashboard.intake import Counted, CountedChange, Difference, Disagreement, FieldChange, LineDifference, Preview
from dashboard.intake.difference import KINDS
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import Arrival
from dashboard.web.issue_explanations import explanation_of, issue_href
from dashboard.web.markup import ARROW, from_to, light, marked_difference, marked_text, shape
from dashboard.wording import phrases as common
from dashboard.wording import texts

NO_ISSUES = "Ingen fejl og ingen bemærkninger."
GRADES = {"error": "Fejl", "warning": "Bemærk"}
EXPLAIN, EXPLAIN_HELP = "Forklaring", "Åbner Vejledning i et nyt faneblad: {title}"
ISSUE_HEADS = ("Grad", "Ark", "Celle", "Værdi", "Hvad er galt, og hvad skal der gøres")
KIND_NAMES = texts.KINDS | {
    "changed": "Ændret",
    "gone": "Udgår",
    "left_when_done": "Udgår efter at være afsluttet",
}
NO_DIFFERENCE = "Filen siger det samme som det gemte."
FIRST = 12
CHANGES, IN_FORCE = "Lys, der gælder, ændres", "denne fil gælder"
ABSENT = "Ikke med"
MONTH, SHEET, LINES, DIFFERS, WRONG = "Måned", "Ark", "Indsatser", "Forskel fra måneden før", "Fejl og bemærkninger"
COUNTED = "Lys, der gælder"
ALL_IN_ONE = (
    "Knappen indlæser alle månederne, hver som sin egen måned, eller ingen af dem. Er det kun én, så vælg den under "
    "Måned. Svaret »alle« huskes for filer med de samme overskrifter."
)


def table(css: str, heads: Iterable[Node], rows: Iterable[Element]) -> Element:
    """Draw rows under headings, in a box that scrolls by itself; a heading is a text or an element of its own."""
    drawn = (head if isinstance(head, Element) else th(scope="col")[head] for head in heads)
    return table_element(class_=["list", css])[thead[tr[drawn]], tbody[rows]]


def light_heads() -> list[Element]:
    """Draw a heading for each light, worst first."""
    return [th(class_=["light-column", each], scope="col")[light(each)] for each in Light]


def light_cells(counts: Mapping[Light, int]) -> list[Element]:
    """Draw the counts of a row; each says its word to those who do not see the heading, too."""
    return [_light_cell(each, counts[each]) for each in Light]


def _light_cell(value: Light, n: int) -> Element:
    said = terms().lights[value].count(n)
    return td(class_=["light-column", value, {"none": not n}])[
        span(".small-light", role="img", aria_label=said, title=said)[shape(value), str(n)]
    ]


def issue_table(issues: Sequence[Issue]) -> Element:
    """Draw a row for each issue, errors first: grade, sheet, cell, value, and what to do."""
    if not issues:
        return p[NO_ISSUES]
    rows = map(_issue, sorted(issues, key=lambda found: not found.is_error))
    return div(".scroll")[table("issues", ISSUE_HEADS, rows)]


def _issue(found: Issue) -> Element:
    grade = span(class_=["grade", found.severity])[GRADES[found.severity]]
    where = (td[said or ""] for said in (found.sheet, found.cell, found.value))
    return tr[td[grade], where, td[found.message, " ", _explanation(found.kind)]]


def _explanation(kind: str) -> Element | None:
    """Draw the way to what a kind means; beside the page, since what lies on it would be gone when one came back."""
    found = explanation_of(kind)
    if found is None:
        return None
    means = EXPLAIN_HELP.format(title=found.title)
    said = f"{EXPLAIN}: {found.title}"
    return a(".explain", href=issue_href(kind), target="_blank", title=means, aria_label=said)[EXPLAIN]


def difference_list(difference: Difference) -> Fragment:
    """Draw what is told otherwise: every kind with its count and its lines, and the unchanged as a count."""
    of_kind = ((KIND_NAMES[kind], difference.of_kind(kind)) for kind in KINDS)
    kinds = [_kind(name, list(map(_line, lines))) for name, lines in of_kind if lines]
    unchanged = span[phrases.unchanged(difference.unchanged)] if difference.unchanged else None
    left_out = span[phrases.left_out(difference.left_out)] if difference.left_out else None
    between = " " if unchanged and left_out else None
    return fragment[kinds or p[NO_DIFFERENCE], p(".quiet")[unchanged, between, left_out]]


def _line(line: LineDifference) -> Element:
    return div(".row.told-row")[
        span(".row-lights")[_lights(line)],
        div(".told")[b[line.name], dl(".fields")[map(_field, line.fields)] if line.fields else None],
        span(".row-udvalg")[", ".join(line.udvalg)],
    ]


def _lights(line: LineDifference) -> Node:
    if line.light_before and line.light_now and line.light_before is not line.light_now:
        return from_to(line.light_before, line.light_now)
    shown = line.light_now or line.light_before
    return light(shown) if shown else None


def _field(change: FieldChange) -> Fragment:
    """Draw what differs in a field; where only the marks do, the text as it is marked now and what was done to it."""
    told: Node = marked_difference(change.before, change.now, is_short=True)
    if change.is_only_markup:
        note = span(".marks-note")[", ".join(change.notes)]
        told = [marked_text(around_marks(change.runs)), note]
    return fragment[dt[change.name], dd[told]]


def counted_list(counted: Counted) -> Fragment:
    """Draw every line whose counted light changes, and each other workbook of the month that says something else."""
    others = groupby(counted.disagreements, lambda each: (each.file_name, each.scope))
    return fragment[
        _kind(CHANGES, [_change(each) for each in counted.changes]) if counted.changes else None,
        [_other(*workbook, list(lines)) for workbook, lines in others],
    ]


def _counted_in_short(counted: Counted) -> Fragment:
    """Say how many counted lights change in each scope, and which other workbooks of the month say something else."""
    by_scope = counted.changes_by_scope.items()
    scopes = ", ".join(f"{common.scope_name(scope)} {n}" for scope, n in by_scope)
    others = groupby(counted.disagreements, lambda each: (each.file_name, each.scope))
    return fragment[
        phrases.counted(counted),
        div(".quiet")[scopes] if scopes else None,
        (div(".quiet")[_overruled(*workbook, list(lines))] for workbook, lines in others),
    ]


def _change(change: CountedChange) -> Element:
    lights = [span[light(each) if each else ABSENT] for each in (change.light_before, change.light_now)]
    return _row([lights[0], ARROW, lights[1]], change.name, ", ".join(map(common.scope_name, change.scopes)))


def _other(file_name: str, scope: Scope, lines: Sequence[Disagreement]) -> Element:
    return _kind(_overruled(file_name, scope, lines), [_disagreement(line) for line in lines])


def _overruled(file_name: str, scope: Scope, lines: Sequence[Disagreement]) -> str:
    overruled = sum(line.overruled for line in lines)
    return phrases.overruled(f"{file_name} ({common.scope_name(scope).lower()})", overruled, len(lines) - overruled)


def _disagreement(line: Disagreement) -> Element:
    kept, other = (line.own_light, line.other_light) if line.overruled else (line.other_light, line.own_light)
    who = IN_FORCE if line.overruled else f"{line.file_name} gælder"
    return _row(light(kept), line.name, [who, ", ikke ", light(other)])


def _row(lights: Node, name: str, said: Node) -> Element:
    return div(".row.told-row")[span(".row-lights")[span(".from-to")[lights]], b[name], span(".row-udvalg")[said]]


def _kind(heading: str, rows: Sequence[Element]) -> Element:
    more = details(".rest")[summary[common.show_all(len(rows))], rows[FIRST:]]
    return details(".kind", open="")[
        summary[h3[heading], span(".count")[common.number(len(rows))]], rows[:FIRST], more if rows[FIRST:] else None
    ]


def ask_for_months(arrival: Arrival) -> None:
    """Ask whether all months are meant, where that is open."""
    if arrival.months_question is not None and arrival.saved is None:
        st.html(fragment[h3[arrival.months_question.text], p(".quiet")[ALL_IN_ONE]])


def show_months(arrival: Arrival) -> None:
    """Show the months as a table."""
    months = arrival.preview.months
    is_told = any(month.counted for month in months)
    heads: Sequence[Node] = (MONTH, SHEET, LINES, *light_heads(), DIFFERS, *[COUNTED] * is_told, WRONG)
    rows = [_month_row(month, is_told=is_told) for month in months]
    st.html(div(".scroll.files")[table("", heads, rows)])


def _month_row(month: Preview, *, is_told: bool) -> Element:
    receipt, compared = month.receipt, month.compared
    sheets = ", ".join(dict.fromkeys(table.sheet for table in month.tables))
    difference = phrases.NOTHING_STORED
    if compared is not None:
        is_before = receipt.month is not None and compared.month == receipt.month.plus(-1)
        against = "" if is_before else f" mod {phrases.compared_with(compared, receipt)}"
        difference = f"{phrases.difference_counts(compared.difference)}{against}"
    errors = len(receipt.errors)
    said = phrases.STORED if month.is_stored else phrases.wrong(errors, len(receipt.issues) - errors)
    return tr[
        td[b[common.month_name(receipt.month)] if receipt.month else None],
        td[sheets],
        td(".number")[common.number(len(receipt.rows))],
        light_cells(count_lights(receipt.rows)),
        td[difference],
        td[_counted_in_short(month.counted) if month.counted else ""] if is_told else None,
        td[span(class_=["verdict", "bad" if errors else "good"])[said]],
    ]
