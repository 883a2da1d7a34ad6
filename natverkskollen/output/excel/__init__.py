"""Workbooks: forms to fill in, and all there is of an evaluation."""
