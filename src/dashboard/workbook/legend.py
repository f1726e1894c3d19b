"""What a workbook itself says that colours beside the three lights mean: "Blå = afsluttet", or a patch with a word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from dashboard.domain.excerpt import Rgb
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word, mentioned_lights, sign_of
from dashboard.workbook.colour import GREY, hue_names, is_neutral, light_of, shade_name
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header

TRAFFIC = (Light.GREEN, Light.YELLOW, Light.RED)
LONGEST = 200
SEVERAL = 3  # texts of a row
SAYS_IS = frozenset({"=", "-", "–", ":", "→", "er", "betyder", "angiver", "viser"})  # between a colour and its meaning
LONGEST_VERB = len("betyder")
SHORT = 5  # a word that says how it goes is whole ("ok", not "oktober"); a longer one begins one
SHADED = 2  # words: "Mørk grøn"
HEADING = re.compile(
    r"(?:(?:\b\w*forklaring|betydning)(?: (?:på|af|til) (?:de )?(?:farve|lys|trafiklys|signatur)\w*)?"
    r"|farve(?:r|koder|rne|rnes betydning|rne betyder)|signatur(?:er)?|legende"
    r"|(?:sådan læses|hvad betyder) (?:farve|lys|trafiklys|signatur)(?:r?ne|erne|ene)?)[ :?]*",
    re.IGNORECASE,
)
HUE = (
    r"(?:en |et |den |det )?(?P<hue>(?:(?:mørke?|lyse?) ?)?(?:{hues}))t?e?"
    r"(?: (?:felt|farve|celle|markering|fyld|baggrund|lys))?"
)
FIRST = r" ?(?:=|:|-|→|betyder|er|angiver|markerer|viser) ?(?P<said>.+)"
LAST = r"(?P<said>\w(?:.*?\w)?) ?(?:=|:|-|→|er|vises|markeres|markeret|med|som| ){1,7}"
LIGHT = r"(?:en |et |den |det )?(?P<light>(?:mørke? |lyse? )?\w+)(?: (?:felt|farve|celle|lys))?"
LIGHT_FIRST = re.compile(LIGHT + FIRST)
LIGHT_LAST = re.compile(LAST + LIGHT)
SHADE = re.compile(r"^(?:mørke|lyse)")
BRACKETED = re.compile(r"(?<![^,;()\n•/.])([^,;()\n•/.]++)\(([^()]++)\)")  # "følger planen (grøn), afsluttet (blå)"
INTRODUCED = re.compile(
    r"^(?:(?:note|bemærk|obs|nb)\b[: ]*(?:at )?"
    r"|(?:indsatser|opgaver|punkter|projekter|rækker|linjer|felter|celler) (?:(?:der|som) er )?"
    r"(?:(?:markeret|vist|farvet) )?(?:med|i) )"
)
PARTS = re.compile(r"[,;\n•()/]|\. ")


@dataclass(frozen=True)
class Legend:
    """The meaning of fills, exactly as they are, and of hues by name. None: it means something that is no status."""

    fills: Mapping[Rgb, Light | None] = field(default_factory=dict)
    hues: Mapping[str, Light | None] = field(default_factory=dict)

    def meaning(self, fill: Rgb | None, *, of_whole_row: bool = False) -> Light | None:
        """Tell what a fill means. Grey bands rows and marks empty cells, so a row of it must be the very same grey."""
        if fill is None:
            return None
        if fill in self.fills:
            return self.fills[fill]
        names = hue_names(fill)
        if light_of(fill) is not None or (GREY in names and of_whole_row):
            return None
        shaded = [shade_name(name, fill) for name in names]
        return next((self.hues[name] for name in (*shaded, *names) if name in self.hues), None)

    def over(self, other: "Legend") -> "Legend":
        """Join with the legend of other sheets, which counts where this one says nothing."""
        return Legend({**other.fills, **self.fills}, {**other.hues, **self.hues})


NO_LEGEND = Legend()


def read_legend(grid: Grid, headers: Sequence[Header]) -> Legend:
    """Read what a sheet says of colours above, beside and below its tables, and in its headers."""
    fills: dict[Rgb, Light | None] = {}
    hues: dict[str, Light | None] = dict.fromkeys(terms().done_hues, Light.DONE)
    turned = ((cells, False) for cells in turned_rows(grid, headers))
    for cells, is_header in (*unread_cells(grid, headers), *turned):
        texts = [cell for cell in cells if cell.text and not says_is(cell.text)]
        for cell in texts:
            hues |= _said_of_hues(cell.text)
        if not is_header:
            fills |= dict(patches_in(cells))
            pairs = [*pairwise(texts), *([texts[::-1]] if len(texts) == 2 and meaning_of_hue(texts[0].text) else [])]
            named = ((_hue().fullmatch(normalised(cell.text)), beside) for cell, beside in pairs)
            hues |= {_shaded(match["hue"]): meaning_of_hue(beside.text) for match, beside in named if match is not None}
    hues |= _said_in_columns(grid, headers)
    hues = _with_plain(hues)
    lit = {light_of(fill) for fill, said in fills.items() if said is not Light.DONE} - {None}
    fills = {fill: said for fill, said in fills.items() if light_of(fill) is None or (said and light_of(fill) in lit)}
    return Legend(fills, hues)


def are_in_order(lights: Sequence[Light | None]) -> bool:
    """Tell whether lights stand as legends have them: green, yellow and red, or the other way."""
    return tuple(lights) in (TRAFFIC, TRAFFIC[::-1])


def light_named(text: str) -> Light | None:
    """Give the light whose colour a word is, in whatever shade: "mørkegrøn"; "Grøn omstilling" is none."""
    word = re.sub(r"^(?:mørke?|lyse?) ?", "", normalised(text))
    named = mentioned_lights(word)
    is_alone = " " not in word or (word.count(" ") < SHADED and light_word(word) in named)
    return next(iter(named)) if len(named) == 1 and is_alone else None


def light_of_explanation(text: str) -> Light | None:
    """Give the light whose colour a text begins to explain: "Grøn: følger planen"."""
    match = LIGHT_FIRST.fullmatch(normalised(text))
    return light_named(match["light"]) if match else None


def words_of_explanation(text: str) -> str | None:
    """Give what a text says of a light or hue that it begins with: "følger planen"."""
    match = LIGHT_FIRST.fullmatch(normalised(text))
    return match["said"] if match and (light_named(match["light"]) or hue_of_explanation(text)) else None


def hue_named(text: str) -> str | None:
    """Give the hue that a text is the name of: "Blå"."""
    match = _hue().fullmatch(normalised(text))
    return _shaded(match["hue"]) if match else None


def colour_named(text: str) -> Light | str | None:
    """Give the light or the hue that a text is the name of: "Gul", "Blå ="."""
    name = text.rstrip(" =:–-")
    return light_named(name) or hue_named(name)


def hue_of_explanation(text: str) -> str | None:
    """Give the hue that a text begins to explain: "Blå = afsluttet"."""
    match = _hue(after=FIRST).fullmatch(normalised(text))
    return _shaded(match["hue"]) if match else None


def turned_rows(grid: Grid, headers: Sequence[Header]) -> list[list[GridCell]]:
    """Pair the colours that are a row above the tables with what stands below each."""
    above = [(number, row) for number, row in grid.rows.items() if not headers or number < headers[0].first_row]
    colours = [
        (row.values(), grid.rows.get(number + 1, {})) for number, row in above if all(map(_is_colour, row.values()))
    ]
    return [
        [cell, below[cell.column]]
        for cells, below in colours
        if len(cells) > 1 and all(cell.column in below and below[cell.column].text for cell in cells)
        for cell in cells
    ]


def _is_colour(cell: GridCell) -> bool:
    """Tell whether a cell shows or names a colour and says nothing of it."""
    is_named = _hue().fullmatch(normalised(cell.text)) is not None or light_named(cell.text) is not None
    return is_named if cell.text else cell.fill is not None


def unread_cells(grid: Grid, headers: Sequence[Header]) -> Iterator[tuple[list[GridCell], bool]]:
    """Give the cells of each row that are not read as a table's, and whether it is a header row."""
    own = {column.number for header in headers for column in header.columns if column.field is not None}
    header_rows = {row for header in headers for row in range(header.first_row, header.last_row + 1)}
    for number, cells in grid.rows.items():
        is_below = bool(headers) and number >= headers[0].first_row
        is_read = is_below and number not in header_rows and not _is_of_legends(grid, number)
        yield [cell for cell in cells.values() if not is_read or cell.column not in own], number in header_rows


def explains_a_hue(texts: Sequence[GridCell]) -> bool:
    """Tell whether a row's texts are a line of a legend: "Blå = afsluttet", or "Blå" with "Afsluttet" beside it."""
    words = [normalised(cell.text) for cell in texts if not says_is(cell.text)]
    if len(words) == 2 and _hue().fullmatch(words[0]):
        return meaning_said(words[1]) is not None
    return len(words) == 1 and any(said is not None for said in _said_of_hues(words[0]).values())


def explained_light(text: str) -> Light | None:
    """Tell which light the words of a legend explain, in the terms or as a house may say it: "Kritisk"."""
    perhaps = terms().perhaps.get(sign_of(text)) if any(map(str.isalpha, text)) else None
    return (light_word(text) if text else None) or perhaps


def says_how_it_goes(text: str) -> bool:
    """Tell whether a text says how it goes, as the words of a legend do: "Det går som det skal"."""
    return _going().search(normalised(text)) is not None


@cache
def _going() -> re.Pattern[str]:
    words = (re.escape(word) + r"(?!\w)" * (len(word) <= SHORT) for word in terms().legend_going)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})")


def meaning_of_hue(text: str) -> Light | None:
    """Tell what a legend's words mean of a hue that is no light's: "Ikke startet" as well."""
    return meaning_said(text) or (Light.NOT_REPORTED if explained_light(text) is Light.NOT_REPORTED else None)


@lru_cache(maxsize=1024)
def meaning_said(text: str) -> Light | None:
    """Tell what a legend's words mean: done, not reported, or None for anything else."""
    words = normalised(text)
    if words and light_word(words) is Light.NOT_REPORTED:
        return Light.NOT_REPORTED
    said = re.findall(r"\w+", re.split(r"[.,;:(]| -|(?<=\w)-(?=\w)", words)[0])
    forms = {word: {word, word.removesuffix("e"), re.sub("ede$", "et", word)} for word in said}
    written = {word for word in terms().lights[Light.DONE].written if word.isalpha() and len(word) > 2}
    done = {word for word, possible in forms.items() if possible & written}
    return Light.DONE if done and set(said) <= terms().legend_filling | done else None


@lru_cache(maxsize=8)
def _hue(before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(before + HUE.format(hues="|".join(terms().legend_hues)) + after)


def _is_of_legends(grid: Grid, number: int) -> bool:
    texts = [normalised(cell.text) for cell in grid.texts(number)]
    return bool(texts) and all(
        mentioned_lights(text)
        or _hue().fullmatch(text)
        or _said_of_hues(text)
        or meaning_said(text) is not None
        or light_word(text) is not None
        or not text
        or says_is(text)
        or text + ":" in terms().notes
        or (len(texts) >= SEVERAL and explained_light(text) is not None)
        for text in texts
    )


def _said_of_hues(text: str) -> dict[str, Light | None]:
    """Give the hues that a text explains: "Grøn = følger planen, blå = afsluttet"."""
    if not text or len(text) > LONGEST:
        return {}
    found: dict[str, Light | None] = {}
    for part in (INTRODUCED.sub("", normalised(part)) for part in PARTS.split(text.replace(", at ", " at "))):
        first, last = _hue(after=FIRST).fullmatch(part), _hue(before=LAST).fullmatch(part)
        if first is not None:
            found[_shaded(first["hue"])] = meaning_of_hue(first["said"])
        elif last is not None and (said := meaning_of_hue(last["said"])) is not None:
            found[_shaded(last["hue"])] = said
    for before, bracketed in BRACKETED.findall(text):
        named, said = _hue().fullmatch(normalised(bracketed)), meaning_of_hue(before.rpartition(":")[2])
        if named is not None and said is not None:
            found[_shaded(named["hue"])] = said
    return found


def says_is(text: str) -> bool:
    """Tell whether a text stands between a colour and its meaning, in a cell of its own."""
    return text in SAYS_IS or (len(text) <= LONGEST_VERB and text.casefold() in SAYS_IS)


def _shaded(hue: str) -> str:
    """Write a hue's name in one way: "lys blå" is "lyseblå"."""
    return re.sub(r"^(mørk|lys)e? ?", r"\1e", hue)


def _said_in_columns(grid: Grid, headers: Sequence[Header]) -> dict[str, Light | None]:
    """Give the hues that texts in a column of explanations say to be done: "Blå = afsluttet"."""
    found: dict[str, Light | None] = {}
    for header in headers:
        numbers = [column.number for column in header.columns if HEADING.fullmatch(column.header)]
        texts = [grid.text(row, number) for row in grid.rows if row > header.last_row for number in numbers]
        for said in (_said_of_hues(text) for text in texts if "=" in text):
            found |= {hue: light for hue, light in said.items() if light is Light.DONE}
    return found


def _with_plain(hues: Mapping[str, Light | None]) -> dict[str, Light | None]:
    """Let what is said of only one shade of a hue be said of the hue."""
    plain: dict[str, set[Light | None]] = {}
    for hue, said in hues.items():
        plain.setdefault(SHADE.sub("", hue), set()).add(said)
    return {hue: next(iter(said)) for hue, said in plain.items() if len(said) == 1} | dict(hues)


def patches_in(cells: Sequence[GridCell]) -> Iterator[tuple[Rgb, Light | None]]:
    """Pair filled cells with the words in them, or else beside them. A filled heading explains nothing.

    Of several patches in a row the words stand on the same side of each; a name of a colour is a word for no other.
    """
    cells = [cell for cell in cells if not says_is(cell.text)]
    patches = [(place, cell) for place, cell in enumerate(cells) if cell.fill is not None and _is_colour(cell)]
    side = _side_of_words(cells, [place for place, _ in patches])
    for place, cell in enumerate(cells):
        if cell.fill is None:
            continue
        is_light = light_of(cell.fill) is not None
        meaning = meaning_said if is_light else meaning_of_hue
        if (place, cell) not in patches:
            if (said := meaning(cell.text)) is not None:
                yield cell.fill, said
            continue
        near = (*cells[place + 1 :], *cells[:place][::-1])
        texts = [each for each in near if each.text]
        beside = _next_of_another_colour(cells, place, side) if side else _beyond_its_name(cells, texts)
        if beside is None:
            continue
        if cell.text and is_light and (side is None or is_of_another_hue(beside, cell)):
            continue
        yield cell.fill, meaning(beside.text) if side or not is_light else None


def _beyond_its_name(cells: Sequence[GridCell], texts: Sequence[GridCell]) -> GridCell | None:
    """Give the first of the texts beside a patch; where it names the colour, the plain text that follows it."""
    if len(texts) > 1 and hue_named(texts[0].text):
        named, said = cells.index(texts[0]), cells.index(texts[1])
        return texts[1] if said > named and not any(cell.fill for cell in cells[named : said + 1]) else texts[0]
    return texts[0] if texts else None


def is_of_another_hue(beside: GridCell, cell: GridCell) -> bool:
    """Tell whether a cell has a colour of its own, so that its words are not those of the patch beside it."""
    return beside.fill not in (None, cell.fill) and not is_neutral(beside.fill)


def _side_of_words(cells: Sequence[GridCell], places: Sequence[int]) -> int | None:
    """Tell on which side of each patch in a row its words stand: after it (1) or before it (-1); None for neither."""
    fitting = []
    for step in (1, -1):
        words = [_next_of_another_colour(cells, place, step) for place in places]
        if all(word is not None and not _is_colour(word) for word in words):
            lights = [
                (explained_light(word.text), light_of(cells[place].fill))
                for word, place in zip(words, places, strict=True)
                if word
            ]
            fitting.append((sum(said is light is not None for said, light in lights), step))
    return max(fitting)[1] if fitting else None


def _next_of_another_colour(cells: Sequence[GridCell], place: int, step: int) -> GridCell | None:
    """Give the cell on a side of a patch, which may be several cells wide."""
    fill, at = cells[place].fill, place + step
    while 0 <= at < len(cells) and not cells[at].text and cells[at].fill == fill:
        at += step
    return cells[at] if 0 <= at < len(cells) and cells[at].text else None
