"""Doors of rooms that load what is asked of them, and no more.

Every start of the command pays for what it imports. A room whose parts are seldom wanted together
imports its public names for the type checker alone; this imports the module of a name when the
name is first used::

    if TYPE_CHECKING:
        from octavo.word.assembly import compile_template
    else:  # a checker knows the names above, and refuses others
        __getattr__, __dir__ = door(__name__)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path


def door(room: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a room (PEP 562); ``room`` is the package's own name."""
    module = sys.modules[room]

    def enter(name: str) -> object:
        home = _homes(str(module.__file__)).get(name)
        if home is None:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(home), name)
        setattr(module, name, value)  # from now on it is found without asking
        return value

    return enter, lambda: sorted(_homes(str(module.__file__)))


@cache
def _homes(path: str) -> Mapping[str, str]:
    """The module of each name, from the imports that a file has for the type checker."""
    text = Path(path).read_text(encoding="utf-8")
    block = text.partition("\nif TYPE_CHECKING:\n")[2]
    block = re.split(r"\n(?=\S)", block, maxsplit=1)[0]
    imports = re.findall(r"from (\S+) import (\([^)]*\)|.*)", block)
    return {name: module for module, names in imports for name in re.findall(r"\w+", names)}
