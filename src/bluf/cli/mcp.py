"""``bluf mcp``: for programs that write drafts."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

EPILOG = """Examples:

  bluf mcp sources      what a program's settings name as the command of a server
"""


def mcp(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[FOLDER]",
            exists=True,
            file_okay=False,
            help="Folder to serve; nothing outside it is read.",
        ),
    ] = Path(),
) -> None:
    """Serve verify, quote and sources to programs, over MCP (stdio).

    Read-only. Needs the extra “mcp”.
    """
    if find_spec("mcp") is None:
        message = "this needs the extra “mcp”: pip install mcp"
        raise typer.BadParameter(message)
    from bluf.mcp_server import serve

    serve(folder)
