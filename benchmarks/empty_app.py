"""The least a Streamlit app can do with a slider and a choice, to compare the others with."""

import streamlit as st

st.title("Tom app")
st.write(f"Värdet är {st.slider('Reglage', 0, 100, 25, step=5)}")
st.write(f"Valet är {st.selectbox('Val', ('Ett', 'Två'))}")
