"""What need not be written, since it can be seen: ids, the only event, the other side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bluf.data.tree import Mapping, Node, Plain, Sequence, child, plain

_LISTS = (("events", "E"), ("requests", "R"), ("outcomes", "O"), ("follow_ups", "F"))
_AT_AN_EVENT = ("requests", "outcomes")
_PAIR = 2


def with_defaults(values: Plain) -> Plain:
    """The values of a data file with what can be seen filled in; what is written stays.

    - an event, request, outcome or follow-up without an id gets the next free one of its kind;
    - a request or outcome stands at the only event there is, unless it was carried over;
    - of two parties, a request that names one goes to or comes from the other;
    - a source is in the language of the brief, and its quotations have its translator.
    """
    if not isinstance(values, dict):
        return values
    filled: dict[str, Any] = {
        name: [dict(each) if isinstance(each, dict) else each for each in value]
        if isinstance(value, list)
        else value
        for name, value in values.items()
    }
    _number(filled)
    _place(filled)
    _address(filled)
    _translate(filled)
    return filled


def default_ids(root: Node) -> dict[str, list[str]]:
    """The ids that items without one get, by list; nothing where each has its own."""
    lists = [(name, child(root, name)) for name, _ in _LISTS]
    bare = [name for name, node in lists if isinstance(node, Sequence) and _lacks(node)]
    if not bare:
        return {}
    filled = with_defaults(plain(root))
    values: dict[str, Any] = filled if isinstance(filled, dict) else {}
    return {name: [str(item["id"]) for item in _records(values, name)] for name in bare}


def _lacks(node: Sequence) -> bool:
    return any(isinstance(item, Mapping) and item.get("id") is None for item in node.items)


def _records(values: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    listed = values.get(name)
    if isinstance(listed, list):
        yield from (item for item in listed if isinstance(item, dict))


def _number(values: dict[str, Any]) -> None:
    taken = {str(item.get("id")) for name, _ in _LISTS for item in _records(values, name)}
    for name, letter in _LISTS:
        number = 0
        for item in _records(values, name):
            number += 1
            if "id" not in item:
                while f"{letter}{number}" in taken:
                    number += 1
                item["id"] = f"{letter}{number}"
                taken.add(item["id"])


def _place(values: dict[str, Any]) -> None:
    events = [item.get("id") for item in _records(values, "events")]
    if len(events) == 1:
        for name in _AT_AN_EVENT:
            for item in _records(values, name):
                if "carried_from" not in item:
                    item.setdefault("event", events[0])


def _address(values: dict[str, Any]) -> None:
    parties = values.get("parties")
    sides = list(parties) if isinstance(parties, dict) else []
    if len(sides) != _PAIR:
        return
    other = dict(zip(sides, reversed(sides), strict=True))
    for item in _records(values, "requests"):
        for there, here in (("from", "to"), ("to", "from")):
            side = item.get(there)
            if isinstance(side, str) and side in other:
                item.setdefault(here, other[side])


def _translate(values: dict[str, Any]) -> None:
    sources = values.get("sources")
    if not isinstance(sources, dict):
        return
    language = values.get("language")
    values["sources"] = {
        key: {"language": language, **source} if isinstance(source, dict) and language else source
        for key, source in sources.items()
    }
    translators = {
        key: source["translator"]
        for key, source in sources.items()
        if isinstance(source, dict) and source.get("translator")
    }
    for name in ("requests", "outcomes", "follow_ups"):
        for item in _records(values, name):
            quoted = item.get("evidence")
            if isinstance(quoted, list):
                item["evidence"] = [_translated(entry, translators) for entry in quoted]


def _translated(entry: Plain, translators: dict[str, Any]) -> Plain:
    if not isinstance(entry, dict) or "translation" not in entry:
        return entry
    translator = translators.get(str(entry.get("source")))
    return {"translator": translator, **entry} if translator else entry
