"""The lines of a workbook and what their titles look like."""

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import SHOWN, Draft, Line
from layouts.words import said, words

SHARES = {Light.GREEN: 0.5, Light.YELLOW: 0.23, Light.RED: 0.17, Light.NOT_REPORTED: 0.1}
COUNTS = [5, 6, 6, 7, 8, 8, 9, 10, 12, 15, 20]
OPEN_ENDS = {
    "da": [("og", "de nære omgivelser"), ("-", "anden etape"), ("i samråd med", "borgere"), (",", "herunder drift")],
    "en": [("and", "related services"), ("-", "second stage"), ("together with", "the vendor"), (",", "with support")],
}  # fmt: skip


def begin(draft: Draft) -> None:
    """Draw the lines with their lights; in half of the workbooks some of them are done."""
    done = draft.rng.choice([0, 0, 0.15, 0.25])
    for title in titles(draft, draft.rng.choice(COUNTS)):
        light = Light.DONE if draft.maybe(done) else draft.rng.choices(list(SHARES), list(SHARES.values()))[0]
        udvalg = draft.rng.choice(list(words()["udvalg"]))
        draft.lines.append(Line(title, light, udvalg=udvalg, tema=draft.rng.choice(words()["temaer"])))
    for line, light in zip(draft.lines, SHOWN, strict=False):
        line.light = light
    draft.rng.shuffle(draft.lines)
    draft.title_heading = draft.heading("title")


def titles(draft: Draft, count: int) -> list[str]:
    """Draw different titles."""
    actions, things, whole = (said("titles", kind, language=draft.language) for kind in ("actions", "objects", "whole"))
    found: dict[str, None] = {}
    while len(found) < count:
        made = f"{draft.rng.choice(actions)} {draft.rng.choice(things)}"
        found[draft.rng.choice(whole) if draft.maybe(0.2) else made] = None
    return list(found)


@feature
def lower_case(draft: Draft) -> None:
    """Begin all titles with small letters, or some."""
    share = draft.rng.choice([0.3, 0.6, 1.0])
    for line in draft.lines:
        if draft.maybe(share) and line.title[1:2].islower():
            line.title = line.title[0].lower() + line.title[1:]


@feature
def no_title_heading(draft: Draft) -> None:
    """Leave the heading of the titles empty."""
    draft.title_heading = ""


@feature
def weak_title_heading(draft: Draft) -> None:
    """Call the titles by a word that could be anything."""
    draft.title_heading = draft.heading("weak_title")


@feature
def continued_titles(draft: Draft) -> None:
    """Let long titles go on in the row below, where nothing else stands."""
    for line in draft.rng.sample(draft.lines, min(len(draft.lines), draft.rng.randint(1, 3))):
        end, line.tail = draft.rng.choice(OPEN_ENDS[draft.language])
        line.title = f"{line.title}{'' if end == ',' else ' '}{end}"


@feature
def broken_titles(draft: Draft) -> None:
    """Break titles over lines inside their cells."""
    for line in draft.lines:
        if draft.maybe(0.4):
            line.title = line.title.replace(" ", "\n", 2).replace("\n", " ", 1)


@feature
def numbered_titles(draft: Draft) -> None:
    """Write a running number into the title."""
    form = draft.rng.choice(["{}. {}", "{}) {}", "{} {}"])
    for number, line in enumerate(draft.lines, start=1):
        line.title = form.format(number, line.title)


@feature
def many_unreported(draft: Draft) -> None:
    """Leave most lights out."""
    reported = 0
    for line in draft.lines:
        reported += line.light in SHOWN
        if line.light in SHOWN and reported > 2 and draft.maybe(0.7):
            line.light = Light.NOT_REPORTED


@feature
def same_line_twice(draft: Draft) -> None:
    """Let a line stand there twice, with nothing that differs."""
    line = draft.rng.choice(draft.lines)
    draft.lines.insert(draft.rng.randrange(len(draft.lines)), line)


@feature
def same_title_differs(draft: Draft) -> None:
    """Let a title stand there twice with two lights, with and without one, or open and done."""
    line = next(line for line in draft.lines if line.light in SHOWN)
    others = [light for light in Light if light is not line.light]
    other = Line(line.title, draft.rng.choice(others), udvalg=line.udvalg, tema=line.tema)
    draft.lines.insert(draft.lines.index(line) + 1, other)
    draft.doubts.append("a title that says two things")


@feature
def struck_line(draft: Draft) -> None:
    """Strike a line out: it no longer stands in the plan."""
    names = [line.title for line in draft.lines]
    once = [line for line in draft.lines if names.count(line.title) == 1]
    once[-1].struck = True
