"""Tests of the package natverkskollen, one file per room."""
