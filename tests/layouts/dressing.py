"""What stands around a table: titles and dates above it, legends, summaries, and how the table looks."""

from dashboard.domain.light import Light
from layouts.draft import SHOWN, Draft, last_day
from layouts.features import feature
from layouts.paper import Cell
from layouts.words import said


def ordinary(draft: Draft) -> None:
    """Draw a title, most often with the date, and a header in bold or on a fill."""
    if draft.maybe(0.8):
        _title(draft)
    if draft.maybe(0.6):
        draft.header_fill = draft.rng.choice(["FFD9D9D9", "FFDDEBF7", "FF1F4E78", "FFBDD7EE", "FFF2F2F2"])
    draft.header_bold = draft.maybe(0.8)


def _title(draft: Draft) -> None:
    text = draft.say("tops")
    day = last_day(draft.year, draft.month)
    dated = {
        "da": ["{text} pr. ultimo {month} {year}", "{text} - {month} {year}", "{text} pr. {day:%d.%m.%Y}"],
        "en": ["{text} - {month} {year}", "{text} as of {day:%d-%m-%Y}"],
    }[draft.language]
    form = draft.rng.choice(dated)
    whole = form.format(text=text, month=draft.month_name(), year=draft.year, day=day)
    if draft.maybe(0.5):
        draft.tops = [[Cell(whole, bold=True)]]
    else:
        when = whole.removeprefix(text).lstrip(" -").capitalize()
        draft.tops = [[Cell(text, bold=True)], [when]]
    if draft.maybe(0.5):
        draft.tops.append([])


@feature
def nothing_above(draft: Draft) -> None:
    draft.tops = []


@feature
def much_above(draft: Draft) -> None:
    """Title, sender, date and an explanation."""
    _title(draft)
    more = {
        "da": [["Udarbejdet af:", "Økonomi og Udbud"], ["Dato:", last_day(draft.year, draft.month)], ["Statusoversigten behandles på direktionens møde."]],
        "en": [["Prepared by:", "PMO"], ["Date:", last_day(draft.year, draft.month)], ["Please update before the weekly meeting."]],
    }[draft.language]  # fmt: skip
    draft.tops += [*draft.rng.sample(more, draft.rng.randint(1, 3)), []]


@feature
def empty_first_column(draft: Draft) -> None:
    draft.offset = (draft.offset[0], draft.rng.randint(1, 2))


@feature
def empty_first_rows(draft: Draft) -> None:
    draft.offset = (draft.rng.randint(1, 4), draft.offset[1])


@feature
def empty_column_between(draft: Draft) -> None:
    if draft.groups:
        draft.gaps.append(draft.rng.randrange(len(draft.groups)))


@feature
def lights_explained(draft: Draft) -> None:
    """A legend of the three colours."""
    if draft.legend or draft.doubts:
        return
    names = said("lights", "words", language=draft.language)[0]
    texts = said("lights", "definitions", language=draft.language)
    form = draft.rng.choice(["one cell", "patch beside", "patch", "one row"])
    if form == "one cell":
        draft.legend = [[f"{name} = {text}"] for name, text in zip(names, texts, strict=True)]
    elif form == "patch beside":
        draft.legend = [[Cell(None, draft.palette[light]), text] for light, text in zip(SHOWN, texts, strict=True)]
    elif form == "patch":
        draft.legend = [
            [Cell(name, draft.palette[light]), text] for light, name, text in zip(SHOWN, names, texts, strict=True)
        ]
    else:
        draft.legend = [[Cell(name, draft.palette[light]) for light, name in zip(SHOWN, names, strict=True)]]
    draft.legend_place = draft.rng.choice(["above", "below", "beside", "sheet"])


@feature
def summary(draft: Draft) -> None:
    """How many lines have each light, below the table or beside it."""
    names = said("lights", "words", language=draft.language)[0]
    filled = draft.maybe(0.6)
    counted = [
        [Cell(name, draft.palette[light] if filled else None), sum(line.light is light for line in draft.lines)]
        for light, name in zip(SHOWN, names, strict=True)
    ]
    if draft.maybe(0.5):
        heading = {"da": ["Lys", "Antal"], "en": ["RAG", "Count"]}[draft.language]
        counted.insert(0, [Cell(text, bold=True) for text in heading])
    if draft.maybe(0.5):
        draft.below = counted
    else:
        draft.beside = counted


@feature
def loud_header(draft: Draft) -> None:
    """A header in the colour of a light."""
    draft.header_fill = draft.rng.choice(
        [draft.palette[Light.GREEN], draft.palette[Light.YELLOW], "FFFFC000", "FF00B050"]
    )


@feature
def two_row_header(draft: Draft) -> None:
    """A row of group names above the headings."""
    names = {"da": ["Indsats", "Opfølgning", "Plan", "Økonomi"], "en": ["Project", "Follow-up", "Plan", "Money"]}
    for place, group in enumerate(draft.groups):
        for column in group:
            column.over = column.over or names[draft.language][min(place, 3)]


@feature
def banded(draft: Draft) -> None:
    """Every other row on a pale fill."""
    if draft.row_fill(draft.lines[0], 0) is not None or draft.doubts:
        return
    pale = draft.rng.choice(["FFF2F2F2", "FFDDEBF7", "FFEDEDED", "FFDEEAF6", "FFE2EFDA"])
    draft.row_fill = lambda line, place: pale if place % 2 else None


@feature
def lights_first(draft: Draft) -> None:
    draft.title_first = False


@feature
def header_repeated(draft: Draft) -> None:
    """The header once more, as at the top of a printed page."""
    draft.repeated_header = True
