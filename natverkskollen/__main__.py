"""`python -m natverkskollen`: the same results without a browser."""

import sys

from natverkskollen.cli import main

sys.exit(main())
