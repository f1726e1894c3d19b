"""The catalogue of features: functions that change a draft, each by its name in features.toml."""

from collections.abc import Callable

from layouts.draft import Draft

Feature = Callable[[Draft], None]
CATALOGUE: dict[str, Feature] = {}


def feature(function: Feature) -> Feature:
    """Put a feature into the catalogue under its function's name."""
    CATALOGUE[function.__name__] = function
    return function
