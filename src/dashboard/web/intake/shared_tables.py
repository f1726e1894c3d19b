"""What an arriving workbook and a revision show alike: the five lights as columns, what is wrong, what differs."""

from collections.abc import Iterable, Mapping, Sequence

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
from dashboard.domain.terms import terms
from dashboard.domain.text_excerpt import around_marks
from dashboard.intake import Difference, FieldChange, LineDifference
from dashboard.intake.difference import KINDS, Kind
from dashboard.web.intake import phrases
from dashboard.web.issue_explanations import explanation_of, issue_href
from dashboard.web.markup import from_to, light, marked_difference, marked_text, shape
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
NO_DIFFERENCE = "Projektmappen siger det samme som det gemte."
FIRST = 12


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
    kinds = [_kind(kind, difference.of_kind(kind)) for kind in KINDS if difference.of_kind(kind)]
    unchanged = span[phrases.unchanged(difference.unchanged)] if difference.unchanged else None
    left_out = span[phrases.left_out(difference.left_out)] if difference.left_out else None
    between = " " if unchanged and left_out else None
    return fragment[kinds or p[NO_DIFFERENCE], p(".quiet")[unchanged, between, left_out]]


def _kind(kind: Kind, lines: Sequence[LineDifference]) -> Element:
    more = details(".rest")[summary[common.show_all(len(lines))], map(_line, lines[FIRST:])]
    return details(".kind", open="")[
        summary[h3[KIND_NAMES[kind]], span(".count")[common.number(len(lines))]],
        map(_line, lines[:FIRST]),
        more if lines[FIRST:] else None,
    ]


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
