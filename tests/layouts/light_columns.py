"""The column of lights: coloured by rules, beside its text, in two, or without a heading."""

from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule
from openpyxl.styles import PatternFill

from layouts.catalogue import feature
from layouts.draft import SHOWN, Column, Draft
from layouts.lights import bare_colour, bare_word, need, word_on_colour, write
from layouts.paper import Cell, Paper, area


@feature
def coloured_by_rules(draft: Draft) -> None:
    """Let conditional formatting colour words or numbers, or give numbers its traffic lights."""
    kind = draft.rng.choice(["words", "words", "numbers", "icons"])
    if kind != "words":
        draft.spoken = ["1", "2", "3"] if kind == "numbers" else ["3", "2", "1"]
        need(draft, *SHOWN)
    by_formula = draft.maybe(0.4)
    write(draft, lambda light: Cell(draft.light_text(light) if kind == "words" else int(draft.light_text(light))))

    def rules(paper: Paper, top: int, column: int, bottom: int) -> None:
        where = area(top, column, bottom)
        if kind == "icons":
            numbers = {cell.value for (_, place), cell in paper.cells.items() if place == column}
            thirds = numbers >= {1, 2, 3} and by_formula
            icons = ("percent", [0, 33, 67]) if thirds else ("num", [1, 2, 3])
            paper.rules.append((where, IconSetRule("3TrafficLights1", *icons)))
            return
        for light in SHOWN:
            fill = PatternFill("solid", bgColor=draft.palette[light])
            value = draft.light_text(light) if kind == "numbers" else f'"{draft.light_text(light)}"'
            formula = FormulaRule(formula=[f"{where.split(':')[0]}={value}"], fill=fill)
            rule = formula if by_formula else CellIsRule(operator="equal", formula=[value], fill=fill)
            paper.rules.append((where, rule))

    draft.rules = rules


@feature
def status_is_text(draft: Draft) -> None:
    """Write sentences below Status, and the light in a column of its own."""
    draft.light_heading = draft.heading("colour")
    draft.rng.choice([word_on_colour, bare_colour, bare_colour])(draft)
    draft.headings.add("status")
    draft.add(Column("status_text", "Status", lambda line: draft.text()))


@feature
def unlabelled_lights(draft: Draft) -> None:
    """Write the lights below no heading at all."""
    draft.light_heading = ""
    draft.rng.choice([word_on_colour, bare_colour])(draft)


@feature
def word_and_colour_apart(draft: Draft) -> None:
    """Write the word in one column and the colour in the next."""
    bare_word(draft)
    colour = Column("light", draft.heading("colour"), lambda line: Cell(None, draft.palette.get(line.light)))
    word = Column("light", draft.light_heading, draft.light_of)
    own = draft.rng.choice([[word, colour], [colour, word]])
    draft.light_columns = lambda: own


@feature
def status_in_two(draft: Draft) -> None:
    """Head colour and text with one Status above both."""
    draft.rng.choice([word_on_colour, bare_colour])(draft)
    over = draft.light_heading
    own = [
        Column("light", draft.heading("colour"), draft.light_of, over),
        Column("status_text", draft.heading("text_of_status"), lambda line: draft.text(), over),
    ]
    draft.light_columns = lambda: own
