"""What changed since the comparison month as documents list it: by kind, worst first, why a line got worse with it."""

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.sentence import sentence
from dashboard.queries import CHANGE_KINDS, Ask, Change, Selection
from dashboard.reports.document import Block, Heading, Paragraph, Pieces, paragraph
from dashboard.wording import phrases, texts

CHANGED_SINCE = "Ændret {since}"


def change_blocks(ask: Ask, selection: Selection) -> tuple[Block, ...]:
    """List what changed under a heading, or say that nothing is compared or nothing changed."""
    if selection.compare is None:
        return Heading(texts.CHANGES), paragraph(texts.NOTHING_EARLIER)
    since = phrases.since(selection.compare, selection.month)
    changes = ask(queries.changes, selection)
    told: list[Block] = [Heading(CHANGED_SINCE.format(since=since))]
    for kind in CHANGE_KINDS:
        of_kind = [change for change in changes if change.kind == kind]
        if of_kind:
            told.append(Heading(f"{texts.KINDS[kind]} ({phrases.number(len(of_kind))})", 3))
            told += [
                Paragraph((*_lights(change), f"  {_said(change, selection)}"), is_listed=True) for change in of_kind
            ]
    return tuple(told) if changes else (*told, paragraph(phrases.nothing_changed(since)))


def changed_lines(ask: Ask, selection: Selection) -> set[int]:
    """Give the lines that ``change_blocks`` names."""
    return {change.indsats_id for change in ask(queries.changes, selection)} if selection.compare else set()


def _lights(change: Change) -> Pieces:
    before, now = change.light_before, change.light_now
    if before is None or now is None or before == now:
        return (now or before or Light.NOT_REPORTED,)
    return before, " → ", now


def _said(change: Change, selection: Selection) -> str:
    name = f"{change.name} ({change.udvalg})" if change.udvalg else change.name
    if change.kind != "worsened":
        return name
    when = "" if change.said_in == selection.month else texts.WHY_THEN.format(month=change.said_in.label)
    why = " ".join(filter(None, (when, change.reason and sentence(change.reason), change.text)))
    return f"{name}. {why}" if why else name
