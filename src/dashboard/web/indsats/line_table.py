"""The lines behind a number: worst first, each with its light, how long, what is said, and its last months."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from html import escape

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web import texts as app_texts
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import ABSENT, KINDS, Asked
from dashboard.web.links import line_link
from dashboard.web.markup import from_to, light, tag, text
from dashboard.web.plan import Selection
from dashboard.web.strips import Strips, strip_scale
from dashboard.web.trace import DISAGREES

Line = Mapping[Hashable, object]
FIRST_WORDS = 90  # letters of a status that always fit; the style cuts at two lines


def line_table(
    lines: Sequence[Line],
    strips: Strips,
    selection: Selection,
    asked: Asked,
    marks: Mapping[int, str],
) -> str:
    """Draw the lines as a table; ``marks`` stand beside a line's name."""
    heads = "".join(tag("th", escape(name), scope="col") for name in texts.HEADERS)
    scale = tag("th", text(texts.LAST_MONTHS, "unseen") + str(strip_scale(strips.months, "small")), scope="col")
    rows = "".join(_row(line, strips, selection, asked, marks) for line in lines)
    table = tag("table", tag("thead", tag("tr", heads + scale)) + tag("tbody", rows), "lines")
    return tag("div", table, "scroll")


def light_sums(lines: Sequence[Line]) -> str:
    """Count the lines of the list by their light, worst first: "◆ 2 ▲ 1"; nothing when they all have one."""
    n = Counter(str(line["light_now"]) for line in lines)
    parts = [tag("span", light(value) + text(phrases.number(n[value]), "count"), "sum") for value in Light if n[value]]
    if n[ABSENT]:
        parts.append(tag("span", escape(KINDS["gone"]) + text(phrases.number(n[ABSENT]), "count"), "sum"))
    return "".join(parts) if len(parts) > 1 else ""


def _row(
    line: Line,
    strips: Strips,
    selection: Selection,
    asked: Asked,
    marks: Mapping[int, str],
) -> str:
    indsats_id = int(str(line["indsats_id"]))
    name = line_link(str(line["title"]), indsats_id, listed=asked.values())
    code = text(said(line["code"]), "line-code") if said(line["code"]) else ""
    mark = text(app_texts.DISAGREES, "disagrees", title=DISAGREES) if line["disagrees"] else ""
    udvalg = line["udvalg"] if isinstance(line["udvalg"], Sequence) else list(line["udvalg"])  # type: ignore[call-overload]
    cells = (
        _lights(line, selection, asked),
        tag("div", " ".join(filter(None, [name, code, mark, marks.get(indsats_id)])), "line-name")
        + tag("div", _status(line), "line-said"),
        escape(", ".join(map(str, udvalg))),
        tag("div", escape(said(line["responsible"]))) + tag("div", escape(said(line["schedule"])), "quiet"),
        strips.draw(indsats_id, "small", is_linked=False),
    )
    return tag("tr", "".join(tag("td", cell) for cell in cells))


def _lights(line: Line, selection: Selection, asked: Asked) -> str:
    before, now = str(line["light_before"]), str(line["light_now"])
    if now == ABSENT:
        was = text(app_texts.BEFORE, "said") + light(Light(before))
        return tag("div", escape(KINDS["gone"]), "line-gone") + tag("div", was, "quiet")
    is_changed = asked.is_change and before not in (now, ABSENT)
    drawn = from_to(Light(before), Light(now)) if is_changed else light(Light(now))
    new = tag("div", escape(KINDS["new"]), "quiet") if asked.is_change and before == ABSENT else ""
    since = line["since"]
    in_row = ""
    if isinstance(since, str):
        in_row = phrases.in_row(int(float(str(line["in_row"]))), Month.parse(since), selection.month)
    return tag("div", drawn) + new + tag("div", escape(in_row), "quiet")


def _status(line: Line) -> str:
    """Give what is said of the status, and of a red one without a text its reason; what the list has room for."""
    status = said(line["status_text"]) or said(line["red_reason"])
    return text(status, title=status) if len(status) > FIRST_WORDS else escape(status)


def said(value: object) -> str:
    """Give a text of an answer, or nothing for what is no text."""
    return value if isinstance(value, str) else ""
