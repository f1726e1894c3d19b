"""What meetings said of a line - decided, saw otherwise, picked for the next - and what became of it."""

from collections.abc import Mapping, Sequence
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

HEADING = "Fra møderne"
Row = Mapping[Any, Any]


def decided(card: Card) -> str:
    """List what meetings said of a line up to the month that is shown, newest first; nothing when none did."""
    month = card.selection.month
    told = ask(queries.line_meetings, card.indsats_id, month).to_dict("records")
    if not told:
        return ""
    decisions = ask(queries.decisions, indsats=card.indsats_id, until=month).to_dict("records")
    said = (_meeting(row, [each for each in decisions if each["item_id"] == row["item_id"]]) for row in told)
    return tag("section", tag("h2", escape(HEADING)) + "".join(said), "card-part decisions")


def _meeting(row: Row, decisions: Sequence[Row]) -> str:
    body = texts.body_name(row["body"])
    when = f"{body} {phrases.day(row['held_on'].date())}"
    said = tag("p", tag("a", escape(when), "line-link", href=meeting_href(int(row["meeting_id"]), "referat")))
    if isinstance(row["light"], str):
        said += tag("p", text(texts.SEEN_AS.format(body=body) + " ", "quiet") + light(Light(row["light"])))
    said += "".join(_decision(each) for each in decisions)
    said += tag("p", escape(texts.FOCUS), "quiet") if row["focus"] else ""
    return tag("div", said, "decided-row")


def _decision(row: Row) -> str:
    by = [texts.KINDS[row["kind"]]]
    by += [row["responsible"]] if isinstance(row["responsible"], str) else []
    by += [f"frist {phrases.short_day(row['due'].date())}"] if row["due"] == row["due"] and row["due"] else []
    by += [texts.STATES[row["state"]].lower()] if row["kind"] != "noted" else []
    by += [row["note"]] if isinstance(row["note"], str) else []
    said = tag("p", escape(row["text"] or texts.KINDS[row["kind"]]), "decided-text")
    return said + tag("p", escape(" · ".join(by)), "quiet")
