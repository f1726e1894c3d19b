"""The inbox: a folder whose workbooks the holder of the database imports, and the jobs others leave there for it."""

from dashboard.intake.inbox.inbox import BY, Inbox, Outcome
from dashboard.intake.inbox.job import Job, NoAnswerError, await_answer, put_job, withdraw_job
from dashboard.intake.inbox.marker import InboxError, InboxTakenError, is_served
from dashboard.intake.inbox.placed import Pace
from dashboard.intake.inbox.service import in_background, serve, serve_once
from dashboard.store.faults import DatabaseHeldError
from dashboard.store.location import database_path, inbox_path

__all__ = [
    "BY",
    "DatabaseHeldError",
    "Inbox",
    "InboxError",
    "InboxTakenError",
    "Job",
    "NoAnswerError",
    "Outcome",
    "Pace",
    "await_answer",
    "database_path",
    "in_background",
    "inbox_path",
    "is_served",
    "put_job",
    "serve",
    "serve_once",
    "withdraw_job",
]
