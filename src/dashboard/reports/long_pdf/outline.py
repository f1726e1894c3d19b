"""The outline of a long PDF: its headings, each below the last one of a higher level, closed as typst has them."""

from collections.abc import Sequence

from dashboard.reports.long_pdf.part import OUTLINE, Written

Heading = tuple[int, bytes, bytes]  # its level, its text and its place, as they are written


def outline(headings: Sequence[Heading], free: int) -> Written:
    """Give the outline as objects, its entries from the first number that is free on."""
    above, entries = [OUTLINE], dict[int, list[int]]({OUTLINE: []})
    parents = list[int]()
    for number, (level, _, _) in enumerate(headings, start=free):
        del above[level:]
        parents.append(above[-1])
        entries[above[-1]].append(number)
        entries[number] = []
        above.append(number)
    written = [(OUTLINE, b"<</Type/Outlines%b>>" % _ends(entries[OUTLINE], 1))]
    for number, (_, text, place), parent in zip(range(free, free + len(headings)), headings, parents, strict=True):
        beside, at = entries[parent], entries[parent].index(number)
        links = b"/Prev %d 0 R" % beside[at - 1] if at else b""
        links += b"/Next %d 0 R" % beside[at + 1] if at + 1 < len(beside) else b""
        links += _ends(entries[number], -1)
        written.append((number, b"<</Parent %d 0 R/Title %b/Dest %b%b>>" % (parent, text, place, links)))
    return written if headings else []


def _ends(entries: Sequence[int], sign: int) -> bytes:
    """Say which entries stand below another and how many they are; less than none of them when it is closed."""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entries[0], entries[-1], sign * len(entries)) if entries else b""
