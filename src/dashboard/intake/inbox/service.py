"""Reading an inbox again and again, until told to stop."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import getLogger
from pathlib import Path

from dashboard.domain.disk import why_not
from dashboard.domain.log import acting_role
from dashboard.intake.inbox.inbox import Inbox, Outcome
from dashboard.intake.inbox.job import LOOK_EVERY_SECONDS

FINISH_WITHIN_SECONDS = 5
TROUBLED = 5  # times longer between looks while nothing can be saved
TRY_AGAIN_SECONDS = 600  # to write the backup of today
log = getLogger(__name__)


def serve(inbox: Inbox, stop: threading.Event, told: Callable[[Outcome], None] | None = None) -> None:
    """Read what arrives until ``stop`` is set, telling of each file; no failure ends it."""
    acting_role.set("inbox")
    trouble: str | None = None
    backing_up = _BackingUp(inbox)
    try:
        while not stop.is_set():
            outcome: Outcome | None = None
            try:
                outcome = inbox.look()
                trouble = None
            except Exception as error:
                said = f"{error.filename}: {why_not(error)}." if isinstance(error, OSError) else str(error)
                if trouble != said:  # said once, not at every look while it lasts
                    trouble = said
                    log.warning("the inbox waits", exc_info=True)
            if outcome is None:
                backing_up.look()
                _rest(inbox, stop, is_troubled=trouble is not None)
                continue
            log.info("workbook read", extra={"told": {"accepted": outcome.accepted}})
            if told is not None:
                told(outcome)
    finally:
        inbox.close()


def _rest(inbox: Inbox, stop: threading.Event, *, is_troubled: bool) -> None:
    """Wait for the next look at the folder; who asks on the command line sits there, and is heard sooner."""
    if is_troubled:
        stop.wait(inbox.pace.look_every * TROUBLED)
        return
    until = time.monotonic() + inbox.pace.look_every
    while not stop.wait(min(LOOK_EVERY_SECONDS, inbox.pace.look_every)):
        if time.monotonic() >= until or inbox.is_asked():
            return


class _BackingUp:
    """The daily backup: where it cannot be written that is logged, and tried again later."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._not_before = 0.0

    def look(self) -> None:
        if time.monotonic() < self._not_before:
            return
        try:
            written = self._inbox.back_up()
            if written is not None:
                log.info("backup written")
        except Exception as error:
            self._not_before = time.monotonic() + TRY_AGAIN_SECONDS
            log.warning("backup not written", exc_info=error)


def serve_once(inbox: Inbox, told: Callable[[Outcome], None]) -> list[Path]:
    """Read what lies in the inbox now, and list what could not be read because it never came to rest.

    Raise what look raises.
    """
    acted = time.monotonic()
    try:
        while True:
            outcome = inbox.look()
            if outcome is not None:
                told(outcome)
                acted = time.monotonic()
                continue
            if not inbox.seen or time.monotonic() > acted + inbox.pace.give_up:
                return inbox.seen
            time.sleep(inbox.pace.look_every)
    finally:
        inbox.close()


@contextmanager
def in_background(inbox: Inbox) -> Iterator[None]:
    """Serve the inbox in a thread for as long as the block lasts; a file being read then is finished if it is quick."""
    stop = threading.Event()
    thread = threading.Thread(target=serve, args=(inbox, stop), name="indbakke", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(FINISH_WITHIN_SECONDS)
