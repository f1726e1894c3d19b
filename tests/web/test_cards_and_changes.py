"""The counts, the shares and the changes as HTML: the right words, and nobody's markup but ours."""

import re

import pytest
from htpy import fragment

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.text_run import TextRun, written_runs
from dashboard.queries import Change, LightCount, Selection
from dashboard.web import counts as web_counts
from dashboard.web.change_list import change_list
from dashboard.web.head import definitions

COMPARED = Selection(Month(2026, 10), Month(2026, 9), PLAN)
ALONE = Selection(Month(2026, 10), None, PLAN)


def read(html: object) -> str:
    """Give the text that is seen, with one space between the parts."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(html))).strip()


def counts(*n: int, before: tuple[int, ...] | None = None) -> list[LightCount]:
    return [LightCount(*count) for count in zip(Light, n, before or [None] * 5, strict=True)]


def change(kind: str = "worsened", **given: object) -> Change:
    line = {
        "kind": kind,
        "indsats_id": 1,
        "title": "Flådestyring",
        "code": "R003",
        "light_before": Light.GREEN,
        "light_now": Light.RED,
        "udvalg": "ØK, KB",
        "moved_in": False,
        "said_in": Month(2026, 10),
        "reason": None,
        "text": "Udbud er gået i stå",
        "runs": None,
        "disagrees": False,
        "snapshot_id": 4,
        "sheet": "Ark1",
        "cell": "C2",
    }
    return Change(**line | given)  # type: ignore[arg-type]


def cards(counts: list[LightCount], selection: Selection) -> str:
    return str(web_counts.cards(counts, selection))


def bar(counts: list[LightCount], selection: Selection) -> str:
    return str(fragment[web_counts.bar(counts, selection)])


def drawn(changes: list[Change]) -> str:
    return str(change_list(changes, Month(2026, 10)))


def test_every_card_says_light_count_and_change() -> None:
    assert read(cards(counts(9, 27, 68, 5, 33, before=(7, 28, 68, 4, 32)), COMPARED)) == (
        "Rød 9 +2 siden september Gul 27 −1 siden september Grøn 68 uændret siden september "
        "Ikke indberettet 5 +1 siden september Afsluttet 33 +1 siden september"
    )


def test_only_more_red_and_more_silence_are_marked_as_worse() -> None:
    html = cards(counts(9, 27, 68, 5, 33, before=(7, 20, 60, 4, 32)), COMPARED)
    worse = re.findall(r'card (\w+)"(?:(?!<section).)*change worse', html)
    assert worse == ["red", "not_reported"]
    assert "worse" not in cards(counts(5, 0, 9, 0, 0, before=(7, 0, 5, 3, 0)), COMPARED)


def test_without_a_comparison_a_card_says_so_instead_of_a_change() -> None:
    assert read(cards(counts(9, 27, 68, 5, 33), ALONE)).count("ingen sammenligning") == 5


def test_the_bar_shares_the_active_and_reported_only_and_says_how_many() -> None:
    assert read(bar(counts(9, 27, 68, 5, 33), ALONE)) == (
        "65 % følger planen 26 % gul 9 % rød Andel af de 104 aktive og indberettede indsatser"
    )


def test_the_shares_of_the_comparison_month_stand_beside_those_of_today() -> None:
    html = read(bar(counts(9, 27, 68, 5, 33, before=(7, 28, 70, 4, 32)), COMPARED))
    assert html.endswith("indsatser. September 2026: 67 % følger planen, 27 % gul, 7 % rød af 105")


def test_a_share_too_small_for_words_has_them_under_the_bar() -> None:
    html = bar(counts(1, 0, 99, 0, 0), ALONE)
    segments, caption = html.split("bar-caption")
    assert "1 % rød" in caption
    assert "rød" not in read(segments)


def test_nothing_active_is_said_instead_of_drawn() -> None:
    assert read(bar(counts(0, 0, 0, 4, 2), ALONE)) == "Ingen aktive og indberettede indsatser at fordele"


def test_a_change_shows_both_lights_the_line_its_first_words_and_its_udvalg() -> None:
    assert read(drawn([change()])).startswith("Forværret 1 Grøn → Rød Flådestyring R003 Udbud er gået i stå ØK, KB")


def test_an_udvalg_is_spelled_out_when_pointed_at() -> None:
    assert 'title="Økonomiudvalget, Kommunalbestyrelsen"' in drawn([change()])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("new", "Ny 1 nu Rød"),
        ("gone", "Udgået 1 før Grøn"),
        ("done", "Afsluttet 1 før Grøn"),
        ("reopened", "Genåbnet 1 nu Rød"),
        ("not_reported", "Ikke længere indberettet 1 før Grøn"),
        ("reported_again", "Indberettet igen 1 nu Rød"),
        ("returned", "Tilbage 1 nu Rød"),
        ("left_when_done", "Afsluttet og ude af planen 1 før Grøn"),
        ("moved_in", "Kommet ind under filteret 1 nu Rød"),
        ("moved_out", "Gået ud af filteret 1 før Grøn"),
    ],
)
def test_what_came_or_went_shows_the_one_light_that_is_not_in_the_heading(kind: str, said: str) -> None:
    assert read(drawn([change(kind)])).startswith(said)


def test_five_lines_of_a_kind_are_seen_and_the_rest_lies_behind_vis_alle() -> None:
    html = drawn([change(title=f"Linje {n}") for n in range(1, 9)])
    seen, rest = html.split('class="rest"')
    assert "Linje 5" in seen
    assert "Linje 6" not in seen
    assert "Vis alle 8" in rest
    assert "Linje 8" in rest


def test_kinds_open_in_order_until_the_screen_is_full() -> None:
    kinds = ["worsened"] * 9 + ["improved"] * 9 + ["new"] * 4 + ["gone"]
    html = drawn([change(kind) for kind in kinds])
    opened = re.findall(r'class="kind (\w+)" open', html)
    assert opened == ["worsened", "improved"]
    assert re.findall(r'class="kind (\w+)"', html) == ["worsened", "improved", "new", "gone"]


def test_those_that_are_reported_again_are_counted_by_the_light_they_came_back_with() -> None:
    lights = (Light.RED, Light.RED, Light.GREEN)
    html = read(drawn([change("reported_again", light_before=Light.NOT_REPORTED, light_now=light) for light in lights]))
    assert html.startswith("Indberettet igen 3 heraf Rød 2 Grøn 1 nu Rød")


def test_why_a_line_got_worse_is_its_reason_and_what_was_said_in_the_month_in_which_it_did() -> None:
    then = read(drawn([change(reason="sagen er gået i stå", said_in=Month(2026, 8))]))
    assert "I august 2026: Sagen er gået i stå. Udbud er gået i stå ØK, KB" in then
    assert "Flådestyring R003 Udbud er gået i stå ØK" in read(drawn([change()]))


def test_kinds_that_nothing_happened_in_share_one_line() -> None:
    assert read(drawn([change()])).endswith(
        "Forbedret 0 Indberettet igen 0 Ny 0 Tilbage 0 Udgået 0 Afsluttet 0 Genåbnet 0 Ikke længere indberettet 0"
    )


def test_workbooks_that_disagree_are_shown() -> None:
    assert ">uenige<" in drawn([change(disagrees=True)])


@pytest.mark.parametrize(("kind", "marks"), [("worsened", 1), ("gone", 0)])
def test_what_was_new_in_the_last_text_of_a_line_that_left_is_not_new_now(kind: str, marks: int) -> None:
    written = written_runs({"status_text": (TextRun("Gået i stå", red=True),)})
    html = drawn([change(kind, text="Gået i stå", runs=written)])
    assert "Gået i stå" in html
    assert html.count("<ins") == marks


def test_markup_in_a_strangers_workbook_is_text() -> None:
    html = drawn([change(title='<img src=x onerror="x">', text="<b>fed</b>", udvalg='"><i>')])
    assert "<img src=x" not in html
    assert "<b>fed" not in html
    assert "&lt;img src=x" in html
    assert "<i>" not in html


def test_a_line_without_code_text_or_udvalg_shows_no_leftovers() -> None:
    html = drawn([change(code=None, text="", udvalg="")])
    assert not re.search(r"nan|none", html, flags=re.IGNORECASE)


def test_the_definitions_are_the_directors_own_words() -> None:
    assert "Rød Der er behov for, at direktionen zoomer ind Gul Der ses udfordringer" in read(definitions())


def test_a_why_of_three_lines_stands_whole_and_the_rest_of_a_longer_one_is_opened() -> None:
    assert "rest-of-why" not in drawn([change(text="Udbud er gået i stå. " * 12)])
    told = drawn([change(reason="Klage", text="Udbud er gået i stå. " * 30)])
    shown, rest = told.split('<span class="rest-of-why">')
    assert shown.split("row-why")[1].count("Udbud") == 13
    assert rest.startswith((" er", " gået", " i", " stå", " Udbud")), "cut between words"
