"""Vejledning, opened the way a viewer opens it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from drawn_page import html, seen


@pytest.fixture
def guide(switch_to: Callable[[str], AppTest]) -> AppTest:
    return switch_to("vejledning").run()


def test_the_guide_can_be_read_before_anything_is_imported(guide: AppTest) -> None:
    said = seen(guide)
    for heading in ("Vejledning", "Farverne", "Hvem gør hvad", "Sådan ser filen ud", "Fejl og advarsler"):
        assert heading in said
    assert "Der er behov for, at direktionen zoomer ind" in said
    assert not guide.selectbox


def test_the_contents_lead_to_every_section(guide: AppTest) -> None:
    for anchor in re.findall(r'href="#([^"]+)"', html(guide)):
        assert f'id="{anchor}"' in html(guide)


def test_a_search_leaves_what_fits_open(guide: AppTest) -> None:
    guide.text_input(key="soeg").input("lilla").run()
    assert re.findall(r'<details class="issue" id="([^"]+)" open=""', html(guide)) == ["unknown-light"]
    guide.text_input(key="soeg").input("giraf <b>").run()
    assert "passer til »giraf &lt;b&gt;«" in html(guide)


def test_no_leftovers_of_code_are_on_the_page(guide: AppTest) -> None:
    assert not re.search(r"\b(None|nan|NaN|not_reported|cross_cutting)\b|\{\w*\}", seen(guide))
