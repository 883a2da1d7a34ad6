"""Nätverkskollen: how memberships in networks are valued and how the memo is written.

Pure Python: nothing in this package imports streamlit, plotly or components.
"""

__version__ = "0.2.0"
