"""Options that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Data files, folders of a brief, or folders of briefs; else the folder of the briefs.",
        show_default=False,
    ),
]
Template = Annotated[
    str | None, typer.Option(help="Name of a template, or its path.", show_default="brief")
]
Paper = Annotated[
    str | None, typer.Option(help="Size of the page: a4 or letter.", show_default="a4")
]
AllowFindings = Annotated[
    bool,
    typer.Option(
        "--allow-findings", help="Write in spite of findings; the brief then says so on its face."
    ),
]
OutputFormat = Annotated[
    str,
    typer.Option("--output-format", help="Findings as text, json, github, sarif or junit."),
]
