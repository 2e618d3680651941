"""The texts of a brief that make claims, and what each of them may rest on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from bluf.model import (
    SEVERAL,
    UNNAMED,
    UNWRITTEN,
    Brief,
    Evidence,
    FollowUp,
    Item,
    Outcome,
    Request,
)

Path = tuple[str | int, ...]


class Text(Struct, frozen=True):
    """A text of the brief.

    Attributes:
        path: Its place in the record.
        words: What it says.
        evidence: Paths of the quotations it has to rest on; empty where any source will do.
        own: Whether it is the desk's own: only its words in quotation marks are held to a source.
        phrase: Whether it is a name or the like, in which every word may have a capital.
    """

    path: Path
    words: str
    evidence: tuple[Path, ...] = ()
    own: bool = False
    phrase: bool = False


def texts(brief: Brief) -> Iterator[Text]:
    """Every text that makes claims, in the order of the page."""
    yield Text(("title",), brief.title, phrase=True)
    if brief.bottom_line != UNWRITTEN:
        yield Text(("bottom_line",), brief.bottom_line)
    for index, event in enumerate(brief.events):
        yield Text(("events", index, "title"), event.title, phrase=True)
    for path, item in brief.placed_items():
        yield from _of_item(brief, path, item)
    for path, words in _own(brief):
        yield Text(path, words, own=True)
    if brief.background:
        yield Text(("background",), brief.background)


def _own(brief: Brief) -> Iterator[tuple[Path, str]]:
    """What the desk says for itself."""
    for index, recommendation in enumerate(brief.recommendations):
        yield ("recommendations", index, "text"), recommendation.text
        for number, option in enumerate(recommendation.options):
            yield ("recommendations", index, "options", number), option
    if brief.comment:
        yield ("comment",), brief.comment
    for index, line in enumerate(brief.lines_to_take):
        yield ("lines_to_take", index), line
    for index, each in enumerate(brief.next):
        yield ("next", index, "title"), each.title
    for name, extra in brief.extra.items():
        for index, words in enumerate((extra.text or "", *extra.items)):
            yield ("extra", name, index), words


def is_own(item: Item) -> bool:
    """Whether an item is the desk's own knowledge or idea."""
    return bool(item.basis) or (isinstance(item, FollowUp) and item.own)


def quotations(path: Path, evidence: tuple[Evidence, ...]) -> tuple[Path, ...]:
    """The paths of the quotations of an item, or of a change in its history."""
    return tuple((*path, "evidence", index, "quote") for index in range(len(evidence)))


def rests_on(brief: Brief, path: Path, item: Item) -> tuple[Path, ...]:
    """The quotations that an item rests on: its own, and those of what it follows from."""
    found = quotations(path, item.evidence)
    if isinstance(item, FollowUp):
        for other, each in brief.placed_items():
            found += quotations(other, each.evidence) if each.id in item.follows else ()
        for index, change in enumerate(item.history):
            found += quotations((*path, "history", index), change.evidence)
    return found


def _of_item(brief: Brief, path: Path, item: Item) -> Iterator[Text]:
    own, evidence = is_own(item), rests_on(brief, path, item)
    if item.topic:
        yield Text((*path, "topic"), item.topic, evidence, own, phrase=True)
    if isinstance(item, Request):
        yield Text((*path, "ask"), item.ask, evidence, own)
        for name in _named(brief, item.to):
            yield Text((*path, "to"), name, evidence, own, phrase=True)
    if isinstance(item, Outcome):
        yield Text((*path, "statement"), item.statement, evidence, own)
    if isinstance(item, FollowUp):
        action = Text((*path, "action"), item.action, evidence, own)
        yield from _of_follow_up(brief, path, item, action)


def _named(brief: Brief, names: str | None) -> list[str]:
    """Those of one or more names that are no party, and that somebody bears."""
    known = {"", UNNAMED, *brief.parties}
    return [name for name in (names or "").split(SEVERAL) if name not in known]


def _of_follow_up(brief: Brief, path: Path, item: FollowUp, action: Text) -> Iterator[Text]:
    yield action
    for field, names in (("owner", item.owner), ("to", item.to)):
        for name in _named(brief, names):
            yield Text((*path, field), name, action.evidence, action.own, phrase=True)
    if item.due and item.due.after:
        yield Text((*path, "due", "after"), item.due.after, action.evidence, action.own)
    for index, change in enumerate(item.history):
        if change.note:
            where = (*path, "history", index)
            evidence = quotations(where, change.evidence) or action.evidence
            yield Text((*where, "note"), change.note, evidence, action.own)
