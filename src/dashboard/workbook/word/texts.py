"""What stands in a cell or a paragraph: text in pieces with their looks, tracked changes, remarks and what is drawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from dashboard.domain.excerpt import Rgb
from dashboard.domain.told_field import ADDED, field_of
from dashboard.workbook.annotate import AUTHOR
from dashboard.workbook.cell_text import as_seen, as_written
from dashboard.workbook.grid import Part
from dashboard.workbook.notes_and_drawings import CHART, PICTURE, SHAPE
from dashboard.workbook.word.numbering import BULLET, Numbering
from dashboard.workbook.word.package import ALTERNATIVES, Package, W, inside, shown
from dashboard.workbook.word.styles import Properties, Styles, is_on

NEW: Rgb = (255, 0, 0)  # what red is in the plan: written since last time
DRAWN_LIGHT = "●"
CHECKED, UNCHECKED = "☒", "☐"
INSERTED, DELETED, MOVED_HERE, MOVED_AWAY = "indsat", "slettet", "flyttet hertil", "flyttet herfra"
CHANGES = {"ins": INSERTED, "del": DELETED, "moveTo": MOVED_HERE, "moveFrom": MOVED_AWAY}
GONE = (DELETED, MOVED_AWAY)
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = {"commentReference": "comments", "footnoteReference": "footnotes", "endnoteReference": "endnotes"}
DRAWINGS, FORMULAS = ("drawing", "pict", "object", ALTERNATIVES), ("oMath", "oMathPara")
OLD_SHAPES = ("oval", "rect", "roundrect", "shape")
# What is looked into for more text, and looks like what is around it.
THROUGH = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")


class Piece(NamedTuple):
    """A stretch of text of one look; ``is_new`` where a tracked change put it there."""

    text: str
    ink: Rgb | None = None
    struck: bool = False
    bold: bool = False
    fill: Rgb | None = None
    is_new: bool = False


class Change(NamedTuple):
    """A tracked change: what was done, by whom and when (a date as the file has it)."""

    done: str
    by: str
    at: str


@dataclass
class Content:
    """All that stands in one place. ``has_hidden`` tells whether something there is not seen.

    ``fields`` hold the stretches that say which field of a line they are, in a document of ours;
    ``leaves_tables`` is set where the tables in its text boxes are read for themselves.
    """

    paragraphs: list[list[Piece]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    fields: dict[str, "Content"] = field(default_factory=dict)
    changes: dict[Change, None] = field(default_factory=dict)
    has_hidden: bool = False
    leaves_tables: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """Give all pieces, each paragraph on a line of its own; empty ones around the text are left out."""
        filled = [place for place, pieces in enumerate(self.paragraphs) if any(p.text.strip() for p in pieces)]
        kept = self.paragraphs[filled[0] : filled[-1] + 1] if filled else []
        found: list[Piece] = []
        for pieces in kept:
            found += [found[-1]._replace(text="\n"), *pieces] if found else pieces
        return found

    @property
    def text(self) -> str:
        """Give the text, whether it still holds or not."""
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def fill(self) -> Rgb | None:
        """Give the colour that is behind all of the text, or where there is none behind the blanks."""
        behind = [piece for piece in self.pieces if piece.text.strip()] or [*chain.from_iterable(self.paragraphs)]
        fills = {piece.fill for piece in behind}
        return fills.pop() if len(fills) == 1 else None

    @property
    def is_bold(self) -> bool:
        """Tell whether all of the text is bold."""
        shown = [piece for piece in self.pieces if piece.text.strip()]
        return bool(shown) and all(piece.bold for piece in shown)

    def parts(self, *, is_sign: bool) -> list[Part]:
        """Give the text as a cell has it: what is new is red, but for a sign, whose colour is a light."""
        told = [(p.text, NEW if p.is_new and not is_sign else p.ink, p.struck) for p in self.pieces]
        joined: list[Part] = []
        for text, ink, struck in told:
            if joined and joined[-1][1:] == (ink, struck):
                text = joined.pop()[0] + text
            joined.append((text, ink, struck))
        if joined:
            joined[0] = (joined[0][0].lstrip(), *joined[0][1:])
            joined[-1] = (joined[-1][0].rstrip(), *joined[-1][1:])
        return joined


@dataclass(frozen=True)
class TextReader:
    """Reads text as it is seen in a document, with its styles, lists and notes."""

    styles: Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, package: Package) -> "TextReader":
        """Make the reader of a document."""
        kinds = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}
        notes = {
            (kind, each.get(f"{W}id", "")): "\n".join(filter(None, map(_plain, each.iter(f"{W}p"))))
            for kind, name in kinds.items()
            for part in package.related(kind)
            for each in part.iter(f"{W}{name}")
            if each.get(f"{W}author") != AUTHOR  # what we wrote ourselves
        }
        return cls(Styles(package), Numbering(package), notes)

    def read(
        self,
        blocks: Iterable[Element],
        base: Properties | None = None,
        change: Change | None = None,
        *,
        leaves_tables: bool = False,
    ) -> Content:
        """Read paragraphs, and tables among them as lines of text; ``change`` is what was done to all of it."""
        content = Content(leaves_tables=leaves_tables)
        if change:
            content.changes[change] = None
        self._read(blocks, {**self.styles.defaults, **(base or {})}, change, content)
        alone = [pieces for pieces in content.paragraphs if any(piece.text.strip() for piece in pieces)]
        if len(alone) == 1 and alone[0][0].text.startswith(BULLET) and len(alone[0]) > 1:
            del alone[0][0]  # a list of one is no list
        return content

    def _read(self, blocks: Iterable[Element], base: Properties, change: Change | None, into: Content) -> None:
        for block in blocks:
            match block.tag.removeprefix(W):
                case "p":
                    self._paragraph(block, base, change, into)
                case "tbl" if into.leaves_tables:
                    pass
                case "sdt" if _is_placeholder(block):
                    pass
                case "tbl":
                    for cells in (list(inside(row, "tc")) for row in inside(block, "tr")):
                        found = [self.read(cell, base, change) for cell in cells]
                        self._join(found, [cell.find(f"{W}tcPr/{W}shd") for cell in cells], into)
                case name if name in (*THROUGH, *CHANGES):
                    self._read(block, base, change, into)

    def _join(self, cells: Sequence[Content], shadings: Sequence[Element | None], into: Content) -> None:
        """Add the cells of a row of a table within a cell as one line."""
        line: list[Piece] = []
        for cell, shading in zip(cells, shadings, strict=True):
            fill = self.styles.colours.shading(shading)
            pieces = [piece._replace(fill=piece.fill or fill) for piece in cell.pieces]
            if not pieces and fill:
                pieces = [Piece(DRAWN_LIGHT, fill)]  # a patch of colour
            line += [pieces[0]._replace(text=" · "), *pieces] if line and pieces else pieces
            into.remarks += cell.remarks
            into.drawings += cell.drawings
            into.changes |= cell.changes
            into.has_hidden |= cell.has_hidden
        into.paragraphs.append(line)

    def _paragraph(self, paragraph: Element, base: Properties, change: Change | None, into: Content) -> None:
        told = paragraph.find(f"{W}pPr")
        style = numbering = shading = None
        if told is not None:
            style, numbering, shading = (told.find(f"{W}{name}") for name in ("pStyle", "numPr", "shd"))
        name = None if style is None else style.get(f"{W}val")
        behind = self.styles.colours.shading(shading)
        look = {**base, **self.styles.text(name, "paragraph"), **({"fill": behind} if behind else {})}
        label = self.numbering.label(self.styles.numbering(name) if numbering is None else numbering)
        pieces: list[Piece] = []
        into.paragraphs.append(pieces)
        self._inside(paragraph, look, change, into, pieces)
        if label and any(piece.text.strip() for piece in pieces):
            pieces.insert(0, pieces[0]._replace(text=f"{label} "))
        elif label and label != BULLET:
            pieces.insert(0, Piece(label))  # a column of numbers
        elif look.get("fill") and not pieces:
            pieces.append(Piece("", fill=look["fill"]))

    def _inside(
        self, element: Element, look: Properties, change: Change | None, into: Content, pieces: list[Piece]
    ) -> None:
        for child in shown(element):
            name = child.tag.rpartition("}")[2]
            if name in FORMULAS:
                said = "".join(each.text or "" for each in child.iter() if each.tag.endswith("}t"))
                pieces.append(Piece(said, look.get("ink")))
            elif name == "r":
                self._run(child, look, change, into, pieces)
            elif name in CHANGES:
                made = Change(CHANGES[name], child.get(f"{W}author", ""), child.get(f"{W}date", "")[:10])
                into.changes[made] = None
                gone = change if change is not None and change.done in GONE else made
                self._inside(child, look, gone, into, pieces)
            elif name in THROUGH and not _is_placeholder(child):
                self._inside(child, look, change, into, pieces)

    def _run(self, run: Element, look: Properties, change: Change | None, into: Content, pieces: list[Piece]) -> None:
        told = run.find(f"{W}rPr")
        style = None if told is None else told.find(f"{W}rStyle")
        named = {} if style is None else self.styles.text(style.get(f"{W}val"), "character")
        told_as, is_compared = field_of("" if style is None else self.styles.name(style.get(f"{W}val")))
        if told_as == ADDED:
            return
        if told_as:
            into = into.fields.setdefault(told_as, Content([[]]))
            pieces = into.paragraphs[-1]
        own: dict[str, Any] = {**look, **named, **self.styles.of_run(told)}
        gone = change is not None and change.done in GONE
        piece = Piece(
            "", own.get("ink"), gone or bool(own.get("strike") or own.get("dstrike")), bool(own.get("bold")),
            own.get("fill"), change is not None and not gone,
        )  # fmt: skip
        if is_compared and piece.struck:
            return
        if is_compared:
            piece = piece._replace(ink=None)
        for child in run:
            found = self._seen(child, own, piece, change, into, pieces)
            if found is not None and own.get("hidden"):
                into.has_hidden |= bool(found.text.strip())
            elif found is not None:
                pieces.append(found)

    def _seen(
        self, child: Element, own: Properties, piece: Piece, change: Change | None, into: Content, pieces: list[Piece]
    ) -> Piece | None:
        name = child.tag.rpartition("}")[2]
        match name:
            case "t" | "delText":
                return piece._replace(text=as_seen(as_written(child.text or ""), own.get("font")))
            case "sym":
                sign = chr(int(child.get(f"{W}char", "20"), 16))
                return piece._replace(text=as_seen(sign, child.get(f"{W}font")))
            case _ if name in SIGNS:
                return piece._replace(text=SIGNS[name])
            case _ if name in NOTES:
                said = self.notes.get((NOTES[name], child.get(f"{W}id", "")), "")
                into.remarks += [said] if said else []
            case "fldChar":
                box = child.find(f"{W}ffData/{W}checkBox")
                if box is not None:
                    state = box.find(f"{W}checked")
                    state = box.find(f"{W}default") if state is None else state
                    return piece._replace(text=CHECKED if is_on(state) else UNCHECKED)
                return piece._replace(text=_chosen(child.find(f"{W}ffData/{W}ddList")))
            case _ if name in DRAWINGS:
                self._drawing(child, own, piece, change, into, pieces)
        return None

    def _drawing(
        self, drawing: Element, own: Properties, piece: Piece, change: Change | None, into: Content, pieces: list[Piece]
    ) -> None:
        """Read what is drawn: a filled shape is a sign in its colour, one with words those words."""
        for each in _shapes(drawing):
            name = each.tag.rpartition("}")[2]
            if name in ("pic", "imagedata", "graphicFrame", "chart"):
                into.drawings.append(CHART if name in ("graphicFrame", "chart") else PICTURE)
                continue
            colours = self.styles.colours
            fill = colours.drawn(each) if name == "wsp" else colours.old_drawn(each)
            words, boxes = Content(leaves_tables=into.leaves_tables), list(each.iter(f"{W}txbxContent"))
            for box in boxes:
                self._read(box, {**self.styles.defaults, "fill": fill}, change, words)
            into.changes |= words.changes
            if words.text:
                pieces += [piece._replace(text="\n")] if any(p.text.strip() for p in pieces) else []
                pieces += words.pieces
            elif fill is not None:
                pieces.append(piece._replace(text=DRAWN_LIGHT, ink=fill))
            elif not boxes:
                into.drawings.append(SHAPE)


def _shapes(element: Element) -> Iterator[Element]:
    """Walk the single things of a drawing, but for what is there for older programs."""
    for child in element:
        name = child.tag.rpartition("}")[2]
        is_old = child.tag.startswith("{urn:schemas-microsoft-com:vml}")
        if name == "Fallback":
            continue
        if name in ("wsp", "pic", "graphicFrame", "chart") or (is_old and name in OLD_SHAPES):
            pictures = [inner for inner in child if inner.tag.endswith("}imagedata")]
            yield pictures[0] if pictures else child
        else:
            yield from _shapes(child)


def boxed_tables(paragraph: Element) -> Iterator[Element]:
    """Walk the tables in the text boxes that hang on a paragraph."""
    boxes = (box for each in _shapes(paragraph) for box in each.iter(f"{W}txbxContent"))
    return (table for box in boxes for table in inside(box, "tbl"))


def _is_placeholder(control: Element) -> bool:
    """Tell whether a control only asks to be filled in."""
    return is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _chosen(choices: Element | None) -> str:
    """Give what is chosen in the list of a form, nothing where there is no list."""
    if choices is None:
        return ""
    entries = [each.get(f"{W}val", "") for each in choices.findall(f"{W}listEntry")]
    told = next((each for name in ("result", "default") if (each := choices.find(f"{W}{name}")) is not None), None)
    at = int(told.get(f"{W}val", "0")) if told is not None else 0
    return entries[at] if at < len(entries) else ""


def _plain(paragraph: Element) -> str:
    return as_written("".join(text.text or "" for text in paragraph.iter(f"{W}t"))).strip()
