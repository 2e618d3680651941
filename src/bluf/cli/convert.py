"""``bluf convert``: the same brief in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bluf.cli import printer

EPILOG = """Examples:

  bluf convert briefs/2025-08-06-serbia-us/brief.yaml brief.xlsx   for those who live in Excel

  bluf convert brief.xlsx brief.csv                                a folder of CSV files

  bluf convert brief.csv brief.yaml                                and back
"""


def convert(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="The data file there is.")],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TO", help="The one to write: .yaml, .toml, .json, .xlsx, or .csv for a folder."
        ),
    ],
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Encoding of FROM, if it is neither UTF-8 nor UTF-16."),
    ] = None,
) -> None:
    """Write a brief's data in another format, without loss; comments stay behind."""
    from bluf.data import read
    from bluf.data.edit import create
    from bluf.data.writers import ENDINGS, files_of
    from octavo.suggest import did_you_mean

    if target.suffix.lower() not in ENDINGS:
        hint = did_you_mean(target.suffix, ENDINGS)
        message = f"“{target.name}” ends in no format that can be written; {hint}"
        raise typer.BadParameter(message, param_hint="TO")
    file = read(source, encoding)
    printer.findings(file.warnings)
    files = files_of(file.brief, target)
    create(files)
    for path in files:
        printer.wrote(path.as_posix())
