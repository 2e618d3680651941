"""``bluf template``: for those who make templates."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import choices, printer
from bluf.cli.contract import grouped
from bluf.cli.delivering import create
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.holding import settings_with
from bluf.cli.incoming import opened, refuse_twice
from bluf.cli.manner import STANDARD
from bluf.cli.summary import told_of
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.views import Field
    from octavo import Template
    from octavo.location import Location

EPILOG = """Examples:

  bluf template new ministry            a copy of the shipped one, to edit in Word

  bluf template check templates/*.docx  faults, and names that no brief has

  bluf template fields                  every name there is, with what it means

  bluf template labels                  languages, yours and the shipped ones

  bluf template show templates/ministry.docx
"""

Name = Annotated[Path, typer.Argument(metavar="FILE", help="Template path or name.")]


def group() -> typer.Typer:
    """The commands below ``bluf template``."""
    about = "List, check, show and create templates."
    rest = {command.__name__: command for command in (check, fields, labels, show, new)}
    return grouped(about, list=listed, **rest)


def listed() -> None:
    """List templates: your own, then the shipped ones."""
    from bluf.pipeline import shipped_folder, template_kinds

    own, shipped = _own_folder(), shipped_folder()
    folders = [own] if own.resolve() == shipped.resolve() else [own, shipped]
    for folder in folders:
        where = folder.as_posix() if folder is own else "shipped"
        for stem, kinds in template_kinds(folder).items():
            text = f"{stem:<16}{', '.join(kinds):<12}{where}"
            printer.answer("templates", {"name": stem, "kinds": kinds, "in": where}, text)


def _file(name: Path) -> Path:
    """The template of a path, or of a name: your own before a shipped one."""
    if name.suffix or name == STANDARD or name.exists():
        return name
    from bluf.pipeline import find_template

    return find_template(name.name, "docx", _own_folder())


def _incoming(path: Path) -> Template | None:
    """The template that comes in through standard input; None where a file is named."""
    from octavo import compile_template

    return compile_template(opened(path)) if path == STANDARD else None


def _asked(path: Path) -> tuple[tuple[str, Location], ...]:
    from bluf.checks import read_template

    return read_template(path, _incoming(path)).asks


def _own_folder() -> Path:
    settings, home = settings_with()
    return home / settings.templates


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Templates, by path or name (- for standard input)."
        ),
    ],
) -> None:
    """Check templates: faulty tags, unknown names, lost content."""
    from bluf.checks import read_template, run
    from octavo.finding import FindingsError

    refuse_twice(*files)
    code = ExitCode.FINE
    for path in map(_file, files):
        found: Sequence[Finding]
        try:
            use = read_template(path, _incoming(path))
            found = run(use, raised=use.warnings)
        except FindingsError as error:
            found = error.findings
            code = ExitCode.REFUSED
        printer.findings(found, asked=True)
        told_of(path, found)
        code = max(code, code_of(found))
    raise typer.Exit(code)


def fields(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Template (default: all fields).")
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print a JSON Schema of the data FILE needs.")
    ] = False,
) -> None:
    """List the fields a template uses, with type and meaning."""
    from bluf.views import fields as known_fields

    if schema:
        _schema(file)
        return
    known = known_fields()
    asked = None if file is None else _asked(_file(file))
    names = known if asked is None else dict.fromkeys(name for name, _ in asked)
    _describe(list(names), known)


def _schema(file: Path | None) -> None:
    import octavo

    if file is None:
        message = "name the template whose schema you want"
        raise typer.BadParameter(message)
    made = octavo.schema(opened(_file(file)))
    printer.answer("schemas", made, json.dumps(made, indent=2, ensure_ascii=False))


def _describe(names: Sequence[str], known: Mapping[str, Field]) -> None:
    width = max(map(len, names), default=0)
    for name in names:
        field = known.get(name)
        meaning = f"{field.kind:<8}{field.meaning}" if field else "a name that no brief has"
        kind, said = (str(field.kind), field.meaning) if field else (None, None)
        value = {"path": name, "kind": kind, "meaning": said}
        printer.answer("fields", value, f"{name:<{width}}  {meaning}")


def labels(
    language: Annotated[
        str | None, typer.Argument(metavar="[LANGUAGE]", help="Language (default: all).")
    ] = None,
) -> None:
    """List label languages, or what your own catalogue lacks."""
    from bluf.views import lacking, languages

    settings, home = settings_with()
    own = home / settings.languages
    mine = {path.stem for path in own.glob("*.toml")}
    if language is None:
        for tag in languages(own):
            place = (own / f"{tag}.toml").as_posix() if tag in mine else "shipped"
            printer.answer("labels", {"language": tag, "place": place}, f"{tag:<10}{place}")
        return
    if language not in mine:
        message = f"there is no {(own / f'{language}.toml').as_posix()}"
        raise typer.BadParameter(message)
    missing = lacking(language, own)
    for name in missing:
        printer.answer("labels", {"language": language, "lacks": name}, f"lacks {name}")
    if not missing:
        printer.message(f"{language} lacks nothing")


def show(file: Name) -> None:
    """Print a template as text, with tags, styles and places. It serves ``git diff`` too."""
    path = _file(file)
    text = _text(path)
    printer.answer("templates", {"path": str(path), "text": text}, text)


def _text(file: Path) -> str:
    if file.suffix.lower() == ".md":
        from bluf.data import load_text

        return load_text(file).text.rstrip("\n")
    from octavo.word import outline

    return outline(file)


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new template.")],
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="NAME", help="Template to copy.", autocompletion=choices.templates
        ),
    ] = "brief",
) -> None:
    """Create a template by copying one, Word and Markdown."""
    from bluf.data import is_id
    from bluf.pipeline import find_template

    if not is_id(name):
        message = f"“{name}” cannot be a name: write letters, digits, “_” and “-”"
        raise typer.BadParameter(message)
    own = _own_folder()
    found = [find_template(source, kind, own) for kind in ("docx", "md")]
    files = {own / (name + path.suffix): path.read_bytes() for path in found}
    create(files)
    word = next(iter(files))
    printer.message(
        f"next: edit {word.as_posix()} in Word, “bluf template check {word.as_posix()}”, "
        f"then “bluf build --template {name}”"
    )
