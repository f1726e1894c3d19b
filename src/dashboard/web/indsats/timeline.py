"""A line's whole life: as a strip, then month by month what the line says otherwise, and what meetings said of it."""

from collections.abc import Mapping, Sequence

from htpy import Element, Fragment, Node, a, b, dd, div, dl, dt, fragment, h2, h3, i, li, ol, p, section, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.line_fields import field_name
from dashboard.domain.line_parts import parts_text, read_parts
from dashboard.domain.month import Month, calendar_months
from dashboard.domain.scope import Scope
from dashboard.domain.text_run import TextRun
from dashboard.queries import Card, FieldChange, LineMeeting, StandingDecision, TimelineMonth, ToldMonth
from dashboard.web import address, filters
from dashboard.web.address import meeting_href
from dashboard.web.database import ask
from dashboard.web.indsats.asked import KINDS
from dashboard.web.indsats.facts import SOURCE, SOURCE_OF
from dashboard.web.links import INDSATS_KEY
from dashboard.web.markup import ARROW, NOTHING, from_to, light, marked_difference, marked_text
from dashboard.web.strips import LEFT_WHEN_DONE, NOT_COVERED
from dashboard.web.trace import field_label, trace_link
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

FROM_MEETINGS = "Fra møderne"
TIMELINE = "Måned for måned"
FIRST_STATUS, NEW_IN_PLAN = "Første status", "Ny i planen"
UNCHANGED = "Intet er ændret."
DISAGREES = "Filen for {scope} siger {light}; den seneste indlæsning tæller."
WITHOUT_WORD = ("unchanged", None)
SENTENCES = ("title", "ask", "status_text", "obs", "remark", "subtasks")
LIFE = "Hele forløbet"
TOLD_ELSEWHERE, FROM_ELSEWHERE = "fortalt af filen for {scope}", "fra {scope}"
INHERITED, IN_EARLIER_PLAN = "fra {name}, som indsatsen fortsætter", "i planen {plan}"
KEY_ELSEWHERE = "Lave felter: måneden er kun kendt fra filen for {scopes}."
KEY_INHERITED = "Streg forneden: den indsats, som denne fortsætter."
KEY_EARLIER_PLAN = "Streg forneden: indsatsen i planen {plans}."
KEY_GAP = "Skraveret: ingen status for måneden."
Told = Mapping[Month, ToldMonth]


def timeline(card: Card) -> Fragment:
    """Draw every month that something is known of."""
    shown = [month for month in reversed(card.life) if not month.state == month.state_before == ABSENT]
    return fragment[h2[TIMELINE], ol(".timeline")[(_month(month, card) for month in shown)]]


def _month(told: TimelineMonth, card: Card) -> Element:
    place: Node = None
    if told.snapshot_id is not None:
        said = [told.cell or SOURCE, span(".unseen")[SOURCE_OF.format(what=told.month.label)]]
        place = [" ", trace_link(said, told.snapshot_id, card.indsats_id, css="cell-link")]
    return li(class_=["month", not told.own and "elsewhere"])[
        div(".month-head")[h3[phrases.month_name(told.month)], " ", _step(told), place],
        (p(".quiet")[note] for note in _notes(told)),
        _said(told, card),
    ]


def _step(told: TimelineMonth) -> Node:
    """Draw what became of the light: "Forværret ● Grøn → ◆ Rød", or the light alone where it stayed."""
    before, now = told.state_before, told.state
    if not isinstance(now, Light):
        was: Node = isinstance(before, Light) and [span(".said")[texts.BEFORE], light(before)]
        return [b[KINDS.get(told.kind or "", texts.KINDS["gone"])], " ", was]
    if before is None:
        return [b[NEW_IN_PLAN if told.kind == "new" else FIRST_STATUS], " ", light(now)]
    named: Node = told.kind not in WITHOUT_WORD and [b[KINDS[told.kind or ""]], " "]
    return [named, from_to(before, now) if isinstance(before, Light) and before != now else light(now)]


def _notes(told: TimelineMonth) -> list[str]:
    """Say who told it when it was not a workbook of the scope, and who says otherwise."""
    notes = [] if told.own else [phrases.capitalised(_told_elsewhere(told.told_by))]
    for other in told.others:
        scope = phrases.scope_name(other.scope).lower()
        notes.append(DISAGREES.format(scope=scope, light=word(other.light).lower()))
    return notes


def _said(told: TimelineMonth, card: Card) -> Node:
    if told.state is ABSENT:
        return None
    if told is card.life[0] or told.state_before is ABSENT:
        status = told.told["status_text"]
        return _fields([(field_name("status_text"), status)] if status else [])
    changed = [(field_name(change.field), _difference(change)) for change in card.changes.get(told.month, ())]
    changed += [
        (field_label(str(each.year)), _from_to(phrases.thousands(each.amount_before), phrases.thousands(each.amount)))
        for each in card.amounts
        if each.month == told.month and each.amount_before is not None and each.amount_before != each.amount
    ]
    if not changed and told.kind in WITHOUT_WORD:
        return p(".quiet")[UNCHANGED]
    return _fields(changed)


def _difference(change: FieldChange) -> Node:
    """Draw what differs, word by word in what is written as sentences; of a fact the old and the new one."""
    old, new = change.old_text, change.new_text
    if change.field == "subtasks":
        old, new = parts_text(read_parts(old)), parts_text(read_parts(new))
    return marked_difference(old, new) if change.field in SENTENCES else _from_to(old, new)


def _fields(changed: Sequence[tuple[str, Node]]) -> Node:
    return changed and dl(".fields")[((dt[name], dd[said]) for name, said in changed)]


def _from_to(old: str, new: str) -> Node:
    struck, red = TextRun(old, struck=True), TextRun(new, red=True)
    sides = [marked_text((run,)) if run.text else span(".quiet")[NOTHING] for run in (struck, red)]
    return [sides[0], ARROW, sides[1]]


def decided(card: Card) -> Element | None:
    """List what meetings said of a line up to the month that is shown, newest first; nothing when none did."""
    month = card.selection.month
    meetings = ask(queries.line_meetings, card.indsats_id, month)
    if not meetings:
        return None
    decisions = ask(queries.decisions, indsats=card.indsats_id, until=month)
    said = [_meeting_said(each, [told for told in decisions if told.item_id == each.item_id]) for each in meetings]
    return section(".card-part.decisions")[h2[FROM_MEETINGS], said]


def _meeting_said(meeting: LineMeeting, decisions: Sequence[StandingDecision]) -> Element:
    seen = words.SEEN_AS.format(body=words.body_name(meeting.body)) + " "
    when = words.meeting_name(meeting.body, meeting.held_on)
    return div(".decided-row")[
        p[a(".line-link", href=meeting_href(meeting.meeting_id, "referat"))[when]],
        p[span(".quiet")[seen], light(meeting.light)] if meeting.light else None,
        map(_decision_said, decisions),
        p(".quiet")[words.FOCUS] if meeting.focus else None,
    ]


def _decision_said(told: StandingDecision) -> list[Element]:
    by = [words.KINDS[told.kind], *words.to_do(told)]
    by += [words.STATES[told.state].lower()] if told.kind != "noted" else []
    by += [told.note] if told.note else []
    return [p(".decided-text")[words.decided(told)], p(".quiet")[" · ".join(by)]]


def life_strip(card: Card) -> Element:
    """Draw the strip with its months under it, and say what its frames mean when there are any."""
    told: Told = {each.month: each for each in (*card.inherited, *card.life)}
    months = calendar_months(sorted({*told, card.selection.month}), longest=len(told) + 1000)
    cells = [_cell(month, told.get(month), card, is_first=month == months[0]) for month in months]
    return section(".life-frame")[h2(".unseen")[LIFE], div(".life")[cells], _key(card, told, months)]


def _told_elsewhere(scope: Scope | None) -> str:
    """Say whose workbook tells a month."""
    return TOLD_ELSEWHERE.format(scope="" if scope is None else phrases.scope_name(scope).lower())


def _cell(month: Month, told: ToldMonth | None, card: Card, *, is_first: bool) -> Element:
    is_now = month == card.selection.month
    under = span(".life-month")[month.name[:3], (is_first or month.number == 1) and b[str(month.year)]]
    said = f"{phrases.month_name(month)}: {_state_said(told, card)}"
    css = ["life-cell", is_now and "now"]
    if told is None or not isinstance(told.state, Light):
        look = "gap" if told is None else "left" if card.left_when_done else "gone"
        heard = span(".unseen")[f": {_state_said(told, card)}"]
        return span(class_=css)[i(class_=look, title=said, aria_hidden="true"), under, heard]
    looks = ["lit", told.state, not told.own and "elsewhere", _is_inherited(told, card) and "inherited"]
    return a(class_=css, href=_as_known(told, card), aria_current=is_now and "date")[
        i(class_=looks, title=said, aria_hidden="true"), under, span(".unseen")[f": {_state_said(told, card)}"]
    ]


def _as_known(told: ToldMonth, card: Card) -> str:
    """Lead to the card as of a month, in the scope that was delivered for it."""
    scope = {} if told.own else {filters.SCOPE_KEY: str(told.told_by)}
    scope |= {filters.PLAN_KEY: told.plan} if told.plan != card.known.plan else {}
    at = {filters.MONTH_KEY: str(told.month), filters.COMPARE_KEY: None} if told.month != card.selection.month else {}
    return address.href(address.INDSATS, **{INDSATS_KEY: told.indsats_id} | at | scope)


def _state_said(told: ToldMonth | None, card: Card) -> str:
    if told is None:
        return NOT_COVERED
    if not isinstance(told.state, Light):
        return LEFT_WHEN_DONE if card.left_when_done else texts.KINDS["gone"]
    parents = " og ".join(f"»{line.title}«" for line in card.parents)
    said = [word(told.state)]
    said += [INHERITED.format(name=parents)] if told.indsats_id != card.indsats_id else []
    said += [IN_EARLIER_PLAN.format(plan=told.plan)] if told.plan != card.known.plan else []
    if not told.own and told.told_by:
        said.append(FROM_ELSEWHERE.format(scope=phrases.scope_name(told.told_by).lower()))
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
