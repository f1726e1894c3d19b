"""What is seen before the framework has started: Overblik's counts, bar and changes, in the page that all loads into.

Drawn by the functions that draw the page itself, of what the address asks for and whoever asks may see. The framework
takes over in the same places (assets/first_sight.css), and first_sight.js takes this away.
"""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from htpy import Element, div, h1, h2, img, span

from dashboard import queries
from dashboard.domain.viewer import Viewer
from dashboard.intake.inbox import database_path
from dashboard.queries import Part, Selection
from dashboard.web import address, downloads, filters
from dashboard.web.change_list import changed
from dashboard.web.counts import PART_KEY, counted, distributed
from dashboard.web.database import ask, asking_as
from dashboard.web.head import example_mark, is_example, shown, way_to_copy, way_to_screen
from dashboard.web.markup import plan_logo
from dashboard.wording import texts


def first_sight(viewer: Viewer, get_all: Callable[[str], Sequence[str]]) -> str | None:
    """Draw what Overblik shows first to somebody, of what an address asks for; None while there is nothing to show."""
    if not database_path().exists():
        return None
    with asking_as(viewer):
        if not ask(queries.plans):
            return None
        found = filters.choices(address.asked_for(filters.FIELDS, get_all))
        with address.alone(found.held):
            part = filters.part_asked_for(next(iter(get_all(PART_KEY)), None))
            drawn = _drawn(found.selection, part, is_bare=any(get_all(address.BARE_KEY)))
            return str(drawn) if drawn else None


def _drawn(selection: Selection, by: Part, *, is_bare: bool) -> Element | None:
    counts = ask(queries.light_counts, selection)
    if not any(count.n for count in counts):
        return None
    title = div(".first-title")[
        div[h1[texts.OVERBLIK]],
        is_example(selection) and example_mark(),
        not is_bare and [span(".first-menu")[label] for label in (texts.HOW_TO_READ, downloads.GET)],
        way_to_screen(is_bare=is_bare),
        not is_bare and way_to_copy(),
    ]
    name = " ".join(filter(None, [texts.PLAN_NAME, selection.plan]))
    page = div(".first-page.stHtml")[
        div[title, shown(selection, counts)],
        div[counted(counts, selection)],
        div(".first-columns")[
            div[changed(selection)],
            div[div(".first-title")[h2[texts.WHERE_RED]], distributed(selection, by)],
        ],
    ]
    logo = img(".stLogo", src="data:image/svg+xml," + quote(plan_logo(name)), alt="")
    side = div(".first-side")[div(data_named=name)[logo]]
    return div("#first-sight", class_={"bare": is_bare}, inert=True)[not is_bare and side, page]
