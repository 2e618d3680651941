"""``bluf draft --add-to``: a late source for a brief that exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec.structs import replace

from bluf.cli import printer
from bluf.cli.drafting import FOLDER, GivenSources, drafted, free_name
from bluf.cli.errors import ExitCode
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.data import DataFile, Value
    from bluf.draft import Addition, Draft, Quoted
    from bluf.evidence import SourceText
    from bluf.model import Brief, FollowUp, Outcome, Request

    Changes = dict[tuple[str | int, ...], Value]

_LISTS = (("requests", "R"), ("outcomes", "O"), ("follow_ups", "F"))


def add(shelf: GivenSources, language: str | None, brief: Path) -> ExitCode:
    """Add to the data file what is new in late sources, and what puts an item otherwise.

    Raises:
        typer.BadParameter: There is no single brief at the path.
    """
    from bluf.data import change, create
    from bluf.draft import addition_to

    data = _the_brief(brief)
    shelf, known = _apart(shelf, data)
    draft = drafted(shelf, language)
    addition = addition_to(data.brief, draft)
    target = Path(data.path)
    files = {key: f"{FOLDER}/{path.name}" for key, path in shelf.files.items() if key not in known}
    changes = _changes(data, draft, files, addition)
    if changes:
        copies = {
            target.parent / name: shelf.files[key].read_bytes() for key, name in files.items()
        }
        create({path: content for path, content in copies.items() if not path.exists()})
        change(target, changes)
        for path in (target, *copies):
            printer.wrote(path.as_posix())
    _prove(target, addition)
    return ExitCode.FINE


def _the_brief(path: Path) -> DataFile:
    from bluf.data import read
    from bluf.pipeline import find_briefs

    found = [*find_briefs([path])]
    if len(found) != 1 or found[0].suffix.lower() not in {".yaml", ".yml"}:
        message = f"“{path}” is not a single brief in YAML"
        raise typer.BadParameter(message, param_hint="--add-to")
    return read(found[0])


def _apart(shelf: GivenSources, data: DataFile) -> tuple[GivenSources, frozenset[str]]:
    """The sources by ids that the brief does not use for others; and those that it has already."""
    folder = Path(data.path).parent
    texts: dict[str, SourceText] = {}
    files: dict[str, Path] = {}
    known: set[str] = set()
    for key, path in shelf.files.items():
        name = _same(path, folder, data.brief)
        if name:
            known.add(name)
        name = name or free_name(key, {**data.brief.sources, **files})
        texts[name], files[name] = shelf.texts[key], path
    return GivenSources(texts, files), frozenset(known)


def _same(path: Path, folder: Path, brief: Brief) -> str:
    """The id of the source of a brief that is the very file; empty where none is."""
    content = path.read_bytes()
    for key, source in brief.sources.items():
        file = folder / source.file
        if file.is_file() and file.read_bytes() == content:
            return key
    return ""


def _changes(data: DataFile, draft: Draft, files: dict[str, str], addition: Addition) -> Changes:
    """New values by path: sources, evidence of items that exist, new items behind the last one."""
    from bluf.data import full_values, source_values
    from bluf.draft import DeskInput

    if not (addition.new or addition.otherwise):
        return {}
    brief = draft.record(DeskInput(id=data.brief.id, files=files), addition.new).brief
    changes: Changes = {
        ("sources", key): source_values(brief.sources[key], data.brief) for key in files
    }
    changes |= _evidence(data.brief, addition)
    for name, letter in _LISTS:
        items = [full_values(item) for item in _fresh(data.brief, brief, name, letter)]
        known = len(getattr(data.brief, name))
        if items and not known:
            changes[name,] = [*items]
        else:
            changes |= {(name, known + index): item for index, item in enumerate(items)}
    return changes


def _evidence(brief: Brief, addition: Addition) -> Changes:
    """Quotations behind those that items have."""
    changes: Changes = {}
    added: Counter[tuple[str | int, ...]] = Counter()
    for path, quoted in addition.otherwise:
        name, index = str(path[0]), int(path[1])
        number = len(getattr(brief, name)[index].evidence) + added[path]
        added[path] += 1
        changes[(*path, "evidence", number)] = _entry(quoted, is_outcome=name == "outcomes")
    return changes


def _entry(quoted: Quoted, *, is_outcome: bool) -> dict[str, Value]:
    """A quotation as the data file has it: how firm it is counts for outcomes alone."""
    values = {
        "source": quoted.source,
        "quote": quoted.quote,
        "strength": quoted.strength.value if quoted.strength and is_outcome else "",
        "due": quoted.due.wording if quoted.due else "",
    }
    return {key: value for key, value in values.items() if value}


def _fresh(
    brief: Brief, new: Brief, name: str, letter: str
) -> Iterator[Request | Outcome | FollowUp]:
    """New items of one list, with ids that nothing has yet, at the first event of the brief."""
    taken = {item.id for item in getattr(brief, name)}
    event = brief.events[0].id if brief.events else None
    follows: dict[str, str] = {}
    if name == "follow_ups":
        outcomes = _fresh(brief, new, "outcomes", "O")
        follows = {old.id: item.id for old, item in zip(new.outcomes, outcomes, strict=True)}
    for number, item in enumerate(getattr(new, name), len(taken) + 1):
        fresh = replace(item, id=_free_id(letter, number, taken))
        if name == "follow_ups":
            yield replace(fresh, follows=tuple(follows[each] for each in item.follows))
        else:
            yield replace(fresh, event=event)


def _free_id(letter: str, number: int, taken: set[str]) -> str:
    while f"{letter}{number}" in taken:
        number += 1
    taken.add(f"{letter}{number}")
    return f"{letter}{number}"


def _prove(target: Path, addition: Addition) -> None:
    from bluf.data import read
    from bluf.evidence import proven

    found = proven(read(target))
    proof = found.proof
    printer.findings(found.findings)
    printer.message(
        f"{plural(len(addition.new), 'new candidate')}, each marked “draft: true”; "
        f"{plural(len(addition.otherwise), 'quotation')} to put an item otherwise; "
        f"{plural(addition.same, 'candidate')} as the brief has it; "
        f"{proof.verified} of {proof.quotations} quotations verified"
    )
