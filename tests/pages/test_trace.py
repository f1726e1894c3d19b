"""The sheet behind a line of Overblik, opened by its address."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.scope import CROSS_CUTTING
from drawn_page import seen


def linked(app: AppTest) -> str:
    """Give what the first light of the change list asks for in the address."""
    return str(re.findall(r'href="\?kilde=([^"]+)"', " ".join(html.value for html in app.html))[0])


@pytest.fixture
def changed(app: AppTest, report: Callable[..., None]) -> AppTest:
    report("2026-08", ("Flådestyring", "ØK", "green"))
    report("2026-09", ("Flådestyring", "ØK", "red"))
    return app


def test_a_line_says_where_its_light_was_read(changed: AppTest) -> None:
    changed.query_params["kilde"] = linked(changed.run())
    said = seen(changed.run())
    assert "Flådestyring Rød" in said
    assert "2026-09.xlsx · revision 1 · arket »Ark1« · celle C2 · indlæst 3. november 2026 kl. 09.14" in said
    assert "Filen er tom" in said


def test_without_being_asked_nothing_is_opened(changed: AppTest) -> None:
    assert "arket »Ark1«" not in seen(changed.run())


@pytest.mark.parametrize("asked", ["999-999", "kat", "1", "1-", "-1-1", "1-99999999999999999999", "²-1"])
def test_a_link_to_nothing_is_explained(changed: AppTest, asked: str) -> None:
    changed.query_params["kilde"] = asked
    assert "Cellen findes ikke i databasen" in seen(changed.run())


def test_workbooks_that_disagree_are_marked_in_the_list_and_told_at_the_cell(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2026-08", ("Flådestyring", "ØK", "green"))
    report("2026-09", ("Flådestyring", "ØK", "yellow"))
    report("2026-09", ("Flådestyring", "ØK", "red"), scope=CROSS_CUTTING)
    sentence = "To filer for måneden er uenige om denne indsats; den seneste indlæsning tæller."
    app.run()
    assert f'title="{sentence}"' in " ".join(html.value for html in app.html)
    assert f"Uenige filer 1 {sentence} Rød Flådestyring ØK" in seen(app)
    app.query_params["kilde"] = linked(app)
    said = seen(app.run())
    assert sentence in said
    assert "Gul 2026-09.xlsx · arket »Ark1« · celle C2" in said


def test_a_line_that_workbooks_disagree_about_is_shown_also_without_a_change(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2026-09", ("Flådestyring", "ØK", "yellow"), ("Aktindsigt", "ØK", "green"))
    report("2026-09", ("Flådestyring", "ØK", "red"), ("Aktindsigt", "ØK", "yellow"), scope=CROSS_CUTTING)
    said = seen(app.run())
    assert "Uenige filer 2 To filer for måneden er uenige om disse indsatser" in said
    assert "Rød Flådestyring ØK Gul Aktindsigt ØK" in said


def test_workbooks_that_agree_are_not_mentioned(changed: AppTest) -> None:
    assert "uenige" not in seen(changed.run()).lower()
