"""The strip of a line's whole life on its card."""

from collections.abc import Mapping, Sequence

from htpy import Element, Node, a, b, div, h2, i, p, section, span

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month, calendar_months
from dashboard.domain.scope import Scope
from dashboard.queries import Card, ToldMonth
from dashboard.web import address, filters
from dashboard.web.links import INDSATS_KEY
from dashboard.web.strips import LEFT_WHEN_DONE, NOT_COVERED
from dashboard.wording import phrases, texts

LIFE = "Hele forløbet"
TOLD_ELSEWHERE = "fortalt af projektmappen for {scope}"
INHERITED, IN_EARLIER_PLAN = "fra {name}, som indsatsen fortsætter", "i planen {plan}"
KEY_ELSEWHERE = "Lave felter: måneden er kun kendt fra projektmappen for {scopes}."
KEY_INHERITED = "Streg forneden: den indsats, som denne fortsætter."
KEY_EARLIER_PLAN = "Streg forneden: indsatsen i planen {plans}."
KEY_GAP = "Skraveret: ingen status for måneden."
Told = Mapping[Month, ToldMonth]


def life_strip(card: Card) -> Element:
    """Draw the strip with its months under it, and say what its frames mean when there are any."""
    told: Told = {each.month: each for each in (*card.inherited, *card.life)}
    months = calendar_months(sorted({*told, card.selection.month}), longest=len(told) + 1000)
    cells = [_cell(month, told.get(month), card, is_first=month == months[0]) for month in months]
    return section(".life-frame")[h2(".unseen")[LIFE], div(".life")[cells], _key(card, told, months)]


def told_elsewhere(scope: Scope | None) -> str:
    """Say whose workbook tells a month."""
    return TOLD_ELSEWHERE.format(scope="" if scope is None else phrases.scope_name(scope).lower())


def _cell(month: Month, told: ToldMonth | None, card: Card, *, is_first: bool) -> Element:
    is_now = month == card.selection.month
    under = span(".life-month")[month.name[:3], (is_first or month.number == 1) and b[str(month.year)]]
    said = f"{phrases.month_name(month)}: {_said(told, card)}"
    css = ["life-cell", is_now and "now"]
    if told is None or not isinstance(told.state, Light):
        look = "gap" if told is None else "left" if card.left_when_done else "gone"
        return span(class_=css, title=said)[i(class_=look), under]
    looks = ["lit", told.state, not told.own and "elsewhere", _is_inherited(told, card) and "inherited"]
    return a(class_=css, href=_as_known(told, card), title=said, aria_current=is_now and "date")[
        i(class_=looks)[span(".unseen")[said]], under
    ]


def _as_known(told: ToldMonth, card: Card) -> str:
    """Lead to the card as of a month, in the scope that was delivered for it."""
    scope = {} if told.own else {filters.SCOPE_KEY: str(told.told_by)}
    scope |= {filters.PLAN_KEY: told.plan} if told.plan != card.known.plan else {}
    at = {filters.MONTH_KEY: str(told.month), filters.COMPARE_KEY: None} if told.month != card.selection.month else {}
    return address.href(address.INDSATS, **{INDSATS_KEY: told.indsats_id} | at | scope)


def _said(told: ToldMonth | None, card: Card) -> str:
    if told is None:
        return NOT_COVERED
    if not isinstance(told.state, Light):
        return LEFT_WHEN_DONE if card.left_when_done else texts.KINDS["gone"]
    parents = " og ".join(f"»{line.title}«" for line in card.parents)
    said = [word(told.state)]
    said += [INHERITED.format(name=parents)] if told.indsats_id != card.indsats_id else []
    said += [IN_EARLIER_PLAN.format(plan=told.plan)] if told.plan != card.known.plan else []
    said += [told_elsewhere(told.told_by)] if not told.own else []
    return ", ".join(said)


def _key(card: Card, told: Told, months: Sequence[Month]) -> Node:
    elsewhere = {each.told_by for each in told.values() if not each.own and each.told_by}
    names = " og ".join(sorted(phrases.scope_name(scope).lower() for scope in elsewhere))
    sentences = [KEY_ELSEWHERE.format(scopes=names)] if names else []
    sentences += [KEY_INHERITED] if any(each.indsats_id != card.indsats_id for each in card.inherited) else []
    plans = sorted({each.plan for each in card.inherited} - {card.known.plan})
    sentences += [KEY_EARLIER_PLAN.format(plans=" og ".join(plans))] if plans else []
    sentences += [KEY_GAP] if any(month not in told for month in months) else []
    return sentences and p(".quiet")[" ".join(sentences)]


def _is_inherited(told: ToldMonth, card: Card) -> bool:
    return (told.plan, told.indsats_id) != (card.known.plan, card.indsats_id)
