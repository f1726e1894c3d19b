"""What was done, in words, for the record."""

from dashboard.domain.clock import in_denmark
from dashboard.queries import RecordedEvent
from dashboard.wording.phrases import scope_name

HEADERS = ("Nr.", "Tidspunkt", "Hvem", "Hvad", "Plan", "Måned", "Omfang", "Revision", "Om")

DONE = {
    "import": "Indlæst",
    "withdraw": "Trukket tilbage",
    "restore": "Hentet frem igen",
    "same": "Samme indsats",
    "different": "Ikke samme indsats",
    "continues": "Fortsætter en anden",
    "undo-link": "Afgørelse fortrudt",
    "answer": "Svaret om en tabel",
    "replace-answer": "Svar afløst",
    "forget-answer": "Svar glemt",
    "settle": "Signal afklaret",
    "unsettle": "Signal åbnet igen",
    "save-view": "Visning gemt",
    "forget-view": "Visning fjernet",
    "plan-meeting": "Møde oprettet",
    "change-meeting": "Møde ændret",
    "withdraw-meeting": "Møde fjernet",
    "restore-meeting": "Møde hentet frem igen",
    "agenda": "Punkt på dagsordenen",
    "decide": "Beslutning",
    "half-year": "Halvårsstatus",
    "close-line": "Sag lukket",
    "open-line": "Sag åbnet igen",
    "export": "Hentet ud",
    "settings": "Indstillinger ændret",
    "sign-in": "Logget ind",
    "sign-in-refused": "Ikke lukket ind: uden rolle",
    "rebuild": "Databasen lavet om",
    "restore-backup": "Sikkerhedskopi lagt på plads",
}


def record_row(event: RecordedEvent) -> tuple[object, ...]:
    """Give what stands of an event under the headers."""
    return (
        event.event_id,
        f"{in_denmark(event.happened_at):%Y-%m-%d %H.%M.%S}",
        event.who,
        DONE.get(event.what, event.what),
        event.plan,
        event.month and str(event.month),
        event.scope and scope_name(event.scope),
        event.revision,
        event.said,
    )
