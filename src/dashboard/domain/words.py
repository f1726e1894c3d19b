"""What a cell's words mean: lights, udvalg, temaer, arter and codes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.month import MONTH_NAMES
from dashboard.domain.terms import Named, terms

NEARLY = 0.66  # of the letters: one of three wrong
REMEMBERED = 16_384  # texts: a status workbook says the same things over and over
# "og" separates only after something that is a name by itself: "TMU og Klimaudvalget", but "Teknik- og Miljøudvalget".
DITTO = re.compile(
    r"[-–—−\s]*(?:[\"“”„‟″〃]|''|’’|´´|\|\||//|do\b|ditto|samme|som ovenfor|s\.o)[-–—−\s.]*", re.IGNORECASE
)
AS_BEFORE = re.compile(
    r"(?:status )?(?:uændret|uforandret|som (?:sidst|før|hidtil)|(?:ingen|uden) ændring(?:er)?|samme|status quo)\b"
    r".{0,30}",
    re.IGNORECASE,
)
SIGNED = re.compile(r"([^\w\s]) (?=[^\W\d])(.+)")
SEPARATORS = re.compile(
    r"(?:(?<!\s)\s+)?(?:[,;/&+\n]|->|→|\bsamt\b|\bvia\b)\s*(?:og\s+)?|(?:(?<=udvalget)|(?<=udvalg)|(?<=[A-ZÆØÅ]{2}))\s+og(?:\s+|$)"
)
INTRODUCER = re.compile(r"^(?:status|lys|farve|trafiklys) ?: ?|^\d ?[-:.)] ?(?=[^\d\W])")
LETTERS_AND_NUMBER = re.compile(r"\s*[A-Za-zÆØÅæøå]{1,4}[ .-]?\d{1,4}[a-z]?\s*")
NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*|[a-z]|[ivx]{1,4})[.):] ?|^\d+(?:\.\d+)* ")
KIND_OF_SECTION = re.compile(r"^(?:tema|hovedpunkt|udvalg|fagudvalg|art|område)\b(?: \d+)?[ :.-]*")
LIGHT_SAID = frozenset({"lys", "lyset", "light", "farve", "farven"})
WHEN = re.compile(rf"\d[\d./-]*|{'|'.join(MONTH_NAMES)}|den|d|pr|ultimo|primo|kvartal|kvt|i")


@dataclass(frozen=True)
class CodedTitle:
    """A title with its code and marks taken out: "Flådestyring", "R003", "(I)(B)"."""

    title: str
    code: str | None
    marks: str | None


@lru_cache(maxsize=REMEMBERED)
def light_word(text: str) -> Light | None:
    """Tell which light a cell's text says; None when it says none, or more than one.

    Understood are a light alone ("Rød", "Status: Gul"), a colour before an explanation ("Rød - afventer KB") and a
    word for done with a date ("Afsluttet 1. april"). An empty text or a dash is NOT_REPORTED.
    """
    words = INTRODUCER.sub("", normalised(text))
    words = words.strip(" !") or words.strip()
    if is_ditto(text):
        return None
    if not words or words in terms().lights[Light.NOT_REPORTED].written:
        return Light.NOT_REPORTED
    signed = SIGNED.fullmatch(words)  # "○ Ikke indberettet"
    written = _meaning(words) or (_meaning(signed[2]) if signed and _is_sign(signed[1]) else None)
    if written and signed and _meaning(signed[1]) not in (None, written):
        return None
    return written or _light_among_others(words)


def is_ditto(text: str) -> bool:
    """Tell whether a text is the sign for the same as above it: -"-, ”, do."""
    return DITTO.fullmatch(text) is not None


def is_as_before(text: str) -> bool:
    """Tell whether a text says in place of a light that it is the one of the time before, or of the line above."""
    return is_ditto(text) or AS_BEFORE.fullmatch(text.strip()) is not None


def _light_among_others(words: str) -> Light | None:
    meanings = {token: _meaning(token) for token in re.findall(r"\w+|[^\w\s.,=()–-]", words)}
    named = set(meanings.values()) - {None}
    rest = [token for token, meaning in meanings.items() if meaning is None]
    if Light.DONE in named and len(named) <= 2 and all(map(WHEN.fullmatch, rest)):
        is_word = any(len(token) > 1 for token, meaning in meanings.items() if meaning is Light.DONE)
        return Light.DONE if len(named) == 1 or (is_word and Light.NOT_REPORTED not in named) else None  # "Grøn ✓"
    if named == {Light.NOT_REPORTED} and any(unicodedata.category(token[0]) == "So" for token in rest):
        return None  # "●○○" says something by where the filled one stands
    if len(named) == 1 and all(_is_sign(token) or token in LIGHT_SAID for token in rest):
        return named.pop()  # "● Gul", "🔴 Rød", "Rød ↑", "grønt lys"
    leading = re.match(r"(\w+) ?[-:,;.(]", words)
    first = _meaning(leading[1]) if leading is not None else None
    return first if first is not None and first.is_reported and mentioned_lights(words) <= {first} else None


def _is_sign(token: str) -> bool:
    return not token.isascii() and unicodedata.category(token[0]) in ("So", "Sm", "Mn", "Cf")


@lru_cache(maxsize=REMEMBERED)
def mentioned_lights(text: str) -> frozenset[Light]:
    """Give the colours that a text names as whole words."""
    meanings = {_meaning(word) for word in re.findall(r"\w+", normalised(text))}
    return frozenset(light for light in meanings if light is not None and light.is_reported)


def claims_a_light(text: str) -> bool:
    """Tell whether prose seems to give a light without saying it plainly ("Rød afventer KB", "Status er gul …")."""
    words = re.findall(r"\w+", normalised(text))
    if words and text.lstrip().startswith(_light_signs()):
        return True
    plain = [normalised(terms().lights[light].word) for light in (Light.RED, Light.YELLOW, Light.GREEN)]
    said = re.search(rf"\b(?:status|lyset|farven) er (?:nu )?(?:{'|'.join(plain)})\b", normalised(text))
    return bool(words) and (words[0] in plain or said is not None)


@cache
def _light_signs() -> tuple[str, ...]:
    """Give the signs of lights that are no letters: "🟢"."""
    written = (sign for light, entry in terms().lights.items() if light.is_reported for sign in entry.written)
    return tuple(sign for sign in written if not any(map(str.isalnum, sign)))


@lru_cache(maxsize=REMEMBERED)
def is_misspelt_light(text: str) -> bool:
    """Tell whether a word is nearly a light's: "Grønn", "rod"."""
    words = [normalised(terms().lights[light].word) for light in (Light.RED, Light.YELLOW, Light.GREEN)]
    return 2 < len(text) < 8 and bool(get_close_matches(normalised(text).strip(" .!"), words, 1, NEARLY))


def is_done_word(text: str) -> bool:
    """Tell whether a text says no more than that a line is done, in a word and not by a mark: "Afsluttet"."""
    return len(text) > 3 and normalised(text).strip(" .!") in terms().lights[Light.DONE].written


def is_left(text: str) -> bool:
    """Tell whether a text says no more than that a line has left the plan: "Udgår"."""
    return terms().perhaps.get(normalised(text).strip(" .!")) is Light.DONE


def is_done_mark(text: str) -> bool:
    """Tell whether a text is a mark for done and no word: "X", "(x)", "✓"."""
    return light_word(text) is Light.DONE and len(re.findall(r"\w", text)) < 2


def sign_of(text: str) -> str:
    """Give a word in the column of lights as answers know it."""
    return text.strip(" .").casefold()


def _meaning(word: str) -> Light | None:
    return _meanings().get(word)


@cache
def _meanings() -> dict[str, Light]:
    """Give the light of each word, where several have it the first."""
    return {word: light for light, entry in reversed([*terms().lights.items()]) for word in entry.written}


def find_named(text: str, known: Sequence[Named]) -> Named | None:
    """Recognise a whole text as an udvalg, tema, art or reason, whatever introduces it ("Tema 1: Partnerskaber")."""
    words = normalised(text).replace(" & ", " og ")
    bare = KIND_OF_SECTION.sub("", NUMBERING.sub("", words))
    bare = re.sub(r"(?: ?\([^()]*\)| 20\d\d(?:-20\d\d)?)$", "", bare)
    owned = re.sub(r"(?<=udvalget)s (?:område|del af planen|del|punkter|egne punkter)$", "", bare)
    return next((named for named in known if named.spellings & {words, bare, owned}), None)


@lru_cache(maxsize=REMEMBERED)
def read_udvalg(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read one or several udvalg from a cell: their keys in order, and the names that are not on the list."""
    found, rest = _known_udvalg(text)
    unknown: list[str] = []
    start = 0
    for part in SEPARATORS.split(rest):
        name = re.sub(r"\s+", " ", part).strip(" .:()-")
        if name and normalised(name):
            start = rest.find(part, start)
            found.append((start, name))
            unknown.append(name)
    return tuple(dict.fromkeys(key for _, key in sorted(found))), tuple(unknown)


def mentioned_udvalg(text: str) -> set[str]:
    """Give the keys of the udvalg that a text mentions anywhere."""
    return {key for _, key in _known_udvalg(text)[0]}


@cache
def _spelled_udvalg() -> list[tuple[re.Pattern[str], str]]:
    """Give the pattern of each spelling of an udvalg and its key, longest spelling first."""
    known = [(spelling, udvalg.key) for udvalg in terms().udvalg for spelling in udvalg.spellings]
    ordered = sorted(known, key=lambda pair: -len(pair[0]))
    written = [(re.escape(name).replace("\\-", r"\s*-\s*").replace(r"\ ", r"\s+"), key) for name, key in ordered]
    return [(re.compile(rf"(?<!\w){words}s?(?!\w)", re.IGNORECASE), key) for words, key in written]


def _known_udvalg(text: str) -> tuple[list[tuple[int, str]], str]:
    """Find the known udvalg with their positions, longest spelling first, and the text with commas in their place.

    Names that hold "og" themselves ("Børne- og Ungdomsudvalget") are thereby found before anything is split.
    """
    rest = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    found: list[tuple[int, str]] = []
    for pattern, key in _spelled_udvalg():
        if (match := pattern.search(rest)) is not None:
            found.append((match.start(), key))
            rest = rest[: match.start()] + "," * (match.end() - match.start()) + rest[match.end() :]
    return found, rest


@cache
def _code() -> re.Pattern[str]:
    return re.compile(terms().code_pattern)


@cache
def _coded() -> re.Pattern[str]:
    """Give the pattern of a code in a title, in brackets or not, with its marks."""
    return re.compile(rf"(?<!\w)[\[(]?{terms().code_pattern}(?!\w)[\])]?((?:\s*\([A-ZÆØÅ]\))*)[\])]?")


def split_title(text: str) -> CodedTitle:
    """Take the code and its marks out of a title, and put a title that is broken over lines together."""
    title = re.sub(r"(?<=\w)-\s*\n\s*(?!(?:og|eller|samt)\b)", "-", text)
    title = re.sub(r"\s+", " ", title).strip()
    match = _coded().search(title)
    if match is None:
        return CodedTitle(title, None, None)
    before, after = title[: match.start()], title[match.end() :]
    bare = f"{before.rstrip(' -–:,')} {after.lstrip(' -–:,.')}".strip() or title
    return CodedTitle(bare, read_code(match[0]), re.sub(r"\s", "", match[1]) or None)


@lru_cache(maxsize=REMEMBERED)
def read_code(text: str) -> str | None:
    """Read a code however it is spaced ("R 003", "r003"), or any other letters with a number; None for bare numbers."""
    match = _code().search(text) or LETTERS_AND_NUMBER.fullmatch(text)
    return re.sub(r"\s", "", match[0]).upper() if match else None
