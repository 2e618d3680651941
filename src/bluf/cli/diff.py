"""``bluf diff``: how two Word files differ."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode
from bluf.cli.incoming import opened, refuse_twice
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.roundtrip import RecordDifference

EPILOG = """Examples:

  bluf diff templates/brief.docx templates/register.docx     each difference at its place, exit 1

  bluf diff --data briefs/2025-08-06-serbia-us briefs/2025-09-24-serbia-us   field by field, exit 1

  git difftool --no-prompt --extcmd="bluf diff" -- "*.docx"  what is not committed yet

What no reader sees does not count: ids, revision marks, the order of parts, compression.
"""


def diff(
    before: Annotated[
        Path, typer.Argument(metavar="A", help="Old Word file (- for standard input).")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="B", help="New Word file (- for standard input).")
    ],
    data: Annotated[
        bool,
        typer.Option("--data", help="Compare in terms of the record; A and B may be data files."),
    ] = False,
) -> None:
    """Compare two Word files: text, structure, styles and properties."""
    if data:
        raise typer.Exit(_of_records(before, after))
    if os.devnull in {str(before), str(after)}:
        # Git names the null device for the missing side of a new or deleted file.
        new = str(before) == os.devnull
        text = f"{after}: a new file" if new else f"{before}: the file is gone"
        printer.answer("differences", {"place": "", "message": text, "notes": []}, text)
        raise typer.Exit(ExitCode.FINDINGS)
    found = _compare(before, after)
    _print(before, after, found)
    printer.gather(found)
    if found:
        raise typer.Exit(ExitCode.FINDINGS)


def _of_records(before: Path, after: Path) -> ExitCode:
    from bluf.cli.holding import settings_with
    from bluf.pipeline import find_briefs, record_differences

    words = {path.suffix.lower() == ".docx" for path in (before, after)}
    if len(words) > 1:
        message = "compare two data files, or two Word files; an edited one goes to “bluf pull”"
        raise typer.BadParameter(message, param_hint="--data")
    settings, folder = settings_with()
    briefs = find_briefs([folder / settings.briefs]) if words == {True} else []
    found = record_differences(before, after, briefs)
    for each in found:
        value = {
            "field": ".".join(each.field),
            "what": each.what,
            "before": each.before,
            "now": each.now,
            "who": each.who,
        }
        printer.answer("fields", value, _field_text(each))
    return ExitCode.FINDINGS if found else ExitCode.FINE


def _field_text(difference: RecordDifference) -> str:
    from bluf.reporters import harmless

    who = f"  [{difference.who}]" if difference.who else ""
    lines = [f"{difference.what:9} {'.'.join(difference.field)}".rstrip() + who]
    lines += [f"   - {difference.before}"] if difference.before else []
    lines += [f"   + {difference.now}"] if difference.now else []
    return "\n".join(map(harmless, lines))


def _compare(before: Path, after: Path) -> tuple[Finding, ...]:
    from octavo import compare

    refuse_twice(before, after)
    return compare(opened(before), opened(after))


def _print(before: Path, after: Path, found: Sequence[Finding]) -> None:
    """A line for each difference, what stood there before and after below it."""
    from bluf.reporters import harmless

    if found:
        value = {"before": str(before), "after": str(after)}
        text = harmless(f"--- {before}") + "\n" + harmless(f"+++ {after}")
        printer.answer("compared", value, text)
    for finding in found:
        place = getattr(finding.location, "place", str(finding.location))
        difference = {"place": place, "message": finding.message, "notes": list(finding.notes)}
        lines = [harmless(f"{place}: {finding.message}")]
        lines += [f"   {harmless(note)}" for note in finding.notes]
        printer.answer("differences", difference, "\n".join(lines))
