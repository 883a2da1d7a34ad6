"""A second implementation of the method, to check the first by: it imports nothing of the program.

tests/auditing/ holds the two against each other; docs/beslut/0019 says what is recomputed.
"""
