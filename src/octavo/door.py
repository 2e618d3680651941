"""Doors of rooms that load what is asked of them, and no more.

Every start of the command pays for what it imports. A room whose parts are seldom wanted together
names the home of each public name; the module is imported when the name is first used::

    __getattr__ = door(__name__, {"compile": ("compile_template",), "outline": ("outline",)})
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def door(room: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """The ``__getattr__`` of a room (PEP 562).

    Args:
        room: The package's own name.
        homes: Modules of the room, and the names that each gives; a dotted one is elsewhere.
    """
    modules = {
        name: module if "." in module else f"{room}.{module}"
        for module, names in homes.items()
        for name in names
    }

    def enter(name: str) -> object:
        if name not in modules:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(modules[name]), name)
        setattr(sys.modules[room], name, value)  # from now on it is found without asking
        return value

    return enter
