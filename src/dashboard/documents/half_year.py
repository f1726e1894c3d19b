"""Halvårsstatus til Økonomiudvalget: what is highlighted, the three lists, what changed, and the plan as appendix."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dashboard import queries
from dashboard.documents.changes import change_blocks, changed_lines
from dashboard.documents.figures import definitions, light_bars
from dashboard.documents.frame import framed
from dashboard.documents.line_list import exported, scope_said
from dashboard.documents.lines import UNMARKED, Lines
from dashboard.domain.half_year import HalfYearList
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.queries import Ask, HalfYearLine, ListedLine, Selection
from dashboard.reports.document import Block, Document, Heading, Paragraph, Together, paragraph
from dashboard.reports.line_list import ExportedLine
from dashboard.wording import half_year as words
from dashboard.wording import phrases, texts

KIND, TITLE = "halvaarsstatus", "{status}: {plan}"
FOLLOWED, DEFINITIONS, NONE = "Følges planen?", "Hvad farverne betyder", "Ingen indsatser."
DONE, UNDER_WAY = "Gennemført", "I gang"
APPENDIX = "Bilag: {plan} pr. ultimo {month}"
PARTED = "Efter art, og deri efter udvalg eller tema. En indsats i flere udvalg står under det, der er nævnt først."


def half_year(ask: Ask, selection: Selection, *, with_plan: bool = True) -> Document:
    """Tell the half-year status; ``with_plan`` adds the whole plan with its marked texts."""
    lines = ask(queries.half_year, selection)
    counts = ask(queries.light_counts, selection)
    last = ask(queries.last_half_year, selection.month, selection.plan, selection.known_at)
    gap = words.missing(selection, last)
    blocks: list[Block] = [Heading(FOLLOWED), paragraph(words.follows(counts, selection))]
    blocks += [paragraph(gap, is_quiet=True)] if gap else []
    blocks += [light_bars(counts, selection), Together((Heading(DEFINITIONS, 2), *definitions()))]
    blocks += [Heading(words.HIGHLIGHTED), *_highlights(lines)]
    left = ask(queries.half_year_left, selection)
    blocks += [paragraph(words.left(word, selection.month)) for word in left]
    for listed_in in HalfYearList:
        blocks += _list(listed_in, [line for line in lines if line.listed_in is listed_in], selection)
    blocks += change_blocks(ask, selection)
    plan = " ".join(filter(None, (texts.PLAN_NAME, selection.plan)))
    blocks += _appendix(ask, selection, plan) if with_plan else []
    told = [line.line for line in lines]
    also = [scope_said(ask, selection, told)]
    also += [UNMARKED.format(month=selection.compare.label)] if selection.compare and with_plan else []
    n = phrases.count_of(len(lines), "indsats", "indsatser")
    title = TITLE.format(status=texts.HALF_YEAR, plan=plan)
    named = {line.indsats_id for line in told} | {word.indsats_id for word in left} | changed_lines(ask, selection)
    return framed(ask, selection, KIND, title, n, blocks, named, also=also, is_landscape=True)


def half_year_list(ask: Ask, selection: Selection) -> tuple[ExportedLine, ...]:
    """Give every line as a list that leaves the house has it, with where it is placed and what is highlighted."""
    return tuple(
        replace(
            exported(each.line),
            placed=(words.LISTS[each.listed_in], words.placed(each), each.highlight.text if each.highlight else ""),
        )
        for each in ask(queries.half_year, selection)
    )


def _highlights(lines: Iterable[HalfYearLine]) -> Sequence[Paragraph]:
    told = [
        Paragraph((Light(each.line.light_now), f"  {_named(each.line)}: {each.highlight.text}"), is_listed=True)
        for each in lines
        if each.highlight
    ]
    return told or [paragraph(words.NOTHING_HIGHLIGHTED)]


def _list(listed_in: HalfYearList, lines: Sequence[HalfYearLine], selection: Selection) -> Iterator[Block]:
    """Tell a list under its rule, what is done apart from what goes on; outside the lists only where there is any."""
    if listed_in is HalfYearList.OUTSIDE and not lines:
        return
    head: list[Block] = [Heading(f"{words.LISTS[listed_in]} ({phrases.number(len(lines))})")]
    head += [paragraph(words.rule(listed_in, selection.month), is_quiet=True)]
    done = [line for line in lines if line.line.light_now is Light.DONE]
    rest = [line for line in lines if line.line.light_now is not Light.DONE]
    for name, told in ((DONE, done), (UNDER_WAY, rest)):
        if listed_in is HalfYearList.UNDER_WAY and told:
            head.append(Heading(f"{name} ({phrases.number(len(told))})", 3))
        if told:
            yield Together((*head, _line(told[0])))  # a heading stays with what begins under it
            yield from map(_line, told[1:])
            head = []
    if head:
        yield Together((*head, paragraph(NONE)))


def _line(line: HalfYearLine) -> Paragraph:
    ahead = words.treatment(line)
    said = f"{line.line.name}: {ahead}" if ahead else _named(line.line)
    placed = words.placed(line)
    return Paragraph((Light(line.line.light_now), f"  {said}{f'. {placed}' if placed else ''}"), is_listed=True)


def _named(line: ListedLine) -> str:
    return f"{line.name} ({', '.join(line.udvalg)})" if line.udvalg else line.name


def _appendix(ask: Ask, selection: Selection, plan: str) -> Iterator[Block]:
    """Tell the plan as it is parted: each art by udvalg, or by tema where its lines have one."""
    lines = Lines.of(ask, selection, "plan")
    yield Heading(APPENDIX.format(plan=plan, month=selection.month.label), is_on_new_page=True)
    yield paragraph(PARTED, is_quiet=True)
    for art, group in groupby(lines.lines, key=lambda line: line.told["art"] or ""):
        of_art, name = list(group), phrases.part_name("art", art)
        by_tema = 2 * sum(bool(line.tema) for line in of_art) > len(of_art)
        parts: dict[str, list[ListedLine]] = {}
        for line in of_art:
            parts.setdefault(line.tema or "" if by_tema else next(iter(line.udvalg), ""), []).append(line)
        known = [each.key for each in (terms().tema if by_tema else terms().udvalg)]
        yield Heading(f"{name} ({phrases.number(len(of_art))})", 2)
        for key in sorted(parts, key=lambda key: (key == "", known.index(key) if key in known else len(known), key)):
            part = phrases.part_name("tema" if by_tema else "udvalg", key)
            yield Heading(f"{part} ({phrases.number(len(parts[key]))})", 3)
            yield lines.table(f"{name}: {part}", parts[key])
