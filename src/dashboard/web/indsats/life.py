"""A line's whole life as a large strip: every calendar month, each a way to the card as known then."""

from collections.abc import Mapping
from html import escape

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import address, filters, phrases
from dashboard.web import texts as app_texts
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import ABSENT, INDSATS_KEY
from dashboard.web.indsats.card import Card, Row
from dashboard.web.markup import tag, text
from dashboard.web.places import INDSATS
from dashboard.web.strips import LEFT_WHEN_DONE, NOT_COVERED, strip_months


def life_strip(card: Card) -> str:
    """Draw the strip with its months under it, and say what its frames mean when there are any."""
    told = {Month.parse(row["month"]): row for row in (*card.inherited, *card.life)}
    months = strip_months(sorted({*told, card.selection.month}), longest=len(told) + 1000)
    cells = "".join(_cell(month, told.get(month), card, is_first=month == months[0]) for month in months)
    heading = tag("h2", escape(texts.LIFE), "unseen")
    return tag("section", heading + tag("div", cells, "life") + _key(card, told, months), "life-frame")


def _cell(month: Month, row: Row | None, card: Card, *, is_first: bool) -> str:
    is_now = month == card.selection.month
    year = tag("b", str(month.year)) if is_first or month.number == 1 else ""
    under = tag("span", escape(month.name[:3]) + year, "life-month")
    state = None if row is None else row["state"]
    said = f"{phrases.month_name(month)}: {_said(state, row, card)}"
    css = "life-cell" + (" now" if is_now else "")
    if row is None or state == ABSENT:
        look = "gap" if row is None else "left" if card.left_when_done else "gone"
        return tag("span", tag("i", "", look) + under, css, title=said)
    looks = f"lit {state}" + ("" if row["own"] else " elsewhere") + (" inherited" if _is_inherited(row, card) else "")
    current = {"aria-current": "date"} if is_now else {}
    content = tag("i", text(said, "unseen"), looks) + under
    return tag("a", content, css, href=_as_known(month, row, card), title=said, **current)


def _as_known(month: Month, row: Row, card: Card) -> str:
    """Lead to the card as of a month, in the scope that was delivered for it."""
    indsats_id = row["indsats_id"]
    scope = {} if row["own"] else {filters.SCOPE_KEY: str(row["told_by"])}
    at = {filters.MONTH_KEY: str(month), filters.COMPARE_KEY: None} if month != card.selection.month else {}
    return address.href(INDSATS, **{INDSATS_KEY: int(indsats_id)} | at | scope)


def _said(state: str | None, row: Row | None, card: Card) -> str:
    if row is None or state is None:
        return NOT_COVERED
    if state == ABSENT:
        return LEFT_WHEN_DONE if card.left_when_done else app_texts.KINDS["gone"]
    said = word(Light(state))
    if _is_inherited(row, card):
        said += f", {texts.INHERITED.format(name=_parent_names(card))}"
    if not row["own"]:
        said += f", {texts.TOLD_ELSEWHERE.format(scope=phrases.scope_name(Scope(row['told_by'])).lower())}"
    return said


def _key(card: Card, told: Mapping[Month, Row], months: list[Month]) -> str:
    elsewhere = {row["told_by"] for row in told.values() if not row["own"]}
    names = " og ".join(sorted(phrases.scope_name(Scope(scope)).lower() for scope in elsewhere if scope))
    sentences = [texts.LIFE_KEY_ELSEWHERE.format(scopes=names)] if names else []
    sentences += [texts.LIFE_KEY_INHERITED] if card.inherited else []
    sentences += [texts.LIFE_KEY_GAP] if any(month not in told for month in months) else []
    return tag("p", escape(" ".join(sentences)), "quiet") if sentences else ""


def _is_inherited(row: Row, card: Card) -> bool:
    return int(row["indsats_id"]) != card.indsats_id


def _parent_names(card: Card) -> str:
    return " og ".join(f"»{row['title']}«" for row in card.relations if row["relation"] == "parent")
