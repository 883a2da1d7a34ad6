"""Drawings of a result as SVG: the same on screen, on paper and in a file sent by mail."""
