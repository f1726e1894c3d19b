"""How a document of ours says which field of a line a stretch of its text is, so that it is read back as that.

The name of the stretch's style in Word says it; what is in no such style is of the cell's own column.
"""

PREFIX, MARKED = "Planens felt: ", " (sammenlignet)"
OWN, ADDED = "", "tilføjet"


def compared(field: str) -> str:
    """Say of a field that its marks are what differs from another month, and none of the line's own."""
    return field + MARKED


def style_name(field: str) -> str:
    """Name the style of a field; nothing for what is of the cell's own column."""
    return PREFIX + field if field else ""


def field_of(style: str) -> tuple[str, bool]:
    """Give the field that a style is of, and whether its marks are only of a comparison."""
    field = style.removeprefix(PREFIX) if style.startswith(PREFIX) else OWN
    return field.removesuffix(MARKED), field.endswith(MARKED)
