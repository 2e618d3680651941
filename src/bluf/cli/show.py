"""``bluf show``: look at the page."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from bluf.cli import choices, printer
from bluf.cli.errors import ExitCode
from bluf.cli.options import Annex, Fit, Font, Paper, Template, order_with
from octavo.finding import Level

EPILOG = """Examples:

  bluf show briefs/2025-08-06-serbia-us --out pictures     one picture a page
"""


def show(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="Data file, or folder of a brief.",
            autocompletion=choices.brief_paths,
        ),
    ],
    template: Template = None,
    paper: Paper = None,
    font: Font = None,
    fit: Fit = None,
    annex: Annex = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder for the pictures.", show_default="temporary"),
    ] = None,
) -> None:
    """Render a brief to PNG and open it.

    Needs LibreOffice and poppler. Findings do not stop it.
    """
    from bluf import pipeline as room

    order, _ = order_with(
        template=template, paper=paper, font=font, pages_fit=fit, pages_annex=annex
    )
    folder = out or Path(tempfile.mkdtemp(prefix="bluf-show-"))
    order = replace(order, formats=("png",), out=folder, allow_findings=True)
    found = room.find_briefs([path])
    refused = False
    for product in room.make_all(order, found, room.executor("serial")):
        printer.findings(each for each in product.findings if each.level is Level.ERROR)
        refused = refused or not product.outputs
        for output in room.written(product):
            _show(output.path)
    raise typer.Exit(ExitCode.REFUSED if refused else ExitCode.FINE)


def _show(picture: Path) -> None:
    printer.answer("pictures", {"path": str(picture)}, str(picture))
    if sys.stdout.isatty():
        typer.launch(str(picture))
