"""Several sheets: one a period, one an udvalg or center, one for what is old or done."""

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import Draft, last_day
from layouts.words import said, words


@feature
def month_sheets(draft: Draft) -> None:
    """Keep a sheet a month, with or without the year; the last one is the workbook's own."""
    _periods(draft, _named_months(draft, range(draft.month - draft.rng.randint(1, 2), draft.month + 1)))


@feature
def month_sheets_without_own(draft: Draft) -> None:
    """Keep sheets of earlier months only."""
    if _periods(draft, _named_months(draft, range(draft.month - 2, draft.month))):
        draft.doubts.append("sheets of other months only")


@feature
def quarter_sheets(draft: Draft) -> None:
    """Keep a sheet a quarter; the workbook's month ends the last one."""
    quarter = draft.month // 3
    forms = {"da": ["{}. kvartal", "{}. kvt. {year}", "Q{} {year}"], "en": ["Q{}", "Q{} {year}"]}
    form = draft.rng.choice(forms[draft.language])
    _periods(draft, [form.format(one, year=draft.year) for one in range(quarter - 1, quarter + 1)])


def _named_months(draft: Draft, months: range) -> list[str]:
    if draft.maybe(0.15):
        return [f"{draft.year}-{month:02}" for month in months]
    length = draft.rng.choice([None, None, 3])
    tail = draft.rng.choice(["", "", f" {draft.year}", f" {draft.year % 100}", f"-{draft.year % 100}"])
    return [f"{draft.month_name(month)[:length]}{tail}".capitalize() for month in months]


def _periods(draft: Draft, names: list[str]) -> bool:
    """Divide the workbook into these periods, the last of them its own, unless a heading is of one month."""
    columns = [column for group in draft.groups for column in group if column.role in ("previous", "status_text")]
    headings = [draft.light_heading, *(str(column.heading) for column in columns)]
    months = [str(name).casefold() for name in said("months", language=draft.language)]
    if any(word in text.casefold() for text in headings for word in (*months, *"0123456789")):
        return False
    draft.division, draft.sheet, draft.past_sheets = "periods", names[-1], names[:-1]
    draft.tops = [[draft.say("tops")], []] if draft.tops else []
    draft.newest_first = draft.maybe(0.4)
    return True


@feature
def dated_sheets(draft: Draft) -> None:
    """Keep a sheet a month, each dated above its table and not by its name."""
    months = range(draft.month - draft.rng.randint(1, 2), draft.month + 1)
    name = {"da": "Ark", "en": "Sheet"}[draft.language]
    names = [f"{name}{number}" for number, _ in enumerate(months, start=1)]
    if _periods(draft, names):
        form = draft.rng.choice(["Status pr. {day:%d.%m.%Y}", "Status ultimo {month} {year}", "Status {month} {year}"])
        if draft.language == "en":
            form = draft.rng.choice(["Status as of {day:%d-%m-%Y}", "Status {month} {year}"])
        for sheet, month in zip(names, months, strict=True):
            day = last_day(draft.year, month)
            draft.tops_of[sheet] = [[form.format(day=day, month=draft.month_name(month), year=draft.year)], []]


@feature
def archive_sheet(draft: Draft) -> None:
    """Keep lines of an earlier time on a sheet of their own."""
    names = {"da": ["Arkiv", "Arkiv", "Gammel", "Arkiv 2024"], "en": ["Archive", "Archive", "Old"]}[draft.language]
    draft.division, draft.past_sheets = "archive", [draft.rng.choice(names)]


@feature
def lines_as_columns(draft: Draft) -> None:
    """Let the lines stand beside each other, which has to be refused."""
    draft.turned, draft.tops = True, []
    draft.doubts.append("lines as columns")


def _shares(draft: Draft) -> bool:
    """Tell whether the lines can be shared out between sheets."""
    is_twice = len({id(line) for line in draft.lines}) < len(draft.lines)
    return not (draft.sections or draft.parent_column is not None or is_twice or draft.doubts or draft.extra_sheets)


@feature
def finished_sheet(draft: Draft) -> None:
    """Move what is done to a sheet of its own, where it is said once more."""
    done = [line for line in draft.lines if line.light is Light.DONE]
    if _shares(draft) and done and len(done) < len(draft.lines):
        name = {"da": ["Afsluttede", "Afsluttet"], "en": ["Completed", "Done"]}[draft.language]
        draft.division = "groups"
        draft.shared = [(draft.sheet, [line for line in draft.lines if line not in done])]
        draft.shared.append((draft.rng.choice(name), done))


@feature
def group_sheets(draft: Draft) -> None:
    """Keep a sheet an udvalg or center, some of them with the columns in another order."""
    if not _shares(draft):
        return
    udvalg = words()["udvalg"]
    keys = draft.rng.sample(list(udvalg), draft.rng.choice([2, 2, 3]))
    for place, line in enumerate(draft.lines):
        line.udvalg = keys[place % len(keys)]
    form = draft.rng.choice(["key", "name", "own"]) if draft.language == "da" else "own"
    own = draft.rng.sample(said("places", language=draft.language), len(keys))
    names = {"key": keys, "name": [udvalg[key][:31] for key in keys], "own": own}[form]
    shared = [[line for line in draft.lines if line.udvalg == key] for key in keys]
    draft.division, draft.shared = "groups", list(zip(names, shared, strict=True))
