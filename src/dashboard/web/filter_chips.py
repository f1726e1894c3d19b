"""The filters that are on, each a chip under the title that takes it off again."""

from collections.abc import Iterator
from html import escape

from dashboard.queries import Selection
from dashboard.web import address, filters, phrases, texts
from dashboard.web.markup import tag, text


def chips(selection: Selection) -> str:
    """Draw a chip for each value that a filter holds; nothing without any."""
    return "".join(_chip(label, value, href) for label, value, href in _active(selection))


def in_words(selection: Selection) -> str:
    """Say which values the filters hold: "Udvalg: Økonomiudvalget · Lys: Rød"; nothing without any."""
    return " · ".join(f"{label}: {value}" for label, value, _ in _active(selection))


def _active(selection: Selection) -> Iterator[tuple[str, str, str]]:
    for key, field in filters.SEVERAL.items():
        values: tuple[str, ...] = getattr(selection, field)
        for value in values:
            rest = tuple(other or filters.WITHOUT for other in values if other != value)
            yield texts.PARTS[field], phrases.part_name(field, value), address.href(**{key: rest})
    if selection.text.strip():
        yield texts.TEXT, f"»{selection.text.strip()}«", address.href(**{filters.TEXT_KEY: None})
    if selection.cross_cutting:
        yield texts.SHOWN, texts.ONLY_CROSS_CUTTING, address.href(**{filters.CROSS_CUTTING_KEY: None})
    if not selection.with_done:
        yield texts.SHOWN, texts.WITHOUT_DONE, address.href(**{filters.WITHOUT_DONE_KEY: None})


def _chip(label: str, value: str, href: str) -> str:
    said = texts.REMOVE_FILTER.format(filter=f"{label}: {value}")
    cross = text("×", "chip-cross", aria_hidden="true")
    return tag("a", escape(value) + cross, "chip", href=href, title=said, aria_label=said)
