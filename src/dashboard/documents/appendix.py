"""Bilag til direktionen, "Status på tværg": what the lights mean, how they lie, what changed, and the lines."""

from dashboard import queries
from dashboard.documents.changes import change_blocks, changed_lines
from dashboard.documents.figures import counts_said, definitions, light_bars, month_bars, part_bars
from dashboard.documents.frame import framed
from dashboard.documents.lines import UNMARKED, Lines, Order
from dashboard.domain.municipality import own_words
from dashboard.queries import Ask, Selection
from dashboard.reports.document import Block, Document, Heading, Together, paragraph
from dashboard.wording import phrases, texts

KIND, ACROSS, SLIDES = own_words("bilag-til-{direktionen}"), "Status på tværg", "moedeslides"
DEFINITIONS, DISTRIBUTION, PARTS, PROGRESS = (
    "Hvad farverne betyder",
    "Fordeling",
    "Fordelt på udvalg",
    "Måned for måned",
)
LINES = "Indsatserne"


def appendix(ask: Ask, selection: Selection, order: Order = "red_first") -> Document:
    """Tell direktionen the status: the lines as a table, red first or in the order of the plan."""
    lines = Lines.of(ask, selection, order)
    blocks = (*_figures(ask, selection), *change_blocks(ask, selection), Heading(LINES, is_on_new_page=True))
    return _told(ask, selection, lines, KIND, (*blocks, lines.table(LINES)), is_landscape=True)


def slides(ask: Ask, selection: Selection, order: Order = "red_first") -> Document:
    """Tell the meeting the status: a section for each line, as slides have it."""
    lines = Lines.of(ask, selection, order)
    blocks = (*_figures(ask, selection), *change_blocks(ask, selection), Heading(LINES), *lines.sections())
    return _told(ask, selection, lines, SLIDES, blocks, is_landscape=False)


def _figures(ask: Ask, selection: Selection) -> tuple[Block, ...]:
    counts = ask(queries.light_counts, selection)
    return (
        Heading(DEFINITIONS),
        *definitions(),
        Heading(DISTRIBUTION),
        *counts_said(counts, selection),
        light_bars(counts, selection),
        Together((Heading(PARTS, 2), paragraph(texts.IN_BOTH, is_quiet=True), part_bars(ask, selection, "udvalg"))),
        Together((Heading(PROGRESS, 2), month_bars(ask, selection))),
    )


def _told(
    ask: Ask, selection: Selection, lines: Lines, kind: str, blocks: tuple[Block, ...], *, is_landscape: bool
) -> Document:
    about = ACROSS if selection.scope.is_cross_cutting else phrases.scope_name(selection.scope)
    title = " ".join(filter(None, (texts.PLAN_NAME, selection.plan)))
    also = [UNMARKED.format(month=selection.compare.label)] if selection.compare else []
    n = phrases.count_of(len(lines.lines), "indsats", "indsatser")
    title = f"{title}: {about}"
    named = {line.indsats_id for line in lines.lines} | changed_lines(ask, selection)
    return framed(
        ask, selection, kind, title, n, blocks, named, also=also, order=lines.order, is_landscape=is_landscape
    )
