"""What people write in the search box, and which lines they mean."""

import pytest

from dashboard.domain.line_search import KnownName, nearest_lines

FLEET, DEMENTIA, ABSENCE, ABSENCE_TOO, CLEVER, TOWN, BUSES, WRITING = range(8)
NAMES = [
    KnownName(FLEET, "Flådestyring", "R003"),
    KnownName(DEMENTIA, "Samling af demensindsatsen i Glesborg", "R706"),
    KnownName(DEMENTIA, "Knudepunkt for ældre i Glesborg"),
    KnownName(ABSENCE, "Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter", "R307"),
    KnownName(ABSENCE_TOO, "Investering i fraværsindsatsen - besparelser på sociale indsatser", "R307"),
    KnownName(CLEVER, "Arbejde med kloge m²"),
    KnownName(TOWN, "Byggemodning af boligområde i Auning"),
    KnownName(BUSES, "Ændring af busruter", "R030"),
    KnownName(WRITING, "AI-hjælpeværktøj til skriftlig fremstilling", "R002"),
]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Flådestyring", [FLEET]),
        ("Flodestyring", [FLEET]),
        ("flaadestyring", [FLEET]),
        ("flådesty", [FLEET]),
        ("styring flåde", [FLEET]),
        ("demens glesborg", [DEMENTIA]),
        ("demmensindsats", [DEMENTIA]),
        ("knudepunkt", [DEMENTIA]),
        ("r 307", [ABSENCE, ABSENCE_TOO]),
        ("R307", [ABSENCE, ABSENCE_TOO]),
        ("307", [ABSENCE, ABSENCE_TOO]),
        ("3", [FLEET]),
        ("fravær r 307 buu", [ABSENCE]),
        ("kloge m2", [CLEVER]),
        ("bolig auning", [TOWN]),
        ("hus", []),
        ("hjælpeværktøj", [WRITING]),
        ("noget helt andet", []),
        ("   ", []),
        ("?!", []),
    ],
)
def test_lines_are_found_by_what_is_remembered_of_them(asked: str, meant: list[int]) -> None:
    assert sorted(nearest_lines(asked, NAMES)) == sorted(meant)


def test_the_best_stands_first_and_the_list_ends() -> None:
    names = [KnownName(number, f"Fremtidens skole {number}") for number in range(30)] + [KnownName(99, "Skoler")]
    found = nearest_lines("fremtidens skole", names, at_most=5)
    assert len(found) == 5
    assert 99 not in found
