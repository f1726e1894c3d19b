"""What stands before political treatment, as a line says it in words: of what kind, in which udvalg and when."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.domain.identity import normalised
from dashboard.domain.schedule import deadline
from dashboard.domain.terms import terms
from dashboard.domain.words import read_udvalg

# "Evaluering behandlet i BUU i maj 2026" is over; "Forventes behandlet i BUU" is not
OVER = re.compile(
    r"(?<!forventes )(?<!ventes )(?<!bliver )(?<!blive )\b(?:er |blev )?(?:behandlet|godkendt|vedtaget|besluttet)\b"
)
# where the kind ends without a bracket: at the udvalg, at a day, or at words that only say that it will be treated
AFTER_KIND = re.compile(
    r"(?:[,;:–]|\s-\s|\d|\b(?:forventes|ventes|skal|bliver|behandles|behandlet|forelægges|i|til|for|på|ultimo|primo|medio)\b)",
    re.IGNORECASE,
)
NO_KIND = "Behandling"


@dataclass(frozen=True)
class PoliticalTreatment:
    """A treatment that lies ahead: its kind, the udvalg that are named, and the last day of when (None: not said)."""

    kind: str
    udvalg: tuple[str, ...]
    day: date | None


@lru_cache(maxsize=4_096)
def political_treatment(text: str | None) -> PoliticalTreatment | None:
    """Read what lies ahead of a line; None where nothing does, or it says that it is over."""
    said = normalised(text or "")
    if not text or not re.search(r"[^\W\d_]", said) or said in terms().no or OVER.search(said):
        return None
    udvalg = _udvalg(text)
    kind = (text.partition("(")[0] if "(" in text else AFTER_KIND.split(text.strip(), maxsplit=1)[0]).strip(" .\n")
    is_kind = len(kind) > 2 and not _udvalg(kind)
    return PoliticalTreatment(kind if is_kind else NO_KIND, udvalg, deadline(text))


def treated_by(text: str | None) -> tuple[str, ...]:
    """Give the udvalg that a treatment lies ahead in; "" where none is named, nothing where none lies ahead."""
    ahead = political_treatment(text)
    return (ahead.udvalg or ("",)) if ahead else ()


def _udvalg(text: str) -> tuple[str, ...]:
    """Give the udvalg that are named, in their order."""
    known = {udvalg.key for udvalg in terms().udvalg}
    return tuple(key for key in read_udvalg(text)[0] if key in known)
