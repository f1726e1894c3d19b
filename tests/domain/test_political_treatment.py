"""What a line says of its political treatment, as the published lists and the departments write it."""

from datetime import date

import pytest

from dashboard.domain.political_treatment import PoliticalTreatment, political_treatment


@pytest.mark.parametrize(
    ("text", "kind", "udvalg", "day"),
    [
        ("Evaluering (BUU)", "Evaluering", ("BUU",), None),
        ("Præsentation (BUU og VPU) i november 2026", "Præsentation", ("BUU", "VPU"), date(2026, 11, 30)),
        ("Vision for arbejdslivet (ØK, KB)", "Vision for arbejdslivet", ("ØK", "KB"), None),
        ("Status på projektet for BUU", "Status", ("BUU",), None),
        ("Ny kørselsaftale (BUU) 2. kvt. 2027", "Ny kørselsaftale", ("BUU",), date(2027, 6, 30)),
        (
            "Godkendelse af udbud i Miljø- og Teknikudvalget 12.01.2027",
            "Godkendelse af udbud",
            ("MTU",),
            date(2027, 1, 12),
        ),
        ("Forventes behandlet i ØK i december 2026", "Behandling", ("ØK",), date(2026, 12, 31)),
        ("KB november 2026", "Behandling", ("KB",), date(2026, 11, 30)),
        ("Sagen forelægges i foråret 2027", "Sagen", (), date(2027, 5, 31)),
    ],
)
def test_what_lies_ahead_has_a_kind_the_udvalg_that_are_named_and_a_day(
    text: str, kind: str, udvalg: tuple[str, ...], day: date | None
) -> None:
    assert political_treatment(text) == PoliticalTreatment(kind, udvalg, day)


@pytest.mark.parametrize(
    "text", [None, "", "-", "Nej", "Lokalplan behandlet i ØK i december 2025", "Blev vedtaget af KB 12.05.2026"]
)
def test_what_is_over_or_not_said_stands_before_nobody(text: str | None) -> None:
    assert political_treatment(text) is None
