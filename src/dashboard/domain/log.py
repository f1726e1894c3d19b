"""The log: one line of JSON for each thing, without names, what lines say, or what files are called.

Our own messages are written so. Of others only the fixed part of a message is told, for what is put into it may be
anything, and of an error its class and where it arose, for its message may hold what a cell says; an error whose
sentences never do says so itself (``may_be_logged``).
"""

import json
import logging
import secrets
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

KEPT_BYTES, KEPT_FILES = 5_000_000, 4
FRAMES = 12
OURS = "dashboard"
acting_role: ContextVar[str] = ContextVar("acting_role", default="")


class JsonLine(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        is_ours = record.name.split(".")[0] == OURS
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": record.getMessage() if is_ours else str(record.msg).partition("\n")[0],
        }
        if acting_role.get():
            told["role"] = acting_role.get()
        told |= getattr(record, "told", {})
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
            told["error"] = type(error).__name__
            why = getattr(error, "strerror", None) or (str(error) if getattr(error, "may_be_logged", False) else None)
            told |= {"why": why} if why else {}
            told["at"] = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]
        return json.dumps(told, ensure_ascii=False)


def log_to(file: Path | None, level: str, *, on_screen: bool) -> None:
    """Let everything that is logged go to a file that is turned over when it is full, and to the screen."""
    logging.raiseExceptions = False
    handlers: list[logging.Handler] = [logging.StreamHandler()] if on_screen else []
    if file is not None:
        handlers.append(RotatingFileHandler(file, "a", KEPT_BYTES, KEPT_FILES, encoding="utf-8", delay=True))
    for handler in handlers:
        handler.setFormatter(JsonLine())
    logging.basicConfig(handlers=handlers, level=logging.WARNING, force=True)
    logging.getLogger(OURS).setLevel(level.upper())
    logging.captureWarnings(True)


def new_reference() -> str:
    """Give what an error is found by in the log: told to the person who met it."""
    return secrets.token_hex(3).upper()
