"""A second implementation of the method (docs/beslut/0019); it imports nothing of the program."""
