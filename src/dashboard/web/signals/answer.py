"""The answer of the page in one look: how many signals on how many lines, and how many of each kind."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.terms import SignalTerms
from dashboard.web import address, phrases, places
from dashboard.web.markup import tag, text
from dashboard.web.signals import texts
from dashboard.web.signals.cases import Case, by_rule, lines_of

RULE_KEY, VIEW_KEY = "regel", "vis"


def answer(found: Sequence[Case], total: int, chosen: SignalTerms | None, view: str | None) -> str:
    """Draw the number of open signals and a tile for each rule that has some; a tile shows that rule alone."""
    groups = by_rule(found)
    counted = phrases.count_of(total, "indsats", "indsatser")
    said = texts.OPEN[0] if len(found) == 1 else texts.OPEN[1]
    on_lines = texts.ON_LINES.format(n=lines_of(found), lines=counted) if found else ""
    headline = tag("b", phrases.number(len(found))) + tag("span", escape(said) + "<br>" + escape(on_lines))
    worst = next(iter(groups), None)
    beside = tag("p", headline, "signal-total")
    if worst and len(groups) > 1:
        beside += tag("p", escape(texts.WORST.format(rule=worst.name, n=len(groups[worst]))), "quiet")
    tiles = "".join(_tile(rule, len(group), rule is chosen, view) for rule, group in groups.items())
    return tag("div", tag("div", beside) + tag("div", tiles, "signal-tiles"), "signal-answer")


def rule_chip(rule: SignalTerms, view: str | None) -> str:
    """Draw the rule that is shown alone as a chip that shows all of them again."""
    said = texts.REMOVE.format(rule=rule.name)
    inside = escape(rule.name) + text("×", "chip-cross", aria_hidden="true")
    return tag("a", inside, "chip", href=_href(None, view), title=said, aria_label=said)


def _tile(rule: SignalTerms, n: int, is_chosen: bool, view: str | None) -> str:
    inside = tag("b", phrases.number(n)) + text(rule.name)
    target = _href(None if is_chosen else rule.rule, view)
    if is_chosen:
        return tag("a", inside, "signal-tile chosen", href=target, title=texts.SHOW_ALL, aria_current="true")
    return tag("a", inside, "signal-tile", href=target, title=rule.about)


def _href(rule: str | None, view: str | None) -> str:
    return address.href(places.SIGNALS, **{RULE_KEY: rule, VIEW_KEY: view})
