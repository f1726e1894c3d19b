"""What a text says of money: how much it is, and in which unit. Amounts are kept in 1.000 kr."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from dashboard.domain.identity import normalised

LONGEST_NOTE = 120
REMEMBERED = 4096  # texts of amounts
UNITS = (  # the first that stands there, in 1.000 kr.
    (re.compile(r"\bmia\b|milliard"), Decimal(1_000_000)),
    (
        re.compile(r"mio|\bmill\b|million|\bm\.? ?(?:kr|dkk)\b|\bdkk ?m\b|(?<![\d.,])1[., ]?000[., ]?000(?!\d)"),
        Decimal(1000),
    ),
    (re.compile(r"(?<![\d.,])(?:1[., ]?)?000(?![\d.,]*\d)|\bt\.? ?(?:d?kr|dkk)\b|\bt\.|tusind"), Decimal(1)),
    (re.compile(r"\bkr\b|kroner|\bdkk\b"), Decimal("0.001")),
)
ONLY_WORDS = re.compile(r"(?:[^\W\d]|(?:1[., ]?)?000\b|\b20[2-4]\d\b|[\s().,:;/&-])+")
UNIT_WORDS = frozenset({
    "mio", "mia", "mill", "million", "millioner", "milliard", "milliarder", "t", "tkr", "tdkk", "m", "mkr",
    "mdkk", "dkkm", "kr", "kroner", "dkk", "tusind", "tusinde", "i", "hele", "pl", "p", "l",
})  # fmt: skip
BESIDE_A_UNIT = UNIT_WORDS | {
    "alle", "beløb", "tal", "økonomi", "budget", "drift", "anlæg", "netto", "effekt", "besparelse", "besparelser",
    "er", "angivet", "angives", "opgjort", "år", "årets", "priser", "prisniveau",
}  # fmt: skip
STATED = re.compile(
    r"\b(?:beløb|tal|økonomi)\w*(?: \w+)? i ((?:hele )?(?:mio|mia|mill|kroner|kr\b|1\.?000|t\.? ?kr|tkr|tusind).*)"
)
SAYS_A_SUM = re.compile(r": ?\(?[-–]?\d[\d.,]*(?:$| ?(?:kr|mio|mia|mill|t\.|tkr))")
BEFORE_A_UNIT = re.compile(r"[(:;]|,(?!\d)| [-–] |\bi\b")
SAYING_NO_SUM = ("(", ",", ";", "i")  # what stands behind a ":" or a dash may be a sum: "Råderum: 1.000 kr."
SUM = re.compile(r"\s*\d")
CURRENCY = r"(?:kr\b\.?|kroner\b|dkk\b)"
SIZES = {"mia": 1_000_000, "milliard": 1_000_000, "mio": 1000, "mill": 1000, "m": 1000}
UNIT_BEHIND = re.compile(
    r"(?:(?<=\d) ?\(?(?<=[ (])(?P<thousand>1\.000)(?= ?\(?kr| ?dkk)"
    rf"|(?<=[\d)-]) ?\(?(?P<size>mia|milliard|mio|mill|m|tusind|t|k)(?:ion)?(?:er|e)?(?:\b|(?={CURRENCY}))\.?)?"
    rf"(?: ?\(?(?:hele )?(?P<currency>{CURRENCY}))?$"
)


def unit_said(words: str) -> Decimal | None:
    """Tell how many 1.000 kr. one unit is, where the words of a heading say it."""
    return next((unit for pattern, unit in UNITS if pattern.search(words)), None)


def only_unit(text: str) -> Decimal | None:
    """Tell which unit a text says that says no more: "(mio. kr.)", "Beløb i 1.000 kr., 2025-pl"."""
    words = normalised(text)
    said = set(re.findall(r"[^\W\d]+", words)) if len(words) <= LONGEST_NOTE else set()
    return unit_said(words) if said and said <= BESIDE_A_UNIT and ONLY_WORDS.fullmatch(words) else None


def stated_unit(texts: Iterable[str]) -> Decimal | None:
    """Tell how many 1.000 kr. one unit is where a note says it of all amounts: "Alle beløb er i mio. kr."."""
    found = (STATED.search(normalised(text)) for text in texts if len(text) <= LONGEST_NOTE)
    return next((unit_said(match[1]) for match in found if match and not SAYS_A_SUM.search(match[1])), None)


def unit_at_end(text: str) -> Decimal | None:
    """Tell which unit a text says last, in a part of its own: "Udmøntningsplan 2025-2028 (mio. kr.)"."""
    if len(text) > LONGEST_NOTE:
        return None
    parts = (
        text[part.end() :]
        for part in BEFORE_A_UNIT.finditer(text)
        if part[0] in SAYING_NO_SUM or not SUM.match(text, part.end())
    )
    return next(filter(None, map(only_unit, [text, *parts])), None)


def own_unit(text: str) -> Decimal | None:
    """Tell which unit stands at an amount: that of "1,5 mio. kr." is 1000, that of "250 kr." 0.001."""
    return _split(text)[1]


def read_amount(value: object) -> Decimal | None:
    """Read an amount from a number or from text in Danish or English notation; None when it is none.

    One in millions or thousands is given in 1.000 kr.; kroner are given as they stand, for many write them for those.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return Decimal(str(round(value, 3)))
    text, unit = _split(str(value))
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+|-?\d+\.\d+", text):
        text = text.replace(",", "")
    else:
        return None
    return Decimal(text) * max(unit or Decimal(1), Decimal(1))


@lru_cache(maxsize=REMEMBERED)
def _split(written: str) -> tuple[str, Decimal | None]:
    """Split a text into its number, with a minus where there is one, and the unit that stands at it."""
    text = re.sub(r"\s+", " ", written.casefold().replace("\u2212", "-").replace("–", "-")).strip()
    text, is_negative = _unbracketed(re.sub(r"(?<=[\d)]) ?\((1\.000[^()]*|[^\d()]+)\)$", r" \1", text))
    text, n = re.subn(rf"^{CURRENCY} ?", "", text)
    said = UNIT_BEHIND.search(text)
    unit = Decimal("0.001") if n or (said and said["currency"]) else None
    if said:
        text = text[: said.start()]
        if said["thousand"] or said["size"]:
            unit = Decimal(SIZES.get(said["size"] or "", 1))
    text, is_bracketed = _unbracketed(text.replace(" ", "").removesuffix(",-").removeprefix("+"))
    is_negative |= is_bracketed
    if re.fullmatch(r"[\d.,]+-", text):
        text, is_negative = text[:-1], True
    return f"-{text}" if is_negative else text, unit


def _unbracketed(text: str) -> tuple[str, bool]:
    bracketed = re.fullmatch(r"\(([^()]+)\)", text.strip())
    return (bracketed[1], True) if bracketed else (text.strip(), False)
