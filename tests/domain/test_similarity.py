"""How alike two lines are said to be: every renaming that is known, and lines that only sound alike."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.similarity import SUGGESTED_FROM, VERY_LIKELY_FROM, Similarity
from dashboard.domain.status_row import StatusRow

GLESBORG = (
    "Samling af Demensindsatsen i Glesborg (etablering af knudepunkt ved Glesborg samt fremtidig brug af "
    "Fuglsanggården)"
)
RENAMED = [
    ("Samling af demensindsatsen i Glesborg", GLESBORG),
    ("kloge m2", "klog m2"),
    ("Arbejde med kloge m2", "klog m2"),
    ("Arbejde med kloge m2", "Arbejde med klog m2 og herunder vision for arbejdslivet"),
    ("Taskforce udsatte unge", "Taskforce for udsatte unge"),
    ("Vision for arbejdslivet", "Vision for arbejdslivet i Norddjurs Kommune"),
    ("Udvidelse af sundhedscenter i Grenaa", "Udvidelse af sundhedscenteret i Grenaa"),
]
DIFFERENT = [  # beside each other in the example plan, with their udvalg
    ("Infrastruktur", "MTU", "Bredbånd og mobildækning i landområderne", "ØK"),
    ("Renovering af faglokaler på skolerne", "BUU", "Renovering af svømmehallen i Grenaa", "KFU"),
    ("Nye nære sundhedsopgaver fra 2027", "VPU", "Multihal i Ørsted", "KFU"),
    ("Energirenovering af rådhuset i Grenaa", "MTU", "Havnebad i Grenaa", "MTU"),
]


similarity = Similarity().score


def line(title: Any, code: Any = None, udvalg: Any = (), art: Any = None) -> StatusRow:
    return StatusRow(title=title, sheet="Ark1", cell="C4", title_cell="A4", code=code, udvalg=tuple(udvalg), art=art)


@pytest.mark.parametrize(("before", "now"), RENAMED)
def test_every_renaming_in_the_example_and_the_case_files_is_suggested(before: Any, now: Any) -> None:
    facts = (None, ["VPU"], "anlægsprojekter")
    assert similarity(line(before, *facts), line(now, *facts)) >= SUGGESTED_FROM


@pytest.mark.parametrize(("one", "udvalg", "other", "other_udvalg"), DIFFERENT)
def test_lines_that_share_a_word_or_two_are_not_suggested(one: Any, udvalg: Any, other: Any, other_udvalg: Any) -> None:
    assert similarity(line(one, None, [udvalg]), line(other, None, [other_udvalg])) < SUGGESTED_FROM


def test_a_shared_code_makes_a_longer_title_very_likely() -> None:
    short = line("Samling af demensindsatsen i Glesborg", "R706", ["VPU"], "råderumsforslag")
    assert similarity(short, line(GLESBORG, "R706", ["VPU"], "råderumsforslag")) >= VERY_LIKELY_FROM


def test_a_conflicting_code_another_udvalg_and_another_art_each_count_against() -> None:
    school = line("Ny skole i Auning", "R101", ["BUU"], "anlæg")
    alike = similarity(school, line("Ny skole Auning", "R101", ["BUU"], "anlæg"))
    assert similarity(school, line("Ny skole Auning", "R102", ["BUU"], "anlæg")) < alike
    assert similarity(school, line("Ny skole Auning", "R101", ["MTU"], "anlæg")) < alike
    assert similarity(school, line("Ny skole Auning", "R101", ["BUU"], "drift")) < alike


def test_a_fact_that_one_of_them_does_not_give_says_nothing() -> None:
    bare = similarity(line("Ny skole i Auning"), line("Ny skole Auning"))
    assert similarity(line("Ny skole i Auning", "R101", ["BUU"], "anlæg"), line("Ny skole Auning")) == bare


def test_it_is_the_same_both_ways_and_lies_between_0_and_100() -> None:
    one, other = line("klog m2", None, ["ØK"]), line("Arbejde med kloge m²", "R003", ["ØK", "KB"])
    assert similarity(one, other) == similarity(other, one)
    assert similarity(one, one) == 100
    assert 0 <= similarity(one, line("Fjellerup Udvikling")) <= 100


def test_a_rare_word_that_two_titles_share_says_more_than_one_that_many_have() -> None:
    plan = [f"Renovering af tag på {place} Skole" for place in ("Auning", "Rougsø", "Vivild", "Ørum", "Toubro")]
    among = Similarity([*plan, "Kunstgræsbane i Kolind", "Kunstgræs, Kolind Stadion"])
    shared_by_all = among.score(line("Renovering af tag på Auning Skole"), line("Renovering af tag på Vivild Skole"))
    shared_by_two = among.score(line("Kunstgræsbane i Kolind"), line("Kunstgræs, Kolind Stadion"))
    assert shared_by_all < SUGGESTED_FROM <= shared_by_two


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anlægspulje 2025", "Anlægspulje 2026"),
        ("Helhedsplan for Mellemstrup etape 1", "Helhedsplan for Mellemstrup etape 2"),
        ("Byfornyelse i Ørsted", "Byfornyelse i Allingåbro"),
    ],
)
def test_a_place_or_a_number_that_each_has_of_its_own_counts_against(one: str, other: str) -> None:
    assert similarity(line(one), line(other)) < SUGGESTED_FROM


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Udvikling af havnemiljøet i Grenaa", "HAVNEMILJØET I GRENAA - UDVIKLING"),
        ("Invasive plantearter", "Pulje til bekæmpelse af kæmpebjørneklo og andre invasive plantearter"),
        ("Cykelsti Kolind-Trustrup", "Cykelstier Kolind-Trustrup og Auning-Allingåbro"),
    ],
)
def test_other_case_swapped_words_a_shorter_title_and_a_merged_one_are_suggested(one: str, other: str) -> None:
    assert similarity(line(one), line(other)) >= SUGGESTED_FROM


def test_tema_responsible_and_amounts_each_count_where_udvalg_is_empty() -> None:
    before, now = line("Lokale kompetencecentre i folkeskolen"), line("Kompetencecentre på skolerne")
    bare = similarity(before, now)
    amounts = {2025: Decimal("-250"), 2026: Decimal("1250.5")}
    facts: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"tema": "Partnerskaber"}, {"tema": "Politiske visioner"}),
        ({"responsible": "Hanne Holm"}, {"responsible": "Ole Lund"}),
        ({"amounts": amounts}, {"amounts": {2025: Decimal(-250)}}),
    ]
    for same, another in facts:
        said = replace(before, **same)
        assert similarity(said, replace(now, **another)) < bare < similarity(said, replace(now, **same))
    assert similarity(replace(before, amounts=amounts), replace(now, amounts=amounts)) >= SUGGESTED_FROM
    assert similarity(replace(before, amounts={2025: Decimal(0)}), now) == bare
