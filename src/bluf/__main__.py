"""``python -m bluf`` and the ``bluf`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        from bluf.cli.app import run
    except KeyboardInterrupt:  # stopped before there was anything to stop
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
