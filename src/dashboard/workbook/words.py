"""What a cell's words mean: lights, udvalg, temaer, arter, codes and amounts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import Named, Terms

# "og" separates only after something that is a name by itself: "TMU og Klimaudvalget", but "Teknik- og Miljøudvalget".
SEPARATORS = re.compile(r"\s*[,;/&+\n]\s*(?:og\s+)?|(?:(?<=udvalget)|(?<=udvalg)|(?<=[A-ZÆØÅ]{2}))\s+og(?:\s+|$)")


@dataclass(frozen=True)
class CodedTitle:
    """A title with its code and marks taken out: "Flådestyring", "R003", "(I)(B)"."""

    title: str
    code: str | None
    marks: str | None


def light_word(text: str, terms: Terms) -> Light | None:
    """Tell which light a cell's text says, alone or before an explanation ("Rød - afventer KB"); None if no one light.

    An empty text or a dash is NOT_REPORTED.
    """
    words = normalised(text)
    if not words:
        return Light.NOT_REPORTED
    for light, entry in terms.lights.items():
        if words in entry.written:
            return light
    leading = re.match(r"(\w+) ?[-:,;.(]", words)
    if leading is None:
        return None
    named = [light for light, entry in terms.lights.items() if leading[1] in entry.written]
    return named[0] if named and mentioned_lights(words, terms) <= set(named) else None


def mentioned_lights(text: str, terms: Terms) -> set[Light]:
    """Give the colours that a text names as whole words."""
    words = set(re.findall(r"\w+", normalised(text)))
    return {light for light, entry in terms.lights.items() if light.is_reported and words & entry.written}


def find_named(text: str, known: Sequence[Named]) -> Named | None:
    """Recognise a whole text as an udvalg, tema, art or reason, whatever introduces it ("Tema: Partnerskaber")."""
    words = normalised(text)
    bare = re.sub(r"^(?:\d+[.)]?|(?:tema|udvalg|fagudvalg|art|hovedpunkt)\b)[ :.-]*", "", words)
    bare = re.sub(r" ?\([^)]*\)$", "", bare)
    return next((named for named in known if words in named.spellings or bare in named.spellings), None)


def read_udvalg(text: str, terms: Terms) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read one or several udvalg from a cell: their keys in order, and the names that are not on the list."""
    found, rest = _known_udvalg(text, terms)
    unknown: list[str] = []
    start = 0
    for part in SEPARATORS.split(rest):
        name = re.sub(r"\s+", " ", part).strip(" .:()")
        if name and normalised(name):
            start = rest.find(part, start)
            found.append((start, name))
            unknown.append(name)
    return tuple(dict.fromkeys(key for _, key in sorted(found))), tuple(unknown)


def mentioned_udvalg(text: str, terms: Terms) -> set[str]:
    """Give the keys of the udvalg that a text mentions anywhere."""
    return {key for _, key in _known_udvalg(text, terms)[0]}


def _known_udvalg(text: str, terms: Terms) -> tuple[list[tuple[int, str]], str]:
    """Find the known udvalg with their positions, longest spelling first, and the text with commas in their place.

    Names that hold "og" themselves ("Børne- og Ungdomsudvalget") are thereby found before anything is split.
    """
    rest = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    found: list[tuple[int, str]] = []
    known = [(spelling, udvalg.key) for udvalg in terms.udvalg for spelling in udvalg.spellings]
    for spelling, key in sorted(known, key=lambda pair: -len(pair[0])):
        pattern = r"(?<!\w)" + re.escape(spelling).replace("\\-", r"\s*-\s*").replace(r"\ ", r"\s+") + r"(?![\w-])"
        match = re.search(pattern, rest, re.IGNORECASE)
        if match is not None:
            found.append((match.start(), key))
            rest = rest[: match.start()] + "," * (match.end() - match.start()) + rest[match.end() :]
    return found, rest


def split_title(text: str, terms: Terms) -> CodedTitle:
    """Take the code and its marks out of a title, and put a title that is broken over lines together."""
    title = re.sub(r"(?<=\w)-\s*\n\s*", "-", text)
    title = re.sub(r"\s+", " ", title).strip()
    match = re.search(rf"(?<!\w)[\[(]?({terms.code_pattern})(?!\w)[\])]?((?:\s*\([A-ZÆØÅ]\))*)", title)
    if match is None:
        return CodedTitle(title, None, None)
    before, after = title[: match.start()], title[match.end() :]
    bare = f"{before.rstrip(' -–:,')} {after.lstrip(' -–:,.')}".strip() or title
    return CodedTitle(bare, match[1], re.sub(r"\s", "", match[2]) or None)


def read_amount(value: object) -> Decimal | None:
    """Read an amount in 1.000 kr. from a number or from text in Danish or English notation; None when it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return Decimal(str(round(value, 3)))
    text = str(value).casefold().replace("\u2212", "-").replace("–", "-").strip()
    millions = "mio" in text
    text = re.sub(r"\s*(?:1\.000|t\.?|mio\.?)?\s*(?:kr\.?)?$", "", text).removesuffix(",-")
    text = re.sub(r"\s", "", text)
    if re.fullmatch(r"\(.+\)", text):
        text = "-" + text[1:-1]
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+|-?\d+\.\d+", text):
        text = text.replace(",", "")
    else:
        return None
    return Decimal(text) * (1000 if millions else 1)
