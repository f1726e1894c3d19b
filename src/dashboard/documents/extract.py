"""Udsnit til fagudvalg: an udvalg's own lines and the cross-cutting points, each as of the month it was last told."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard import queries
from dashboard.documents.changes import change_blocks, changed_lines
from dashboard.documents.figures import counts_said, definitions, light_bars
from dashboard.documents.frame import example_mark, framed
from dashboard.documents.lines import UNMARKED, Lines, Order
from dashboard.domain.scope import CROSS_CUTTING, Scope
from dashboard.domain.terms import terms
from dashboard.queries import Ask, ListedLine, Selection, StandingDecision
from dashboard.reports.document import Block, Document, Heading, Paragraph, paragraph
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

KIND, TITLE = "udsnit-{udvalg}", "Udsnit af {plan} til {udvalg}"
DEFINITIONS, LIGHTS = "Hvad farverne betyder", "Udvalgets del"
OWN, SHARED = "Egne indsatser", "Tværgående punkter"
AS_OF = "{part}: {scope}, {month}"
NO_OWN, NO_SHARED = "Udvalget har ingen egne indsatser.", "Der er ingen tværgående punkter."
OWN_NEVER, SHARED_NEVER = "Egen del er endnu ikke leveret.", "De tværgående punkter er endnu ikke leveret."
COUNTED = "{n}: {own} og {crossing}, der vedrører udvalget."
CHANGES_OF = "Ændringerne er alene af »{scope}«."
DECISIONS = "Beslutninger om indsatserne"


def extract(ask: Ask, selection: Selection, udvalg: str, order: Order = "plan") -> Document:
    """Tell an udvalg its own part and the cross-cutting points, as of the month that is shown or the last before it."""
    shown = selection.unfiltered
    told = shown if shown.speaks_for(Scope(udvalg)) else ask(queries.last_told, shown, Scope(udvalg))
    crossing = shown if shown.speaks_for(CROSS_CUTTING) else ask(queries.last_told, shown, CROSS_CUTTING)
    own = told and replace(told, udvalg=(udvalg,))
    shared = crossing and replace(crossing, cross_cutting=True)
    own_lines = Lines.of(ask, own, order) if own else None
    shared_lines = Lines.of(ask, shared, order) if shared else None
    mine = [line for line in own_lines.lines if not line.cross_cutting] if own_lines else []
    blocks: list[Block] = [Heading(DEFINITIONS), *definitions()]
    n_own = phrases.count_of(len(mine), "egen indsats", "egne indsatser")
    if own and own_lines:
        counts = ask(queries.light_counts, own)
        blocks += [Heading(_as_of(LIGHTS, own)), *_counted(own_lines, n_own, len(own_lines.lines) - len(mine))]
        blocks += [*counts_said(counts, own), light_bars(counts, own)]
    blocks += [Heading(_as_of(OWN, own)), *_part(own_lines, mine, OWN, NO_OWN, OWN_NEVER)]
    every = shared_lines.lines if shared_lines else ()
    blocks += [Heading(_as_of(SHARED, shared)), *_part(shared_lines, every, SHARED, NO_SHARED, SHARED_NEVER)]
    changed = replace(shown, udvalg=(udvalg,))
    blocks += change_blocks(ask, changed)
    if not shown.speaks_for(Scope(udvalg)):
        blocks.append(paragraph(CHANGES_OF.format(scope=phrases.scope_name(shown.scope)), is_quiet=True))
    told_of = {line.indsats_id for line in (*mine, *every)}
    blocks += _decisions(ask, selection, told_of)
    parts = [(OWN, own), (SHARED, shared)]
    also = [
        AS_OF.format(part=part, scope=phrases.scope_name(each.scope), month=each.month.label)
        for part, each in parts
        if each
    ]
    also += [UNMARKED.format(month="sammenligningsmåneden")]
    n = f"{n_own} og {_crossing(len(every))}"
    plan = f"{texts.PLAN_NAME.lower()} {selection.plan}"
    title = TITLE.format(plan=plan, udvalg=terms().udvalg_name(udvalg))
    kind = KIND.format(udvalg=udvalg)
    named = told_of | changed_lines(ask, changed)
    document = framed(ask, shown, kind, title, n, blocks, named, also=also, order=order, is_landscape=True)
    marks = [example_mark(ask, each) for each in (own, shared) if each]
    return replace(document, example=next(filter(None, (document.example, *marks)), ""))


def _as_of(part: str, told: Selection | None) -> str:
    return f"{part}, {told.month.label}" if told else part


def _counted(lines: Lines, n_own: str, n_crossing: int) -> tuple[Block, ...]:
    """Say how many lines the lights are of, where cross-cutting ones are among them."""
    n = phrases.count_of(len(lines.lines), "indsats", "indsatser")
    return (paragraph(COUNTED.format(n=n, own=n_own, crossing=_crossing(n_crossing))),) if n_crossing else ()


def _crossing(n: int) -> str:
    return phrases.count_of(n, "tværgående punkt", "tværgående punkter")


def _part(lines: Lines | None, told: Iterable[ListedLine], about: str, none: str, never: str) -> tuple[Block, ...]:
    told = tuple(told)
    if lines is None:
        return (paragraph(never),)
    return (lines.table(about, told),) if told else (paragraph(none),)


def _decisions(ask: Ask, selection: Selection, ids: set[int]) -> tuple[Block, ...]:
    """List what was decided of the lines up to the month; nothing where nothing was."""
    decided = [each for each in ask(queries.decisions, until=selection.month) if each.indsats_id in ids]
    return (Heading(DECISIONS), *map(decision_paragraph, decided)) if decided else ()


def decision_paragraph(told: StandingDecision) -> Paragraph:
    """Tell a decision: of which line, what, by whom and when, who is to do it and what became of it."""
    about = (phrases.short_day(told.held_on), words.body_name(told.body), *words.to_do(told), words.state_of(told))
    return paragraph(f"{words.decided(told)} ({', '.join(filter(None, about))})", told.name, is_listed=True)
