"""The generator's data: headings, texts, colours (words.toml) and how often each feature occurs (features.toml)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def words() -> dict[str, Any]:
    """Give headings, texts and colours."""
    return tomllib.loads((HERE / "words.toml").read_text("utf-8"))


@cache
def weights() -> dict[str, Any]:
    """Give the groups of features with their weights."""
    return tomllib.loads((HERE / "features.toml").read_text("utf-8"))


def said(*path: str, language: str) -> list[Any]:
    """Give the list at a path of words.toml in a language, or the list that is there for all of them."""
    found: Any = words()
    for name in path:
        found = found[name]
    return list(found.get(language) or found.get("all") or found["da"])
