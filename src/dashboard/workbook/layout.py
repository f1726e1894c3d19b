"""Which column of a table is read as what: roles as assigned or answered, how the light is written, what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.cell_name import column_letter
from dashboard.domain.heading_words import Column, role_weights
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ONE_COLUMN_ROLES
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.table_answers import TableAnswers, answers_for, ask_for_column, ask_for_word, ask_if_done
from dashboard.domain.table_reading import ColumnReading, SampleCell, TableReading
from dashboard.domain.terms import Terms
from dashboard.domain.words import sign_of
from dashboard.workbook.colour import hex_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_choice import LightChooser
from dashboard.workbook.light_column import LightColumn, column_cells, unknown_words
from dashboard.workbook.roles import NOTHING, Assignment, WeighedColumn, assign, weigh_columns
from dashboard.workbook.symbol_font import CROSSES, TICKS
from dashboard.workbook.unexplained_fills import unexplained_fills

SHOWN_LINES = 5


@dataclass(frozen=True)
class Layout:
    """The column of each field, the column and unit of each year's amount, where the light stands, and what is asked.

    ``not_done`` are the signs in the column for done that mean the opposite of the ticks beside them. ``answers`` are
    those that had a say.
    """

    fields: Mapping[str, int]
    light: LightColumn
    amounts: Mapping[int, tuple[int, Decimal]] = field(default_factory=dict)
    not_done: frozenset[str] = frozenset()
    columns: tuple[WeighedColumn, ...] = ()
    roles: Mapping[int, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    answers: TableAnswers = field(default_factory=TableAnswers)

    @property
    def read_columns(self) -> set[int]:
        """Give the numbers of all columns that are read."""
        lights = {self.light.number} if self.light.number else set(self.light.marks.values())
        return {*self.fields.values(), *(number for number, _ in self.amounts.values()), *lights}


def decide_layout(
    grid: Grid,
    header: Header,
    rows: Sequence[int],
    month: Month | None,
    legend: Legend,
    terms: Terms,
    given: Sequence[Answer] = (),
) -> tuple[Layout, list[Issue]]:
    """Decide what is read from where in the table whose data rows are given."""
    weighed = weigh_columns(grid, header, rows, month, terms)
    answers = answers_for([column.column for column in weighed], given)
    columns = [_open_to(column, answers) for column in weighed]
    assigned = assign(columns, answers.roles)
    title, questions, issues = _title(grid, columns, assigned, answers)
    choice = LightChooser(grid, columns, assigned, rows, title, month, legend, answers, terms).choose()
    fields = {role: number for number, role in assigned.roles.items() if role in ONE_COLUMN_ROLES and role != "light"}
    fields["title"] = title
    words = unknown_words(grid, choice.column, rows, fields, terms)
    asked, found = _words(grid, choice.column, columns, words, answers, terms)
    letters = {**choice.column.letters, **dict.fromkeys(map(sign_of, words), Light.NOT_REPORTED)}
    layout = Layout(
        fields,
        replace(choice.column, letters=letters),
        {year: (c.number, c.column.unit) for c in columns if (year := _year(c, assigned)) is not None},
        _not_done(grid, fields.get("done"), rows),
        tuple(columns),
        assigned.roles,
        (*questions, *choice.questions, *asked),
        answers,
    )
    issues += [*choice.issues, *found, *unexplained_fills(grid, choice.column, fields, rows)]
    doubts = _done_doubts(grid, layout)
    layout = replace(layout, questions=(*layout.questions, *(question for _, question in doubts)))
    return layout, issues + [found for found, _ in doubts] + _left_out(grid, layout)


def _done_doubts(grid: Grid, layout: Layout) -> list[tuple[Issue, Question]]:
    """Ask whether marks or dates mean done whose heading says something more ("Udbud gennemført"), where none is so."""
    if "done" in layout.fields or layout.answers.settles("done"):
        return []
    told = []
    for column in (c for c in layout.columns if layout.roles[c.number] == "maybe_done"):
        shares = column.values.shares
        if shares["marks"] + shares["dates"] > 0.5 or Light.DONE in column.values.lights:
            header, cell = column.column.header, column.column.reference
            detail = ", ".join(dict.fromkeys(cell.text for cell in column.values.cells if cell.text))[:60]
            found = issue("which-done", sheet=grid.sheet, cell=cell, value=header, detail=detail)
            told.append((found, ask_if_done(grid.sheet, column.column, layout.answers)))
    return told


def _year(column: WeighedColumn, assigned: Assignment) -> int | None:
    return column.column.year if assigned.roles[column.number] == "amount" else None


def _open_to(column: WeighedColumn, answers: TableAnswers) -> WeighedColumn:
    """Take from a column the roles that it was said to stand in no column."""
    return replace(column, weights={role: w for role, w in column.weights.items() if role not in answers.none})


def _title(
    grid: Grid, columns: Sequence[WeighedColumn], assigned: Assignment, answers: TableAnswers
) -> tuple[int, list[Question], list[Issue]]:
    """Give the column of titles; it is asked for where none or two may be it."""
    number = assigned.column("title")
    chosen = [column for column in columns if column.number == number]
    rivals = [] if answers.settles("title") else _rivals(columns, assigned, answers)
    if chosen and not rivals:
        return chosen[0].number, [], []
    asked = chosen + rivals or list(columns)
    samples = [(c.column, [cell.text for cell in c.values.cells if cell.text]) for c in asked]
    proposed = asked[0].number
    question = ask_for_column(grid.sheet, "title", samples, answers, proposed=proposed, may_be_none=False)
    names = ", ".join(f"{column_letter(c.number)} ({c.column.header or 'uden overskrift'})" for c in asked)
    cell, letter = asked[0].column.reference, column_letter(proposed)
    return proposed, [question], [issue("which-title", sheet=grid.sheet, cell=cell, value=letter, detail=names)]


def _rivals(columns: Sequence[WeighedColumn], assigned: Assignment, answers: TableAnswers) -> list[WeighedColumn]:
    """Find the columns that could nearly as well be the title."""
    settled = (assigned.column("title"), *answers.roles)
    others = [column for column in columns if "title" in column.weights and column.number not in settled]
    totals = {c.number: assign(columns, {**answers.roles, c.number: "title"}).total for c in others}
    return [c for c in others if totals[c.number] > assigned.total - role_weights()["near"] / 2]


def _words(
    grid: Grid,
    light: LightColumn,
    columns: Sequence[WeighedColumn],
    words: Mapping[str, int],
    answers: TableAnswers,
    terms: Terms,
) -> tuple[list[Question], list[Issue]]:
    """Ask what the words in the column of lights mean that nobody has explained."""
    if not words:
        return [], []
    column = next(c.column for c in columns if c.number == light.number)
    said, first = ", ".join(f"'{word}' ({n})" for word, n in words.items()), next(iter(words))
    example = f"{first}={terms.lights[terms.perhaps.get(sign_of(first), Light.YELLOW)].word.lower()}"
    found = issue("unknown-words", sheet=grid.sheet, cell=column.reference, value=said, detail=example)
    return [ask_for_word(grid.sheet, column, word, n, answers, terms) for word, n in words.items()], [found]


def _left_out(grid: Grid, layout: Layout) -> list[Issue]:
    """Tell of the columns that could have been read and are not, each once."""
    headers = {column.number: column.column.header for column in layout.columns}
    issues = []
    for weighed in (column for column in layout.columns if column.number not in layout.read_columns):
        column, instead = weighed.column, layout.fields.get(weighed.column.field or "")
        place = {"sheet": grid.sheet, "cell": column.reference, "value": column.header}
        if instead is not None and layout.roles[column.number] == NOTHING:
            detail = f"{column_letter(instead)} ({headers[instead]})"
            issues.append(issue("duplicate-column", **place, detail=detail))
        elif column.field is None and column.header and weighed.values.shares["marks"] == 1:
            issues.append(issue("unread-marks", **place))
    return issues


def _not_done(grid: Grid, column: int | None, rows: Sequence[int]) -> frozenset[str]:
    """Give the drawn crosses of a column that has ticks as well."""
    signs = {cell.text for cell in column_cells(grid, column, rows)} if column else set()
    return CROSSES if signs & TICKS else frozenset()


def read_as(header: Header, layout: Layout, grid: Grid, read: Sequence[int]) -> TableReading:
    """Tell what each column of a table became, why the others were left unread, and what stands in the first lines."""
    fields = {number: name for name, number in layout.fields.items()}
    fields |= {number: "amount" for number, _ in layout.amounts.values()}
    fields |= dict.fromkeys(layout.light.marks.values(), "light")
    if layout.light.number:
        fields[layout.light.number] = "light"
    first = tuple(read[:SHOWN_LINES])
    return TableReading(
        grid.sheet,
        header.first_row,
        tuple(
            ColumnReading(
                column.reference,
                column.header,
                fields.get(column.number),
                None if column.number in fields else _why_unread(column, layout.roles[column.number]),
                column.number - layout.answers.first_column + 1,
                tuple(_sample(grid, row, column.number) for row in first),
            )
            for column in (weighed.column for weighed in layout.columns)
            if column.header or column.number in fields
        ),
        len(read),
        layout.answers.layout,
        first,
    )


def _sample(grid: Grid, row: int, number: int) -> SampleCell:
    cell = grid.cell(row, number)
    return SampleCell("") if cell is None else SampleCell(cell.text, hex_of(cell.fill) if cell.fill else None)


UNREAD = {
    "previous": "en anden måned",
    "number": "løbenumre er ikke koder",
    "plan_month": "måneder i en tidsplan",
    "sum": "en sum eller et budget",
    "priority": "prioritet eller risiko",
    "aspect": "status for en del, ikke for hele indsatsen",
}


def _why_unread(column: Column, role: str) -> str:
    if role in UNREAD:
        return UNREAD[role]
    return "overskriften er ikke kendt" if column.field is None else "en anden kolonne er brugt til det samme"
