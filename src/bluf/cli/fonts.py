"""``bluf fonts``: figures of your own fonts, so that pages set in them are measured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bluf.cli import printer
from bluf.cli.contract import grouped
from bluf.cli.holding import settings_with
from bluf.cli.incoming import as_files

EPILOG = """Examples:

  bluf fonts add MinistrySans-Regular.ttf MinistrySans-Bold.ttf

  bluf fonts list
"""

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Fonts: .ttf or .otf (- for standard input)."),
]


def group() -> typer.Typer:
    """The commands below ``bluf fonts``."""
    about = "Add your own fonts' metrics to the project, or list them."
    return grouped(about, add=add, list=listed)


def add(files: Files) -> None:
    """Read metrics from font files; the fonts themselves are not copied."""
    from bluf.pipeline import add_fonts

    with as_files(files, lambda _: "font") as given:
        added = add_fonts(given, _folder())
    for path, family in added.items():
        value = {"family": family, "file": str(path)}
        printer.done("fonts", value, f"{family}: figures in {path}")


def listed() -> None:
    """List the fonts the project has metrics for."""
    from octavo.pages import FIGURES

    found = sorted(_folder().glob(f"*{FIGURES}"))
    for path in found:
        printer.answer("fonts", str(path), str(path))
    if not found:
        printer.message("no figures yet: “bluf fonts add FILE.ttf” takes them")


def _folder() -> Path:
    settings, home = settings_with()
    return home / settings.fonts
