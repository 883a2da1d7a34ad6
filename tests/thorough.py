"""How much the tests try: a sample in `make test`, everything in `make robust`."""

import os
from collections import Counter

FULL = os.environ.get("ROBUST") == "1"
FIGURES: Counter[str] = Counter()  # how often each thing was tried, told at the end of a run
