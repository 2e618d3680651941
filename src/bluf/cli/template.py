"""``bluf template``: for those who make templates."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.options import OutputFormat, settings_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bluf.views import Field
    from octavo.finding import Finding

EPILOG = """Examples:

  bluf template new ministry            a copy of the shipped one, to edit in Word

  bluf template check templates/*.docx  faults, and names that no brief has

  bluf template fields                  every name there is, with what it means

  bluf template show templates/ministry.docx
"""

Name = Annotated[Path, typer.Argument(metavar="FILE", help="A .docx, .dotx or .md template.")]
_SUFFIXES = (".docx", ".dotx", ".md")


def group() -> typer.Typer:
    """The commands below ``bluf template``."""
    commands = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    commands.callback()(_about)
    commands.command("list")(listed)
    for command in (check, fields, show, new):
        commands.command(command.__name__)(command)
    return commands


def _about() -> None:
    """List, check, describe, show and begin templates."""


def listed() -> None:
    """List the templates by name: your own, then the shipped ones."""
    from bluf.pipeline import shipped_folder

    own, shipped = _own_folder(), shipped_folder()
    folders = [own] if own.resolve() == shipped.resolve() else [own, shipped]
    lines = [
        f"{stem:<16}{', '.join(kinds):<12}{folder.as_posix() if folder is own else 'shipped'}"
        for folder in folders
        for stem, kinds in _kinds(folder).items()
    ]
    printer.result("\n".join(lines))


def _own_folder() -> Path:
    settings, home = settings_with(os.environ)
    return home / settings.templates


def _kinds(folder: Path) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix in _SUFFIXES:
            kinds.setdefault(path.stem, []).append(path.suffix[1:])
    return kinds


def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Templates, Word or Markdown.")
    ],
    output_format: OutputFormat = "text",
) -> None:
    """Check templates: faults of tags, names that no brief has, what would be left out."""
    from bluf.checks import read_template, run
    from octavo.finding import FindingsError

    code = ExitCode.FINE
    found: list[Finding] = []
    for path in files:
        try:
            use = read_template(path)
            found += run(use, raised=use.warnings)
        except FindingsError as error:
            found += error.findings
            code = ExitCode.REFUSED
    printer.findings(found, output_format)
    raise typer.Exit(max(code, code_of(found)))


def fields(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A template; else every name there is.")
    ] = None,
) -> None:
    """Print the names a template asks for, each with its type and meaning."""
    from bluf.checks import read_template
    from bluf.views import fields as known_fields

    known = known_fields()
    names = known if file is None else dict.fromkeys(name for name, _ in read_template(file).asks)
    printer.result("\n".join(_described(names, known)))


def _described(names: Iterable[str], known: Mapping[str, Field]) -> Iterator[str]:
    names = list(names)
    width = max(map(len, names), default=0)
    for name in names:
        field = known.get(name)
        meaning = f"{field.kind:<8}{field.meaning}" if field else "a name that no brief has"
        yield f"{name:<{width}}  {meaning}"


def show(file: Name) -> None:
    """Print a template as text, with its tags, styles and places; for ``git diff`` too."""
    if file.suffix == ".md":
        printer.result(file.read_text(encoding="utf-8").rstrip("\n"))
        return
    from octavo.word import outline

    printer.result(outline(file))


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="The template to begin with.")
    ] = "brief",
) -> None:
    """Copy a template, Word and Markdown, to edit it."""
    from bluf.data.edit import create
    from bluf.pipeline import find_template

    if not name.replace("-", "").replace("_", "").isalnum():
        message = f"“{name}” cannot be a name: write letters, digits, “_” and “-”"
        raise typer.BadParameter(message)
    own = _own_folder()
    found = [find_template(source, kind, own) for kind in ("docx", "md")]
    files = {own / (name + path.suffix): path.read_bytes() for path in found}
    create(files)
    printer.result("\n".join(f"wrote {path.as_posix()}" for path in files))
    word = next(iter(files))
    printer.message(
        f"next: edit {word.as_posix()} in Word, “bluf template check {word.as_posix()}”, "
        f"then “bluf build --template {name}”"
    )
