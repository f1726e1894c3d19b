"""Two levels of lines: parts below a line, projects with their tasks, and headings above groups of lines."""

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import Column, Draft, Line
from layouts.lines import titles
from layouts.paper import Cell
from layouts.words import said, words


def _part(draft: Draft) -> None:
    """Give some of the lines parts, each with a light of its own or none; what is done has no open ones."""
    names = [str(name) for name in said("titles", "parts", language=draft.language)]
    for line in draft.lines:
        draft.rng.shuffle(names)
        count = draft.rng.choice([0, 0, 1, 2, 3]) if line is not draft.lines[0] else 2
        if count and line.light is Light.NOT_REPORTED:
            line.light = Light.YELLOW
        for name in names[:count]:
            light = draft.rng.choice([line.light, Light.GREEN, Light.YELLOW, Light.NOT_REPORTED])
            light = Light.DONE if line.light is Light.DONE else light
            line.parts.append(Line(name, light, udvalg=line.udvalg, tema=line.tema, is_part=True))


def _number(draft: Draft) -> None:
    for number, line in enumerate(draft.lines, start=1):
        line.number = str(number)
        for part_number, part in enumerate(line.parts, start=1):
            part.number = f"{number}.{part_number}"


@feature
def parts_numbered(draft: Draft) -> None:
    """Number parts 1.1, 1.2 in a column of numbers."""
    _part(draft)
    _number(draft)
    draft.add(Column("number", draft.heading("number"), lambda line: line.number))


@feature
def parts_numbered_in_title(draft: Draft) -> None:
    """Number parts 1.1, 1.2 inside the title."""
    _part(draft)
    _number(draft)
    for line in draft.lines:
        for one in (line, *line.parts):
            one.title = f"{one.number} {one.title}"


@feature
def parts_indented(draft: Draft) -> None:
    """Set parts in, by the cell or by spaces."""
    _part(draft)
    by_spaces = draft.maybe(0.4)
    bold = draft.maybe(0.7)

    def cell(line: Line) -> Cell:
        if not line.is_part:
            return Cell(line.title, bold=bold)
        return Cell(f"    {line.title}") if by_spaces else Cell(line.title, indent=2)

    draft.title_cell = cell


@feature
def parts_dashed(draft: Draft) -> None:
    """Begin parts with a dash or a bullet."""
    _part(draft)
    sign = draft.rng.choice(["-", "-", "–", "•"])
    for line in draft.lines:
        for part in line.parts:
            part.title = f"{sign} {part.title}"


@feature
def parts_outlined(draft: Draft) -> None:
    """Group the rows of parts, so that they fold away."""
    _part(draft)
    draft.outlined = True
    draft.title_cell = lambda line: Cell(line.title, bold=not line.is_part)


@feature
def project_and_task(draft: Draft) -> None:
    """Write two levels in two columns: the upper one repeated, merged or only in its first row."""
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
    draft.parents = draft.rng.choice(["repeated", "repeated", "first", "merged"])
    draft.parent_column = Column("parent", heading, lambda line: line.parent)


# ---- headings above groups of lines


@feature
def tema_sections(draft: Draft) -> None:
    """Head the lines with their temaer."""
    _sections(draft, "tema")


@feature
def udvalg_sections(draft: Draft) -> None:
    """Head the lines with their udvalg."""
    _sections(draft, "udvalg")


@feature
def own_sections(draft: Draft) -> None:
    """Head the lines with the house's own names."""
    _sections(draft, "own")


@feature
def stacked_tables(draft: Draft) -> None:
    """Give each group of lines a table of its own, below the one before."""
    _sections(draft, draft.rng.choice(["tema", "udvalg", "own"]))
    draft.section_look = "tables"


def _sections(draft: Draft, kind: str) -> None:
    if draft.parent_column is not None or len({line.title for line in draft.lines}) < len(draft.lines):
        return
    draft.sections = kind if draft.language == "da" else "own"
    draft.section_look = draft.rng.choice(["bold", "bold", "filled", "merged", "filled and merged"])
    names = {
        "tema": words()["temaer"],
        "udvalg": list(words()["udvalg"].values()),
        "own": said("sections", language=draft.language),
    }[draft.sections]
    names = draft.rng.sample(names, 3)
    keys = {name: key for key, name in words()["udvalg"].items()}
    size = -(-len(draft.lines) // 3)
    for place, line in enumerate(draft.lines):
        line.section = names[place // size]
        line.udvalg = keys.get(line.section, line.udvalg)
        line.tema = line.section if draft.sections == "tema" else line.tema
