"""What a heading says of its column: a weight for each role that they may mean, before any value is seen."""

import re
import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from dashboard.domain.amount import UNIT_WORDS, only_unit, unit_said
from dashboard.domain.cell_name import cell_name, column_name
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.period import NAMES
from dashboard.domain.terms import terms
from dashboard.domain.words import REMEMBERED, light_word, mentioned_lights

USUAL_HEADER, READ_OF_A_HEADER = 60, 120
YEAR = re.compile(r"(?<!\d)(20[2-4]\d)(?!\d|[ -]?(?:p/?l\b|pris))")  # not of prices: "2025-pl"
A_MONTH = re.compile(
    rf"(?:{NAMES})\.?(?: 20[2-4]\d|[ -]'?[2-4]\d)?"
    r"|[0-3]?\d[./-][01]?\d[./-](?:20)?[2-4]\d|20[2-4]\d-[01]\d(?:-[0-3]\d)?"
)
A_PERIOD = re.compile(
    r"(?:(?:q|kv|kvt|kvartal|uge|week|u|w)\.? ?\d\d?|\d\.? ?(?:kvartal|kvt|kv)\.?|[12]\. ?halvår)(?:[ -]?20[2-4]\d)?"
)
LEGEND = re.compile(r"\([^()=]*=[^()]*\)")
EXPLAINS = re.compile(r"\w[\w ]{0,20}=")
ONLY_A_YEAR = re.compile(r"(?:(?:i|år|b|bf|bo|ob|kb)[1-3]?)?[ -]?20[2-4]\d")
BUDGETS = frozenset({"b", "bf", "bo", "ob", "kb", "år"})
SHORT_YEAR = re.compile(r"(?P<before>[^\W\d]+)(?:[1-3](?=[ -]))?[ -]?(?P<year>[2-4]\d)(?P<unit>\W.*)?")
BARE_YEAR = re.compile(r"\s*['’‘´`]([2-4]\d)\s*")
SEVERAL_YEARS = re.compile(r"20[2-4]\d ?(?:-|/|til|og) ?(?:20)?[2-4]\d(?!\d)")
BARE_NUMBER = re.compile(r"2[4-9]|3\d")
ACCOUNTS = re.compile(r"\b(?:regnskab\w*|forbrug|forbruget|realiser\w*|f?r[ -]?20[2-4]\d)\b")
SHARE = re.compile(r"(?:\bi |\()(?:%|pct\b|procent)|(?:%|\bpct\.?|\bprocent)$")
NUMBERED = re.compile(r"(?:^|\W|s)(?:nr|nummer|id)\.?$")


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table: its heading as written, and how much its words say for each role ("status" for two).

    ``year`` and the ``unit`` that it says (in 1.000 kr.) belong to amounts, ``light`` to a column that is one light's
    own, ``is_period`` tells of a heading that is only a month, a quarter or a week.
    """

    number: int
    row: int
    header: str
    weights: Mapping[str, float] = field(default_factory=dict)
    year: int | None = None
    unit: Decimal | None = None
    light: Light | None = None
    is_period: bool = False

    @property
    def reference(self) -> str:
        """Give the name of the heading's cell."""
        return cell_name(self.row, self.number)

    @property
    def name(self) -> str:
        """Give the letter of the column with its heading: "F (Status)"."""
        return f"{column_name(self.row, self.number)} ({self.header or 'uden overskrift'})"

    @cached_property
    def field(self) -> str | None:
        """Give the role that the words say most for; None where they say nothing."""
        role = max(self.weights, key=lambda name: self.weights[name], default="other")
        return None if role == "other" else role

    @cached_property
    def exact(self) -> bool:
        """Tell whether the heading is a known phrase from its first word to its last."""
        return bool(self.weights) and max(self.weights.values()) >= role_weights()["heading"]["exact"]


def may_be_amount(heading: Column, years: Set[int]) -> bool:
    """Tell whether a heading that no role fits names a year of a budget beside these: "Udgift 2025", "26".

    So does one of several that only that year makes an amount: "Drift 2025" beside "Anlæg 2025".
    """
    header = heading.header
    if heading.year is not None:
        return heading.year not in years and rank_of_amount(header) == 0
    words, year = normalised(header), YEAR.search(header)
    if year is None or SEVERAL_YEARS.search(words) or ACCOUNTS.search(words):
        return BARE_NUMBER.fullmatch(words) is not None
    if _counted().search(words):
        return False
    return int(year[1]) not in years and recognise_words(header).field in (None, "sum")


def rank_of_amount(header: str) -> int:
    """Tell how plainly a heading names a year's amount: as a bare year, as one with more words, or as a part of it."""
    words = _with_whole_year(normalised(header), header)
    rest = YEAR.sub("", words).strip(" -:,.")
    if ONLY_A_YEAR.fullmatch(words) or not rest or not set(re.findall(r"[^\W\d]+", rest)) - UNIT_WORDS:
        return 2
    said = set(re.findall(r"\w+", words))
    only_with_a_year = {*role_weights()["amount_of_a_year"], *role_weights()["amount_beside_a_year"]}
    return int(said.isdisjoint(only_with_a_year))


@cache
def _counted() -> re.Pattern[str]:
    """Give the pattern of what is counted and is no money: "Antal elever 2025", "Elevtal 2025"."""
    return re.compile("|".join([*map(_spelled, role_weights()["counted"]), r"(?<!be)tal\b"]))


@cache
def role_weights() -> dict[str, Any]:
    """Read roles.toml, the weights."""
    return tomllib.loads(files("dashboard.domain").joinpath("roles.toml").read_text("utf-8"))


def recognise(number: int, row: int, text: str) -> Column:
    """Tell which roles a heading may mean."""
    return replace(recognise_words(text), number=number, row=row)


@lru_cache(maxsize=REMEMBERED)
def recognise_words(text: str) -> Column:
    """Tell which roles a heading may mean, wherever it stands."""
    words = _with_whole_year(normalised(LEGEND.sub("", text)[:READ_OF_A_HEADER]), text)
    column = Column(0, 0, re.sub(r"\s+", " ", text))
    told = (_as_period(words, column) or _as_light(words, column)) if words else column
    if told is not None:
        return told
    if set(re.findall(r"\w+", words)) & set(terms().columns["previous"]):
        return replace(column, weights={"previous": exact_weight()})
    return _as_amount(words, replace(column, weights=_weights(words)))


def _with_whole_year(words: str, text: str) -> str:
    """Write the year of a budget in full: "B25", "Budget 25", "'25"."""
    if (bare := BARE_YEAR.fullmatch(text)) is not None:
        return f"20{bare[1]}"
    short = SHORT_YEAR.fullmatch(words)
    if short is None or (short["unit"] and only_unit(short["unit"]) is None):
        return words
    is_budget = short["before"] in BUDGETS or short["before"] in terms().columns["amount"]
    return f"{short['before']} 20{short['year']}{short['unit'] or ''}" if is_budget else words


def _as_period(words: str, column: Column) -> Column | None:
    """Recognise a heading that is only a year, a month, a date, a quarter or a week."""
    heading = role_weights()["heading"]
    if ONLY_A_YEAR.fullmatch(words):
        return replace(column, weights={"amount": heading["exact"]}, year=int(words[-4:]))
    if A_MONTH.fullmatch(words):
        return replace(column, weights={"status": heading["month"], "plan_month": heading["month"]}, is_period=True)
    if A_PERIOD.fullmatch(words):
        return replace(column, weights={"plan_month": heading["exact"]}, is_period=True)
    return None


def _as_light(words: str, column: Column) -> Column | None:
    """Recognise a heading that is one light's own, that names several, or that only explains them."""
    own, named = light_word(words), mentioned_lights(words)
    if own is not None and own.is_reported:
        return replace(column, weights={"light_mark": exact_weight()}, light=own)
    if named and EXPLAINS.match(words):
        return column
    if len(named) > 1 and len(words) <= USUAL_HEADER and not words.startswith("status"):
        return replace(column, weights={"light": exact_weight()})
    return None


def _as_amount(words: str, column: Column) -> Column:
    """Let an amount be that of its year, and a sum where it names none."""
    weights, year = dict(column.weights), YEAR.search(words)
    amount = weights.pop("amount", 0.0)
    if (of_year := _money_of_a_year(words)) is not None:
        return replace(column, weights={"amount": exact_weight()}, year=of_year, unit=unit_said(words))
    if not amount:
        return column
    if SHARE.search(words):
        return replace(column, weights=weights)
    if words in role_weights()["amount_of_a_year"]:
        return replace(column, weights=weights)
    is_of_one = year is not None and not ACCOUNTS.search(words) and not SEVERAL_YEARS.search(words)
    if (
        year is not None
        and is_of_one
        and amount >= max(weights.values(), default=0) - role_weights()["heading"]["covering"]
    ):
        return replace(column, weights={"amount": exact_weight()}, year=int(year[1]), unit=unit_said(words))
    return replace(column, weights={**weights, "sum": max(amount, weights.get("sum", 0))})


def _money_of_a_year(words: str) -> int | None:
    """Give the year that stands beside nothing but a word for money, and perhaps a unit: "Drift 2025 (mio. kr.)"."""
    said = re.findall(r"[^\W\d]+", words)
    year, money = YEAR.search(words), [word for word in said if word in role_weights()["amount_beside_a_year"]]
    is_alone = len(money) == 1 and {*said} <= {*money, *UNIT_WORDS}
    return int(year[1]) if year is not None and is_alone and not SEVERAL_YEARS.search(words) else None


def _weights(words: str) -> dict[str, float]:
    """Weigh the phrases that stand in a heading, and let what negates or changes them have its say."""
    said = {pair for word in set(re.findall(r"\w+|[%#]", words)) for pair in _phrases_by_first_word().get(word, ())}
    matches = sorted((_match(words, phrase), role) for phrase, role in said)
    weights = {role: weight for weight, role in matches if weight} or _compound(words)
    if NUMBERED.search(words) and 0 < weights.get("title", 0) < exact_weight():
        weights["code"] = weights["number"] = weights.pop("title")
    exact = {role: weight for role, weight in weights.items() if weight >= exact_weight()}
    return exact or _doubted(words, _changed(words, weights))


def _doubted(words: str, weights: dict[str, float]) -> dict[str, float]:
    """Leave it open whether a heading means done that says something more: "Udbud gennemført", "Færdig pr."."""
    if "done" not in weights:
        return weights
    said = {word for phrase in terms().columns["done"] for word in re.findall(r"\w+", phrase)}
    if set(re.findall(r"\w+", words)) - said - set(role_weights()["beside_done"]):
        weights["maybe_done"] = weights.pop("done")
    return weights


def _changed(words: str, weights: dict[str, float]) -> dict[str, float]:
    for pattern, before, to in _changes():
        moving = [role for role in before if role in weights]
        if moving and pattern.search(words):
            weights[to] = max(weights.get(to, 0), *[weights.pop(role) for role in moving])
    return weights


def exact_weight() -> float:
    """Give the least weight of a heading that is a phrase."""
    return float(role_weights()["heading"]["exact"])


@cache
def _changes() -> list[tuple[re.Pattern[str], list[str], str]]:
    """Give the words that change a heading, as a pattern, the roles that lose its weight, and the one that gets it."""
    return [
        (re.compile("|".join(map(_spelled, change["words"]))), change["from"], change["to"])
        for change in role_weights()["change"]
    ]


def _spelled(word: str) -> str:
    if not word[0].isalnum():
        return re.escape(word)
    return rf"(?<!\w){re.escape(word.rstrip('*'))}" + ("" if word.endswith("*") else r"(?!\w)")


@cache
def _phrases_by_first_word() -> dict[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for role, phrases in (*terms().columns.items(), *role_weights()["also"].items()):
        for phrase in phrases:
            first = re.search(r"\w+|[%#]", phrase)
            if first is not None:
                index.setdefault(first[0], []).append((phrase, role))
    return index


def _match(words: str, phrase: str) -> float:
    """Weigh a phrase that may stand in a heading: exact before leading, leading before inside, long before short."""
    heading = role_weights()["heading"]
    covered: float = heading["covering"] * len(phrase) / max(len(words), 1)
    if words == phrase:
        return float(heading["exact"]) + covered
    if len(phrase) < 2 or phrase not in words:
        return 0
    found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words)
    return 0 if found is None else float(heading["leading" if found.start() == 0 else "inside"]) + covered


def _compound(words: str) -> dict[str, float]:
    """Weigh a heading by the last part of its words: "Budgetinitiativ", "Projektstatus", "Sagsansvarlig"."""
    ends = {
        role
        for role in role_weights()["compounds"]
        for phrase in terms().columns[role]
        if len(phrase) > 3 and phrase in words and re.search(rf"\w{re.escape(phrase)}(?:er|e|r)?(?!\w)", words)
    }
    return dict.fromkeys(ends, float(role_weights()["heading"]["compound"]))
