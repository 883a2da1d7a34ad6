"""The least a Streamlit app can do with a slider: what the rerun of Resultat is compared with."""

import streamlit as st

st.title("Tom app")
st.write(f"Värdet är {st.slider('Reglage', 0, 100, 25, step=5)}")
