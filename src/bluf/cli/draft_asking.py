"""``bluf draft --interactive``: one candidate after the other, and what is done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec
import typer

from bluf.cli import printer
from bluf.cli.drafting import DraftOptions, GivenSources, desk_of, write
from bluf.cli.errors import ExitCode

if TYPE_CHECKING:
    from bluf.draft import Candidate, CandidateKind, Draft, Session
    from bluf.model import Brief

_KEYS = "r request, o outcome, f follow-up, Enter as proposed, s skip, e edit, u undo, q leave"
PROGRESS = "draft-progress.json"
"""What was decided so far, beside the brief that is to come."""
_FIELDS = {"title": "title", "bottom_line": "bottom line", "to": "to", "from_": "from"}


def ask(draft: Draft, shelf: GivenSources, options: DraftOptions) -> ExitCode:
    """Ask for each candidate that nothing was decided of, then write the brief."""
    from bluf.files import write_atomic

    name = draft.record(desk_of(options, shelf, draft)).brief.id
    progress = options.briefs / name / PROGRESS
    session = _begun(progress)
    printer.message(f"keys, each with Enter: {_KEYS}")
    progress.parent.mkdir(parents=True, exist_ok=True)
    typed = typer.get_text_stream("stdin")  # once: a second one would begin behind what this read
    while candidate := session.next_of(draft):
        _show(draft, candidate, len(session.decisions))
        following = _answered(session, candidate, typed)
        if following is None:
            return _left(progress)
        session = following
        write_atomic(progress, session.as_text().encode())
    kept = session.kept(draft)
    looked = _looked_at(draft.record(desk_of(options, shelf, draft), kept).brief, typed)
    if looked is None:
        return _left(progress)
    code = write(draft, shelf, options, kept, proposed=looked)
    progress.unlink()
    return code


def _left(progress: Path) -> ExitCode:
    printer.message(f"left; the same command goes on where you stopped ({progress.as_posix()})")
    return ExitCode.INTERRUPTED


def _looked_at(brief: Brief, typed: TextIO) -> dict[str, str | bool] | None:
    """What a person says of the brief itself; None where he or she leaves."""
    event = brief.events[0]
    who = ", ".join(person.name for person in event.participants)
    day = str(event.date.value) if event.date else "no day"
    printer.error(f"\nthe brief itself: {day}, {event.place or 'no place'}; who met: {who or '–'}")
    looked: dict[str, str | bool] = {name: getattr(brief, name) for name in _FIELDS}
    for name, word in _FIELDS.items():
        printer.error(f"{word}: {looked[name]}")
    while True:
        key = _line("> ", typed)
        if key is None or key in {"q", "quit"}:
            return None
        if key == "s":
            return {}
        if key == "e":
            looked |= {n: _line(f"{word}: ", typed) or looked[n] for n, word in _FIELDS.items()}
        if key in {"", "e"}:
            return {**looked, "looked": True}
        printer.error("Enter take it as it is, e edit line by line, s leave it a draft, q leave")


def _begun(progress: Path) -> Session:
    """The decisions of before; none where there are none.

    Raises:
        typer.BadParameter: The file of progress is not ours.
    """
    from bluf.data import load_text
    from bluf.draft import Session, session_from

    if not progress.exists():
        return Session()
    try:
        return session_from(load_text(progress).text)
    except msgspec.MsgspecError:
        message = f"{progress.as_posix()} holds no progress of a draft; move it away"
        raise typer.BadParameter(message) from None


def _show(draft: Draft, candidate: Candidate, decided: int) -> None:
    from bluf.draft import context_of

    before, quote, behind = context_of(candidate, draft)
    strength = f", {candidate.strength.value}" if candidate.strength else ""
    printer.error(
        f"\n{decided + 1} of {len(draft.candidates)}: {draft.place(candidate)}\n"
        f"  … {before}\n  >>> {quote}\n  {behind} …\n"
        f"proposed: {candidate.kind.value}{strength}: {candidate.statement}"
    )
    for other in candidate.evidence[1:]:
        printer.error(f"  also {other.source}: {other.quote}")


def _answered(session: Session, candidate: Candidate, typed: TextIO) -> Session | None:
    """The session after an answer; None where the person leaves."""
    statement = candidate.statement
    while True:
        key = _line("> ", typed)
        if key is None or key in {"q", "quit"}:
            return None
        if key == "u":
            return session.undone()
        if key == "e":
            statement = _line("statement: ", typed) or statement
            printer.error(f"statement: {statement}")
        elif key in {"s", ""} | set(_kinds()):
            keep = candidate.kind if key == "" else _kinds().get(key)
            return session.decided(candidate, keep, statement)
        else:
            printer.error(_KEYS)


def _kinds() -> dict[str, CandidateKind]:
    from bluf.draft import CandidateKind

    return {"r": CandidateKind.REQUEST, "o": CandidateKind.OUTCOME, "f": CandidateKind.FOLLOW_UP}


def _line(prompt: str, typed: TextIO) -> str | None:
    """A line that the person typed; None where there is no more."""
    printer.prompt(prompt)
    line = typed.readline()
    return line.strip() if line else None
