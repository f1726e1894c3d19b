"""Puts a draft onto sheets: the columns in an order, and a table on each sheet."""

from dataclasses import replace

from dashboard.domain.light import Light
from layouts.draft import Column, Draft, Line
from layouts.paper import Paper
from layouts.table import GAP, Table, put_rows

GONE = {"da": "Sommerlukning af rådhuset", "en": "Retired project"}


def compose(draft: Draft) -> list[Paper]:
    """Make the sheets of a draft, in their order."""
    order = _ordered(draft)
    if draft.shared:
        papers = []
        for name, lines in draft.shared:
            papers.append(Table(draft, order, lines).on(Paper(name)))
            order = _ordered(draft) if draft.maybe(0.5) else order
    else:
        papers = [Table(draft, order, _of_the_past(draft)).on(Paper(name)) for name in draft.past_sheets]
        papers.append(Table(draft, order, draft.lines).on(Paper(draft.sheet)))
        papers = papers[::-1] if draft.newest_first or draft.division == "archive" else papers
    for paper in papers if draft.turned else []:
        paper.turn()
    if draft.legend_place == "sheet":
        papers.append(Paper({"da": "Farvekoder", "en": "Legend"}[draft.language]))
        put_rows(papers[-1], draft.legend, 1, 1)
    for name, rows in draft.extra_sheets:
        papers.append(Paper(name))
        put_rows(papers[-1], rows, 1, 1)
    return papers


def _of_the_past(draft: Draft) -> list[Line]:
    """Give the lines with the lights of another time: one of them since gone, another not there yet."""
    lights = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED]
    lines = [replace(line, light=draft.rng.choice(lights), shown=Light.GREEN) for line in draft.lines[1:]]
    gone = replace(draft.lines[0], title=GONE[draft.language], tail="", parts=[], light=draft.rng.choice(lights))
    return [*lines, gone]


def _ordered(draft: Draft) -> list[Column]:
    """Put the blocks of columns into an order: most often the title first, behind the running number."""
    title = [Column("title", draft.title_heading, draft.title_cell), *([GAP] if draft.wide_title else [])]
    if draft.parent_column is not None:
        title.insert(0, draft.parent_column)
    instead = draft.light_columns
    lights = [Column("light", draft.light_heading, draft.light_of)] if instead is None else instead()
    front = [group for group in draft.groups if group[0].role == "number"]
    behind = [group for group in draft.groups if group[0].role != "number"]
    behind += [lights, *([draft.done_columns] if draft.done_columns else [])]
    draft.rng.shuffle(behind)
    behind.insert(0 if draft.title_first else draft.rng.randint(1, len(behind)), title)
    blocks = [*front, *behind]
    for place in draft.gaps:
        blocks.insert(1 + place % len(blocks), [replace(GAP)])
    return [column for block in blocks for column in block]
