"""How a table looks: its header, its place on the sheet, the fills and empty rows between its lines."""

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import Draft

HEADERS = ["FFD9D9D9", "FFDDEBF7", "FF1F4E78", "FFBDD7EE", "FFF2F2F2"]
OVER = {
    "plan_month": ("Tidsplan", "Plan"), "amount": ("Økonomi", "Money"), "sum": ("Økonomi", "Money"),
    "status_text": ("Opfølgning", "Follow-up"), "previous": ("Opfølgning", "Follow-up"),
    "aspect": ("Delvurderinger", "Aspects"), "responsible": ("Organisering", "People"),
}  # fmt: skip


def begin(draft: Draft) -> None:
    """Draw a header in bold or on a fill."""
    draft.header_fill = draft.rng.choice(HEADERS) if draft.maybe(0.6) else None
    draft.header_bold = draft.maybe(0.8)


@feature
def loud_header(draft: Draft) -> None:
    """Fill the header with the colour of a light."""
    own = [draft.palette[Light.GREEN], draft.palette[Light.YELLOW]]
    draft.header_fill = draft.rng.choice([*own, "FFFFC000", "FF00B050"])


@feature
def two_row_header(draft: Draft) -> None:
    """Write what columns have in common above their headings."""
    for group in draft.groups:
        for column in group:
            danish, english = OVER.get(column.role, ("Stamdata", "Details"))
            column.over = column.over or (danish if draft.language == "da" else english)


@feature
def decorated_headings(draft: Draft) -> None:
    """Write headings in capitals, with colons, footnote marks, line breaks or too many spaces."""
    draft.decorated = draft.rng.choice(
        [
            str.upper,
            lambda text: f"{text}:",
            lambda text: f"{text} *" if len(text) > 6 else text,
            lambda text: text.replace(" ", "\n"),
            lambda text: f" {text.replace(' ', '  ')} ",
        ]
    )


@feature
def loose_spaces(draft: Draft) -> None:
    """Leave spaces behind words."""
    draft.space = draft.rng.choice([" ", "  ", "\xa0"])


@feature
def cell_notes(draft: Draft) -> None:
    """Write notes on cells of lights."""
    draft.noted = draft.rng.choice([0.2, 0.5])


@feature
def banded(draft: Draft) -> None:
    """Fill every other row with a pale colour."""
    if not draft.doubts and not draft.rows_are_lights and not draft.done_is_a_colour:
        pale = draft.rng.choice(["FFF2F2F2", "FFDDEBF7", "FFEDEDED", "FFDEEAF6", "FFE2EFDA"])
        before = draft.row_fill
        draft.row_fill = lambda line, place: before(line, place) or (pale if place % 2 else None)


@feature
def lights_first(draft: Draft) -> None:
    """Let other columns stand before the title."""
    draft.title_first = False


@feature
def wide_title(draft: Draft) -> None:
    """Merge the title over two columns."""
    draft.wide_title = True


@feature
def header_repeated(draft: Draft) -> None:
    """Write the header once more, as at the top of a printed page."""
    draft.repeated_header = True


@feature
def empty_rows(draft: Draft) -> None:
    """Leave rows empty between the lines."""
    draft.empty_rows = True


@feature
def empty_row_below_header(draft: Draft) -> None:
    """Leave the row below the header empty."""
    draft.gap_below_header = True


@feature
def empty_first_column(draft: Draft) -> None:
    """Begin in the second or third column."""
    draft.offset = (draft.offset[0], draft.rng.randint(1, 2))


@feature
def empty_first_rows(draft: Draft) -> None:
    """Begin some rows down."""
    draft.offset = (draft.rng.randint(1, 4), draft.offset[1])


@feature
def empty_column_between(draft: Draft) -> None:
    """Leave a column empty inside the table."""
    draft.gaps.append(draft.rng.randrange(1, 6))
