"""The address and the widgets: who wins when they differ."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from dashboard.web import address

    fields: dict[str, address.Kind] = {"udvalg": "several", "maaned": "one"}
    address.arrive("")
    address.adopt(fields)
    st.multiselect("Udvalg", ["ØK", "BUU"], key="udvalg")
    st.selectbox("Måned", ["2026-09", "2026-10"], index=None, key="maaned")
    address.write(fields)


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(page).run()


def chosen(app: AppTest) -> tuple[list[str], str | None]:
    return app.multiselect(key="udvalg").value, app.selectbox(key="maaned").value


def test_a_link_chooses_also_in_the_middle_of_a_session(app: AppTest) -> None:
    app.query_params["udvalg"] = ["BUU"]
    assert chosen(app.run()) == (["BUU"], None)
    del app.query_params["udvalg"]
    assert chosen(app.run()) == ([], None)


def test_a_second_choice_made_before_the_address_has_the_first_keeps_both(app: AppTest) -> None:
    app.multiselect(key="udvalg").set_value(["ØK"]).run()
    app.query_params.clear()  # the browser has not heard of the first choice yet
    app.selectbox(key="maaned").set_value("2026-10").run()
    assert chosen(app) == (["ØK"], "2026-10")
    assert dict(app.query_params) == {"udvalg": "ØK", "maaned": "2026-10"}
