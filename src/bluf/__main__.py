"""``python -m bluf`` and the ``bluf`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and leave with its exit code."""
    from bluf.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
