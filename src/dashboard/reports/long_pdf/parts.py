"""A long PDF, set in parts and joined to one that is no other than if it were set at once.

typst keeps all pages until the last is set, which for thousands of lines takes more memory than anything else. So each
part is set in a process of its own and ends where a page begins; it is set a little further, and what lies after that
page is set again by the next one. How many pages there are is known at the end: their feet are set then.
"""

from collections.abc import Sequence
from dataclasses import replace
from tempfile import TemporaryFile

from dashboard.reports.document import Step
from dashboard.reports.long_pdf import places
from dashboard.reports.long_pdf.apart import apart
from dashboard.reports.long_pdf.part import FREE, Part, Wanted, set_feet, set_part
from dashboard.reports.long_pdf.places import Place, Told, between, goes_on, levels, size_between
from dashboard.reports.long_pdf.whole import WholePdf

FEET = 500  # pages whose feet are set at once


def long_pdf(told: Told, step: Step) -> bytes:
    """Write what a document says as the bytes of a PDF; ``step`` is called for each row and paragraph."""
    with TemporaryFile() as file:
        _write(told, WholePdf(file), step)
        file.seek(0)
        return file.read()


def _write(told: Told, whole: WholePdf, step: Step) -> None:
    blocks, place, feet = told["blocks"], Place(), list[int]()
    wanted = Wanted(told | {"part": "first"}, FREE)
    while place < Place(len(blocks)):
        part = _part(wanted, blocks, place)
        ends = place.plus(part.place) if part.place else Place(len(blocks))
        headings = list(levels(blocks[place.block : ends.block]))
        whole.add(part, headings)
        feet += [foot for _, foot in part.pages]
        below = headings[-1] if headings else wanted.told["below"]
        for _ in range(size_between(blocks, place, ends)):
            step()
        wanted = _next(wanted, part, below, is_within=goes_on(blocks, ends))
        place = ends
    whole.finish(_write_feet(whole, told, feet, wanted.number))


def _part(wanted: Wanted, blocks: Sequence[Told], place: Place) -> Part:
    """Set a part from a place on, longer than others where there is no page that it can end before."""
    most, part = places.PART, None
    while part is None:
        taken, ends = between(blocks, place, most)
        is_last = ends == Place(len(blocks))
        part = apart(set_part, replace(wanted, told=dict(wanted.told) | {"blocks": taken}, is_last=is_last))
        most *= 2
    return part


def _next(wanted: Wanted, part: Part, below: int, *, is_within: bool) -> Wanted:
    within = part.tags.opened.number if part.tags.opened else wanted.within
    told = dict(wanted.told) | {"part": "later", "below": below}
    return Wanted(told, part.number, part.key, within if is_within else None, part.heads if is_within else ())


def _write_feet(whole: WholePdf, told: Told, feet: Sequence[int], free: int) -> int:
    """Write the feet of all pages and give the first number that is free then."""
    for first in range(0, len(feet), FEET):
        some = feet[first : first + FEET]
        pages = {"first": first + 1, "pages": len(some), "all": len(feet)}
        free, objects = apart(set_feet, told | {"part": "feet", "feet": pages, "blocks": []}, some, free)
        whole.write(objects)
    return free
