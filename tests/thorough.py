"""How much the tests try: a sample in `make test`, everything in `make robust`."""

import os

FULL = os.environ.get("ROBUST") == "1"
