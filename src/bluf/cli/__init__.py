"""The command. The only room that prints, exits, or knows that there is a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.cli.app import run
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
