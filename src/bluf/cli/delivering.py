"""Outputs onto the disk, never over an edit unasked; what cannot be written stops only itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bluf.cli import printer
from bluf.cli.errors import ExitCode, exit_code_of
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.pipeline import Product


def write(product: Product, *, overwrite: bool) -> ExitCode:
    """Write what is not as it should be."""
    if not product.outputs:
        for path in product.unchanged:
            printer.wrote(path, changed=False)
        return ExitCode.FINE
    from bluf.pipeline import deliver

    done = deliver(product, overwrite=overwrite)
    printer.findings((*done.kept, *shown(done.notes)))
    codes = [ExitCode(exit_code_of(error)) for error in done.failed]
    for output in product.outputs:
        if output in done.written or output in done.fresh:
            printer.wrote(output.path, changed=output in done.written)
    return max(codes, default=ExitCode.NOT_WRITTEN if done.kept else ExitCode.FINE)


def create(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet: all of them, or none; and say which.

    Raises:
        OSError: One of them is there already, or could not be written.
    """
    from bluf import data

    data.create(files)
    for path in files:
        printer.wrote(path.as_posix())


def shown(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Notes are for those who ask for more."""
    everything = printer.shows_notes()
    return (each for each in findings if everything or each.level is not Level.NOTE)
