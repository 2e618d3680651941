"""``bluf convert``: the same brief in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import drafting, printer
from bluf.cli.delivering import create
from bluf.cli.errors import ExitCode
from bluf.cli.manner import STANDARD
from bluf.cli.options import Encoding

if TYPE_CHECKING:
    from bluf.data import DataFile

EPILOG = """Examples:

  bluf convert briefs/2025-08-06-serbia-us/brief.yaml brief.xlsx   for those who live in Excel

  bluf convert brief.xlsx brief.csv                                a folder of CSV files

  bluf convert brief.csv brief.yaml                                and back
"""


def convert(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="Data file to read.")],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TO",
            help="File to write: .yaml, .toml, .json, .xlsx, or .csv for a folder (- prints YAML).",
        ),
    ],
    encoding: Encoding = None,
) -> ExitCode:
    """Convert a data file to another format; comments are not kept."""
    from bluf.data import ENDINGS, files_of, read
    from octavo.suggest import did_you_mean

    if target != STANDARD and target.suffix.lower() not in ENDINGS:
        hint = did_you_mean(target.suffix, ENDINGS)
        message = f"“{target.name}” ends in no format that can be written; {hint}"
        raise typer.BadParameter(message, param_hint="TO")
    if source.suffix.lower() == ".xlsx" and drafting.is_of_candidates(source):
        return drafting.write_kept(source, target)
    file = read(source, encoding)
    printer.findings(file.warnings)
    _refuse_versions(file)
    if target == STANDARD:
        printer.raw(*files_of(file.brief, Path("brief.yaml")).values())
        return ExitCode.FINE
    files = files_of(file.brief, target)
    create(files)
    return ExitCode.FINE


def _refuse_versions(file: DataFile) -> None:
    """Refuse a record that would lose the versions of its texts."""
    from bluf.data import audiences

    found = next(audiences(file.places), None)
    if found is not None:
        message = (
            f"“{found[1][0]}” has a version for “{found[0]}”, which no other format is given yet: "
            "keep the brief as it is"
        )
        raise typer.BadParameter(message, param_hint="FROM")
