"""Meetings in words: the same on their own pages, in their documents and on the card of a line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.meeting import REASONS, Decision, Meeting
from dashboard.domain.municipality import municipality, own_words
from dashboard.domain.terms import terms
from dashboard.queries import AgendaItem, ProposedLine, StandingDecision
from dashboard.wording import phrases

WHY = {
    "highlighted": own_words("Fremhævet af {direktionen}"),
    "follow_up": "Opfølgning på beslutning",
    "new_red": "Ny rød",
    "known_red": "Rød, også drøftet sidst",
    "still_red": "Fortsat rød",
    "focus": "Fokus fra sidste møde",
    "obs": "OBS-punkt",
    "worse_yellow": "Gul, og værre end før",
    "back_yellow": "Gul, og indberettet igen",
    "focus_area": "Fokusområde",
    "obs_point": "OBS-punkt",
    "added": "Sat på af mødet",
    "kept": "Beholdt fra en tidligere status",
    "closed": "Lukket punkt",
}
COUNTED = {
    "highlighted": ("fremhævet", "fremhævede"),
    "follow_up": ("opfølgning", "opfølgninger"),
    "new_red": ("ny rød", "nye røde"),
    "known_red": ("rød, der også blev drøftet sidst", "røde, der også blev drøftet sidst"),
    "still_red": ("fortsat rød", "fortsat røde"),
    "focus": ("i fokus", "i fokus"),
    "obs": ("OBS-punkt", "OBS-punkter"),
    "worse_yellow": ("gul, der er værre end før", "gule, der er værre end før"),
    "back_yellow": ("gul, der er indberettet igen", "gule, der er indberettet igen"),
    "focus_area": ("fokusområde", "fokusområder"),
    "obs_point": ("OBS-punkt", "OBS-punkter"),
    "added": ("sat på", "sat på"),
    "kept": ("beholdt", "beholdt"),
    "closed": ("lukket punkt", "lukkede punkter"),
}
ALSO_FOCUS_AREA = ("er også fokusområde", "er også fokusområder")
KINDS = {
    "decision": "Beslutning",
    "noted": "Til efterretning",
    "material": "Ønsker yderligere materiale",
    "help": "Hjælp givet",
}
STATES = {"open": "Ikke udført", "done": "Udført", "dropped": "Bortfaldet"}
SEEN_AS, SAW_AS = "{body} ser den som", "{body} så den som {light} {day}"
ADDRESS = re.compile(r"https?://\S+")
NO_STATUS = "Ingen status"
AS_OF, BOTH_MONTHS = "pr. {month}", "{own}, for de tværgående punkter {cross}"
TOPIC, CALLED_IN, FOCUS = "Emne", "Indkaldt", "Fokus til næste møde"
LATE = "Ikke udført, {days} over frist"


def body_name(body: str) -> str:
    """Give the name of those who meet."""
    return terms().body(body).name


def meeting_name(body: str, held_on: date) -> str:
    """Name a meeting by who met and when."""
    return f"{body_name(body)} {phrases.day(held_on)}"


def why(reasons: Sequence[str]) -> str:
    """Say why a point is on the agenda."""
    return " · ".join(dict.fromkeys(WHY[reason] for reason in reasons))


def counted(agenda: Sequence[AgendaItem | ProposedLine]) -> str:
    """Count the points by their weightiest reason: "16 punkter: 3 nye røde, 6 fortsat røde, 7 OBS-punkter"."""
    first = [next(iter(item.reasons), "added") for item in agenda]
    by = [(first.count(reason), COUNTED[reason]) for reason in REASONS]
    also = sum("focus_area" in item.reasons[1:] for item in agenda)
    by += [(also, ALSO_FOCUS_AREA)]
    told = ", ".join(phrases.count_of(n, *words) for n, words in by if n)
    return phrases.count_of(len(first), "punkt", "punkter") + (f": {told}" if told else "")


def lasted(item: AgendaItem, meeting: Meeting) -> str:
    """Say how long a line has had its light, and as of when where the meeting looks at two months; or nothing."""
    if item.month is None:
        return ""
    as_of = AS_OF.format(month=item.month.label) if meeting.cross_month else ""
    if item.since is None or item.in_row is None or item.light in (None, Light.NOT_REPORTED):
        return as_of
    return f"{phrases.in_row(item.in_row, item.since, item.month)} {as_of}".rstrip()


def udvalg_names(item: AgendaItem) -> str:
    """Name the udvalg of a line."""
    return ", ".join(map(terms().udvalg_name, item.udvalg))


def decided(told: Decision | StandingDecision) -> str:
    """Say what was decided, or what kind of decision it is where nothing more was written."""
    return told.text.strip() or KINDS[told.kind]


def to_do(told: Decision | StandingDecision) -> list[str]:
    """Say who is to do what was decided, and by when."""
    by = [told.responsible] if told.responsible else []
    return [*by, f"frist {phrases.short_day(told.due)}"] if told.due else by


def state_of(told: StandingDecision) -> str:
    """Say what became of a decision; nothing of one that never waited for anybody."""
    return "" if told.kind == "noted" or (told.state == "open" and not told.is_open) else STATES[told.state].lower()


def without_light(item: AgendaItem) -> str:
    """Say what stands where a point has no light: it is a topic, or nothing is told of its line in the month."""
    return TOPIC if item.indsats_id is None else NO_STATUS


def overdue(told: StandingDecision, today: date) -> str:
    """Say how late an open decision is, or nothing."""
    days = days_late(told, today) if told.state == "open" else 0
    return LATE.format(days=phrases.count_of(days, "dag", "dage")) if days else ""


def days_late(told: StandingDecision, today: date) -> int:
    """Count the days since it should have been done; nothing when there is time, or no date."""
    return max(0, (today - told.due).days) if told.due else 0


def case_title(meeting: Meeting) -> str:
    """Name the case that a meeting decides on: "Udmøntningsplan 2025-2028 - Strategiske og tværgående indsatser"."""
    return case_text(meeting, "case")


def case_text(meeting: Meeting, part: str) -> str:
    """Give a text of a meeting's case: as it was written for the meeting, else as terms.toml has it for the body."""
    written = getattr(meeting, part, None)
    if written is not None:
        return str(written)
    body = terms().body(meeting.body)
    standard: str = getattr(body, part)
    month = meeting.month.label
    if meeting.cross_month:
        month = BOTH_MONTHS.format(own=month, cross=meeting.cross_month.label)
    return standard.format(body=body.name, plan=meeting.plan, month=month)


def unwritten(meeting: Meeting) -> Meeting:
    """Give a meeting whose case says what every one of its body says."""
    return replace(meeting, case_number=None, route=None, background=None, presentation=None, recommendation=None)


def lines_of(said: str | None) -> tuple[str, ...]:
    """Give the lines of what was typed, without the empty ones."""
    return tuple(line.strip() for line in (said or "").splitlines() if line.strip())


def document(said: str) -> tuple[str, str | None]:
    """Give the name of a paper and its address: "Notat https://…" has both, "Notat" no address."""
    found = ADDRESS.search(said)
    if found is None:
        return said, None
    name = " ".join(said.replace(found[0], " ").split()).rstrip(":-–")
    return name.strip() or found[0], found[0]


def seen_last(item: AgendaItem, body: str) -> str:
    """Say how the body saw a line the last time: "Direktionen så den som gul 7. december 2026"; or nothing."""
    if item.last_seen_light is None or item.last_seen_on is None:
        return ""
    seen = word(item.last_seen_light).lower()
    return SAW_AS.format(body=body_name(body), light=seen, day=phrases.day(item.last_seen_on))


def document_named(said: str) -> str:
    """Write a paper with its address after it: "Notat (https://…)"."""
    name, href = document(said)
    return f"{name} ({href})" if href and href != name else name


def people(meeting: Meeting) -> list[str]:
    """Say who takes part, who is called in for the whole case, and who gets the papers."""
    told = (
        ("Deltagere", meeting.participants),
        (CALLED_IN, meeting.invited),
        ("Sendes til", municipality().recipients),
    )
    return [f"{label}: {', '.join(names)}" for label, names in told if names]
