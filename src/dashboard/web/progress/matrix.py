"""From one month to another: how many lines went from each light to each, every number the way to its list."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light
from dashboard.web import phrases
from dashboard.web.figure import drawn_figure, figure_table
from dashboard.web.links import list_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.progress import texts
from dashboard.web.texts import NOTHING_EARLIER

KEY = "overgange"
STATES = (*(str(value) for value in Light), ABSENT)
Pairs = Mapping[tuple[str, str], tuple[str, int]]


def matrix_figure(transitions: pd.DataFrame, selection: Selection) -> str:
    """Draw the heading and the matrix, or say that there is no month to compare with."""
    if selection.compare is None:
        has_earlier = ask(queries.previous_month, selection.month, selection.scope)
        why = texts.NO_COMPARISON if has_earlier else NOTHING_EARLIER
        return tag("h2", escape(texts.MONTHS_APART)) + tag("p", escape(why), "quiet")
    before = selection.compare.name if selection.compare.year == selection.month.year else selection.compare.label
    title = texts.MATRIX.format(before=before, now=selection.month.label)
    pairs = {
        (str(row["light_before"]), str(row["light_now"])): (str(row["kind"]), int(row["n"]))
        for row in transitions.to_dict("records")
    }
    drawn = tag(
        "table", _head() + tag("tbody", "".join(_row(state, pairs) for state in STATES) + _sums(pairs)), "matrix"
    )
    return tag("h2", escape(title)) + drawn_figure(KEY, title, drawn + _legend(pairs), _table(pairs))


def _head() -> str:
    names = [*(tag("th", text("→ ", "said") + light(value), scope="col") for value in Light)]
    names += [tag("th", escape(name), scope="col") for name in (texts.GONE, texts.SUM)]
    return tag("thead", tag("tr", tag("td", "") + "".join(names)))


def _row(before: str, pairs: Pairs) -> str:
    name = escape(texts.NEW) if before == ABSENT else light(Light(before))
    cells = "".join(_cell(before, now, pairs) for now in STATES)
    total = sum(n for (was, _), (_, n) in pairs.items() if was == before)
    return tag("tr", tag("th", name, scope="row") + cells + tag("td", phrases.number(total), "sum"))


def _cell(before: str, now: str, pairs: Pairs) -> str:
    if before == ABSENT and now == ABSENT:
        return tag("td", "–", "none")
    kind, n = pairs.get((before, now), ("", 0))
    if n == 0:
        return tag("td", "0", "none")
    said = f"{phrases.number(n)}: {_name(before, texts.NEW)} → {_name(now, texts.GONE)}"
    number = list_link(phrases.number(n), "list-link", fra=before, til=now)
    return tag("td", number, kind, title=said)


def _sums(pairs: Pairs) -> str:
    sums = [sum(n for (_, now), (_, n) in pairs.items() if now == state) for state in STATES]
    cells = "".join(tag("td", phrases.number(n)) for n in [*sums, sum(sums)])
    return tag("tr", tag("th", texts.SUM, scope="row") + cells, "sums")


def _legend(pairs: Pairs) -> str:
    left = pairs.get((Light.DONE, ABSENT), ("", 0))[1]
    said = tag("span", tag("i", "", "swatch worsened") + texts.WORSENED) + tag(
        "span", tag("i", "", "swatch unchanged") + texts.UNCHANGED
    )
    said += text(texts.OPENS) + (text(texts.LEFT_WHEN_DONE.format(n=left)) if left else "")
    return tag("p", said, "legend")


def _table(pairs: Pairs) -> str:
    heads = ["Fra \\ til", *(_name(state, texts.GONE) for state in STATES)]
    return figure_table(
        heads,
        [[_name(was, texts.NEW), *(pairs.get((was, now), ("", 0))[1] for now in STATES)] for was in STATES],
    )


def _name(state: str, absent: str) -> str:
    return absent if state == ABSENT else word(Light(state))
