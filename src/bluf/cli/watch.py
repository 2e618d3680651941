"""``bluf build --watch``: build again on each save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bluf.cli import printer
from octavo.shortening import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PATIENCE_MS = 300
_OURS = (".docx", ".md", ".pdf", ".png")
"""What a build itself writes beside a data file."""


def rebuild_on_save(
    found: Sequence[Path], templates: Path | None, build: Callable[[Sequence[Path]], object]
) -> None:
    """Build again whichever briefs a save touches, until somebody presses Ctrl-C.

    A save in the folder of the templates touches all of them.

    Raises:
        typer.BadParameter: The extra ``watch`` is not installed.
        KeyboardInterrupt: Somebody pressed Ctrl-C.
    """
    watch = watcher()
    shared = [templates] if templates and templates.is_dir() else []
    folders = {data.parent for data in found}
    told = False
    for changes in watch(
        *folders, *shared, raise_interrupt=True, yield_on_timeout=True, rust_timeout=_PATIENCE_MS
    ):
        if not told:  # now, and not before, no save can be missed
            printer.message(f"watching {plural(len(found), 'brief')}; Ctrl-C stops")
            told = True
        saved = [Path(name) for _, name in changes]
        touched = [data for data in found if any(_touches(path, data, shared) for path in saved)]
        if touched:
            build(touched)


def watcher() -> Callable[..., Iterator[Iterable[tuple[object, str]]]]:
    """What tells of saves, as watchfiles does.

    Raises:
        typer.BadParameter: The extra ``watch`` is not installed.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError:
        message = "--watch needs an extra: pip install watchfiles"
        raise typer.BadParameter(message) from None
    return watch


def _touches(saved: Path, data: Path, shared: Sequence[Path]) -> bool:
    """Whether a saved file is of those a brief is made from, and not of those made from it."""
    if any(saved.is_relative_to(folder.resolve()) for folder in shared):
        return True
    folder = data.parent.resolve()
    ours = saved.parent == folder and (saved.suffix in _OURS or saved.name.startswith("."))
    return saved.is_relative_to(folder) and not ours
