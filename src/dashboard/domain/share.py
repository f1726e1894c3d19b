"""A part of a whole in percent, rounded once for every page, figure and document: half a percent rounds up."""


def percent(part: int, of: int) -> str:
    """Write a share without decimals, and never 0 % of something or 100 % of not everything."""
    if 0 < 200 * part < of:
        return "under 1 %"
    if part < of and 200 * part >= 199 * of:
        return "over 99 %"
    return f"{(200 * part + of) // (2 * of)} %"
