"""Lights and marked texts as HTML; all other elements are htpy's, which escape by themselves; texts as no Markdown.

A light is always shape and word. What is new or no longer holds in a text is told in colour, weight or a line through
it, and in words to listen to; the marks are the workbook's own (``marked_line_text``) or found word by word against an
earlier text (``marked_difference``).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from htpy import Element, Fragment, Node, a, del_, fragment, img, ins, span
from markupsafe import Markup

from dashboard.charts.palette import PALETTE, shape_svg, word
from dashboard.domain.light import Light, State
from dashboard.domain.municipality import municipality
from dashboard.domain.text_difference import text_difference
from dashboard.domain.text_excerpt import around_marks
from dashboard.domain.text_run import TextRun, read_runs, runs_of

ARROW = Markup(span(".arrow", role="img", aria_label="til")["→"])
NEW, STRUCK = "ny tekst: ", "udgået: "
NOTHING = "intet"
MARKDOWN = re.compile(r"[\\`*_\[\]<>$~|]|:(?=\S)|^[#+\-=](?=[#\s\-=])|(?:(?<=^\d)|(?<=^\d\d))[.)]")
ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
SKIP = "Spring listen over"


@cache
def shape(value: Light, color: str | None = None) -> Markup:
    """Draw the shape of a light; as an image, since Streamlit takes <svg> out of HTML."""
    source = "data:image/svg+xml," + quote(shape_svg(value, color), safe=" =:/'")
    return Markup(img(".light-shape", alt="", data_light=value, src=source))


@cache
def light(value: Light) -> Markup:
    """Draw a light as shape and word."""
    return Markup(span(".light")[shape(value), word(value)])


@cache
def from_to(before: Light, now: Light) -> Markup:
    """Draw what a light was and what it became: "● Grøn → ◆ Rød"."""
    return Markup(span(".from-to")[light(before), " ", ARROW, " ", light(now)])


def light_sums(lights: Iterable[State | None]) -> list[Element]:
    """Count lights, worst first: "◆ Rød 2", "▲ Gul 1"."""
    n = Counter(lights)
    return [span(".sum")[light(value), " ", span(".count")[str(n[value])]] for value in Light if n[value]]


def plan_logo(name: str) -> str:
    """Draw the municipality's picture, if any; the plan's name in it is written beside it in the page's own letters."""
    logo = municipality().logo
    picture = Markup("<image href='{}' width='32' height='32'/>").format(logo) if logo else ""
    width = 40 if logo else 1
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="32" viewBox="0 0 {0} 32">'
        "<title>{1}</title>{2}</svg>"
    ).format(width, name, picture)


@cache
def page_icon() -> str:
    """Draw the icon of the page in the municipality's colour."""
    return (
        Path(__file__)
        .with_name("assets")
        .joinpath("icon.svg")
        .read_text("utf-8")
        .replace("{accent}", municipality().accent)
    )


def plain(text: str) -> str:
    """Write what somebody wrote so that it is shown as it is where Streamlit reads Markdown: labels, help and toasts.

    Nothing becomes a link by looking like an address: what cannot be escaped is parted by a sign that takes no room.
    """
    return MARKDOWN.sub(r"\\\g<0>", ADDRESS.sub("\u2060", text))


def skippable(drawn: Node) -> Fragment:
    """Offer a way past a long list to who goes by the keyboard; focus.js leads it to the end."""
    return fragment[a(".skip", href="#")[SKIP], drawn, span(".skip-end", tabindex="-1")]


def marked_text(runs: Iterable[TextRun]) -> Markup:
    """Draw a text: what is new in red and bold, what no longer holds struck through."""
    return Markup("").join(map(_run, runs))


def marked_line_text(said: str | None, written_runs: str | None, field: str) -> Markup:
    """Draw a field of a line as its workbook marked it; ``written_runs`` are as they are stored."""
    return marked_text(runs_of(said, read_runs(written_runs).get(field, ())))


def marked_difference(old: str | None, new: str | None, *, is_short: bool = False) -> Markup:
    """Draw a text with the words that differ from an earlier one marked; in short only what stands around them.

    Where not a word was kept the old one stands whole, an arrow, and the new one.
    """
    runs = text_difference(old, new)
    if is_short:
        runs = around_marks(runs)
    if not runs or any(not run.is_marked for run in runs):
        return marked_text(runs)
    sides = (tuple(run for run in runs if run.struck), tuple(run for run in runs if run.red))
    return ARROW.join(marked_text(side) if side else span(".quiet")[NOTHING] for side in sides)


def _run(run: TextRun) -> Fragment:
    """Draw a run, with the space around it outside of the mark."""
    written = run.text.strip()
    if not run.is_marked or not written:
        return fragment[run.text]
    before, _, after = run.text.partition(written)
    marked, said = (del_(".struck"), STRUCK) if run.struck else (ins(".new"), NEW)
    return fragment[before, marked[span(".unseen")[said], written], after]


def light_styles() -> str:
    """Write two classes for each light: its colour with its shape on it ("lit red"), and the colour ("part red")."""
    return "\n".join(_style(light) for light in Light)


def _style(light: Light) -> str:
    look = PALETTE[light]
    shape = shape_svg(light, None if light is Light.NOT_REPORTED else look.on_color)
    image = f'url("data:image/svg+xml,{quote(shape, safe=" =:/")}")'.replace("'", "%27")
    border = "border:1px dashed #8A96A1;" if light is Light.NOT_REPORTED else ""
    plain = f".part.{light}{{background:{look.color}}}\n.now .part.{light}{{background-image:{image}}}"
    return f".lit.{light}{{background:{look.color} {image} center/56% no-repeat;{border}}}\n{plain}"
