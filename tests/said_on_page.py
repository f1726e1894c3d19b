"""What a page says in a browser, seen or read aloud, and the English words that it must not say."""

import re
from pathlib import Path

from playwright.sync_api import Page

ENGLISH = frozenset(Path(__file__).with_name("english.txt").read_text(encoding="utf-8").split())  # and none is Danish
# letters that are drawn as icons, the words that a workbook may use, and the commands and formats in explanations
SPARED = "script, style, [data-testid=stIconMaterial], table.words, dl.terms, details.issue, table.issues"
SAID = """(spared) => {
    const said = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (!texts.currentNode.parentElement.closest(spared)) said.push(texts.currentNode.nodeValue);
    }
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"]) {
        document.querySelectorAll(`[${name}]`).forEach((each) => said.push(each.getAttribute(name)));
    }
    return said;
}"""


def english_said(page: Page) -> list[str]:
    """Give what a page says, seen, read aloud or pointed at, that has an English word in it."""
    said: list[str] = page.evaluate(SAID, SPARED)
    return sorted({text.strip() for text in said if not ENGLISH.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))})
