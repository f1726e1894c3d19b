"""Who is at the screen."""

import streamlit as st


def viewer_name() -> str | None:
    """Give the name of the one who is signed in, or None where nobody has to sign in."""
    if not st.user.get("is_logged_in"):
        return None
    name = st.user.get("name") or st.user.get("email")
    return str(name) if name else None
