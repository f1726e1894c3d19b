"""What the address of a meeting says: which meeting, which part of it, which point."""

from urllib.parse import urlencode

from dashboard.web.address import BARE_KEY, MEETING

MEETING_KEY, ITEM_KEY, PART_KEY, LINE_KEY = "moede", "punkt", "del", "linje"
FIRST, LAST = "liste", "slut"  # the pictures of the walk-through before and after the points
PARTS = {"dagsorden": "Dagsorden", "gennemgang": "Gennemgang", "referat": "Referat"}


def meeting_href(
    meeting_id: int | None, part: str | None = None, item: int | str | None = None, *, bare: bool = False
) -> str:
    """Make a link to a meeting, one of its parts, one of its items or pictures, or (None) to the list of meetings."""
    asked = {MEETING_KEY: meeting_id, PART_KEY: part, ITEM_KEY: item, BARE_KEY: "ja" if bare else None}
    return f"./{MEETING}?{urlencode({key: value for key, value in asked.items() if value is not None})}"
