"""The half-year status in words: its lists and their rules, the share that follows the plan, and what is missing."""

from collections.abc import Sequence

from dashboard.domain.half_year import MONTHS_AHEAD, HalfYearList, half_year_before
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.share import percent
from dashboard.queries import HalfYearLine, HalfYearWord, LightCount, Selection
from dashboard.wording import phrases, texts

HIGHLIGHTED, NOTHING_HIGHLIGHTED = "Fremhæves", "Intet er fremhævet endnu."
LISTS = {
    HalfYearList.UNDER_WAY: "Gennemført eller i gang",
    HalfYearList.FOCUS: own_words("Fokus ved {direktionens} månedlige status"),
    HalfYearList.TREATMENT: "Står foran politisk behandling",
    HalfYearList.OUTSIDE: "Uden for listerne",
}
RULES = {
    HalfYearList.UNDER_WAY: "Afsluttede, og de grønne og gule, som ikke står på de to andre lister.",
    HalfYearList.FOCUS: "Tværgående, ikke afsluttede, og ikke på listen over politisk behandling.",
    HalfYearList.TREATMENT: (
        "Ikke afsluttede, med en politisk behandling, der ligger inden for et halvt år (senest {month}) eller er uden "
        "dato."
    ),
    HalfYearList.OUTSIDE: (
        "Røde og ikke indberettede, som hverken er tværgående eller står foran behandling. Ingen regel kan sige, at de "
        "er i gang; de kan flyttes herfra."
    ),
}
FOLLOWS, INSTEAD_OF = "{share} af de {n} aktive og indberettede følger planen", ", mod {share} af {n} i {month}"
BESIDE = "{done} og {not_reported} tæller ikke med."
NO_EARLIER = "Der er ingen tidligere halvårsstatus at sammenligne med: hele planen er ikke leveret for {month}."
EARLIER = "Hele planen er ikke leveret for {missing}; der sammenlignes med {month}."
NO_PLAN = "Hele planen er endnu ikke leveret, og en halvårsstatus er for hele planen."
LIMITED = "Halvårsstatus er for hele planen. Du ser {udvalg}: se udvalgets del under »Udvalg«."
LEFT = "Står ikke længere i planen for {month}: {name}. {said}"
HIGHLIGHT_SAID, PLACED_SAID = "Fremhævet af {who} {day}: {note}", "Placeret under »{list}« af {who} {day}: {note}"
PLACED = "Placeret her af {who} {day}: {note}"


def rule(listed_in: HalfYearList, month: Month) -> str:
    """Say which lines a list has when nobody says otherwise."""
    return RULES[listed_in].format(month=month.plus(MONTHS_AHEAD).label)


def follows(counts: Sequence[LightCount], selection: Selection) -> str:
    """Say the share that follows the plan beside the last half-year's: "73 % af de 110 … følger planen, mod 82 % …"."""
    n = {count.light: count.n for count in counts}
    beside = BESIDE.format(
        done=phrases.count_of(n[Light.DONE], "afsluttet", "afsluttede"),
        not_reported=phrases.count_of(n[Light.NOT_REPORTED], "ikke indberettet", "ikke indberettede"),
    )
    now, before = _share(n), _share({count.light: count.n_before or 0 for count in counts})
    if not now:
        return f"{texts.NOTHING_ACTIVE}. {beside}"
    was = ""
    if selection.compare and before:
        was = INSTEAD_OF.format(share=before[0], n=before[1], month=selection.compare.label)
    return f"{FOLLOWS.format(share=now[0], n=now[1])}{was}. {beside}"


def missing(selection: Selection, last: Month | None) -> str:
    """Say that the last half-year status is missing, and what stands in its place; nothing when it is there."""
    expected = half_year_before(selection.month)
    if selection.compare != last or last == expected:
        return ""
    return EARLIER.format(missing=expected.label, month=last.label) if last else NO_EARLIER.format(month=expected.label)


def treatment(line: HalfYearLine) -> str:
    """Say what lies ahead of a line: "Evaluering (BUU), november 2026"; nothing where it is in another list."""
    ahead = line.treatment if line.listed_in is HalfYearList.TREATMENT else None
    if ahead is None:
        return ""
    udvalg = f" ({', '.join(ahead.udvalg)})" if ahead.udvalg else ""
    return f"{ahead.kind}{udvalg}" + (f", {Month.of(ahead.day).label}" if ahead.day else "")


def placed(line: HalfYearLine) -> str:
    """Say who placed a line where it stands, when and why; nothing where the rule did."""
    word = line.placement
    return PLACED.format(who=word.written_by, day=phrases.short_moment(word.written_at), note=word.text) if word else ""


def left(word: HalfYearWord, month: Month) -> str:
    """Say what was said of a line that the plan of the month no longer has."""
    told = PLACED_SAID if word.placed_in else HIGHLIGHT_SAID
    name = LISTS[word.placed_in] if word.placed_in else ""
    said = told.format(list=name, who=word.written_by, day=phrases.short_moment(word.written_at), note=word.text)
    return LEFT.format(month=month.label, name=word.name, said=said)


def _share(n: dict[Light, int]) -> tuple[str, str] | None:
    active = sum(n[light] for light in Light if light.is_reported)
    return (percent(n[Light.GREEN], active), phrases.number(active)) if active else None
