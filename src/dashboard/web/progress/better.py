"""Which parts of the plan get better: the lines that moved, and beside them those that came and left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from htpy import Element, Fragment, b, div, fragment, h2, i, p, span
from markupsafe import Markup

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.queries import Part, PartMove
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import KEY_OF, WITHOUT
from dashboard.web.links import list_link
from dashboard.wording import phrases, texts

KEY = "bedre"
TITLES = {
    "tema": "Hvilke temaer bliver bedre?",
    "udvalg": "Hvilke udvalg bliver bedre?",
    "art": "Hvilke arter bliver bedre?",
    "responsible": "Hvis indsatser bliver bedre?",
}
NO_MOVES = "Ingen indsats er forbedret eller forværret {since}."
TOO_FEW = "Ingen af dem har fem indsatser, der kan sammenlignes, og flere forbedrede end forværrede eller omvendt."
EXPLAINED = "Bedre og værre tæller de indsatser, der flyttede sig; det siges ikke om færre end fem."
BETTER, WORSE, SAME, FEW_LINES = "bedre", "værre", "uændret", "under fem"
NAMED, FEW = 2, 5  # in the sentence on each side; lines that a share may be called better or worse of
MOVED = {"improved": "forbedret", "worsened": "forværret"}
BESIDE = {
    "reported_again": "indberettet igen",
    "new": "ny",
    "returned": "tilbage",
    "reopened": "genåbnet",
    "moved_in": "flyttet hertil",
    "gone": "udgået",
    "done": "afsluttet",
    "left_when_done": "afsluttet og ude af planen",
    "not_reported": "ikke længere indberettet",
    "moved_out": "flyttet herfra",
}
WITHOUT_LIGHT = ("done", "left_when_done", "not_reported")
SHARED = (Light.GREEN, Light.YELLOW, Light.RED)
Counts = Mapping[Light, int]


@dataclass(frozen=True)
class Movement:
    """What became of the lines of a part, and how many of how many were red or yellow before and now."""

    value: str
    moves: tuple[PartMove, ...]
    before: int
    active_before: int
    now: int
    active_now: int

    def n(self, *kinds: str) -> int:
        """Count the lines of these kinds."""
        return sum(move.n for move in self.moves if move.kind in kinds)

    @property
    def net(self) -> int:
        """Give how many more improved than worsened."""
        return self.n("improved") - self.n("worsened")

    @property
    def verdict(self) -> str:
        """Say whether it got better or worse; nothing is said of few lines."""
        if min(self.active_before, self.active_now) < FEW:
            return FEW_LINES
        return BETTER if self.net > 0 else WORSE if self.net < 0 else SAME

    @property
    def said(self) -> str:
        """Say how many moved, and those that came and left: "0 forbedret, 0 forværret, 1 ny grøn"."""
        moved = [f"{phrases.number(self.n(kind))} {name}" for kind, name in MOVED.items()]
        of = {(move.kind, move.light): move for move in self.moves}
        beside = [_beside(of[kind, light]) for kind in BESIDE for light in Light if (kind, light) in of]
        return ", ".join([*moved, *beside])


def _beside(move: PartMove) -> str:
    name = "nye" if move.kind == "new" and move.n > 1 else BESIDE[move.kind]
    light = terms().lights[move.light]
    if move.kind in WITHOUT_LIGHT:
        return f"{phrases.number(move.n)} {name}"
    return f"{phrases.number(move.n)} {name} {light.word.lower() if move.n == 1 else light.several}"


def movements(histories: Mapping[str, Mapping[Month, Counts]], by: Part, selection: Selection) -> list[Movement]:
    """Give what became of each part, best first; nothing where no month is compared with."""
    if selection.compare is None or selection.light:
        return []
    moves: dict[str, list[PartMove]] = {value: [] for value in histories}
    for move in ask(queries.part_moves, selection, by):
        moves.setdefault(move.value, []).append(move)
    told = [
        Movement(
            value,
            tuple(of_value),
            *_worse(histories.get(value, {}).get(selection.compare, {})),
            *_worse(histories.get(value, {}).get(selection.month, {})),
        )
        for value, of_value in moves.items()
        if of_value
    ]
    return sorted(told, key=lambda one: (-one.net, one.value == ""))


def _worse(counts: Counts) -> tuple[int, int]:
    active = sum(counts.get(light, 0) for light in SHARED)
    return active - counts.get(Light.GREEN, 0), active


def better_sentence(moved: Sequence[Movement], by: Part, selection: Selection) -> Element:
    """Name those that got most better and most worse in a sentence."""
    assert selection.compare is not None
    sides = {
        BETTER: [one for one in moved if one.verdict == BETTER][:NAMED],
        WORSE: [one for one in reversed(moved) if one.verdict == WORSE][:NAMED],
    }
    said = [
        fragment[b[phrases.capitalised(word)], ": ", ", ".join(_named(one, by) for one in side)]
        for word, side in sides.items()
        if side
    ]
    if said:
        return p(".answer")[Markup(" &nbsp; ").join(said)]
    since = phrases.since(selection.compare, selection.month)
    return p(".answer")[TOO_FEW if any(one.n(*MOVED) for one in moved) else NO_MOVES.format(since=since)]


def _named(one: Movement, by: Part) -> str:
    counted = ", ".join(f"{phrases.number(one.n(kind))} {name}" for kind, name in MOVED.items())
    return f"{phrases.part_name(by, one.value)} ({counted})"


def better_figure(moved: Sequence[Movement], by: Part, selection: Selection) -> Fragment:
    """Draw how many improved to the left and worsened to the right, best first, and what came and left."""
    assert selection.compare is not None
    shown = (selection.compare, selection.month)
    most = max((one.n(kind) for one in moved for kind in MOVED), default=0) or 1
    before, now = (span[phrases.short_month(month)] for month in shown)
    drawn = div(".better")[
        div(".better-row.better-head")[span, before, span, now, span, span], (_row(one, by, most) for one in moved)
    ]
    rows: list[list[Cell]] = [
        [phrases.part_name(by, one.value), one.before, one.active_before, one.now, one.active_now, *_counts(one)]
        for one in moved
    ]
    heads = [head for month in shown for head in (f"Røde og gule {month.label}", f"Aktive {month.label}")]
    numbers = figure_table([texts.PARTS[by], *heads, *map(phrases.capitalised, (MOVED | BESIDE).values())], rows)
    return fragment[h2[TITLES[by]], drawn_figure(KEY, TITLES[by], drawn, numbers), p(".quiet")[EXPLAINED]]


def _counts(one: Movement) -> Iterable[int]:
    return (one.n(kind) for kind in (*MOVED, *BESIDE))


def _row(one: Movement, by: Part, most: int) -> Element:
    return div(".better-row")[
        span(".better-name")[list_link(phrases.part_name(by, one.value), **{KEY_OF[by]: one.value or WITHOUT})],
        span(".better-n")[f"{one.before} af {one.active_before}"],
        span(".arrow", aria_hidden="true")["→"],
        span(".better-n")[f"{one.now} af {one.active_now}"],
        span(".better-axis")[
            i(".better-zero"),
            (
                i(class_=["better-bar", side], style=f"width:{50 * one.n(kind) / most:.1f}%")
                for kind, side in (("improved", "better-side"), ("worsened", "worse-side"))
                if one.n(kind)
            ),
        ],
        span(".better-said")[one.verdict],
        span(".better-moves")[one.said],
    ]
