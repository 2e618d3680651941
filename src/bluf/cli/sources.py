"""``bluf sources``: each item, each side, its words and where they stand."""

from __future__ import annotations

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer
from msgspec.structs import asdict

from bluf.cli import completing, printer
from bluf.cli.errors import ExitCode, code_of

EPILOG = """Examples:

  bluf sources briefs/2025-08-06-serbia-us      who says what, and where it stands

  bluf sources briefs                           the same for every brief
"""

_COLUMNS = 120
"""Where the output is no terminal."""


def sources(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Data files, or folders of briefs.",
            autocompletion=completing.brief_paths,
        ),
    ],
) -> None:
    """Show the quotations of a brief: each item, each side, its words and where they stand."""
    from bluf.pipeline import find_briefs

    codes = [_show(path) for path in find_briefs(paths)]
    raise typer.Exit(max(codes))


def _show(path: Path) -> ExitCode:
    """Print the table of one brief, with the findings on its quotations."""
    from bluf.cli.sources_table import table
    from bluf.data import read
    from bluf.evidence import prove, rows
    from octavo.finding import FindingsError

    try:
        data = read(path)
        proof, findings = prove(data)
    except FindingsError as error:
        printer.findings(error.findings)
        return ExitCode.REFUSED
    printer.findings(findings)
    columns = get_terminal_size((_COLUMNS, 24)).columns
    title = f"{data.brief.id}: {proof.verified} of {proof.quotations} quotations verified"
    quoted = rows(data.brief, proof)
    lines = table(quoted, Path(data.path).parent, columns)
    value = {
        "id": data.brief.id,
        "quotations": proof.quotations,
        "verified": proof.verified,
        "rows": [{**asdict(row), "place": row.place and str(row.place)} for row in quoted],
    }
    printer.answer("briefs", value, "\n".join((title, "", *lines, "")))
    return code_of(findings)
