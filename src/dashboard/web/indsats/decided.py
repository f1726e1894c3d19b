"""What meetings decided about a line, and what became of it."""

from collections.abc import Mapping
from html import escape
from typing import Any

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.web import phrases
from dashboard.web.indsats.card import Card
from dashboard.web.markup import light, tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import meeting_href
from dashboard.web.plan import ask

HEADING = "Beslutninger"


def decided(card: Card) -> str:
    """List the decisions about a line up to the month that is shown, newest first; nothing without any."""
    told = ask(queries.decisions, indsats=card.indsats_id, until=card.selection.month).to_dict("records")
    if not told:
        return ""
    return tag("section", tag("h2", escape(HEADING)) + "".join(_one(row) for row in told), "card-part decisions")


def _one(row: Mapping[Any, Any]) -> str:
    when = f"{texts.body_name(row['body'])} {phrases.day(row['held_on'].date())}"
    head = tag("a", escape(when), "line-link", href=meeting_href(int(row["meeting_id"]), "referat"))
    by = [texts.KINDS[row["kind"]]]
    by += [row["responsible"]] if isinstance(row["responsible"], str) else []
    by += [f"frist {phrases.short_day(row['due'].date())}"] if row["due"] == row["due"] and row["due"] else []
    by += [texts.STATES[row["state"]].lower()] if row["kind"] != "noted" else []
    by += [row["note"]] if isinstance(row["note"], str) else []
    seen = (
        tag("p", text(texts.SEEN_AS + " ", "quiet") + light(Light(row["light"])))
        if isinstance(row["light"], str)
        else ""
    )
    said = tag("p", escape(row["text"] or texts.KINDS[row["kind"]]), "decided-text")
    return tag("div", tag("p", head) + said + seen + tag("p", escape(" · ".join(by)), "quiet"), "decided-row")
