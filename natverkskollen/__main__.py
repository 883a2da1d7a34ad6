"""`python -m natverkskollen`: the same results without a browser."""

import sys

from natverkskollen.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
