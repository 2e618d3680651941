"""Ids: each item has its own, and each reference names one that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from bluf.characters import quoted
from bluf.data.defaults import default_ids
from bluf.data.error import where
from bluf.data.shape import ids_in, names_in
from bluf.data.tree import Mapping, Node, Places, Scalar, Sequence, child
from octavo.finding import Finding
from octavo.suggest import did_you_mean

_ITEM_LISTS = ("events", "requests", "outcomes", "follow_ups")
_OF_ANOTHER_BRIEF = "#"
_COMPARED = 500


class _Kind(NamedTuple):
    """What a reference names: the words for it, the lists that define such ids, and the rule."""

    noun: str
    lists: tuple[str, ...]
    rule: str = "dangling-id"


_PARTY = _Kind("a party", ("parties",))
_SIDE = _Kind("a party", ("parties",), "participant-unknown-party")
_SOURCE = _Kind("a source", ("sources",))
_EVENT = _Kind("an event", ("events",))
_REQUEST = _Kind("a request", ("requests",))
_RESULT = _Kind("an outcome or a request", ("outcomes", "requests"))

REFERENCES: dict[str, _Kind] = {
    "our_side": _PARTY,
    "sources.*.party": _PARTY,
    "events.*.date.source": _SOURCE,
    "events.*.participants.*.party": _SIDE,
    "events.*.participants.*.source": _SOURCE,
    "requests.*.event": _EVENT,
    "requests.*.from": _PARTY,
    "requests.*.evidence.*.source": _SOURCE,
    "outcomes.*.event": _EVENT,
    "outcomes.*.answers.*": _REQUEST,
    "outcomes.*.evidence.*.source": _SOURCE,
    "follow_ups.*.due.source": _SOURCE,
    "follow_ups.*.follows.*": _RESULT,
    "follow_ups.*.evidence.*.source": _SOURCE,
    "follow_ups.*.history.*.evidence.*.source": _SOURCE,
}
"""Every field that names an id of the same file; ``*`` is each id or each item of a list."""


def dangling(places: Places) -> Iterator[Finding]:
    """A finding for each reference to an id that the file does not define."""
    given = default_ids(places.root)
    for pattern, kind in REFERENCES.items():
        known = {name for part in kind.lists for name, _ in _ids(places.root, part)}
        known |= {name for part in kind.lists for name in given.get(part, ())}
        for scalar in _matches(places.root, tuple(pattern.split("."))):
            for name in _unknown(scalar.text, known):
                message = f"{quoted(name)} is not the id of {kind.noun}"
                hint = (
                    did_you_mean(name, sorted(known)[:_COMPARED])
                    or f"this file defines no {kind.lists[0]}"
                )
                place = scalar.location
                yield places.fault(kind.rule, message, place, hint)


def _unknown(text: str | None, known: Collection[str]) -> Iterator[str]:
    """The names of a value, one as a rule, that nothing of this file has."""
    for name in names_in(text or ""):
        if name.strip() and name.strip() not in known and _OF_ANOTHER_BRIEF not in name:
            yield name


def duplicated(places: Places) -> Iterator[Finding]:
    """A finding for each event, request, outcome or follow-up whose id another one has."""
    first: dict[str, Scalar] = {}
    for part in _ITEM_LISTS:
        for name, scalar in _ids(places.root, part):
            place = scalar.location
            if first.setdefault(name, scalar) is not scalar:
                message = f"{quoted(name)} is already an id, in {where(first[name].location)}"
                hint = "give each event, request, outcome and follow-up an id of its own"
                yield places.fault("duplicate-id", message, place, hint)


def _ids(root: Node, part: str) -> Iterator[tuple[str, Scalar]]:
    """The ids that a part of the record defines, each with the value that gives it."""
    node = child(root, part)
    if isinstance(node, Mapping):
        yield from (
            (entry.key, Scalar(entry.key, entry.location)) for entry in node.entries.values()
        )
    elif isinstance(node, Sequence):
        for item in node.items:
            name = child(item, "id")
            if isinstance(name, Scalar) and name.text:
                yield name.text.strip(), name


def _matches(node: Node | None, pattern: tuple[str, ...]) -> Iterator[Scalar]:
    """The values that a pattern leads to."""
    if not pattern:
        yield from _named(node)
        return
    step, rest = pattern[0], pattern[1:]
    if step == "*" and not rest:
        yield from (part for scalar in _named(node) for part in _parts(scalar))
    elif isinstance(node, Sequence) and step == "*":
        for item in node.items:
            yield from _matches(item, rest)
    elif isinstance(node, Mapping):
        below = node.entries.values() if step == "*" else filter(None, [node.get(step)])
        for entry in below:
            yield from _matches(entry.value, rest)


def _named(node: Node | None) -> Iterator[Scalar]:
    """A value, or each value of a list."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def _parts(scalar: Scalar) -> Iterator[Scalar]:
    """The ids of a value that may name several."""
    if scalar.text:
        yield from (Scalar(part, scalar.location) for part in ids_in(scalar.text))
