"""``bluf register``: what is owed over all briefs, on the terminal or in files."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer
from msgspec import Struct
from msgspec.structs import replace

from bluf.cli import printer
from bluf.cli import register_options as options
from bluf.cli.briefs import read_briefs
from bluf.cli.choices import today, word
from bluf.cli.delivering import write as write_product
from bluf.cli.errors import ExitCode
from bluf.cli.options import ExecutorName, For, Overwrite, Paths, a_day
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.pipeline import Product
    from bluf.register import Register

EPILOG = """Examples:

  bluf register                                  a table of all that is owed, as of today

  bluf register --state overdue,due-soon --party us

  bluf register --format html,xlsx,ics --out public

  bluf register --check                          in CI: are the committed files as they should be?
"""


def register(
    paths: Paths = None,
    formats: options.Formats = None,
    out: options.Out = None,
    check: options.Check = False,
    overwrite: Overwrite = False,
    as_of: options.AsOf = None,
    sort: options.Sort = "state",
    group: options.GroupBy = None,
    soon: options.Soon = 14,
    language: options.Language = None,
    audience: For = None,
    executor: ExecutorName = "processes",
    *,
    rows: options.RowFlags,
) -> None:
    """List requests and follow-ups over all briefs: what is owed."""
    from bluf import register as room

    selection = rows.selection()
    order = word(sort, room.SortKey, "order")
    group_by = word(group, room.Group, "group") if group else None
    briefs = read_briefs(paths, executor, audience)
    _require_labels(language, briefs.catalogues)

    def make(when: dt.date) -> Register:
        now = room.Reckoning(when, soon)
        made = room.make_register(briefs.linked, now, selection, order=order, group_by=group_by)
        return replace(made, language=language or made.language, catalogues=briefs.catalogues)

    files = _paths(out or briefs.folder, formats, check=check)
    if not files:
        _show(make(a_day(as_of) or today()))
        raise typer.Exit(briefs.code)
    wanted = _Files(files, make, briefs.templates, a_day(as_of), overwrite, audience is not None)
    raise typer.Exit(max(briefs.code, wanted.check() if check else wanted.write(briefs.code)))


def _paths(folder: Path, formats: str | None, *, check: bool) -> list[Path]:
    """The files that are asked for; to be checked are those that lie there, if none is named."""
    kinds = formats.split(",") if formats else options.FORMATS if check else ()
    paths = [folder / f"register.{each}" for each in kinds]
    if not check or formats:
        return paths
    standing = [path for path in paths if path.is_file()]
    if not standing:
        message = f"there is no register in “{folder.as_posix()}”; write one with “--format”"
        raise typer.BadParameter(message, param_hint="--check")
    return standing


def _require_labels(language: str | None, catalogues: Path) -> None:
    """Refuse a language that there are no labels in."""
    if language is None:
        return
    from bluf.views import UnknownLanguageError, labels_for

    try:
        labels_for(language, catalogues)
    except UnknownLanguageError as error:
        raise typer.BadParameter(str(error), param_hint="--language") from None


class _Files(Struct, frozen=True):
    """The files that were asked for, each named after its format."""

    paths: Sequence[Path]
    make: Callable[[dt.date], Register]
    templates: Path
    day: dt.date | None
    overwrite: bool = False
    final: bool = False

    def check(self) -> ExitCode:
        """Compare what stands there, each file for the day that it names itself."""
        from bluf.pipeline import stale

        self._say_undated(_stated_day)
        found = stale(self._stated(), self._stated)
        printer.findings(map(_with_register, found), asked=True)
        wrong = {each.location.path for each in found}
        for path in self.paths:
            if str(path) not in wrong:
                printer.done("outputs", {"path": str(path), "state": "fine"}, f"fine {path}")
        return ExitCode.FINDINGS if found else ExitCode.FINE

    def write(self, code: ExitCode) -> ExitCode:
        """Write the files, unless a link is at fault: then the register would mislead."""
        from bluf.pipeline import register_product

        if code is not ExitCode.FINE:
            printer.message("not written: a link between briefs is at fault")
            return code
        self._say_undated(lambda _: None)
        product = register_product(self._outputs(lambda _: None), final=self.final)
        return write_product(product, overwrite=self.overwrite)

    def _stated(self) -> Product:
        from bluf.pipeline import register_product

        return register_product(self._outputs(_stated_day), final=self.final)

    def _outputs(self, stated: Callable[[Path], dt.date | None]) -> Iterator[tuple[Path, bytes]]:
        from bluf.pipeline import render_register

        for path in self.paths:
            kind = path.suffix.removeprefix(".")
            yield path, render_register(self._register(path, stated), kind, self.templates)

    def _register(self, path: Path, stated: Callable[[Path], dt.date | None]) -> Register:
        return self.make(self.day or stated(path) or today())

    def _say_undated(self, stated: Callable[[Path], dt.date | None]) -> None:
        from bluf.register import undated

        for path in self.paths:
            left_out = undated(self._register(path, stated)) if path.suffix == ".ics" else 0
            if left_out:
                about = "open follow-ups without a date, left out of the calendar"
                printer.message(f"{about}: {left_out}")


def _with_register(finding: Finding) -> Finding:
    """The finding with the command that puts a register right."""
    if finding.rule != "output-stale":
        return finding
    hint = "run “bluf register” with the same options, and commit what it writes"
    return replace(finding, hint=hint)


def _stated_day(path: Path) -> dt.date | None:
    """The day that a file which stands there says it is of."""
    from bluf.register import stated_day

    return stated_day(path.read_bytes()) if path.is_file() else None


def _show(shown: Register) -> None:
    from bluf.register import register_document, register_table

    colour = printer.colours(sys.stdout)
    table = register_table(shown, get_terminal_size().columns, colour=colour)
    printer.answer("registers", partial(register_document, shown), table)
