"""``python -m bluf`` and the ``bluf`` command."""

from __future__ import annotations

import gc
import sys

_BETWEEN_COLLECTIONS = 50_000
"""Objects made before the collector looks again. A start makes many that stay, and no garbage;
Python's own 700 have it walk them a hundred times."""


def main() -> None:
    """Run the command and leave with its exit code."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        from bluf.cli import run
    except KeyboardInterrupt:  # stopped before there was anything to stop
        sys.exit(130)
    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: nothing is left that a last collection would have to find
    sys.exit(code)


if __name__ == "__main__":
    main()
