"""What becomes of a line from one month to another, in the order and the words of every list of changes."""

CHANGE_NAMES = {
    "worsened": "Forværret",
    "improved": "Forbedret",
    "reported_again": "Indberettet igen",
    "new": "Ny",
    "returned": "Tilbage",
    "gone": "Udgået",
    "left_when_done": "Afsluttet og ude af planen",
    "done": "Afsluttet",
    "reopened": "Genåbnet",
    "not_reported": "Ikke længere indberettet",
    "moved_in": "Kommet ind under filteret",
    "moved_out": "Gået ud af filteret",
}
