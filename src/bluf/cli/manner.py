"""How a command speaks: the options that every command has, as frozen data."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from typing import TextIO

STANDARD = Path("-")
"""The name that stands for standard input and standard output, wherever a file is named."""
COLOURS = ("auto", "always", "never")


class Manner(Struct, frozen=True):
    """How one command speaks.

    Attributes:
        output_format: Name of a reporter; ``text`` is for people.
        output_file: Where to write what belongs on standard output; there where it is None.
        quiet: Leave out remarks, and lines on what was done.
        verbose: Say more on the way.
        color: ``auto``, ``always`` or ``never``.
    """

    output_format: str = "text"
    output_file: Path | None = None
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"

    @property
    def for_people(self) -> bool:
        """Whether people read the output."""
        return self.output_format == "text"

    @property
    def file(self) -> Path | None:
        """The file that takes the place of standard output."""
        return None if self.output_file == STANDARD else self.output_file

    def colours(self, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
        """Whether what a stream shows may be coloured.

        The option goes before ``NO_COLOR``, that before ``FORCE_COLOR`` (no-color.org,
        force-color.org); else a terminal that is not “dumb” shows colours.
        """
        if self.color != "auto":
            return self.color == "always"
        if environment.get("NO_COLOR"):
            return False
        if environment.get("FORCE_COLOR"):
            return True
        return stream.isatty() and environment.get("TERM") != "dumb"
