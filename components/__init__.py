"""How it looks: the only room that imports streamlit or plotly."""
