"""The filters that are on, each a chip under the title that takes it off again."""

from collections.abc import Iterator

from htpy import Element, a, span

from dashboard.queries import Selection
from dashboard.web import address, filters, phrases, texts


def chips(selection: Selection) -> list[Element]:
    """Draw a chip for each value that a filter holds."""
    return [chip(f"{label}: {value}", value, without) for label, value, without in _active(selection)]


def chip(named: str, shown: str, without: dict[str, address.Values]) -> Element:
    """Draw a chip that takes off what it is named after; ``without`` is what the address holds then."""
    said = texts.REMOVE_FILTER.format(filter=named)
    cross = span(".chip-cross", aria_hidden="true")["×"]
    return a(".chip", href=address.href(**without), title=said, aria_label=said)[shown, cross]


def in_words(selection: Selection) -> str:
    """Say which values the filters hold: "Udvalg: Økonomiudvalget · Lys: Rød"; nothing without any."""
    return " · ".join(f"{label}: {value}" for label, value, _ in _active(selection))


def _active(selection: Selection) -> Iterator[tuple[str, str, dict[str, address.Values]]]:
    for key, field in filters.SEVERAL.items():
        values: tuple[str, ...] = getattr(selection, field)
        for value in values:
            rest = tuple(other or filters.WITHOUT for other in values if other != value)
            yield texts.PARTS[field], phrases.part_name(field, value), {key: rest}
    if selection.text.strip():
        yield texts.TEXT, f"»{selection.text.strip()}«", {filters.TEXT_KEY: ()}
    if selection.cross_cutting:
        yield texts.SHOWN, texts.ONLY_CROSS_CUTTING, {filters.CROSS_CUTTING_KEY: ()}
    if not selection.with_done:
        yield texts.SHOWN, texts.WITHOUT_DONE, {filters.WITHOUT_DONE_KEY: ()}
