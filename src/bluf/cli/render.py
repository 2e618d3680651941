"""``bluf render``: any template, any record."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.delivering import write
from bluf.cli.incoming import opened, refuse_twice
from bluf.cli.manner import STANDARD
from bluf.cli.options import Encoding, Overwrite

if TYPE_CHECKING:
    from octavo.expressions import Options


class Allowed(StrEnum):
    """What a template may hold though it is refused else."""

    OLE = "ole"
    LINKED_PICTURES = "linked-pictures"


class OnMissing(StrEnum):
    """What becomes of a name that the data lacks: refused, left empty, or its tag kept."""

    ERROR = "error"
    EMPTY = "empty"
    KEEP = "keep"


EPILOG = """Examples:

  bluf render letter.docx ministry.yaml             writes ministry.docx beside the data

  bluf render agenda.md meeting.toml -o agenda-today.md

  bluf render memo.dotx memo.json -o memo.docx --language fr

  bluf render memo.dotx memo.json -o draft.docx --missing keep      tags of missing names stay

  cat memo.json | bluf render agenda.md - -o -      from standard input to standard output
"""


Source = Annotated[
    Path, typer.Argument(metavar="TEMPLATE", help="Template: a .docx, .dotx or .md file with tags.")
]
Data = Annotated[
    Path, typer.Argument(metavar="DATA", help="Data: a mapping in YAML, TOML, JSON, CSV or XLSX.")
]
Target = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="File to write.")
]
Language = Annotated[str, typer.Option(metavar="CODE", help="Language for dates and numbers.")]
Missing = Annotated[
    OnMissing | None,
    typer.Option(metavar="HOW", help="What to do with names missing from DATA; each is reported."),
]
Allow = Annotated[
    list[Allowed] | None,
    typer.Option(
        metavar="WHAT", help="Allow content that is otherwise refused, if you trust TEMPLATE."
    ),
]


def render(
    template: Source,
    data: Data,
    output: Target = None,
    encoding: Encoding = None,
    language: Language = "en",
    missing: Missing = None,
    allow: Allow = None,
    overwrite: Overwrite = False,
) -> None:
    """Fill any template with any data. Its keys are the names; ``brief`` is all of it."""
    from bluf.data import read_tree
    from bluf.pipeline import filled_product
    from octavo import compile_template

    refuse_twice(template, data)
    target = output or _beside(template, data)
    if target != STANDARD and target.resolve() in {template.resolve(), data.resolve()}:
        message = f"“{target.as_posix()}” would be overwritten; name the output with “-o FILE”"
        raise typer.BadParameter(message)
    tree = read_tree(data, encoding)
    printer.findings(tree.warnings)
    record = {key: _typed(value) for key, value in tree.values.items()}
    values: dict[str, object] = {"brief": record, **record}
    program = compile_template(opened(template), allow=[one.value for one in allow or ()])
    printer.findings(program.warnings)
    manner: Options = {"language": language}
    if missing is not None:
        manner["missing"] = missing.value
    filled = program.fill(values, **manner)
    printer.findings(filled.notes)
    if target == STANDARD:
        printer.raw(filled.content)
        return
    raise typer.Exit(write(filled_product(target, filled.content), overwrite=overwrite))


def _beside(template: Path, data: Path) -> Path:
    """Where a file goes that nobody named: beside the data, or where one of the two came from."""
    if STANDARD in {template, data}:
        return STANDARD
    named = data if data.name else data.resolve() / "data"  # “.” and “..” have none
    return named.with_suffix(_SUFFIXES.get(template.suffix.lower(), template.suffix))


_SUFFIXES = {".dotx": ".docx"}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", re.ASCII)
_WORDS = {"true": True, "false": False}


def _typed(value: object) -> object:
    """What is written as a number or as true or false becomes one; it prints as it was typed."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if not isinstance(value, str):
        return value
    if _NUMBER.fullmatch(value):
        return Decimal(value) if "." in value else int(value)
    return _WORDS.get(value, value)
