"""How a command speaks: the options that every command has, as frozen data."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from bluf.cli.choices import REPORT_FORMATS, completes, one_of

if TYPE_CHECKING:
    from typing import TextIO

STANDARD = Path("-")
"""The name that stands for standard input and standard output, wherever a file is named."""
COLOURS = ("auto", "always", "never")

OutputFormat = Annotated[
    str,
    typer.Option(
        parser=one_of("report format", REPORT_FORMATS),
        autocompletion=completes(REPORT_FORMATS),
        metavar="FORMAT",
        help=f"Report format: {', '.join(REPORT_FORMATS)}.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write the report to this file instead of standard output."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only findings and results.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also print notes and details.")]
Color = Annotated[
    str,
    typer.Option(
        parser=one_of("choice of colour", COLOURS),
        autocompletion=completes(COLOURS),
        metavar="WHEN",
        help=f"Colour output: {', '.join(COLOURS)}.",
    ),
]


class Manner(Struct, frozen=True):
    """How one command speaks.

    Attributes:
        output_format: Name of a reporter; ``text`` is for people.
        output_file: Where to write what belongs on standard output; there where it is None.
        quiet: Leave out remarks, and lines on what was done.
        verbose: Say more on the way.
        color: ``auto``, ``always`` or ``never``.
    """

    output_format: OutputFormat = "text"
    output_file: OutputFile = None
    quiet: Quiet = False
    verbose: Verbose = False
    color: Color = "auto"

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
