"""Words that a department wrote, as a sentence of their own."""


def sentence(words: str) -> str:
    """Begin with a capital and end with a full stop, unless the words end with a sign of their own."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
