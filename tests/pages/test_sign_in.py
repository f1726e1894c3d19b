"""Signed in with a role, each page shows and lets be done what the role may, and no more."""

import re
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.access import Action, person_of
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.settings import settings
from dashboard.queries import Selection
from dashboard.records import close_line, note_export
from dashboard.records.meetings import plan_meeting
from dashboard.web import sign_in, startup
from dashboard.web.address import PAGES
from dashboard.web.database import database
from dashboard.web.intake import record_list
from drawn_page import html, seen

SHOWN = (
    "overblik", "direktionsmoede", "roede_indsatser", "udvikling", "udvalg", "indsats", "signaler", "halvaarsstatus",
)  # fmt: skip
OF_AU = {"value": "au", "may": "reader", "udvalg": ["AU"], "closed": False}


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch, report: Callable[..., None]) -> Callable[..., AppTest]:
    """Give the app, with a plan that has a closed line, to somebody with roles."""
    for month, light, name in (("2025-04", "yellow", "Broer"), ("2025-05", "red", "Broers")):
        report(
            month, ("Flåde", "ØK", light), (name, "AU", light), ("Hemmelig", "AU", "red", "Hemmeligt"),
            ("Skole", "AU", "red"),
        )  # fmt: skip
    (line,) = {each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Hemmelig"}
    meeting = Meeting(DIREKTIONEN, date(2025, 6, 20), Month(2025, 5), PLAN, plan="2025-2028")
    plan_meeting(database(), meeting, [(line, ("new_red",)), (1, ("new_red",))], "Bo", "Sagen")
    close_line(database(), line, "Personsag", "Bo")
    monkeypatch.setattr(sign_in, "has_sign_in", lambda: True)
    monkeypatch.setitem(settings().kommune, "role", [*settings().kommune["role"], OF_AU])

    def give(*roles: str, seconds: float = 60, **claims: Any) -> AppTest:
        app = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30)
        exp = time.time() + seconds
        app.user = {"is_logged_in": True, "name": "Anna", "exp": exp, "roles": list(roles), **claims}
        return app

    return give


OFFERED: dict[
    Action, tuple[str, dict[str, str], str]
] = {  # where an act is offered: the page, what its address says, and what is seen there
    "save_view": ("overblik", {}, "Gem denne visning som"),
    "decide": ("direktionsmoede", {}, "Opret møde"),
    "settle": ("signaler", {}, "?afklar="),
    "half_year": ("halvaarsstatus", {}, "?placer="),
    "close": ("indsats", {"indsats": "1"}, "Luk sagen"),
    "import": ("indlaesning", {}, "Intet gemmes, før du trykker »Indlæs«"),
    "match": ("indlaesning", {}, "Er det samme indsats?"),
    "read_record": ("indlaesning", {}, "Vis hændelser"),
    "withdraw": ("indlaesning", {"revision": "2025-05.plan.1"}, "Træk tilbage"),
}
SAID = {"decide", "half_year", "withdraw"}  # where somebody would look for what they may not
OF_MEETING = [{"moede": "1", "del": part} for part in ("dagsorden", "gennemgang", "referat")]


@pytest.mark.parametrize("role", ["laeser", "au", "indberetter", "oekonomi", "direktion", "administrator"])
def test_each_page_shows_a_role_what_it_may_see_and_offers_what_it_may_do(
    signed_in: Callable[..., AppTest], role: str
) -> None:
    app = signed_in(role).run()
    person = person_of(dict(app.user))
    assert person is not None
    drawn, offered = dict[tuple[str, ...], str](), set()

    def draw(page: str, **asked: str) -> str:
        app.query_params.clear()
        for key, value in asked.items():
            app.query_params[key] = value
        shown = html(app.switch_page(str(PAGES / f"{page}.py")).run())
        assert not app.exception
        drawn[page, *asked.values()] = shown
        controls = [each.label for kind in (app.button, app.text_input, app.expander, app.selectbox) for each in kind]
        return " ".join([shown, seen(app), *controls])

    for action, (page, asked, said) in OFFERED.items():
        if page == "indlaesning" and "import" not in person.may:
            continue  # the page is not there
        told = draw(page, **asked)
        if said in told:
            offered.add(action)
        refused = person.why_not(action)
        if refused is not None and (page, role) != ("halvaarsstatus", "au"):  # who has no whole plan has no lists of it
            assert (refused in told) is (action in SAID), action
    for page in SHOWN:
        draw(page)
    for asked in OF_MEETING:
        draw("direktionsmoede", **asked)
    assert offered == person.may & OFFERED.keys()
    told_of = {word: {page for page, shown in drawn.items() if word in shown} for word in ("Hemmelig", "Flåde")}
    assert (told_of["Hemmelig"] >= {("roede_indsatser",), ("indsats",)}) is person.viewer.closed
    assert person.viewer.closed or not told_of["Hemmelig"]
    assert bool(told_of["Flåde"]) is (role != "au")


@pytest.mark.parametrize("role", ["laeser", "au"])
def test_an_address_that_is_guessed_answers_of_a_hidden_line_as_of_one_that_never_was(
    signed_in: Callable[..., AppTest], role: str
) -> None:
    (line,) = [each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Hemmelig"]
    (item,) = [each.item_id for each in queries.agenda(database().cursor(), 1) if each.indsats_id == line]
    (key,) = {
        each.key
        for each in queries.scope_signals(database().cursor(), Selection(Month(2025, 5), Month(2025, 4), PLAN))
        if each.indsats_id == line
    } or {f"{line}-x"}
    guessed = [
        ("indsats", {"indsats": str(line)}),
        ("indsats", {"indsats": str(line), "maaned": "2025-04", "omfang": "AU"}),
        ("indsats", {"indsats": str(line), "sammenlign": "2025-04", "uden_afsluttede": "ja"}),
        ("overblik", {"kilde": f"3-{line}"}),
        ("overblik", {"kilde": f"1-{line}"}),
        ("signaler", {"afklar": key}),
        ("halvaarsstatus", {"placer": str(line)}),
        ("direktionsmoede", {"moede": "1", "del": "gennemgang", "punkt": str(item)}),
        ("direktionsmoede", {"moede": "1", "del": "gennemgang", "linje": str(line)}),
    ]
    app = signed_in(role).run()

    def drawn(page: str, asked: dict[str, str]) -> str:
        app.query_params.update(asked)
        shown = html(app.switch_page(str(PAGES / f"{page}.py")).run())
        app.query_params.clear()
        return shown

    for page, asked in guessed:
        shown = drawn(page, asked)
        assert "Hemmelig" not in shown, asked
        named = {"indsats", "kilde", "afklar", "placer", "punkt", "linje"} & asked.keys()
        never = asked | {name: asked[name].replace(str(item if name == "punkt" else line), "999") for name in named}
        assert drawn(page, never) == shown, asked


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


def test_an_administrator_reads_who_did_what_until_the_last_moment_and_takes_it_out_as_a_file(
    signed_in: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = signed_in("administrator", iat=time.time(), email="anna@kommune.dk").run()
    written = []
    monkeypatch.setattr(record_list, "noted", lambda write, name: written.append(write))
    monkeypatch.setattr("streamlit.download_button", lambda *_, **__: None)
    app.session_state["haendelser_vis"] = True
    app.switch_page(str(PAGES / "indlaesning.py")).run()
    assert "Logget ind" in seen(app)
    assert "anna@kommune.dk" in seen(app)
    note_export(database(), "Bilag.pdf", "Bo")
    assert "Bilag.pdf" in seen(app.run())
    told = written[-1]().decode("utf-8-sig").splitlines()
    assert told[0].startswith("Nr.;Tidspunkt;Hvem;Hvad")
    assert told[1].endswith(";Bo;Hentet ud;;;;;Bilag.pdf")
    assert len(told) == 1 + len(queries.record(database().cursor()))


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


def test_who_sees_some_udvalg_only_is_told_why_there_is_no_half_year_status(signed_in: Callable[..., AppTest]) -> None:
    app = signed_in("au").run()
    said = seen(app.switch_page(str(PAGES / "halvaarsstatus.py")).run())
    assert "Halvårsstatus er for hele planen. Du ser AU: se udvalgets del under »Udvalg«." in said
    assert "endnu ikke leveret" not in said


def test_what_one_types_and_does_not_save_is_offered_to_no_other_who_signs_in_at_that_browser(
    signed_in: Callable[..., AppTest],
) -> None:
    first, again, other = (
        set(re.findall(r'data-name="([^"]+)"', html(signed_in("laeser", sub=sub).run()))) for sub in ("1", "1", "2")
    )
    assert first == again
    assert first
    assert not first & other
