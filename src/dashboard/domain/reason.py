"""Which of the plan's reasons for a red somebody wrote, however it was spelled."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio_alignment

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import terms

OTHER, MISSING = "other", "missing"
NAMES = {OTHER: "Anden årsag", MISSING: "Årsag mangler"}
CLOSE = 85  # of 100: a slip of the pen or two in a phrase of some length


def reason_keys() -> tuple[str, ...]:
    """List what a reason can be: those of the plan in their order, another one, and none."""
    return (*(reason.key for reason in terms().reasons), OTHER, MISSING)


def reason_name(key: str) -> str:
    """Give what a reason is called."""
    return NAMES.get(key, key)


@lru_cache(maxsize=4_096)
def reason_of(written: str | None) -> str:
    """Give the reason that a text states: one of the plan's, OTHER, or MISSING where nothing is stated.

    Of several the one that is named first counts.
    """
    text = normalised(written or "")
    if not re.search(r"[^\W\d_]", text) or text in terms().lights[Light.NOT_REPORTED].written:
        return MISSING
    named = [
        (place, reason.key)
        for reason in terms().reasons
        for spelling in reason.spellings
        if (place := _place(spelling, text)) is not None
    ]
    return min(named)[1] if named else OTHER


def _place(spelling: str, text: str) -> int | None:
    """Find where a spelling stands in a text, slips of the pen forgiven; None when it does not."""
    if spelling in text:
        return text.index(spelling)
    if len(text) < len(spelling) * CLOSE / 100:
        return None
    found = partial_ratio_alignment(spelling, text, score_cutoff=CLOSE)
    return None if found is None else found.dest_start
