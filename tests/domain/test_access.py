"""Who may see and do what, by the roles of a token."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.access import ALL, MAY, NotAllowedError, anybody, has_expired, person_of
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.settings import Settings, read_settings, settings
from dashboard.domain.viewer import EVERYTHING, Viewer

MATRIX: dict[str, set[str]] = {
    "laeser": {"save_view"},
    "indberetter": {"save_view", "import", "match"},
    "oekonomi": {"save_view", "import", "withdraw", "match", "settle", "half_year", "close"},
    "direktion": {"save_view", "settle", "decide", "half_year", "close"},
    "administrator": {*ALL},
}


@pytest.mark.parametrize("value", MATRIX)
def test_each_role_may_what_stands_here_and_nothing_else(value: str) -> None:
    person = person_of({"name": "Anna", "roles": [value]})
    assert person is not None
    for action in ALL:
        if action in MATRIX[value]:
            person.check(action)
        else:
            with pytest.raises(NotAllowedError, match=r"Du må ikke .* Din rolle er"):
                person.check(action)


@pytest.mark.parametrize(
    ("values", "viewer"),
    [
        (["laeser"], Viewer()),
        (["oekonomi"], EVERYTHING),
        (["bu-laeser"], Viewer(frozenset({"BUU"}))),
        (["bu-laeser", "au-laeser"], Viewer(frozenset({"BUU", "AU"}))),
        (["bu-laeser", "laeser"], Viewer()),
        (["bu-laeser", "direktion"], EVERYTHING),
        ("laeser", Viewer()),
    ],
)
def test_a_person_with_several_roles_sees_what_one_of_them_sees(
    values: Any, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited = [{"value": f"{key.lower()[:2]}-laeser", "may": "reader", "udvalg": [key], "closed": False}
               for key in ("BUU", "AU")]  # fmt: skip
    monkeypatch.setitem(settings().kommune, "role", [*settings().kommune["role"], *limited])
    person = person_of({"name": "Anna", "roles": values})
    assert person is not None
    assert person.viewer == viewer


@pytest.mark.parametrize(
    "claims", [{}, {"roles": []}, {"roles": ["noget-andet"]}, {"roles": None}, {"groups": ["laeser"]}]
)
def test_somebody_without_a_role_here_is_nobody(claims: dict[str, Any]) -> None:
    assert person_of({"name": "Anna", **claims}) is None


@pytest.mark.parametrize(("until", "expired"), [(101, False), (100, True), (99, True), (None, True), ("101", True)])
def test_a_token_is_good_until_it_says_and_no_longer(until: Any, expired: bool) -> None:
    assert has_expired({"exp": until}, now=100) is expired


def test_without_sign_in_everybody_may_everything_under_the_name_they_give() -> None:
    assert anybody("Bo").may == MAY["administrator"]
    assert (anybody("Bo").name, anybody(None).name) == ("Bo", None)


def test_a_role_of_some_udvalg_imports_for_those_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"value": "bu", "may": "reporter", "udvalg": ["BUU"], "closed": False}
    monkeypatch.setitem(settings().kommune, "role", [own])
    person = person_of({"name": "Anna", "roles": ["bu"]})
    assert person is not None
    person.check("import", Scope("BUU"))
    for scope in (PLAN, CROSS_CUTTING, Scope("AU")):
        with pytest.raises(NotAllowedError, match="Du må kun indlæse filer for BUU"):
            person.check("import", scope)


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of the settings that the program was started with."""
    (tmp_path / "kommune.toml").write_text('[[role]]\nvalue = "bu"\nmay = "reader"\n', "utf-8")
    started: Settings = read_settings(tmp_path)
    monkeypatch.setattr("dashboard.domain.settings.settings", lambda: started)
    return tmp_path / "kommune.toml"


def may_of(role: str = "bu", **claims: Any) -> frozenset[str]:
    person = person_of({"name": "Anna", "roles": [role], **claims})
    return person.may if person else frozenset()


def test_a_role_is_what_the_file_says_now_and_one_that_cannot_be_read_leaves_it_as_it_was(said: Path) -> None:
    assert may_of() == MAY["reader"]
    said.write_text('[[role]]\nvalue = "bu"\nmay = "reporter"\n', "utf-8")
    assert may_of() == MAY["reporter"]
    for wrong in ('[[role]]\nvalue = "bu"\nmay = "alt"\n', "[[role]\n"):
        said.write_text(wrong, "utf-8")
        assert may_of() == MAY["reporter"]
    said.write_text('[[role]]\nvalue = "andre"\nmay = "reader"\n', "utf-8")
    assert (may_of(), may_of("andre")) == (frozenset(), MAY["reader"])
    said.unlink()
    assert may_of("laeser") == MAY["reader"]


@pytest.mark.parametrize("of", [{"email": "Anna@Kommune.dk"}, {"preferred_username": "anna@kommune.dk"}, {"sub": "7"}])
def test_who_is_shut_out_has_no_role_from_then_on_whatever_their_token_says(of: dict[str, str], said: Path) -> None:
    assert may_of(sub="8", **({} if "sub" in of else of)) == MAY["reader"]
    said.write_text('[access]\nshut_out = ["anna@kommune.dk", "7"]\n[[role]]\nvalue = "bu"\nmay = "reader"\n', "utf-8")
    assert may_of(**of) == frozenset()
    assert may_of(sub="8", email="bo@kommune.dk") == MAY["reader"]
