"""What stands around a table: titles and dates above it, legends, sums, summaries and notes."""

from layouts.catalogue import feature
from layouts.draft import SHOWN, Draft, last_day
from layouts.paper import Cell
from layouts.words import said

DATED = {
    "da": ["{text} pr. ultimo {month} {year}", "{text} - {month} {year}", "{text} pr. {day:%d.%m.%Y}"],
    "en": ["{text} - {month} {year}", "{text} as of {day:%d-%m-%Y}", "{text} for {month} {year}"],
}
SENDERS: dict[str, list[list[object]]] = {
    "da": [["Udarbejdet af:", "Økonomi og Udbud"], ["Statusoversigten behandles på direktionens møde."]],
    "en": [["Prepared by:", "PMO"], ["Please update before the weekly meeting."]],
}


def begin(draft: Draft) -> None:
    """Draw a name for the sheet, and most often a title with the month above the table."""
    draft.sheet = draft.say("sheets")
    if draft.maybe(0.8):
        title(draft)


def title(draft: Draft) -> None:
    """Write a title and the month, in one row or two."""
    text = draft.say("tops")
    day = last_day(draft.year, draft.month)
    form = draft.rng.choice(DATED[draft.language])
    whole = form.format(text=text, month=draft.month_name(), year=draft.year, day=day)
    when = whole.removeprefix(text).lstrip(" -")
    if draft.maybe(0.5):
        draft.tops = [[Cell(whole, bold=True)]]
    else:
        draft.tops = [[Cell(text, bold=True)], [when[:1].upper() + when[1:]]]
    if draft.maybe(0.5):
        draft.tops.append([])


@feature
def nothing_above(draft: Draft) -> None:
    """Begin with the header."""
    draft.tops = []


@feature
def much_above(draft: Draft) -> None:
    """Write title, sender, dates and an explanation."""
    title(draft)
    day = last_day(draft.year, draft.month)
    dates: dict[str, list[list[object]]] = {
        "da": [["Dato:", day], ["Udskrevet:", draft.day(1, 1)]],
        "en": [["Date:", day], ["Printed:", draft.day(1, 1)]],
    }
    draft.tops += [*draft.rng.sample(SENDERS[draft.language] + dates[draft.language], draft.rng.randint(1, 3)), []]


@feature
def lights_explained(draft: Draft) -> None:
    """Explain the three colours: above, below or beside the table, or on a sheet of its own."""
    if draft.legend or draft.doubts or draft.legend_place == "heading":
        return
    names = said("lights", "words", language=draft.language)[0]
    texts = said("lights", "definitions", language=draft.language)
    rows = list(zip(SHOWN, names, texts, strict=True))
    forms: list[list[list[object]]] = [
        [[f"{name} = {text}"] for _, name, text in rows],
        [[Cell(None, draft.palette[light]), text] for light, _, text in rows],
        [[Cell(name, draft.palette[light]), text] for light, name, text in rows],
        [[Cell(name, draft.palette[light]) for light, name, _ in rows]],
    ]
    draft.legend = draft.rng.choice(forms)
    draft.legend_place = draft.rng.choice(["above", "below", "beside", "sheet"])
    if draft.legend == forms[-1] and draft.legend_place == "beside":
        draft.legend_place = "above"


def _counted(draft: Draft) -> list[list[object]]:
    names = said("lights", "words", language=draft.language)[0]
    filled = draft.maybe(0.6)
    counted: list[list[object]] = [
        [Cell(name, draft.palette[light] if filled else None), sum(line.light is light for line in draft.lines)]
        for light, name in zip(SHOWN, names, strict=True)
    ]
    if draft.maybe(0.5):
        heading = {"da": ["Lys", "Antal"], "en": ["RAG", "Count"]}[draft.language]
        counted.insert(0, [Cell(text, bold=True) for text in heading])
    return counted


@feature
def summary(draft: Draft) -> None:
    """Count the lights, below the table or beside it."""
    if draft.maybe(0.5):
        draft.below = _counted(draft)
    else:
        draft.beside = _counted(draft)


@feature
def summary_sheet(draft: Draft) -> None:
    """Count the lights on a sheet of their own."""
    name = {"da": ["Overblik", "Opsummering"], "en": ["Dashboard", "Summary"]}[draft.language]
    draft.extra_sheets.append((draft.rng.choice(name), _counted(draft)))


@feature
def list_sheet(draft: Draft) -> None:
    """Add a sheet of lists or guidance, which holds no lines."""
    names = {"da": ["Lister", "Vejledning", "Data"], "en": ["Lists", "Guide", "Data"]}[draft.language]
    guidance: dict[str, list[list[object]]] = {
        "da": [["Vælg status fra listen"], ["Udfyldes hver måned"]],
        "en": [["Pick a status"], ["Update monthly"]],
    }
    lists: list[list[object]] = [[word] for word in said("lights", "words", language=draft.language)[0]]
    draft.extra_sheets.append((draft.rng.choice(names), draft.rng.choice([guidance[draft.language], lists])))


@feature
def totals(draft: Draft) -> None:
    """Add up the money in a row below the lines."""
    draft.total = True


@feature
def notes(draft: Draft) -> None:
    """Write notes below the table."""
    draft.feet = [[text] for text in draft.rng.sample(said("notes", language=draft.language), draft.rng.randint(1, 3))]
