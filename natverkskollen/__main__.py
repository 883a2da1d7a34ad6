"""`python -m natverkskollen`: the same results without a browser."""

import sys

from natverkskollen.cli.commands import main

sys.exit(main())
