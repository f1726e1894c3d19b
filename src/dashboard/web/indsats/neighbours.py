"""The ways to the list that a line stands in, and to the lines before and after it there."""

from html import escape

from dashboard.web import address
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import INDSATS_KEY, Asked
from dashboard.web.indsats.card import Card
from dashboard.web.indsats.line_table import Line
from dashboard.web.indsats.list_view import listed
from dashboard.web.markup import tag, text
from dashboard.web.places import INDSATS


def way_back(asked: Asked) -> str:
    """Draw the way to the list that the line was opened from."""
    return tag("a", "← " + escape(texts.TO_LIST), "way", href=address.href(INDSATS, **asked.values()))


def neighbours(card: Card, asked: Asked) -> str:
    """Draw where this line stands in its list, and the ways to those before and after it; nothing when it does not."""
    lines = listed(card.selection, asked)
    at = next((at for at, line in enumerate(lines) if int(str(line["indsats_id"])) == card.indsats_id), None)
    if at is None:
        return ""
    place = text(texts.PLACE_IN_LIST.format(at=at + 1, n=len(lines)), "quiet")
    before = _way(lines[at - 1], asked, texts.PREVIOUS, is_next=False) if at > 0 else ""
    after = _way(lines[at + 1], asked, texts.NEXT, is_next=True) if at + 1 < len(lines) else ""
    return tag("nav", before + place + after, "neighbours")


def _way(line: Line, asked: Asked, label: str, *, is_next: bool) -> str:
    href = address.href(INDSATS, **{INDSATS_KEY: int(str(line["indsats_id"]))} | asked.values())
    name = tag("span", escape(str(line["title"])), "neighbour-name")
    said = f"{label}: {name} →" if is_next else f"← {label}: {name}"
    return tag("a", said, "way neighbour", href=href, title=str(line["title"]))
