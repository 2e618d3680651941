"""Macros: a Word file that carries a program is refused whatever its name is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.gate.contents import GateFault
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.ooxml.gate.contents import Contents

RULE: Final = "macro-content"
_HINT: Final = "open it in Word and save it as a Word document (.docx), which drops the macros"
_POINTERS: Final = frozenset(
    {"vbaProject", "vbaProjectSignature", "wordVbaData", "attachedToolbars"}
)
_TYPES: Final = ("vba", "macroenabled", "attachedtoolbars")


def macro_parts(contents: Contents) -> frozenset[str]:
    """Names of the parts that hold macros, by relationship, by type or by their customary name."""
    pointed = {p.target for _, p in contents.pointers() if p.type.rpartition("/")[2] in _POINTERS}
    return frozenset(
        name
        for name, part in contents.package.parts.items()
        if name in pointed
        or name.lower().rpartition("/")[2].startswith("vbaproject")
        or any(word in part.content_type for word in _TYPES)
    )


def check_parts(contents: Contents) -> Iterator[GateFault]:
    """Parts that hold macros."""
    for name in sorted(macro_parts(contents)):
        yield GateFault(RULE, f"the part “{name}” holds macros", name, hint=_HINT)


def check_keys(contents: Contents) -> Iterator[GateFault]:
    """Keys and buttons that are bound to a macro."""
    for part, root in contents.trees.items():
        for element in root.iter(qn("wne:macro")):
            yield GateFault(RULE, "a key is bound to a macro", part, element, _HINT)
