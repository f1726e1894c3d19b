"""The plan's vocabulary: terms.toml beside this file, with the municipality's own laid over it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.settings import settings
from dashboard.domain.settings.overlay import EVERY_OTHER

OWN = "own"


@dataclass(frozen=True)
class LightTerms:
    """What a light is called, one and several, what it means, and how a cell may write it (normalised)."""

    word: str
    several: str
    definition: str
    written: frozenset[str]

    def count(self, n: int) -> str:
        """Count lines under this light: "1 rød", "2 røde"."""
        return f"{n} {self.word.lower() if n == 1 else self.several}"


@dataclass(frozen=True)
class Named:
    """An udvalg, tema or art: its key in data, its name on the screen, and the normalised spellings that mean it.

    ``plans`` are those that it belongs to; empty when that is all of them.
    """

    key: str
    name: str
    spellings: frozenset[str]
    plans: tuple[str, ...] = ()

    def is_of(self, plan: str | None) -> bool:
        """Tell whether a plan (None: any) has it."""
        return plan is None or not self.plans or plan in self.plans


@dataclass(frozen=True)
class SignalTerms:
    """A rule for what smells wrong: its name, what it says in general and of one line, and the threshold it uses.

    ``among`` are the lights of the lines that those it catches are set beside.
    """

    rule: str
    name: str
    about: str
    said: str
    said_one: str
    limit: int | None
    among: frozenset[Light]

    @property
    def says_more_than_its_name(self) -> bool:
        """Tell whether what it says differs from line to line."""
        return "{" in self.said

    def said_of(self, n: int | None, detail: str | None) -> str:
        """Say it of one line: "Rød i 3 statusser i træk"."""
        return (self.said_one if n == 1 else self.said).format(n=n, detail=detail)


@dataclass(frozen=True)
class Body:
    """Who meets: which lines its agenda proposes, and what its case says, with {body}, {plan} and {month} in it."""

    key: str
    name: str
    scopes: tuple[Scope, ...]
    case: str
    route: str
    background: str
    presentation: str
    points: str
    recommendation: str
    decided: str
    case_number: str


@dataclass(frozen=True)
class Event:
    """What happened around the plan in a month, that a figure over time should remember."""

    month: Month
    name: str


@dataclass(frozen=True, eq=False)
class Terms:
    """Everything in terms.toml, with every word that is compared already normalised; hashed by identity, for caches."""

    plans: tuple[str, ...]
    half_year_months: tuple[str, ...]
    lights: Mapping[Light, LightTerms]
    perhaps: Mapping[str, Light]
    done_hues: frozenset[str]
    between_lights: frozenset[str]
    legend_hues: tuple[str, ...]
    legend_filling: frozenset[str]
    legend_going: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    yes: frozenset[str]
    no: frozenset[str]
    totals: tuple[str, ...]
    notes: tuple[str, ...]
    overall: frozenset[str]
    counts: frozenset[str]
    examples: tuple[str, ...]
    scope_cross_cutting: tuple[str, ...]
    scope_plan: tuple[str, ...]
    sheets_without_table: tuple[str, ...]
    sheets_filling: frozenset[str]
    sheets_archive: tuple[str, ...]
    sheets_set_aside: frozenset[str]
    sheets_done: frozenset[str]
    sheets_beside_part: frozenset[str]
    small_words: frozenset[str]
    frame_words: frozenset[str]
    example_marker: str
    code_pattern: str
    mark_labels: Mapping[str, str]
    udvalg: tuple[Named, ...]
    tema: tuple[Named, ...]
    art: tuple[Named, ...]
    reasons: tuple[Named, ...]
    signals: tuple[SignalTerms, ...]
    events: tuple[Event, ...]
    bodies: tuple[Body, ...]

    def body(self, key: str) -> Body:
        """Give a body that meets by its key: one with an entry of its own, an udvalg, or any other name."""
        found = next((body for body in self.bodies if body.key == key), None)
        if found is not None:
            return found
        other = next(body for body in self.bodies if body.key == EVERY_OTHER)
        scopes = tuple(Scope(key) if scope.key == OWN else scope for scope in other.scopes)
        return replace(other, key=key, name=self.udvalg_name(key), scopes=scopes)

    def udvalg_name(self, key: str) -> str:
        """Give an udvalg's full name, or the key itself for one that is not on the list."""
        return next((udvalg.name for udvalg in self.udvalg if udvalg.key == key), key)

    def art_name(self, key: str) -> str:
        """Give an art's name as it is shown, or the key itself for one that is not on the list."""
        return next((art.name for art in self.art if art.key == key), key)


def _words(entries: list[str]) -> tuple[str, ...]:
    return tuple((normalised(entry) + (":" if entry.endswith(":") else "")) or entry for entry in entries)


def _named(entry: Mapping[str, object], key: str, name: str) -> Named:
    also = entry.get("also", [])
    assert isinstance(also, list)
    plans = entry.get("plans", [])
    assert isinstance(plans, list)
    return Named(key, name, frozenset(_words([key, name, *also])), tuple(plans))


def _signal(
    rule: str,
    name: str,
    about: str,
    said: str,
    said_one: str | None = None,
    limit: int | None = None,
    among: Sequence[str] = (Light.GREEN, Light.YELLOW),
) -> SignalTerms:
    lights = frozenset(map(Light, among))
    return SignalTerms(rule, name, about.format(limit=limit), said, said_one or said, limit, lights)


def _body(entry: Mapping[str, Any], names: Mapping[str, str]) -> Body:
    name = entry.get("name", names.get(entry["key"], entry["key"]))
    number = entry.get("case_number", settings().kommune["case_number"])
    return Body(**{**entry, "name": name, "scopes": tuple(map(Scope, entry["scopes"])), "case_number": number})


@cache
def terms(plan: str | None = None) -> Terms:
    """Read the vocabulary, of one plan or (None) of all; the same object every time."""
    if plan is not None:
        whole = terms()
        udvalg, tema = ([each for each in named if each.is_of(plan)] for named in (whole.udvalg, whole.tema))
        return replace(whole, udvalg=tuple(udvalg), tema=tuple(tema))
    data, municipality = settings().terms, settings().kommune
    return Terms(
        plans=tuple(data["plans"]),
        half_year_months=tuple(data["half_year_months"]),
        lights={
            Light(name): LightTerms(
                entry["word"],
                entry["several"],
                entry["definition"],
                frozenset(_words([*entry["written"], entry["definition"]])),
            )
            for name, entry in data["lights"].items()
        },
        perhaps={word: Light(name) for name, entry in data["lights"].items() for word in entry.get("perhaps", [])},
        done_hues=frozenset(_words(data["lights"]["done"]["hues"])),
        between_lights=frozenset(_words(data["between"]["words"])),
        legend_hues=_words(data["legend"]["hues"]),
        legend_filling=frozenset(_words(data["legend"]["filling"])),
        legend_going=_words(data["legend"]["going"]),
        columns={field: _words(headers) for field, headers in data["columns"].items()},
        yes=frozenset(_words(data["yes"]["written"])),
        no=frozenset(_words(data["yes"]["no"])),
        totals=_words(data["not_a_line"]["totals"]),
        notes=_words(data["not_a_line"]["notes"]),
        overall=frozenset(_words(data["not_a_line"]["overall"])),
        counts=frozenset(_words(data["not_a_line"]["counts"])),
        examples=_words(data["not_a_line"]["examples"]),
        scope_cross_cutting=_words(data["scope"]["cross_cutting"]),
        scope_plan=_words(data["scope"]["plan"]),
        sheets_without_table=_words(data["sheets"]["without_table"]),
        sheets_filling=frozenset(_words(data["sheets"]["filling"])),
        sheets_archive=_words(data["sheets"]["archive"]),
        sheets_set_aside=frozenset(_words(data["sheets"]["set_aside"])),
        sheets_done=frozenset(_words(data["sheets"]["done"])),
        sheets_beside_part=frozenset(_words(data["sheets"]["beside_part"])),
        small_words=frozenset(_words(data["title"]["small"])),
        frame_words=frozenset(_words([*data["title"]["frames"], municipality["name"].split()[0]])),
        example_marker=data["example"]["marker"],
        code_pattern=data["code"]["pattern"],
        mark_labels=data["code"]["marks"],
        udvalg=tuple(_named(entry, entry["key"], entry["name"]) for entry in data["udvalg"]),
        tema=tuple(_named(entry, entry["name"], entry["name"]) for entry in data["tema"]),
        art=tuple(_named(entry, entry["name"], entry["label"]) for entry in data["art"]),
        signals=tuple(_signal(**entry) for entry in data["signal"]),
        reasons=tuple(_named(entry, entry["name"], entry["name"]) for entry in data["reason"]),
        events=tuple(Event(Month.parse(entry["month"]), entry["name"]) for entry in data["event"]),
        bodies=tuple(
            _body(entry, {each["key"]: each["name"] for each in data["udvalg"]}) for entry in municipality["body"]
        ),
    )
