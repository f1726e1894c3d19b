"""Words that somebody wrote, as a sentence of their own."""

ENDS = (".", "!", "?", ":")


def sentence(words: str) -> str:
    """Begin with a capital and end as ``ended`` does."""
    return ended(words[:1].upper() + words[1:])


def ended(words: str) -> str:
    """End with a full stop, unless the words end with a sign of their own."""
    return words if not words or words.endswith(ENDS) else f"{words}."
