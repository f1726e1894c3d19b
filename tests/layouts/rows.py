"""Lines, parts of lines, titles and the rows between them."""

from dashboard.domain.light import Light
from layouts.draft import Column, Draft, Line
from layouts.features import feature
from layouts.paper import Cell
from layouts.words import said, words

SHARES = {Light.GREEN: 0.5, Light.YELLOW: 0.23, Light.RED: 0.17, Light.NOT_REPORTED: 0.1}


def ordinary(draft: Draft) -> None:
    """Draw the lines with their lights; in half of the workbooks some of them are done."""
    count = draft.rng.choice([5, 6, 6, 7, 8, 8, 9, 10, 12, 15, 20])
    done = draft.rng.choice([0, 0, 0.15, 0.25])
    udvalg = list(words()["udvalg"])
    temaer = words()["temaer"]["da"]
    for title in titles(draft, count):
        light = Light.DONE if draft.maybe(done) else _light(draft)
        draft.lines.append(Line(title, light, udvalg=draft.rng.choice(udvalg), tema=draft.rng.choice(temaer)))
    for line, light in zip(draft.lines, (Light.GREEN, Light.YELLOW, Light.RED), strict=False):
        line.light = light
    draft.rng.shuffle(draft.lines)
    draft.title_heading = draft.heading("title")


def _light(draft: Draft) -> Light:
    return draft.rng.choices(list(SHARES), list(SHARES.values()))[0]


def titles(draft: Draft, count: int) -> list[str]:
    """Draw different titles."""
    actions, things, whole = (said("titles", kind, language=draft.language) for kind in ("actions", "objects", "whole"))
    found: dict[str, None] = {}
    while len(found) < count:
        if draft.maybe(0.2):
            found[draft.rng.choice(whole)] = None
        else:
            found[f"{draft.rng.choice(actions)} {draft.rng.choice(things)}"] = None
    return list(found)


# ---- titles


@feature
def lower_case(draft: Draft) -> None:
    """Titles that begin with small letters, all or some."""
    share = draft.rng.choice([0.3, 0.6, 1.0])
    for line in draft.lines:
        if draft.maybe(share):
            line.title = line.title[0].lower() + line.title[1:]


@feature
def no_title_heading(draft: Draft) -> None:
    draft.title_heading = ""


@feature
def weak_title_heading(draft: Draft) -> None:
    draft.title_heading = draft.heading("weak_title")


@feature
def continued_titles(draft: Draft) -> None:
    """Long titles that go on in the row below, where nothing else stands."""
    ends = {
        "da": [("og", "de nærmeste omgivelser"), ("-", "anden etape"), ("i samarbejde med", "de frivillige"), (",", "herunder drift")],
        "en": [("and", "related services"), ("-", "second stage"), ("in cooperation with", "the vendor"), (",", "including support")],
    }  # fmt: skip
    for line in draft.rng.sample(draft.lines, min(len(draft.lines), draft.rng.randint(1, 3))):
        end, line.tail = draft.rng.choice(ends[draft.language])
        line.title = f"{line.title}{'' if end == ',' else ' '}{end}"


@feature
def numbered_titles(draft: Draft) -> None:
    """A running number inside the title."""
    for number, line in enumerate(draft.lines, start=1):
        line.title = f"{number}. {line.title}"


@feature
def many_unreported(draft: Draft) -> None:
    """Most lights are still missing."""
    for line in draft.lines[4:] + draft.lines[:1]:
        if line.light is not Light.DONE and draft.maybe(0.6):
            line.light = Light.NOT_REPORTED


@feature
def same_line_twice(draft: Draft) -> None:
    """A line that stands there twice, with nothing that differs."""
    line = draft.rng.choice(draft.lines)
    draft.lines.insert(draft.rng.randrange(len(draft.lines)), line)
    draft.joined = True


@feature
def same_title_differs(draft: Draft) -> None:
    """The same title with another light."""
    line = draft.lines[0]
    other = Light.RED if line.light is not Light.RED else Light.GREEN
    draft.lines.append(Line(line.title, other, udvalg=line.udvalg, tema=line.tema))
    draft.doubts.append("the same title with two lights")


@feature
def struck_line(draft: Draft) -> None:
    """A line that is struck out no longer stands in the plan."""
    line = draft.lines[-1]
    line.struck = True


# ---- parts of lines


def _part(draft: Draft) -> None:
    names = [str(name) for name in said("titles", "parts", language=draft.language)]
    for line in draft.lines:
        draft.rng.shuffle(names)
        for name in names[: draft.rng.choice([0, 0, 1, 2, 3])]:
            light = draft.rng.choice([line.light, Light.GREEN, Light.YELLOW, Light.NOT_REPORTED])
            line.parts.append(Line(name, light, udvalg=line.udvalg, tema=line.tema, is_part=True))
    if not any(line.parts for line in draft.lines):
        draft.lines[0].parts.append(Line(names[0], Light.GREEN, is_part=True))


def _number(draft: Draft) -> None:
    for number, line in enumerate(draft.lines, start=1):
        line.number = str(number)
        for part_number, part in enumerate(line.parts, start=1):
            part.number = f"{number}.{part_number}"


@feature
def parts_numbered(draft: Draft) -> None:
    """1, 1.1, 1.2 in a column of numbers."""
    _part(draft)
    _number(draft)
    draft.add(Column("number", draft.heading("number"), lambda line: line.number))


@feature
def parts_numbered_in_title(draft: Draft) -> None:
    _part(draft)
    _number(draft)
    for line in draft.lines:
        for one in (line, *line.parts):
            one.title = f"{one.number} {one.title}"
            one.number = ""


@feature
def parts_indented(draft: Draft) -> None:
    """Parts set in, by the cell or by spaces."""
    _part(draft)
    by_spaces = draft.maybe(0.4)
    draft.title_cell = lambda line: (
        Cell(f"    {line.title}" if by_spaces else line.title, indent=0 if by_spaces else 2)
        if line.is_part
        else Cell(line.title, bold=True)
    )


@feature
def parts_dashed(draft: Draft) -> None:
    _part(draft)
    for line in draft.lines:
        for part in line.parts:
            part.title = f"- {part.title}"


@feature
def parts_outlined(draft: Draft) -> None:
    """Parts that can be folded away."""
    _part(draft)
    draft.outlined = True
    draft.title_cell = lambda line: Cell(line.title, bold=not line.is_part)


@feature
def project_and_task(draft: Draft) -> None:
    """Two levels in two columns: the upper one repeated, merged away or only in its first row."""
    draft.headings.discard(draft.title_heading.casefold())
    draft.title_heading = draft.heading("child")
    heading = draft.heading("parent")
    names = titles(draft, max(2, len(draft.lines) // 3))
    tasks = [str(name) for name in said("titles", "parts", language=draft.language)]
    spread = sorted(draft.rng.choice(names) for _ in draft.lines)
    used: dict[str, list[str]] = {}
    for line, parent in zip(draft.lines, spread, strict=True):
        free = [task for task in tasks if task not in used.setdefault(parent, [])]
        line.parent, line.title = parent, draft.rng.choice(free) if free else line.title
        used[parent].append(line.title)
    only_first = draft.maybe(0.35)
    firsts = {parent: next(line for line in draft.lines if line.parent == parent) for parent in spread}

    def cell(line: Line) -> object:
        is_first = firsts.get(line.parent) is line
        return line.parent if is_first or not only_first else None

    draft.parent_column = Column("parent", heading, cell)


# ---- rows between the lines


@feature
def tema_sections(draft: Draft) -> None:
    _sections(draft, "tema")


@feature
def udvalg_sections(draft: Draft) -> None:
    _sections(draft, "udvalg")


@feature
def own_sections(draft: Draft) -> None:
    _sections(draft, "own")


def _sections(draft: Draft, kind: str) -> None:
    """Give the lines headings above groups of them."""
    if any(line.parent for line in draft.lines):
        return
    draft.sections = kind if draft.language == "da" else "own"
    draft.section_look = draft.rng.choice(["bold", "bold", "filled", "merged", "filled and merged"])
    if kind == "own" or draft.language == "en":
        names = draft.rng.sample(said("sections", language=draft.language), 3)
    elif kind == "tema":
        names = draft.rng.sample(words()["temaer"]["da"], 3)
    else:
        names = draft.rng.sample(list(words()["udvalg"].values()), 3)
    keys = {name: key for key, name in words()["udvalg"].items()}
    size = -(-len(draft.lines) // 3)
    for place, line in enumerate(draft.lines):
        line.section = names[place // size]
        if draft.sections == "udvalg":
            line.udvalg = keys[line.section]
        elif draft.sections == "tema":
            line.tema = line.section


@feature
def empty_rows(draft: Draft) -> None:
    """Empty rows between the lines."""
    draft.empty_rows = True


@feature
def empty_row_below_header(draft: Draft) -> None:
    draft.gap_below_header = True


@feature
def totals(draft: Draft) -> None:
    draft.total = True


@feature
def notes(draft: Draft) -> None:
    draft.feet = [[text] for text in draft.rng.sample(said("notes", language=draft.language), draft.rng.randint(1, 3))]
