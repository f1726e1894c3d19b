"""What is written in workbooks and by people is shown as it is, also where Streamlit reads Markdown."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import plan_meeting, save_view
from dashboard.web.database import database
from dashboard.web.markup import plain
from meeting_page import DAY, items, opened

EVIL = "**fed** [l](http://ude.dk)"
AS_MARKDOWN = re.compile(r"(?<!\\)\*\*fed|(?<!\\)\[l\]|://")
READS_MARKDOWN = {"label", "help", "body", "captions", "title"}
OPTIONS = {"radio", "button_group"}  # those of a list that opens are shown as they are
COLLAPSED = 2


def told(node: Any) -> Iterator[str]:
    """Give what stands in every field of a page that Streamlit reads as Markdown."""
    proto = getattr(node, "proto", None)
    kind = getattr(node, "type", "")
    if proto is not None and kind != "html":
        for field, value in proto.ListFields():
            is_shown = field.name != "label" or getattr(proto, "label_visibility", None) is None
            is_shown = is_shown or proto.label_visibility.value != COLLAPSED
            if is_shown and (field.name in READS_MARKDOWN or (field.name == "options" and kind in OPTIONS)):
                for each in [value] if isinstance(value, str) else value:
                    yield each if isinstance(each, str) else each.content
    for child in getattr(node, "children", {}).values():
        yield from told(child)


def assert_plain(page: AppTest) -> list[str]:
    """Refuse Markdown in what a page tells, and give where the name stands."""
    assert not page.exception
    found = [said for said in told(page._tree) if "fed" in said]
    assert [said for said in found if AS_MARKDOWN.search(said)] == []
    return found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Flåde R003(I), 50 % - nu", "Flåde R003(I), 50 % - nu"),
        ("2. etape", r"2\. etape"),
        ("# Bold", r"\# Bold"),
        ("- punkt", r"\- punkt"),
        ("kl. 10:30", r"kl. 10\:30"),
        ("a_b `c` <d> $1$ ~e~", r"a\_b \`c\` \<d\> \$1\$ \~e\~"),
        ("se http://ude og www.ude.dk og a@ude.dk", "se http\\:\u2060//ude og www\u2060.ude.dk og a\u2060@ude.dk"),
    ],
)
def test_a_text_is_written_so_that_it_is_read_as_it_is(text: str, told: str) -> None:
    assert plain(text) == told


def test_no_name_of_a_line_or_a_person_is_markdown_on_any_page(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    app = switch_to("overblik")
    for month in ("2026-09", "2026-10"):
        report(month, (EVIL, "ØK", "red", EVIL), (f"Ny {EVIL} {month}", "BUU", "red"), responsible=EVIL)
    meeting = plan_meeting(database(), Meeting(DIREKTIONEN, DAY, Month(2026, 10), PLAN), [(1, ["new_red"])], EVIL)
    save_view(database(), EVIL, "", "lys=red", EVIL)
    found = [*assert_plain(app.run())]
    for page in ("direktionsmoede", "roede_indsatser", "udvikling", "udvalg", "indsats", "signaler", "halvaarsstatus"):
        found += assert_plain(switch_to(page).run())
    app = switch_to("direktionsmoede")
    for part in ("dagsorden", "gennemgang"):
        found += assert_plain(opened(app, meeting, part))
    app.query_params["punkt"] = str(next(iter(items(meeting).values())))
    found += assert_plain(app.run())
    app.query_params.clear()
    found += assert_plain(switch_to("indlaesning").run())
    assert len(found) >= 2, "the view that can be removed and who is made responsible"


def test_no_name_in_a_workbook_is_markdown_where_it_is_asked_about(
    switch_to: Callable[[str], AppTest], workbook: Callable[..., tuple[str, bytes, str]], report: Callable[..., None]
) -> None:
    page = switch_to("indlaesning").run()
    report("2026-09", (f"Flådestyring {EVIL} i kommunen", "ØK", "red"))
    file = workbook("oktober 2026", [f"Flådestyringen {EVIL} i kommunen", "ØK", "Gul", ""], ["To", "ØK", EVIL, EVIL])
    page.file_uploader(key="filer").set_value([file]).run()
    found = assert_plain(page)
    assert found, "of which line it is that is asked about"
