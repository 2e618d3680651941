"""``bluf quote``: from words roughly remembered to the lines of a data file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import choices, printer
from bluf.cli.errors import ExitCode
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.verification import Suggestion

EPILOG = """Examples:

  bluf quote "discussed starting the dialogue" briefs/2025-08-06-serbia-us

  bluf quote "serious step forward" briefs --limit 3
"""


def quote(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Roughly what the passage says.")],
    path: Annotated[
        Path,
        typer.Argument(
            metavar="[PATH]",
            help="Brief, source, or folder of sources.",
            autocompletion=choices.brief_paths,
        ),
    ] = Path(),
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="Most passages to print, best match first.")
    ] = 1,
) -> ExitCode:
    """Find the exact passage, as lines to paste into a data file."""
    from bluf.verification import read_shelf, suggest_quotations

    ids = _sources(path)
    shelf = read_shelf([*map(Path, ids)] or [path])
    printer.findings(shelf.refused)
    found = suggest_quotations(words, shelf)[:limit]
    for each in found:
        value = {"words": each.words, "place": str(each.place), "share": round(each.share, 2)}
        printer.answer("passages", value, _text(each, ids.get(each.source)))
    if not found:
        printer.message(f"nothing like it stands in {plural(len(shelf.sources), 'source')}")
    if shelf.refused:
        return ExitCode.REFUSED
    return ExitCode.FINE if found else ExitCode.FINDINGS


def _sources(path: Path) -> dict[str, str]:
    """The files of the sources of a brief, each with its id; none where the path is no brief."""
    from bluf.data import read
    from bluf.pipeline import DATA_NAMES

    inside = [path / name for name in DATA_NAMES if (path / name).exists()]
    data_file = path if path.name in DATA_NAMES and path.exists() else next(iter(inside), None)
    if data_file is None:
        return {}
    sources = read(data_file).brief.sources
    return {(data_file.parent / source.file).as_posix(): key for key, source in sources.items()}


def _text(found: Suggestion, key: str | None) -> str:
    from yaml import safe_dump

    evidence = [{"source": key or Path(found.source).stem, "quote": found.words}]
    lines = safe_dump(evidence, allow_unicode=True, sort_keys=False, width=96)
    return f"{found.place}\n{lines}"
