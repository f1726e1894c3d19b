"""The name of a document's file."""

from datetime import datetime

from dashboard.documents.frame import stem

MADE = datetime(2026, 11, 3, 8, 14)


def test_a_file_is_named_after_what_it_shows_and_when_it_was_made() -> None:
    assert stem(MADE, "liste", "2026-10", "Hele planen", "", "142 indsatser") == (
        "liste_2026-10_hele-planen_142-indsatser_20261103-0914"
    )


def test_no_text_makes_a_name_that_a_system_refuses() -> None:
    hostile = ("../..", "C:\\con<>|?*", 'Udvalg: "ØK" · Fritekst: »/etc«', "Æ" * 500, "\x00\u202e", "slut.")
    name = stem(MADE, *hostile)
    assert not set(name) & set('\\/:*?"<>|\x00\u202e. ')
    assert len(name.encode()) < 200
