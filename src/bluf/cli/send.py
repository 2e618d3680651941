"""``bluf send``: what leaves the house."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from bluf.cli import choices, printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.incoming import word_file
from bluf.cli.manner import STANDARD

if TYPE_CHECKING:
    from octavo.inputs import Input

EPILOG = """Examples:

  bluf send briefs/2025-08-06-serbia-us --out public      the brief, without anchors

  bluf send briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx --out public

Nothing that is sent can be pulled: keep working with what “bluf build” writes.
"""


def send(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Briefs, or Word files (- for standard input).",
            autocompletion=choices.brief_paths,
        ),
    ],
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Folder to write to; created if missing.")
    ],
) -> None:
    """Write clean Word files to send out. They hold no anchors, comments or tracked changes."""
    incoming = word_file() if STANDARD in paths else None
    named = [path for path in paths if incoming is None or path != STANDARD]
    files = [path for path in named if path.suffix.lower() == ".docx"]
    briefs = [path for path in named if path not in files]
    codes = [_send_file(path, path, out) for path in files]
    codes += [_send_file(incoming, _STDIN, out)] if incoming is not None else []
    codes += _send_briefs(briefs, out) if briefs else []
    raise typer.Exit(max(codes))


_STDIN = Path("stdin.docx")
"""How what comes in is called where it is sent."""


def _send_file(word: Input, path: Path, out: Path) -> ExitCode:
    from bluf.files import write_atomic
    from bluf.pipeline import cleaned

    target = out / path.name
    if target.resolve() == path.resolve():
        raise typer.BadParameter(f"“{path}” would be overwritten", param_hint="--out")
    content, left_out = cleaned(word)
    printer.findings(left_out)
    write_atomic(target, content)
    printer.wrote(target)
    return ExitCode.FINE


def _send_briefs(paths: Iterable[Path], out: Path) -> list[ExitCode]:
    from bluf import pipeline as room
    from bluf.cli.options import order_with

    order, _ = order_with(None)
    order = replace(order, out=out, final=True, formats=("docx",))
    codes = []
    for product in room.make_all(order, room.find_briefs(paths), room.executor("serial")):
        printer.findings(product.findings)
        written = room.written(product)
        for output in product.outputs:
            printer.wrote(output.path, changed=output in written)
        codes.append(ExitCode.REFUSED if product.refused else code_of(product.findings))
    return codes
