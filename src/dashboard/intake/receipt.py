"""What would become of a workbook that has been read, or became of it: what was recognised and what is wrong."""

import getpass
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from hashlib import sha256

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.domain.issue import ISSUE_KINDS, Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Question
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import count_lights
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.intake.answers import Reading
from dashboard.intake.kept_words import tell_kept_words
from dashboard.intake.plan_and_month import PlanAndMonth, decide_plan_and_month
from dashboard.intake.questions import open_questions
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.taken_lights import ask_for_taken_lights
from dashboard.intake.who_is_who import Suggestion, suggest_lines
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import (
    ReceivedFile,
    StandingRevision,
    next_revision,
    standing_revision,
    stored_plans,
)


@dataclass(frozen=True)
class Receipt:
    """What became of one workbook. ``revision`` is the one it got, or the standing one when nothing changed.

    ``suggestions`` are the known lines that its new ones may be, best first. ``questions`` are to be answered before it
    can be saved, and ``tables`` are what they are about. ``plans`` are those that are stored beside its own.
    """

    file: str
    accepted: bool
    plan: str | None
    month: Month | None
    scope: Scope | None
    revision: int | None
    rows: tuple[StatusRow, ...]
    issues: tuple[Issue, ...] = field(default=())
    suggestions: tuple[Suggestion, ...] = ()
    questions: tuple[Question, ...] = ()
    tables: tuple[TableReading, ...] = ()
    plans: tuple[str, ...] = ()

    def without(self, hidden: Collection[int]) -> "Receipt":
        """Give it without what it says of stored lines that are hidden from somebody."""
        left = tuple(each for each in self.suggestions if each.line.indsats_id not in hidden)
        return replace(self, suggestions=left)

    @property
    def can_be_saved(self) -> bool:
        """Tell whether it can be saved, if need be with its errors."""
        return not self.questions and not any(ISSUE_KINDS[found.kind].leaves_nothing for found in self.errors)

    @property
    def errors(self) -> list[Issue]:
        """List what rejects the workbook."""
        return [found for found in self.issues if found.is_error]

    def as_json(self) -> dict[str, object]:
        """Give the receipt as the JSON document that the command line prints for each file."""
        lights = count_lights(self.rows)
        return {
            "file": self.file,
            "accepted": self.accepted,
            "plan": self.plan,
            **({"plans": list(self.plans)} if {*self.plans, self.plan} > {self.plan} else {}),
            "month": str(self.month) if self.month else None,
            "scope": str(self.scope) if self.scope else None,
            "revision": self.revision,
            "rows": len(self.rows),
            "lights": {
                str(light): lights[light] for light in (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED)
            },
            "done": lights[Light.DONE],
            "cross_cutting": sum(row.cross_cutting for row in self.rows),
            "issues": [
                {
                    "severity": str(found.severity),
                    "kind": found.kind,
                    "sheet": found.sheet,
                    "cell": found.cell,
                    "value": found.value,
                    "message": found.message,
                }
                for found in self.issues
            ],
        }


def received_now(content: bytes, file_name: str, by: str | None = None) -> ReceivedFile:
    """Note that a file is received now, by someone or (None) by whoever runs this."""
    at = utc_now()
    return ReceivedFile(file_name, sha256(content).hexdigest(), content, at, by or getpass.getuser())


def examine(con: duckdb.DuckDBPyConnection, reading: Reading, file: ReceivedFile, accept_errors: bool) -> Receipt:
    """Say what would become of a workbook that has been read; nothing is written."""
    parsed = reading.parsed
    place = decide_plan_and_month(con, reading) if parsed.rows else PlanAndMonth(parsed.plan)
    names, rows = known_names(con), parsed.rows
    known_ids, ambiguous = recognise_lines(rows, names)
    issues = [*parsed.issues, *place.issues, *ambiguous]
    if place.plan and parsed.month and parsed.scope:
        rows, untouched = tell_kept_words(con, (place.plan, parsed.month, parsed.scope), rows, known_ids, names)
        issues += untouched
    questions = (*place.questions, *open_questions(parsed.questions, parsed.issues))
    receipt = Receipt(
        file.file_name, False, place.plan, parsed.month, parsed.scope, None, rows, tuple(issues),
        questions=questions, tables=parsed.tables, plans=tuple(stored_plans(con)),
    )  # fmt: skip
    if not receipt.can_be_saved or place.plan is None or parsed.month is None or parsed.scope is None:
        return receipt
    standing = standing_revision(con, place.plan, parsed.month, parsed.scope)
    if standing is not None and standing.sha256 == file.sha256 and not _is_answered_since(reading, standing):
        known = issue("already-imported", detail=str(standing.revision))
        return replace(receipt, accepted=True, revision=standing.revision, issues=(known, *issues))
    taken = ask_for_taken_lights(con, reading, place.plan, parsed.month, known_ids, names)
    if taken:
        return replace(receipt, questions=taken)
    suggestions, untold = suggest_lines(con, place.plan, parsed.month, parsed.scope, rows, known_ids)
    accepted = accept_errors or not receipt.errors
    revision = next_revision(con, place.plan, parsed.month, parsed.scope) if accepted else None
    told = (*issues, *untold)
    return replace(receipt, accepted=accepted, revision=revision, suggestions=tuple(suggestions), issues=told)


def _is_answered_since(reading: Reading, standing: StandingRevision) -> bool:
    """Tell whether something was answered after a file was imported, so that the same file can be read otherwise."""
    return bool(reading.given) or any(each.given_at > standing.imported_at for each in reading.remembered)
