"""Signed in with a role, each page shows and lets be done what the role may, and no more."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.settings import settings
from dashboard.records import close_line
from dashboard.web import sign_in, startup
from dashboard.web.address import PAGES
from dashboard.web.database import database
from drawn_page import html, seen

SHOWN = (
    "overblik", "direktionsmoede", "roede_indsatser", "udvikling", "udvalg", "indsats", "signaler", "halvaarsstatus",
)  # fmt: skip
OF_AU = {"value": "au", "may": "reader", "udvalg": ["AU"], "closed": False}


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch, report: Callable[..., None]) -> Callable[..., AppTest]:
    """Give the app, with a plan that has a closed line, to somebody with roles."""
    for month, light in (("2025-04", "yellow"), ("2025-05", "red")):
        report(month, ("Flåde", "ØK", light), ("Ældrehjem", "AU", light), ("Hemmelig", "AU", "red", "Hemmeligt"))
    (line,) = {each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Hemmelig"}
    close_line(database(), line, "Personsag", "Bo")
    monkeypatch.setattr(sign_in, "has_sign_in", lambda: True)
    monkeypatch.setitem(settings().kommune, "role", [*settings().kommune["role"], OF_AU])

    def give(*roles: str, seconds: float = 60, **claims: Any) -> AppTest:
        app = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30)
        exp = time.time() + seconds
        app.user = {"is_logged_in": True, "name": "Anna", "exp": exp, "roles": list(roles), **claims}
        return app

    return give


@pytest.mark.parametrize("role", ["laeser", "direktion", "au"])
def test_each_page_tells_of_a_closed_line_to_those_alone_who_may_see_it(
    signed_in: Callable[..., AppTest], role: str
) -> None:
    app = signed_in(role).run()
    told = {}
    for name in SHOWN:
        drawn = html(app.switch_page(str(PAGES / f"{name}.py")).run())
        told[name] = {word for word in ("Hemmelig", "Flåde") if word in drawn}
    if role == "direktion":
        assert {page for page, words in told.items() if "Hemmelig" in words} >= {"roede_indsatser", "indsats"}
    else:
        assert not [page for page, words in told.items() if "Hemmelig" in words]
    assert bool([page for page, words in told.items() if "Flåde" in words]) is (role != "au")


def test_nobody_sees_anything_before_they_sign_in_after_it_expired_or_without_a_role(
    signed_in: Callable[..., AppTest],
) -> None:
    nobody, late, stranger = signed_in(is_logged_in=False), signed_in("laeser", seconds=-1), signed_in("noget andet")
    for app, said in ((nobody, sign_in.WELCOME), (late, sign_in.EXPIRED), (stranger, "har ingen rolle her")):
        assert said in seen(app.run())
        assert "Flåde" not in html(app)


def test_who_signed_in_and_who_was_not_let_in_is_written_once_and_makes_nothing_be_asked_for_anew(
    signed_in: Callable[..., AppTest],
) -> None:
    before = queries.data_version(database().cursor(), records=True)
    morning = datetime(2026, 11, 2, 8, 30, tzinfo=UTC).timestamp()
    for roles, seconds in ((["laeser"], 60), (["laeser"], 60), (["noget andet"], 60), (["laeser"], -1)):
        app = signed_in(*roles, iat=morning, seconds=seconds, email="anna@kommune.dk").run()
        app.run()
    signed_in(is_logged_in=False).run()
    told = [(each.who, each.what, each.said, each.happened_at) for each in queries.record(database().cursor())]
    at = datetime(2026, 11, 2, 8, 30)
    assert [each for each in told if each[1].startswith("sign-in")] == [
        ("Anna", "sign-in-refused", "anna@kommune.dk", at),
        ("Anna", "sign-in", "anna@kommune.dk", at),
    ]
    assert queries.data_version(database().cursor(), records=True) == before


def test_what_a_role_may_not_do_is_refused_with_its_name_also_when_the_role_was_just_taken_away(
    signed_in: Callable[..., AppTest],
) -> None:
    app = signed_in("direktion").run()
    app.switch_page(str(PAGES / "indsats.py"))
    (line,) = {each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Flåde"}
    app.query_params["indsats"] = str(line)
    app.session_state["lukket_sag"] = True
    app.run()
    app.text_input(key=f"lukket_hvorfor_{line}").set_value("Personsag")
    app.user["roles"] = ["laeser"]
    app.button(key="skift_lukket").click().run()
    assert "Hemmelig" not in str([each.value for each in app.html])
    assert len(queries.line_closings(database().cursor())) == 1, "nothing was written"


def test_what_has_a_field_for_a_name_is_told_under_the_one_who_is_signed_in_and_only_by_who_may(
    signed_in: Callable[..., AppTest],
) -> None:
    app = signed_in("direktion").run()
    app.switch_page(str(PAGES / "halvaarsstatus.py"))
    (line,) = {each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Flåde"}

    def highlight(text: str) -> None:
        app.query_params["placer"] = str(line)
        app.run()
        who = app.text_input(key="placer_hvem")
        assert (who.value, who.disabled) == ("Anna", True)
        app.text_area(key="placer_tekst").input(text)
        app.button(key="placer_gem").click()

    highlight("Ses efter")
    app.run()
    highlight("Noget andet")
    app.user["roles"] = ["laeser"]
    app.run()
    written = database().cursor().execute("SELECT text, written_by FROM half_year_word").fetchall()
    assert written == [("Ses efter", "Anna")]


def test_on_the_network_the_app_refuses_without_sign_in_unless_the_settings_say_so_and_then_each_page_does(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")
    try:
        assert sign_in.REFUSED in seen(app.run())
        assert "docs/sign-in.md" in seen(app)
        monkeypatch.setitem(settings().kommune["access"], "without_sign_in", True)
        assert sign_in.OPEN_TO_ALL in seen(app.run())
    finally:
        config.set_option("server.address", before)


def test_without_sign_in_a_name_is_asked_for_once_and_stands_at_what_is_done(
    app: AppTest, report: Callable[..., None]
) -> None:
    report("2025-05", ("Flåde", "ØK", "red"))
    app.run()
    app.text_input(key=sign_in.NAME_KEY).set_value("Bo Birk").run()
    assert not [each for each in app.text_input if each.key == sign_in.NAME_KEY]
    assert 'data-name="Bo Birk"' in html(app)
