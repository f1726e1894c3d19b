"""The catalogue of features: functions that change a draft, each by its name in features.toml."""

from collections.abc import Callable
from random import Random

from layouts.draft import Draft
from layouts.words import weights

Feature = Callable[[Draft], None]
CATALOGUE: dict[str, Feature] = {}


def feature(function: Feature) -> Feature:
    """Put a feature into the catalogue under its function's name."""
    CATALOGUE[function.__name__] = function
    return function


def drawn_features(rng: Random) -> list[str]:
    """Draw how many oddities a workbook has, and which: at most one of those that exclude each other."""
    data = weights()
    group_of = {name: group for group, names in data["exclusive"].items() for name in names}
    weight_of = {name: weight for names in data["exclusive"].values() for name, weight in names.items()} | data["free"]
    count = rng.choices(range(len(data["oddities"])), data["oddities"])[0]
    drawn: list[str] = []
    while len(drawn) < count:
        name = rng.choices(list(weight_of), list(weight_of.values()))[0]
        taken = {group_of[other] for other in drawn if other in group_of}
        if name not in drawn and group_of.get(name) not in taken:
            drawn.append(name)
    return [name for name in weight_of if name in drawn]
