"""A reason is known by its meaning, and a missing one is never taken for an answer."""

from typing import Any

import pytest

from dashboard.domain.reason import MISSING, OTHER, reason_keys, reason_name, reason_of

COORDINATION, SUPPORT, STUCK = reason_keys()[:3]


def test_the_three_of_the_sources_stand_first_then_another_and_none() -> None:
    assert [reason_name(key) for key in reason_keys()] == [
        "Behov for tværfaglig koordination eller opbakning",
        "Brug for støtte til at fjerne forhindringer",
        "Sagen er gået i stå",
        "Anden årsag",
        "Årsag mangler",
    ]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Behov for tværfaglig koordination eller opbakning", COORDINATION),
        ("behov for  tværfaglig\nkoordination eller opbakning.", COORDINATION),
        ("Behov for tværfaglig kordination eller opbakning", COORDINATION),
        ("Mangler opbakning fra to forvaltninger", COORDINATION),
        ("Koordination", COORDINATION),
        ("Brug for støtte til at fjerne forhindringer", SUPPORT),
        ("Brug for støtte til at fjerne forhindrigner", SUPPORT),
        ("Juridisk forhindring", SUPPORT),
        ("SAGEN ER GÅET I STÅ", STUCK),
        ("Udbuddet er gået i stå, og der mangler opbakning", STUCK),
        ("Merudgift til entreprenøren", OTHER),
        ("Sagen er i gang", OTHER),
        ("Ja", OTHER),
    ],
)
def test_a_reason_is_known_however_it_is_spelled(written: str, reason: Any) -> None:
    assert reason_of(written) == reason


@pytest.mark.parametrize("written", [None, "", "  \n", "-", "?", "Mangler", "ikke oplyst", "n/a"])
def test_what_says_nothing_is_missing(written: str | None) -> None:
    assert reason_of(written) == MISSING
