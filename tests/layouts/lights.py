"""How a light is written in its cell: by colour, words, letters, numbers and signs."""

from collections.abc import Callable

from openpyxl.styles.colors import Color

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import SHOWN, Draft
from layouts.paper import Cell, Fill
from layouts.words import said, words

INKS = dict(zip(SHOWN, ("FF00B050", "FFFFC000", "FFFF0000"), strict=True))


def begin(draft: Draft) -> None:
    """Give the draft one of the three usual ways: a word on its colour, a word, a colour."""
    draft.palette = palette(draft.rng.choice(list(words()["palettes"].values())))
    draft.spoken = draft.say("lights", "words")
    draft.light_heading = draft.heading("light")
    draft.rng.choice([word_on_colour, word_on_colour, bare_word, bare_colour])(draft)


def palette(colours: list[object]) -> dict[Light, Fill]:
    """Make a palette of ARGB texts and of theme colours with tints."""
    made: list[Fill] = [one if isinstance(one, str) else Color(theme=one[0], tint=one[1]) for one in colours]  # type: ignore[index]
    return dict(zip(SHOWN, made, strict=True))


def write(draft: Draft, reported: Callable[[Light], Cell]) -> None:
    """Write the three lights so, and nothing or a dash where none is reported."""
    empty = draft.say("lights", "empty") if draft.maybe(0.1) else None
    draft.light_cell = lambda light: reported(light) if light in SHOWN else Cell(empty)


def word_on_colour(draft: Draft) -> None:
    """Write the word on its colour."""
    write(draft, lambda light: Cell(draft.light_text(light), draft.palette[light]))


def bare_word(draft: Draft) -> None:
    """Write the word alone."""
    write(draft, lambda light: Cell(draft.light_text(light)))


def bare_colour(draft: Draft) -> None:
    """Fill the cell and write nothing."""
    write(draft, lambda light: Cell(None, draft.palette[light]))


def need(draft: Draft, *lights: Light) -> None:
    """See to it that these lights occur among the lines."""
    reported = [line for line in draft.lines if line.light in SHOWN]
    for light in lights:
        if not any(line.light is light for line in reported):
            often = max(SHOWN, key=lambda one: sum(line.light is one for line in reported))
            next(line for line in reported if line.light is often).light = light


def explain(draft: Draft) -> None:
    """Say what the words or numbers mean: above, below or beside the table, or in the heading."""
    colours = [colour.lower() for colour in said("lights", "words", language=draft.language)[0]]
    pairs = [f"{text} = {colour}" for text, colour in zip(draft.spoken, colours, strict=True)]
    draft.legend_place = draft.rng.choice(["above", "above", "below", "beside", "heading"])
    if draft.legend_place == "heading":
        draft.light_heading = f"{draft.light_heading} ({', '.join(pairs)})"
    elif draft.maybe(0.3):
        draft.legend = [[Cell(pair, draft.palette[light])] for pair, light in zip(pairs, SHOWN, strict=True)]
    elif draft.maybe(0.3):
        draft.legend = [["   ".join(pairs)]]
    else:
        draft.legend = [[pair] for pair in pairs]


def _spoken(draft: Draft, kind: str, filled: float) -> None:
    draft.spoken = draft.say("lights", kind)
    (word_on_colour if draft.maybe(filled) else bare_word)(draft)


@feature
def letters(draft: Draft) -> None:
    """Write R/A/G, G/Y/R or G/GU/R, with a yellow one among them, so that G is green."""
    _spoken(draft, "letters", 0.5)
    need(draft, Light.YELLOW)


@feature
def phrases(draft: Draft) -> None:
    """Write the word with an explanation."""
    _spoken(draft, "phrases", 0.4)


@feature
def theme_colours(draft: Draft) -> None:
    """Take the colours from the workbook's theme, where the same number is another colour in an older one."""
    name = draft.rng.choice(list(words()["theme_palettes"]))
    draft.palette, draft.older_theme = palette(words()["theme_palettes"][name]), name == "older"


@feature
def emoji(draft: Draft) -> None:
    """Write coloured emoji."""
    _spoken(draft, "emoji", 0.1)


@feature
def smileys(draft: Draft) -> None:
    """Write glad, flat and sad faces."""
    _spoken(draft, "smileys", 0.3)


@feature
def known_words(draft: Draft) -> None:
    """Write words that have one meaning: on track, at risk, off track."""
    _spoken(draft, "known", 0.4)
    need(draft, *SHOWN)


@feature
def discs(draft: Draft) -> None:
    """Write a disc in the ink of the light."""
    write(draft, lambda light: Cell("●", ink=INKS[light]))


@feature
def wingdings(draft: Draft) -> None:
    """Write the letter that Wingdings shows as a disc."""
    write(draft, lambda light: Cell("l", ink=INKS[light], font="Wingdings"))


@feature
def remarks_on_colour(draft: Draft) -> None:
    """Write the house's own short words on the colours."""
    draft.spoken = draft.say("lights", "remarks")
    word_on_colour(draft)


@feature
def text_on_colour(draft: Draft) -> None:
    """Write a sentence of status on the colour."""
    draft.light_cell = lambda light: Cell(draft.text(), draft.palette[light]) if light in SHOWN else Cell()


@feature
def numbers_on_colour(draft: Draft) -> None:
    """Write 1, 2, 3 on the colours, from either end."""
    _numbers(draft)
    write(draft, lambda light: Cell(int(draft.light_text(light)), draft.palette[light]))


def _numbers(draft: Draft) -> None:
    draft.spoken = draft.rng.choice([["1", "2", "3"], ["3", "2", "1"]])
    write(draft, lambda light: Cell(int(draft.light_text(light))))


@feature
def numbers_explained(draft: Draft) -> None:
    """Write bare 1, 2, 3 and a legend."""
    _numbers(draft)
    explain(draft)


@feature
def house_words_explained(draft: Draft) -> None:
    """Write the house's own words and a legend."""
    _spoken(draft, "house", 0)
    explain(draft)


@feature
def numbers_unexplained(draft: Draft) -> None:
    """Write bare 1, 2, 3, which may mean either end."""
    _numbers(draft)
    draft.doubts.append("1, 2, 3 without a legend")


@feature
def house_words_unexplained(draft: Draft) -> None:
    """Write the house's own words, which nobody else knows."""
    _spoken(draft, "house", 0)
    need(draft, *SHOWN)
    draft.doubts.append("house words without a legend")
