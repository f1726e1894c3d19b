import pytest

from dashboard.domain.identity import normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arbejde med kloge m²", "Arbejde med kloge m2"),
        ("Samling af demensindsatsen", "Samling af Demensindsatsen "),
        ("voksen-\nhandicapområdet", "voksen-handicapområdet"),
        ("fraværsindsatsen - besparelser", "fraværsindsatsen – besparelser"),
        ("Norddjurs  i\nbevægelse", "Norddjurs i bevægelse"),
        ("Projekt »Lys«", 'Projekt "Lys"'),
    ],
)
def test_spellings_that_do_not_change_meaning_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arbejde med kloge m2", "Arbejde med klog m2"),
        ("besparelser på forsørgelsesudgifter", "besparelser på sociale indsatser"),
    ],
)
def test_other_words_are_another_title_until_somebody_says_otherwise(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)
