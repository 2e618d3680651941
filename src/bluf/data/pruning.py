"""A tree with parts left out: what is left keeps the places it has in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.data.tree import Mapping, Pair, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as Table

    from bluf.data.tree import Node, Places, Steps


def pruned(
    places: Places,
    hidden: Collection[Steps],
    renamed: Table[Steps, str],
    versions: Table[str, Node],
) -> Places:
    """The tree without some of its parts.

    Args:
        places: A tree with the places of a file.
        hidden: What is left out, by its path.
        renamed: Other keys, by the paths of what has them.
        versions: What stands in the place of fields at the top.
    """

    def node(value: Node, path: Steps) -> Node:
        if isinstance(value, Scalar):
            return value
        if isinstance(value, Sequence):
            kept = enumerate(value.items)
            items = (node(item, (*path, at)) for at, item in kept if (*path, at) not in hidden)
            return Sequence(tuple(items), value.location)
        entries = {}
        for entry in value.entries.values():
            here = (*path, entry.key)
            if here not in hidden:
                key = renamed.get(here, entry.key)
                held = versions.get(entry.key, entry.value) if not path else entry.value
                entries[key] = Pair(key, entry.location, node(held, here))
        return Mapping(entries, value.location)

    return replace(places, root=node(places.root, ()))
