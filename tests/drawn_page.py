"""What a run of the app drew, as HTML and as the words a reader sees."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest


def html(app: AppTest) -> str:
    """Give everything drawn outside widgets, after a run that went well."""
    assert not app.exception, app.exception
    return " ".join(each.value for each in app.html)


def seen(app: AppTest) -> str:
    """Give the words of everything drawn outside widgets, with one space between the parts."""
    return plain(html(app))


def plain(drawn: str) -> str:
    """Give the words of a piece of HTML."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", drawn))).strip()
