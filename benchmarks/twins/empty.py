"""A Streamlit page with one line of text: what the framework alone costs."""

import streamlit as st

st.title("Overblik")
st.markdown("Rød 1")
