"""Our texts in a municipality's own words: "{Direktionen} gennemgår {udmøntningsplanen}"."""

import re
from collections.abc import Mapping
from typing import Any

PLACEHOLDER = re.compile(r"\{(\w+)\}")
UDVALG, TEMA = 4, 3  # so many udvalg are named in examples, and this tema


def words_of(kommune: Mapping[str, Any], terms: Mapping[str, Any]) -> dict[str, str]:
    """Give what each placeholder of a text stands for; one with a capital is said with a capital."""
    words = kommune["words"]
    said = {
        "udmøntningsplan": words["plan"],
        "udmøntningsplanen": words["the_plan"],
        "udmøntningsplanens": _genitive(words["the_plan"]),
        "direktion": words["body"],
        "direktionen": words["the_body"],
        "direktionens": _genitive(words["the_body"]),
        "direktionsmøde": words["meeting"],
    }
    said |= {name.capitalize(): word[:1].upper() + word[1:] for name, word in said.items()}
    keys = [udvalg["key"] for udvalg in terms["udvalg"]]
    said |= {f"udvalg_{number + 1}": keys[number % len(keys)] for number in range(UDVALG)}
    names = {udvalg["key"]: udvalg["name"] for udvalg in terms["udvalg"]}
    whole = [names[body["key"]] for body in kommune["body"] if body["key"] in names and body["scopes"][0] == "plan"]
    return said | {
        "økonomiudvalget": (whole or list(names.values()))[0],
        "tema": terms["tema"][TEMA % len(terms["tema"])]["name"],
    }


def in_words(value: Any, *said: Mapping[str, str]) -> Any:
    """Put words into every text of a value; a list of words gets each of those that are given, for all may be met."""
    if isinstance(value, str):
        return PLACEHOLDER.sub(lambda found: said[0].get(found[1], found[0]), value)
    if isinstance(value, Mapping):
        return {name: in_words(each, *said) for name, each in value.items()}
    if not isinstance(value, list):
        return value
    if not all(isinstance(each, str) for each in value):
        return [in_words(each, *said) for each in value]
    return list(dict.fromkeys(in_words(each, words) for each in value for words in said))


def _genitive(word: str) -> str:
    return f"{word}'" if word.endswith(("s", "x", "z")) else f"{word}s"
