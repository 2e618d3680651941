"""``bluf pull``: bring the edits of a Word file home to its data file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.pipeline import Pulled
    from bluf.roundtrip import Change, Unplaced
    from octavo.revisions import Comment

EPILOG = """Examples:

  bluf pull briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  take it home

  bluf pull --dry-run briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  only look

  bluf pull --reject briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  no tracked changes

Exit codes: 0 all of it taken, 1 something is left to do by hand, 3 no such brief.
"""


def pull(
    edited: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Word files that came back, first one first."),
    ],
    brief: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Brief it belongs to (default: found by its text)."),
    ] = None,
    accept: Annotated[
        bool | None,
        typer.Option("--accept/--reject", help="Take tracked changes, or leave them out."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Write nothing; say what would change.")
    ] = False,
) -> None:
    """Bring the edits of Word files home to their data file."""
    from bluf.pipeline import bring_home
    from bluf.pipeline import pull as pulled_from

    code = ExitCode.FINE
    for path in edited:
        home = brief or _home(path)
        pulled = pulled_from(path, home, accept=_accepts(path, accept))
        for line in _told(pulled):
            printer.answer(*line)
        printer.findings(pulled.findings)
        if not dry_run and bring_home(path, pulled):
            printer.wrote(pulled.data.path)
        code = max(code, ExitCode.FINE if pulled.is_whole else ExitCode.FINDINGS)
    raise typer.Exit(code)


def _home(path: Path) -> Path:
    from bluf.cli.holding import settings_with
    from bluf.pipeline import find_briefs, home_of

    settings, folder = settings_with()
    return home_of(path, find_briefs([folder / settings.briefs]))


def _accepts(path: Path, wanted: bool | None) -> bool:
    """Whether tracked changes count: as the person says, and asked where nothing is said.

    Raises:
        BadParameter: Nobody can be asked.
    """
    from bluf.pipeline import is_tracked

    if wanted is not None or not is_tracked(path):
        return wanted is not False
    if sys.stdin.isatty():
        return typer.confirm(f"{path} has tracked changes. Take them?", default=True, err=True)
    message = f"{path} has tracked changes: say “--accept” or “--reject”"
    raise typer.BadParameter(message, param_hint="--accept / --reject")


def _told(pulled: Pulled) -> Iterator[tuple[str, dict[str, object], str]]:
    for change in pulled.changes:
        yield "changes", _change_value(change), _change_text(change, pulled)
    for unplaced in pulled.found.unplaced:
        yield "unplaced", _unplaced_value(unplaced), _unplaced_text(unplaced)
    for comment in pulled.comments:
        yield "comments", _comment_value(comment), _comment_text(comment)
    if pulled.found.doubts:
        count = pulled.found.doubts
        text = f"{count} edited paragraphs were matched by their likeness alone: look at them"
        yield "doubts", {"paragraphs": count}, text
    if any(change.who for change in pulled.changes) and not pulled.found.all_tracked:
        text = "some edits were made without tracking: nobody is named for them"
        yield "untracked", {"all_tracked": False}, text
    if not (pulled.changes or pulled.found.unplaced or pulled.comments):
        yield "changes", {}, "nothing was edited"


def _change_value(change: Change) -> dict[str, object]:
    return {
        "field": ".".join(change.field),
        "before": change.before,
        "now": change.now,
        "who": change.who,
        "fate": change.fate.value,
        "ours": change.ours,
        "reason": change.reason,
        "left": list(change.left),
        "place": str(change.location),
    }


def _change_text(change: Change, pulled: Pulled) -> str:
    from bluf.roundtrip import Fate

    lines = [_head(f"{change.fate.value:9} {'.'.join(change.field)}", change.who)]
    lines += [f"   - {change.before}"] if change.before else []
    lines += [f"   + {change.now}"] if change.now else []
    lines += [f"   = {change.reason}"] if change.reason else []
    lines += [f"   = the data file says “{change.ours}”"] if change.ours else []
    lines += [f"   = type “{text}” yourself" for text in change.left]
    if change.fate is Fate.BY_HAND:
        lines.append(f"   = type it at {pulled.data.places.at(*change.steps)}")
    return "\n".join(lines)


def _unplaced_value(unplaced: Unplaced) -> dict[str, object]:
    return {
        "what": unplaced.what,
        "before": unplaced.before,
        "now": unplaced.now,
        "who": unplaced.who,
        "place": str(unplaced.location),
    }


def _unplaced_text(unplaced: Unplaced) -> str:
    place = getattr(unplaced.location, "place", str(unplaced.location))
    lines = [_head(f"{'unplaced':9} {unplaced.what}, {place}", unplaced.who)]
    lines += [f"   - {unplaced.before}"] if unplaced.before else []
    lines += [f"   + {unplaced.now}"] if unplaced.now and unplaced.now != unplaced.before else []
    return "\n".join(lines)


def _comment_value(comment: Comment) -> dict[str, object]:
    return {
        "author": comment.by.author,
        "date": comment.by.date,
        "text": comment.text,
        "about": comment.about,
        "settled": comment.is_settled,
        "reply": comment.is_reply,
        "place": str(comment.location),
    }


def _comment_text(comment: Comment) -> str:
    state = " (settled)" if comment.is_settled else ""
    about = f"“{comment.about}”" if comment.about else comment.location.place
    said = comment.text.replace("\n", "\n     ")
    return _head(f"{'comment':9} {about}{state}", str(comment.by)) + f"\n   {said}"


def _head(text: str, who: str) -> str:
    return f"{text}  [{who}]" if who else text
