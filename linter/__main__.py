"""`python -m linter`, the same as `gouji`."""

import sys

from linter.cli import main

if __name__ == "__main__":
    sys.exit(main())
