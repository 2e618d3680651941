"""What the commands over all briefs begin with: read them, link them, say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec import Struct

from bluf.cli import printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.holding import settings_with

if TYPE_CHECKING:
    from bluf.register import Linked


class Briefs(Struct, frozen=True):
    """All briefs that were asked for, joined.

    Attributes:
        linked: The briefs.
        folder: Folder of the briefs, as the settings say; for an audience one of its own in it.
        templates: Folder of the user's templates, as the settings say.
        catalogues: Folder of the project's own catalogues of labels.
        code: 1 where a link between them is at fault.
    """

    linked: Linked
    folder: Path
    templates: Path
    catalogues: Path
    code: ExitCode


def read_briefs(paths: Sequence[Path] | None, name: str, audience: str | None = None) -> Briefs:
    """Read and join briefs, and report every finding.

    Args:
        paths: What a person named; the folder of the briefs where it is nothing.
        name: Name of the executor.
        audience: Who reads what comes of it; everybody where it is None.

    Raises:
        typer.Exit: A data file was refused.
        UnknownNameError: There is no such executor, or no such audience.
    """
    from bluf import pipeline as room
    from bluf.markings import schemes
    from bluf.register import link

    settings, home = settings_with()
    folder = home / settings.briefs
    found = room.find_briefs(paths or [folder])
    if audience is None:
        watch = partial(printer.progress, total=len(found))
        reading = room.read_cards(found, room.executor(name), watch=watch)
    else:
        readers = room.audience_named(audience, settings)
        reading = room.read_cards_for(found, readers, schemes(home / settings.markings))
        folder /= audience
    for line in reading.left_out:
        printer.message(line)
    linked = link(reading.cards)
    printer.findings((*reading.refused, *linked.findings))
    if reading.refused:
        raise typer.Exit(ExitCode.REFUSED)
    code = code_of(linked.findings)
    return Briefs(linked, folder, home / settings.templates, home / settings.languages, code)
