"""``python -m bluf`` and the ``bluf`` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading

_BETWEEN_COLLECTIONS = 1_000_000
"""Objects made before the collector looks again. A brief makes half as many that stay, and hardly
any garbage in circles; Python's own 700 have it walk them a hundred times."""


def main() -> None:
    """Run the command and leave with its exit code."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        from bluf.cli import run
    except KeyboardInterrupt:  # stopped before there was anything to stop
        sys.exit(130)
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """End the process as it is: to take its objects apart takes longer than Python's start."""
    if threading.active_count() > 1:
        sys.exit(code)  # an interrupted pool is taken down by Python, in its order
    atexit._run_exitfuncs()  # noqa: SLF001 - what `sys.exit` would do, but for the objects
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python says what became of its streams
    os._exit(code)


if __name__ == "__main__":
    main()
