"""What Overblik shows before the framework has started: the same figures, to those alone who may see them."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, quote

import pytest
from starlette.requests import Request
from streamlit.testing.v1 import AppTest
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from dashboard import queries
from dashboard.domain.settings import settings
from dashboard.records import close_line
from dashboard.web import http, sign_in
from dashboard.web.database import database
from drawn_page import html, plain
from event_loop import run_apart

AUGUST = [("Flådestyring", "ØK", "green"), ("Aktindsigt", "ØK, KB", "yellow"), ("Taskforce", "AU", "green")]
SEPTEMBER = [("Flådestyring", "ØK", "red", "Udbud er gået i stå"), ("Aktindsigt", "ØK, KB", "green")]
PARTS = ('<p class="subtitle">', '<div class="cards">', "<h2>Ændr")


def first_sight(query: str = "", path: str = "/", **headers: str) -> str:
    """Give what is seen before Streamlit has started; empty when nothing is."""
    given = {"accept": "text/html", "host": "localhost:8501"} | headers
    asked = [(name.encode(), value.encode()) for name, value in given.items()]
    scope = {
        "type": "http", "method": "GET", "path": path, "headers": asked,
        "query_string": quote(query, safe="=&").encode(), "scheme": "http", "server": ("localhost", 8501),
    }  # fmt: skip
    seen: list[str] = []

    async def ask() -> None:
        seen.append(await http.first_sight_for(Request(scope)) or "")

    run_apart(ask())
    return seen[0]


@pytest.fixture(autouse=True)
def _ready(report: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER)
    monkeypatch.setattr(http.READY, "is_set", lambda: True)
    monkeypatch.setattr(http, "PATIENCE_SECONDS", 60)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "udvalg=ØK&udvalg=KB",
        "maaned=2026-08",
        "sammenlign=ingen",
        "tekst=udbud",
        "lys=green&maaned=2062-01",
        "tema=x",
    ],
)
def test_it_is_what_the_page_itself_draws_for_the_same_address(app: AppTest, asked: str) -> None:
    app.query_params = parse_qs(asked)
    assert "Overblik" in html(app.run())
    first = first_sight(asked)
    drawn = [each.value for part in PARTS for each in app.html if part in each.value]
    assert len(drawn) == len(PARTS)
    assert not [each for each in drawn if each not in first]
    assert "Udbud er gået i stå" in plain(first) or asked not in ("", "tekst=udbud")


def test_nothing_is_drawn_ahead_for_another_page_an_unknown_place_or_a_filter_that_lets_nothing_through() -> None:
    assert first_sight()
    assert not first_sight(path="/udvikling")
    assert not first_sight(path="/assets/x.css")
    assert not first_sight("tekst=findesikke")
    assert not first_sight(accept="*/*")


def test_what_cannot_be_drawn_in_time_or_at_all_leaves_the_page_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> Sequence[str]:
        raise RuntimeError

    monkeypatch.setattr(http, "PATIENCE_SECONDS", 0)
    assert not first_sight()
    monkeypatch.setattr(http, "PATIENCE_SECONDS", 60)
    monkeypatch.setattr(queries, "light_counts", fail)
    assert not first_sight()


def test_with_sign_in_it_is_drawn_for_a_valid_session_alone_and_of_what_its_role_may_see(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (line,) = {each.indsats_id for each in queries.known_names(database().cursor()) if each.title == "Flådestyring"}
    close_line(database(), line, "Personsag", "Bo")
    monkeypatch.setattr(sign_in, "has_sign_in", lambda: True)
    monkeypatch.setitem(settings().kommune["access"], "claim", "roles")

    def seen_with(*roles: str, origin: str = "http://localhost:8501", seconds: float = 60, secret: str = "") -> str:
        claims = {"is_logged_in": True, "exp": time.time() + seconds, "roles": roles, "origin": origin}
        signed = create_signed_value(secret or get_cookie_secret(), "_streamlit_user", json.dumps(claims))
        return plain(first_sight(cookie=f"_streamlit_user={signed.decode()}"))

    assert not first_sight()
    assert "Flådestyring" in seen_with("direktion")
    told = seen_with("laeser")
    assert "1 indsats " in told
    assert "Flådestyring" not in told
    assert not seen_with("noget andet")
    assert not seen_with("direktion", seconds=-1)
    assert not seen_with("direktion", origin="http://et.andet.sted")
    assert not seen_with("direktion", secret="gættet")


def test_without_a_database_nothing_is_drawn_and_none_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "none" / "status.duckdb"))
    assert not first_sight()
    assert not (tmp_path / "none").exists()
