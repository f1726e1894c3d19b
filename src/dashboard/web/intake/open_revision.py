"""Which revision is open, as the address says it: "?revision=2026-10.plan.2", a link that can be sent."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import streamlit as st

KEY = "revision"
Revision = Mapping[Hashable, Any]


def address(revision: Revision) -> str:
    """Give the part of the address that opens a revision."""
    return f"?{KEY}={quote(_name(revision), safe='')}"


def asked_revision(revisions: Sequence[Revision]) -> tuple[Revision | None, str]:
    """Find the revision that the address asks for, and give what it says where there is no such one."""
    asked = st.query_params.get(KEY, "")
    found = next((revision for revision in revisions if _name(revision) == asked), None)
    return found, "" if found else asked


def forget() -> None:
    """Let the address ask for no revision."""
    st.query_params.pop(KEY, None)


def _name(revision: Revision) -> str:
    return f"{revision['month']}.{revision['scope']}.{revision['revision']}"
