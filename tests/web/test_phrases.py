"""Figures and sentences as a Dane writes them."""

from datetime import datetime

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.queries import Delivery, Selection
from dashboard.wording import phrases

OCTOBER, SEPTEMBER = Month(2026, 10), Month(2026, 9)
WHOLE = Selection(OCTOBER, SEPTEMBER, PLAN)


def test_the_line_under_the_title_says_which_months_are_compared() -> None:
    assert phrases.months_shown(WHOLE) == "Oktober 2026 sammenlignet med september 2026"
    assert phrases.months_shown(Selection(OCTOBER, None, PLAN)) == "Oktober 2026"


def delivery(imported_at: datetime, revision: int = 1) -> Delivery:
    return Delivery(OCTOBER, PLAN, PLAN, imported_at, "Anne", revision, "okt.xlsx", False)


def test_freshness_shows_the_time_as_clocks_in_denmark_do() -> None:
    said = phrases.freshness(WHOLE, delivery(datetime(2026, 11, 3, 8, 14)), 5)
    assert (
        said == "Status pr. ultimo oktober 2026, indlæst 3. november 2026 kl. 09.14 · 5 indsatser er ikke indberettet"
    )
    assert "kl. 10.14" in phrases.freshness(WHOLE, delivery(datetime(2026, 7, 3, 8, 14)), 0)


def test_freshness_says_when_a_wider_workbook_speaks_and_when_it_was_corrected() -> None:
    said = phrases.freshness(Selection(OCTOBER, None, CROSS_CUTTING), delivery(datetime(2026, 11, 3), 2), 0)
    assert "revision 2" in said
    assert "bygger på filen for hele planen" in said
    assert "ikke indberettet" not in said


def test_a_change_has_its_sign_and_a_real_minus() -> None:
    assert [phrases.change(by) for by in (2, -3)] == ["+2", "−3"]


def test_since_names_the_year_only_when_it_is_another() -> None:
    assert phrases.since(SEPTEMBER, OCTOBER) == "siden september"
    assert phrases.since(Month(2025, 12), OCTOBER) == "siden december 2025"


def test_the_shares_say_what_they_are_of() -> None:
    assert phrases.share_of(104) == "Andel af de 104 aktive og indberettede indsatser"


def test_scopes_and_parts_have_names_also_when_they_are_unknown_or_missing() -> None:
    assert [phrases.scope_name(scope) for scope in (PLAN, CROSS_CUTTING, Scope("AU"))] == [
        "Hele planen",
        "Tværgående indsatser",
        "Arbejdsmarkedsudvalget",
    ]
    assert phrases.part_name("udvalg", "NYT") == "NYT"
    assert phrases.part_name("tema", None) == "Uden tema"


def test_thousands_are_parted_by_a_dot() -> None:
    assert phrases.count_of(1234, "indsats", "indsatser") == "1.234 indsatser"
