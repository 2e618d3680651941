"""``bluf pull``: bring the edits of a Word file home to its data file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode
from bluf.cli.incoming import opened, refuse_twice
from octavo.inputs import Input, name_of

if TYPE_CHECKING:
    from bluf.pipeline import Pulled
    from bluf.roundtrip import FieldChange, Unplaced
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
        typer.Argument(
            metavar="FILE...", help="Edited Word files, oldest first (- for standard input)."
        ),
    ],
    brief: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="Brief the file belongs to (default: matched by its text)."
        ),
    ] = None,
    accept: Annotated[
        bool | None, typer.Option("--accept/--reject", help="Accept or reject tracked changes.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would change, without writing.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask of each change; conflicts, too.")
    ] = False,
) -> None:
    """Take edits made in Word back into the data file."""
    from bluf import pipeline as room

    refuse_twice(*edited)
    code = ExitCode.FINE
    for word in map(opened, edited):
        pulled = room.pull(word, _home(word, brief), accept=_accepts(word, accept))
        if interactive:
            pulled = _decided(pulled)
        for line in told(pulled):
            printer.answer(*line)
        printer.findings(pulled.findings)
        if not dry_run and room.bring_home(word, pulled):
            printer.wrote(pulled.data.path)
        code = max(code, ExitCode.FINE if pulled.is_whole else ExitCode.FINDINGS)
    raise typer.Exit(code)


def _says_yes(question: str) -> bool:
    return sys.stdin.isatty() and typer.confirm(question, default=True, err=True)


def _decided(pulled: Pulled) -> Pulled:
    """What a person makes of each change.

    Raises:
        BadParameter: Nobody can be asked.
    """
    from bluf.pipeline import decided

    if not sys.stdin.isatty():
        message = "bluf cannot ask: this is not a terminal"
        raise typer.BadParameter(message, param_hint="--interactive")
    choices = {}
    for at, change in enumerate(pulled.changes):
        if change.can_be_decided:
            typer.echo(change_text(change, pulled), err=True)
            choices[at] = _choice(change)
    return decided(pulled, choices)


def _choice(change: FieldChange) -> FieldChange:
    ways = ["take", "leave", "edit"] if isinstance(change.value, str) else ["take", "leave"]
    keys = {way[0]: way for way in ways}
    answer = ""
    while keys.get(answer, answer) not in ways:
        answer = typer.prompt(f"{', '.join(ways)}?", default="take", err=True).strip().lower()
    way = keys.get(answer, answer)
    if way == "edit":
        text = typer.prompt("text", default=change.now, err=True)
        return change.decided(take=True, text=text.strip())
    return change.decided(take=way == "take")


def _home(word: Input, brief: Path | None) -> Path:
    """The data file of a brief that is named, else one beside the Word file or among all briefs."""
    from bluf.cli.holding import settings_with
    from bluf.pipeline import find_briefs, home_of

    settings, folder = settings_with()
    path, briefs = name_of(word), folder / settings.briefs
    near = [each for each in (Path(path).parent,) if any(each.glob("brief.*"))]
    where = [brief] if brief else near + [briefs] * (briefs.is_dir() or not near)
    found = tuple({each.resolve(): each for each in find_briefs(where)}.values())
    if brief and len(found) == 1:
        return found[0]
    home = home_of(word, found)
    if home.is_certain or _says_yes(f"{path} does not say whose it is. Is it “{home.data}”?"):
        return home.data
    message = f"{path} does not say whose it is; by its text it is “{home.data}”"
    raise typer.BadParameter(message, param_hint="--brief")


def _accepts(word: Input, wanted: bool | None) -> bool:
    """Whether tracked changes count: as the person says, and asked where nothing is said.

    Raises:
        BadParameter: Nobody can be asked.
    """
    from bluf.pipeline import is_tracked

    if wanted is not None or not is_tracked(word):
        return wanted is not False
    path = name_of(word)
    if sys.stdin.isatty():
        return _says_yes(f"{path} has tracked changes. Take them?")
    message = f"{path} has tracked changes: say “--accept” or “--reject”"
    raise typer.BadParameter(message, param_hint="--accept / --reject")


_LONG = 160
"""Characters up to which a text is shown whole."""
_AROUND = 40
"""Characters that are shown on either side of what differs in a longer one."""


def told(pulled: Pulled) -> Iterator[tuple[str, dict[str, object], str]]:
    """The kind of each answer, its value for programs, and its text for people."""
    for change in pulled.changes:
        yield "changes", _change_value(change), change_text(change, pulled)
    for unplaced in pulled.found.unplaced:
        yield "unplaced", _unplaced_value(unplaced), _unplaced_text(unplaced)
    for comment in pulled.comments:
        yield "comments", comment_value(comment), comment_text(comment)
    if pulled.found.doubts:
        count = pulled.found.doubts
        text = f"{count} edited paragraphs were matched by their likeness alone: look at them"
        if count == 1:
            text = "1 edited paragraph was matched by its likeness alone: look at it"
        yield "doubts", {"paragraphs": count}, text
    if any(change.who for change in pulled.changes) and not pulled.found.all_tracked:
        text = "some edits were made without tracking: nobody is named for them"
        yield "untracked", {"all_tracked": False}, text
    if not (pulled.changes or pulled.found.unplaced or pulled.comments):
        yield "changes", {}, "nothing was edited"


def _change_value(change: FieldChange) -> dict[str, object]:
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


def change_text(change: FieldChange, pulled: Pulled) -> str:
    """The change, what it says before and now, and why it is not taken."""
    from bluf.roundtrip import Disposition

    lines = [_head(f"{change.fate.value:9} {'.'.join(change.field)}", change.who)]
    before, now = what_differs(change.before, change.now)
    lines += [f"   - {before}"] if before else []
    lines += [f"   + {now}"] if now else []
    lines += [f"   = {change.reason}"] if change.reason else []
    lines += [f"   = the data file says “{change.ours}”"] if change.ours else []
    lines += [f"   = type “{text}” yourself" for text in change.left]
    if change.fate is Disposition.BY_HAND:
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


def comment_value(comment: Comment) -> dict[str, object]:
    """The same for programs."""
    return {
        "author": comment.by.author,
        "date": comment.by.date,
        "text": comment.text,
        "about": comment.about,
        "settled": comment.is_settled,
        "reply": comment.is_reply,
        "place": str(comment.location),
    }


def comment_text(comment: Comment) -> str:
    """Of which words somebody said what."""
    state = " (settled)" if comment.is_settled else ""
    about = f"“{comment.about}”" if comment.about else comment.location.place
    said = comment.text.replace("\n", "\n     ")
    return _head(f"{'comment':9} {about}{state}", str(comment.by)) + f"\n   {said}"


def _same(one: str, other: str) -> int:
    """How many characters from the front are the same."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def what_differs(before: str, now: str) -> tuple[str, str]:
    """Two texts as they are, or of long ones where they differ, with the words around it."""
    if not before or not now or max(len(before), len(now)) <= _LONG:
        return before, now
    front = _same(before, now)
    back = _same(before[front:][::-1], now[front:][::-1])
    start = before.rfind(" ", 0, max(0, front - _AROUND)) + 1

    def cut(text: str) -> str:
        end = text.find(" ", len(text) - back + _AROUND) if back > _AROUND else -1
        shown = text[start:] if end < 0 else f"{text[start:end]} …"
        return f"… {shown}" if start else shown

    return cut(before), cut(now)


def _head(text: str, who: str) -> str:
    return f"{text}  [{who}]" if who else text
