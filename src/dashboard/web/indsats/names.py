"""The names that a line has had and who said that they are one line, and the lines before and after it."""

from html import escape

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.indsats import texts
from dashboard.web.indsats.card import Card, Row
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text

RELATIONS = {"parent": texts.CONTINUES, "continuation": texts.CONTINUED_BY}


def names(card: Card) -> str:
    """Draw the names when there is more than one, and the relations when there are any."""
    drawn = tag("ul", "".join(map(_name, card.names)), "names") if len(card.names) > 1 else ""
    drawn = tag("h2", escape(texts.NAMES)) + drawn if drawn else ""
    for relation, heading in RELATIONS.items():
        related = [row for row in card.relations if row["relation"] == relation]
        if related:
            drawn += tag("h2", escape(heading)) + tag("ul", "".join(map(_related, related)), "names")
    return drawn


def _name(row: Row) -> str:
    name = f"{row['title']} {row['code']}" if row["code"] else row["title"]
    return tag("li", tag("b", escape(name)) + " " + text(f"{_months(row)} · {_confirmed(row)}", "quiet"))


def _confirmed(row: Row) -> str:
    if not row["confirmed_by"]:
        return texts.SAME_TITLE
    if row["confirmed_at"] is None:
        return texts.CONFIRMED.format(who=row["confirmed_by"])
    when = phrases.short_moment(row["confirmed_at"]).partition(" ")[0]
    return texts.CONFIRMED_ON.format(who=row["confirmed_by"], when=when)


def _related(row: Row) -> str:
    name = f"{row['title']} {row['code']}" if row["code"] else row["title"]
    said = f"{_months(row)} · {_confirmed({'confirmed_by': row['decided_by'], 'confirmed_at': row['decided_at']})}"
    return tag(
        "li", light(Light(row["light"])) + " " + line_link(name, int(row["indsats_id"])) + " " + text(said, "quiet")
    )


def _months(row: Row) -> str:
    first, last = Month.parse(row["first_month"]), Month.parse(row["last_month"])
    if first == last:
        return phrases.short_month(first)
    return texts.NAME_FROM_TO.format(first=phrases.short_month(first), last=phrases.short_month(last))
