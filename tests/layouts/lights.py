"""How lights are written: by colour, words, letters, signs; in a cell, a column each, or the whole row."""

from collections.abc import Callable

from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from dashboard.domain.light import Light
from layouts.draft import SHOWN, Column, Draft, Line
from layouts.features import feature
from layouts.paper import Cell, Fill, Paper, area
from layouts.words import said, words


def palette(colours: list[object]) -> dict[Light, Fill]:
    """Make a palette of ARGB texts and of theme colours with tints."""
    made = [text if isinstance(text, str) else Color(theme=text[0], tint=text[1]) for text in colours]  # type: ignore[index]
    return dict(zip(SHOWN, made, strict=True))


def ordinary(draft: Draft) -> None:
    """Give the draft one of the three usual ways: a fill with its word, a word, a fill."""
    draft.palette = palette(draft.rng.choice(list(words()["palettes"].values())))
    draft.spoken = draft.say("lights", "words")
    draft.light_heading = draft.heading("light")
    draft.rng.choice([filled_word, filled_word, bare_word, bare_fill])(draft)


def filled_word(draft: Draft) -> None:
    """Write the word on its colour."""
    _write(draft, lambda light: Cell(draft.text_light(light), draft.palette[light]))


def bare_word(draft: Draft) -> None:
    """Write the word alone."""
    _write(draft, lambda light: Cell(draft.text_light(light)))


def bare_fill(draft: Draft) -> None:
    """Write the colour alone."""
    _write(draft, lambda light: Cell(None, draft.palette[light]))


def _write(draft: Draft, reported: Callable[[Light], Cell]) -> None:
    empty = draft.say("lights", "empty") if draft.maybe(0.1) else None
    draft.light_cell = lambda light: reported(light) if light in SHOWN else Cell(empty)


def _written(draft: Draft, kind: str, filled: float) -> None:
    """Write words of a kind, filled or not."""
    draft.spoken = draft.say("lights", kind)
    (filled_word if draft.maybe(filled) else bare_word)(draft)


@feature
def letters(draft: Draft) -> None:
    """RAG, G/Y/R, G/GU/R; with a yellow one among them, so that G cannot be it."""
    _written(draft, "letters", 0.5)
    _need(draft, Light.YELLOW)


@feature
def phrases(draft: Draft) -> None:
    _written(draft, "phrases", 0.4)


@feature
def theme_colours(draft: Draft) -> None:
    draft.palette = palette(draft.rng.choice(list(words()["theme_palettes"].values())))


@feature
def emoji(draft: Draft) -> None:
    _written(draft, "emoji", 0.1)


@feature
def smileys(draft: Draft) -> None:
    _written(draft, "smileys", 0.3)


@feature
def known_words(draft: Draft) -> None:
    """On track, at risk: words with one meaning."""
    _written(draft, "known", 0.4)


@feature
def discs(draft: Draft) -> None:
    """A disc in the ink of the light."""
    inks = dict(zip(SHOWN, ("FF00B050", "FFFFC000", "FFFF0000"), strict=True))
    _write(draft, lambda light: Cell("●", ink=inks[light]))


@feature
def wingdings(draft: Draft) -> None:
    inks = dict(zip(SHOWN, ("FF00B050", "FFFFC000", "FFFF0000"), strict=True))
    _write(draft, lambda light: Cell("l", ink=inks[light], font="Wingdings"))


@feature
def remarks_on_colour(draft: Draft) -> None:
    """The house's own short words on the colours."""
    draft.spoken = draft.say("lights", "remarks")
    filled_word(draft)


@feature
def text_on_colour(draft: Draft) -> None:
    """A sentence of status on the colour."""
    _write(draft, lambda light: Cell(draft.dated(draft.say("texts")), draft.palette[light]))
    draft.light_cell = _also_without(draft, draft.light_cell)


def _also_without(draft: Draft, cell: Callable[[Light], object]) -> Callable[[Light], object]:
    return lambda light: cell(light) if light in SHOWN else Cell()


@feature
def status_is_text(draft: Draft) -> None:
    """Status holds sentences, the colour stands beside it."""
    draft.light_heading = draft.heading("colour")
    draft.rng.choice([filled_word, bare_fill, bare_fill])(draft)
    draft.headings.add("status")
    draft.add(Column("status_text", "Status", lambda line: draft.dated(draft.say("texts"))))


@feature
def numbers_on_colour(draft: Draft) -> None:
    """1, 2, 3 on the colours, from either end."""
    draft.spoken = draft.rng.choice([["1", "2", "3"], ["3", "2", "1"]])
    _write(draft, lambda light: Cell(int(draft.text_light(light)), draft.palette[light]))


@feature
def numbers_explained(draft: Draft) -> None:
    """Bare 1, 2, 3 with a legend."""
    draft.spoken = draft.rng.choice([["1", "2", "3"], ["3", "2", "1"]])
    _write(draft, lambda light: Cell(int(draft.text_light(light))))
    _explain(draft)


@feature
def numbers_unexplained(draft: Draft) -> None:
    numbers_explained(draft)
    draft.legend_place = "none"
    draft.doubts.append("1, 2, 3 without a legend")


@feature
def house_words_explained(draft: Draft) -> None:
    """The house's own words with a legend."""
    draft.spoken = draft.say("lights", "house")
    bare_word(draft)
    _explain(draft)


@feature
def house_words_unexplained(draft: Draft) -> None:
    draft.spoken = draft.say("lights", "house")
    bare_word(draft)
    _need(draft, *SHOWN)
    draft.doubts.append("house words without a legend")


def _explain(draft: Draft) -> None:
    colours = said("lights", "words", language=draft.language)[0]
    filled = draft.maybe(0.3)
    pairs = [(draft.spoken[place], colours[place], light) for place, light in enumerate(SHOWN)]
    draft.legend = [
        [Cell(f"{text} = {colour.lower()}", draft.palette[light] if filled else None)] for text, colour, light in pairs
    ]
    draft.legend_place = draft.rng.choice(["above", "above", "below", "beside"])


@feature
def column_each(draft: Draft) -> None:
    """A column for each light, marked or filled."""
    names = said("lights", "words", language=draft.language)[0]
    filled = draft.maybe(0.4)

    def marked(light: Light) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            shown = line.shown if line.light is Light.DONE else line.light
            if shown is not light:
                return None
            return Cell(None, draft.palette[light]) if filled else "X"

        return cell

    draft.headings |= {name.casefold() for name in names}
    own = [Column("light", name, marked(light)) for name, light in zip(names, SHOWN, strict=True)]
    draft.light_columns = lambda: own
    draft.done_way = "needs column"


@feature
def conditional(draft: Draft) -> None:
    """Words or numbers that rules colour."""
    numbers = draft.maybe(0.3)
    draft.spoken = ["1", "2", "3"] if numbers else draft.spoken
    _write(draft, lambda light: Cell(int(draft.text_light(light)) if numbers else draft.text_light(light)))

    def rules(paper: Paper, top: int, column: int, bottom: int) -> None:
        where = area(top, column, bottom)
        for light in SHOWN:
            fill = PatternFill("solid", bgColor=draft.palette[light])
            text = draft.text_light(light)
            value = text if numbers else f'"{text}"'
            rule = CellIsRule(operator="equal", formula=[value], fill=fill)
            paper.rules.append((where, rule))

    def by_formula(paper: Paper, top: int, column: int, bottom: int) -> None:
        where = area(top, column, bottom)
        first = where.split(":")[0]
        for light in SHOWN:
            fill = PatternFill("solid", bgColor=draft.palette[light])
            text = draft.text_light(light)
            paper.rules.append(
                (where, FormulaRule(formula=[f"{first}={text}" if numbers else f'{first}="{text}"'], fill=fill))
            )

    draft.rules = draft.rng.choice([rules, by_formula])


@feature
def whole_row_filled(draft: Draft) -> None:
    """No column of lights: the whole row has the colour, and a legend says so."""
    draft.row_fill = lambda line, place: draft.palette.get(line.shown if line.light is Light.DONE else line.light)
    _coloured_elsewhere(draft)


@feature
def title_filled(draft: Draft) -> None:
    """No column of lights: the title's cell has the colour, and a legend says so."""
    before = draft.title_cell

    def cell(line: Line) -> Cell:
        plain = before(line)
        colour = draft.palette.get(line.shown if line.light is Light.DONE else line.light)
        return Cell(plain.value, colour, plain.bold, plain.ink, plain.font, plain.indent)

    draft.title_cell = cell
    _coloured_elsewhere(draft)


def _coloured_elsewhere(draft: Draft) -> None:
    draft.light_columns = list
    draft.done_way = "needs column"
    texts = said("lights", "definitions", language=draft.language)
    draft.legend = [[Cell(text, draft.palette[light])] for text, light in zip(texts, SHOWN, strict=True)]
    draft.legend_place = "above"


@feature
def unlabelled_lights(draft: Draft) -> None:
    """Coloured cells below no heading at all."""
    draft.light_heading = ""
    draft.rng.choice([filled_word, bare_fill])(draft)


@feature
def no_lights(draft: Draft) -> None:
    """A plan without any status: every line that is not done is without a light."""
    draft.light_columns = list
    draft.done_way = "needs column"
    _unlit(draft)


def _unlit(draft: Draft) -> None:
    for line in draft.lines:
        if line.light is not Light.DONE:
            line.light = Light.NOT_REPORTED
        line.shown = Light.NOT_REPORTED


@feature
def only_percent_coloured(draft: Draft) -> None:
    own = [
        Column(
            "percent",
            draft.heading("percent"),
            lambda line: Cell(draft.rng.randint(0, 10) / 10, _hue(draft, line), shape="0%"),
        )
    ]
    _no_reader_knows(draft, own, "percent coloured and no status")


@feature
def only_months_coloured(draft: Draft) -> None:
    own = [Column("plan_month", draft.month_name(month)[:3].capitalize(), _bar(draft, month)) for month in range(1, 13)]
    _no_reader_knows(draft, own, "a plan of months and no status")


def _bar(draft: Draft, month: int) -> Callable[[Line], object]:
    starts: dict[int, int] = {}

    def cell(line: Line) -> object:
        start = starts.setdefault(id(line), sum(map(ord, line.title)) % 8 + 1)
        return Cell(None, draft.palette[Light.GREEN]) if start <= month <= start + 4 else None

    return cell


@feature
def only_aspects(draft: Draft) -> None:
    """Two or three partial lights, and none that counts for the whole."""
    names = [draft.heading("aspect") for _ in range(draft.rng.randint(2, 3))]
    named = draft.maybe(0.5)
    own = [Column("aspect", f"Status {name.lower()}" if named else name, lambda line: _aspect(draft)) for name in names]
    _no_reader_knows(draft, own, "partial lights and no overall one")


def _aspect(draft: Draft) -> Cell:
    light = draft.rng.choice([Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED])
    return Cell(None, draft.palette[light])


def _hue(draft: Draft, line: Line) -> Fill:
    return draft.palette[draft.rng.choice(SHOWN)]


def _no_reader_knows(draft: Draft, own: list[Column], doubt: str) -> None:
    draft.light_columns = lambda: own
    draft.done_way = "needs column"
    draft.doubts.append(doubt)


def _need(draft: Draft, *lights: Light) -> None:
    """See to it that the lights occur among the lines."""
    reported = [line for line in draft.lines if line.light in SHOWN]
    for light in lights:
        if not any(line.light is light for line in reported):
            spare = max(SHOWN, key=lambda one: sum(line.light is one for line in reported))
            next(line for line in reported if line.light is spare).light = light
