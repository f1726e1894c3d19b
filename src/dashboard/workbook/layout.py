"""Which column of a table is read as what: roles as assigned or answered, how the light is written, what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count

from dashboard.domain.cell_name import column_name
from dashboard.domain.excerpt import hex_of
from dashboard.domain.heading_words import Column, may_be_amount, role_weights
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.table_answers import TableAnswers, answers_for
from dashboard.domain.table_reading import ColumnReading, SampleCell, TableReading
from dashboard.domain.terms import terms
from dashboard.domain.words import sign_of
from dashboard.workbook.amount_columns import are_accounts, find_amounts, plainest
from dashboard.workbook.cell_text import CROSSES, TICKS
from dashboard.workbook.column_values import TableColumn
from dashboard.workbook.grid import GridCell
from dashboard.workbook.header import Table
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_choice import LightChooser
from dashboard.workbook.light_column import ORANGE, LightColumn, unexplained_fills, unknown_words
from dashboard.workbook.other_lights import NAMED, OtherLights, find_other_lights
from dashboard.workbook.roles import NOTHING, SINGLES, assign, may_as_well_be, weigh_columns
from dashboard.workbook.sheet_reading import SheetReading

SHOWN_LINES = 5


@dataclass(frozen=True)
class Layout:
    """The column of each field and of each year's amount, with the unit that is said of it, and where the light stands.

    ``not_done`` are the signs in the column for done that mean the opposite of the ticks beside them. ``answers`` are
    those that had a say.
    """

    fields: Mapping[str, int]
    light: LightColumn
    amounts: Mapping[int, tuple[int, Decimal | None]] = field(default_factory=dict)
    not_done: frozenset[str] = frozenset()
    columns: tuple[TableColumn, ...] = ()
    roles: Mapping[int, str] = field(default_factory=dict)
    answers: TableAnswers = field(default_factory=TableAnswers)
    other_lights: tuple[OtherLights, ...] = ()

    @property
    def read_columns(self) -> set[int]:
        """Give the numbers of all columns that are read."""
        return {*self.fields.values(), *(number for number, _ in self.amounts.values()), *self.light.columns}

    @property
    def last_column(self) -> int:
        """Give the last column of the table, which ends with the first gap to the right of all that is read."""
        others = (number for other in self.other_lights for number in other.column.columns)
        numbers, last = {column.number for column in self.columns}, max({*self.read_columns, *others})
        return next(number for number in count(last) if number + 1 not in numbers)


def decide_layout(
    table: Table, month: Month | None, legend: Legend, given: Sequence[Answer], log: SheetReading
) -> Layout:
    """Decide what is read from where in a table; what is told and asked of it is logged."""
    weighed = weigh_columns(table, month)
    answers = answers_for(table.grid.sheet, [column.heading for column in weighed], given)
    columns = [replace(c, weights={r: w for r, w in c.weights.items() if r not in answers.none}) for c in weighed]
    roles, _ = assign(columns, answers.roles)
    title = _title(columns, roles, answers, log)
    light = LightChooser(table, columns, roles, title, month, legend, answers, log).choose()
    fields = {role: number for number, role in roles.items() if role in SINGLES and role != "light"}
    done = next((column for column in columns if column.number == fields.get("done")), None)
    done_rows = {cell.row for cell in done.cells if cell.text} if done else set()
    words, orange = unknown_words(light, done_rows), light.orange_cells
    heading = next((column.heading for column in columns if column.number == light.number), columns[0].heading)
    if orange:
        question = answers.ask_for_word(heading, ORANGE, len(orange))
        log.ask([question], "orange-beside-yellow", orange[0].reference, str(len(orange)))
    if words:
        said, first = ", ".join(f"'{word}' ({n})" for word, n in words.items()), next(iter(words))
        example = f"{first}={terms().lights[terms().perhaps.get(sign_of(first), Light.YELLOW)].word.lower()}"
        questions = [answers.ask_for_word(heading, word, n) for word, n in words.items()]
        log.ask(questions, "unknown-words", heading.reference, said, detail=example)
    years = [column.heading for column in columns if roles[column.number] == "amount" and column.heading.year]
    yearly = plainest(table.grid, [each for each in years if not are_accounts(table.grid, each, years)])
    roles |= {heading.number: "sum" for heading in years if heading not in yearly}
    letters = {**light.letters, **dict.fromkeys(map(sign_of, words), Light.NOT_REPORTED)}
    layout = Layout(
        fields | {"title": title},
        replace(light, letters=letters),
        find_amounts(table.grid, yearly),
        CROSSES if done and TICKS.intersection(done.texts) else frozenset(),
        tuple(columns),
        roles,
        answers,
    )
    passed = layout.read_columns | {number for number, role in answers.roles.items() if role == NOTHING}
    others = find_other_lights(table, columns, roles, light.columns, passed, title, legend)
    layout = replace(layout, other_lights=others)
    log.issues.extend(unexplained_fills(table.grid, light, done_rows))
    for heading in (c.heading for c in columns if roles[c.number] in NAMED and c.number not in passed):
        rules = [rule for row in table.rows if (rule := table.grid.unread_rules.get((row, heading.number)))]
        if rules:
            log.tell("unread-rule-of-part", heading.reference, rules[0], detail=heading.name)
    if "done" not in fields and not answers.settles("done"):
        _ask_if_done(layout, log)
    _tell_left_out(layout, log)
    return layout


def _ask_if_done(layout: Layout, log: SheetReading) -> None:
    """Ask whether marks or dates mean done whose heading says something more ("Udbud gennemført"), where none is so."""
    for column in (c for c in layout.columns if layout.roles[c.number] == "maybe_done"):
        if column.shares["marks"] + column.shares["dates"] > 0.5 or Light.DONE in column.lights:
            detail = ", ".join(dict.fromkeys(column.texts))[:60]
            question, heading = layout.answers.ask_if_done(column.heading), column.heading
            log.ask([question], "which-done", heading.reference, heading.header, detail=detail)


def _title(columns: Sequence[TableColumn], roles: Mapping[int, str], answers: TableAnswers, log: SheetReading) -> int:
    """Give the column of titles; it is asked for where none or two may be it."""
    chosen = [column for column in columns if roles[column.number] == "title"]
    others = [c for c in columns if "title" in c.weights and c not in chosen and c.number not in answers.roles]
    near = [c for c in others if may_as_well_be("title", c, columns, answers.roles, nearer=2)]
    rivals = [] if answers.settles("title") else near
    open_to_it = [column for column in columns if column.number not in answers.roles] or list(columns)
    asked = chosen + rivals or open_to_it
    if rivals or not chosen:
        samples = [(column.heading, column.texts) for column in asked]
        question = answers.ask_for_column("title", samples, proposed=asked[0].number, may_be_none=False)
        names, letter = (
            ", ".join(column.heading.name for column in asked),
            column_name(asked[0].heading.row, asked[0].number),
        )
        log.ask([question], "which-title", asked[0].heading.reference, letter, detail=names)
    return asked[0].number


def _tell_left_out(layout: Layout, log: SheetReading) -> None:
    """Tell of the columns that could have been read and are not, each once."""
    headings = {column.number: column.heading for column in layout.columns}
    others = {number for other in layout.other_lights for number in other.column.columns}
    for column in (column for column in layout.columns if column.number not in layout.read_columns | others):
        heading, role = column.heading, layout.roles[column.number]
        of_year = layout.amounts.get(heading.year or 0) if role == "amount" else None
        instead = of_year[0] if of_year else layout.fields.get(heading.field or "")
        if instead is not None and (role == NOTHING or of_year):
            log.tell("duplicate-column", heading.reference, heading.header, detail=headings[instead].name)
        elif heading.field is None and heading.header and column.shares["marks"] == 1:
            log.tell("unread-marks", heading.reference, heading.header)
        elif not heading.header and column.shares["words"] > 0.5:
            name = column_name(heading.row, heading.number)
            log.tell("unread-texts", heading.reference, name, detail=column.texts[0][:60])
    unread = [c for c in layout.columns if c.number not in layout.read_columns | others and c.shares["numbers"] > 0.5]
    open_ones = (c.heading for c in unread if c.number not in layout.answers.roles)
    may_be = [heading for heading in open_ones if may_be_amount(heading, {*layout.amounts})]
    if may_be:
        headers = ", ".join(heading.header for heading in may_be)[:60]
        log.tell("unread-amounts", may_be[0].reference, headers)


def read_as(table: Table, layout: Layout, read: Sequence[int]) -> TableReading:
    """Tell what each column of a table became, why the others were left unread, and what stands in the first lines."""
    fields = {number: name for name, number in layout.fields.items()}
    fields |= {number: "amount" for number, _ in layout.amounts.values()} | dict.fromkeys(layout.light.columns, "light")
    fields |= {number: other.role for other in layout.other_lights for number in other.column.columns}
    headings = [c.heading for c in layout.columns if c.heading.header or c.number in fields]
    columns = [
        ColumnReading(
            heading.reference,
            heading.header,
            fields.get(heading.number),
            None if heading.number in layout.read_columns else _why_unread(heading, layout.roles[heading.number]),
            heading.number - layout.answers.first_column + 1,
            tuple(_sample(table.grid.cell(row, heading.number)) for row in read[:SHOWN_LINES]),
        )
        for heading in headings
    ]
    first, name = tuple(read[:SHOWN_LINES]), layout.answers.layout
    return TableReading(table.grid.sheet, table.header.first_row, tuple(columns), len(read), name, first)


def _sample(cell: GridCell | None) -> SampleCell:
    return SampleCell("") if cell is None else SampleCell(cell.text, hex_of(cell.fill) if cell.fill else None)


def _why_unread(heading: Column, role: str) -> str:
    other = "overskriften er ikke kendt" if heading.field is None else "en anden kolonne er brugt til det samme"
    return str(role_weights()["unread"].get(role, other))
