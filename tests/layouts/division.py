"""Several sheets: one a period, one an udvalg, an archive, lists."""

from layouts.draft import Draft
from layouts.features import feature
from layouts.words import said, words


@feature
def month_sheets(draft: Draft) -> None:
    """A sheet a month, with or without the year; the last one is the workbook's."""
    short = draft.maybe(0.3)
    tail = draft.rng.choice(["", "", " {year}", " {short}", "-{short}"])
    names = [str(name) for name in said("months", language=draft.language)]
    forms = [name[:3] if short else name for name in names]
    first = draft.month - draft.rng.randint(1, 2)
    tail = tail.format(year=draft.year, short=draft.year % 100)
    if draft.maybe(0.15):
        _periods(draft, [f"{draft.year}-{month:02}" for month in range(first, draft.month + 1)])
    else:
        _periods(draft, [f"{forms[month - 1]}{tail}".capitalize() for month in range(first, draft.month + 1)])


@feature
def quarter_sheets(draft: Draft) -> None:
    """A sheet a quarter; the workbook's month ends the last one."""
    quarter = draft.month // 3
    forms = {"da": ["{}. kvartal", "{}. kvt. {year}", "Q{} {year}"], "en": ["Q{}", "Q{} {year}"]}
    form = draft.rng.choice(forms[draft.language])
    _periods(draft, [form.format(one, year=draft.year) for one in range(quarter - 1, quarter + 1)])


def _periods(draft: Draft, names: list[str]) -> None:
    """Divide the workbook into these periods, the last of them its own; columns of months would fit only one sheet."""
    months = said("months", language=draft.language)
    headings = [draft.light_heading, *(column.heading for group in draft.groups for column in group)]
    dated = [text for text in headings if any(month.casefold() in text.casefold() for month in months)]
    if any(character.isdigit() for character in draft.light_heading) or dated:
        return
    draft.division, draft.sheet, draft.past_sheets = "periods", names[-1], names[:-1]
    draft.tops = [[draft.say("tops")], []] if draft.tops else []
    draft.newest_first = draft.maybe(0.4)


@feature
def archive_sheet(draft: Draft) -> None:
    """Lines of an earlier time on a sheet of their own."""
    names = {"da": ["Arkiv", "Arkiv", "Gammel", "Arkiv 2024"], "en": ["Archive", "Archive", "Old"]}[draft.language]
    draft.division, draft.past_sheets = "archive", [draft.rng.choice(names)]


@feature
def udvalg_sheets(draft: Draft) -> None:
    """A sheet an udvalg, some of them with other columns first."""
    if draft.sections or draft.parent_column is not None or draft.joined or draft.doubts:
        return
    keys = draft.rng.sample(list(words()["udvalg"]), draft.rng.choice([2, 2, 3]))
    for place, line in enumerate(draft.lines):
        line.udvalg = keys[place % len(keys)]
    draft.division, draft.udvalg_keys = "udvalg", keys


@feature
def list_sheet(draft: Draft) -> None:
    """A sheet of lists or guidance, which holds no lines."""
    name = draft.rng.choice({"da": ["Lister", "Vejledning", "Data"], "en": ["Lists", "Guide", "Data"]}[draft.language])
    texts = {"da": ["Vælg status fra listen", "Udfyldes hver måned"], "en": ["Pick a status", "Update monthly"]}
    draft.extra_sheets.append((name, [[text] for text in texts[draft.language]]))
