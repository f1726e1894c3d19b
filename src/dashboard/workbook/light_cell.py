"""The light of one line, from its cell's fill and its words."""

from dataclasses import dataclass

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import hex_of, is_neutral, light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.layout import LightWords
from dashboard.workbook.words import light_word, mentioned_lights

LONGEST_WORD_OF_A_LIGHT = 2


@dataclass(frozen=True)
class LightReading:
    """What a cell says: the light, whether it says done, the text in it that is no light, and what is wrong."""

    light: Light = Light.NOT_REPORTED
    done: bool = False
    text: str | None = None
    issue: Issue | None = None


def read_light(
    cell: GridCell | None, title: GridCell | None, sheet: str, terms: Terms, words: LightWords
) -> LightReading:
    """Read a light from fill and words; both may be there and must agree. ``words`` as in Layout.light_words."""
    if cell is None:
        return LightReading()
    if words == "other":
        return LightReading(light=light_of(cell.fill) or Light.NOT_REPORTED)
    colour, word = light_of(cell.fill), light_word(cell.text, terms)
    match word:
        case Light.DONE:
            return LightReading(light=colour or Light.NOT_REPORTED, done=True)
        case Light.NOT_REPORTED if not cell.text or (colour is not None and not any(map(str.isalnum, cell.text))):
            return _by_colour(cell, title, sheet)
        case Light():
            return _agreed(cell, colour, word, sheet, terms)
    if mentioned_lights(cell.text, terms) and words == "light":
        return _wrong("unknown-light", cell, sheet)
    if words == "text" or (colour is not None and len(cell.text.split()) > LONGEST_WORD_OF_A_LIGHT):
        return LightReading(light=colour or Light.NOT_REPORTED, text=cell.text)
    return _wrong("unknown-light", cell, sheet)


def _by_colour(cell: GridCell, title: GridCell | None, sheet: str) -> LightReading:
    colour = light_of(cell.fill)
    if colour is not None:
        return LightReading(light=colour)
    banded = title is not None and title.fill == cell.fill
    if cell.fill is None or is_neutral(cell.fill) or banded:
        return LightReading()
    found = issue("unknown-colour", sheet=sheet, cell=cell.reference, value=hex_of(cell.fill))
    return LightReading(issue=found)


def _agreed(cell: GridCell, colour: Light | None, word: Light, sheet: str, terms: Terms) -> LightReading:
    if colour is None or colour is word:
        return LightReading(light=word)
    named = terms.lights[colour].word.lower()
    return LightReading(issue=issue("light-disagrees", sheet=sheet, cell=cell.reference, value=cell.text, detail=named))


def _wrong(kind: str, cell: GridCell, sheet: str) -> LightReading:
    return LightReading(issue=issue(kind, sheet=sheet, cell=cell.reference, value=cell.text))
