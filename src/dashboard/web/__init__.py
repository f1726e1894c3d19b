"""Everything on the screen: Streamlit, its HTTP side, and the Danish texts."""
