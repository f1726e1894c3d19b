"""The signals under what they have in common: their rule, or their line; the settled and the silent ones last."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.terms import SignalTerms
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.signals import texts
from dashboard.web.signals.cases import RULES, Case, by_line, by_rule
from dashboard.web.signals.rows import case_row, line_row, scale_row, settled_row
from dashboard.web.strips import Strips

FIRST = 5


def rule_list(found: Sequence[Case], strips: Strips) -> str:
    """Draw each rule with its sentence and its lines; of several rules only the first lines, the rest a click away."""
    groups = by_rule(found)
    return scale_row(strips) + "".join(
        _rule(rule, group, strips, FIRST if len(groups) > 1 else len(group)) for rule, group in groups.items()
    )


def line_list(found: Sequence[Case], strips: Strips) -> str:
    """Draw each line with every signal about it, most signals first."""
    return scale_row(strips) + tag("section", "".join(line_row(group, strips) for group in by_line(found)), "kind")


def settled_list(settled: Sequence[Case]) -> str:
    """Draw what is settled, folded away; nothing without any."""
    if not settled:
        return ""
    heading = tag("summary", tag("h3", escape(texts.SETTLED)) + text(phrases.number(len(settled)), "count"))
    about = tag("p", escape(texts.SETTLED_ABOUT), "quiet")
    return tag("details", heading + about + "".join(map(settled_row, settled)), "kind settled")


def silent_rules(found: Sequence[Case]) -> str:
    """Name the rules that caught nothing; nothing when all did."""
    caught = {case.rule for case in found}
    names = [text(rule.name, title=rule.about) for rule in RULES.values() if rule not in caught]
    return tag("p", escape(texts.SILENT) + " " + " · ".join(names), "quiet silent-rules") if names else ""


def _rule(rule: SignalTerms, group: Sequence[Case], strips: Strips, shown: int) -> str:
    counted = tag("h3", escape(rule.name)) + text(phrases.number(len(group)), "count")
    heading = tag("summary", counted + text(rule.about, "quiet"))
    rows = [case_row(case, strips) for case in group]
    body = "".join(rows[:shown])
    if len(rows) > shown:
        summary = tag("summary", escape(phrases.show_all(len(rows))))
        body += tag("details", summary + "".join(rows[shown:]), "rest")
    return tag("details", heading + body, f"kind {rule.rule}", open="")
