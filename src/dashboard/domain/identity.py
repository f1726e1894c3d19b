"""When two spellings are the same line: the normalised title."""

import re
import unicodedata
from functools import lru_cache

DASHES = re.compile("[\u2010-\u2015\u2212]")
QUOTES = str.maketrans("", "", "\"'«»“”„’‘´`\u00ad\u200b")


@lru_cache(maxsize=16_384)
def normalised(text: str) -> str:
    """Fold a title or a header to what does not change meaning: case, spaces, line breaks, dashes, quotes, m² = m2."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(QUOTES)
    folded = re.sub(r"\s+", " ", DASHES.sub("-", folded)).strip(" .,:;-*")
    return re.sub(r" ?- ?", "-", folded)
