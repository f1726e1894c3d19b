"""What a page says in a browser, seen or read aloud, and the English words that it must not say."""

import re

from playwright.sync_api import Page

ENGLISH = re.compile(
    r"\b(Choose|None|NaN|nan|undefined|Deploy|Print|Record|Running|Rerun|Open|Close|Clear|Remove|Select|Search|Loading"
    r"|sidebar|Main menu|Fullscreen|Streamlit|option|options|results|Press|apply|characters|Show|Download|January|Oct"
    r"|Dec|Upload|Browse|Drag|drop|Limit|per file|file|File|Add files|Page|Next|Previous)\b"
)


def everything_said(page: Page) -> str:
    """Give the visible text of a page with what is said when pointing at it and by screen readers."""
    attributes = page.evaluate(
        """() => [...document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")]
            .flatMap((element) => ["aria-label", "title", "placeholder", "alt"].map((key) => element.getAttribute(key)))
            .filter(Boolean).join("\\n")"""
    )
    return page.inner_text("body") + "\n" + str(attributes)


def english_said(page: Page) -> list[str]:
    """Give the English words that a page says."""
    return ENGLISH.findall(everything_said(page))
