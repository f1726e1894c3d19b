"""What is tested by night alone: the same over more states, sizes, languages and seeds, with DASHBOARD_NIGHTLY=1."""

import os

IS_NIGHT = bool(os.environ.get("DASHBOARD_NIGHTLY"))


def seeds(by_day: int, by_night: int) -> range:
    """Give the seeds of what is drawn at random."""
    return range(by_night if IS_NIGHT else by_day)
