import pytest

from dashboard.domain.issue import ISSUE_KINDS, issue


@pytest.mark.parametrize("kind", ISSUE_KINDS)
def test_every_issue_is_a_danish_sentence_without_holes(kind: str) -> None:
    message = issue(kind, sheet="Ark1", cell="B2", value="værdi", detail="detalje").message
    assert message.endswith(".")
    assert "{" not in message
    assert "None" not in message
