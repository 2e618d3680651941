"""What stands where a tag stood: slots, and keepers of what is held back."""

from __future__ import annotations

import re
from typing import Final, Protocol

from msgspec import Struct

from octavo.expressions import text_of
from octavo.ooxml import link_address
from octavo.word.nodes import Where, text_node
from octavo.word.rendering import Rendering, checked_address

_BLOCKS: Final = re.compile(r"\{%.*?%\}")
_VALUES: Final = re.compile(r"\{\{.*?\}\}")
_TAG: Final = re.compile(r"\{[{%]")
_HERE: Final = "\ufffc"


class Slot(Protocol):
    """A place of the output that is filled while rendering."""

    def write(self, value: object, rendering: Rendering, /) -> str:
        """What stands here for a value, as a piece of XML."""
        ...


class Keeper(Protocol):
    """Takes a piece of the output that was held back."""

    def keep(self, pieces: list[str], rendering: Rendering, /) -> list[str]:
        """What stands in the place of the pieces."""
        ...


class DropKeeper:
    """Takes a paragraph that prints nothing: what it defines is known behind it."""

    def keep(self, _pieces: list[str], _rendering: Rendering) -> list[str]:
        """Nothing."""
        return []


class TextSlot(Struct, frozen=True):
    """A place where only text can stand."""

    where: Where

    def write(self, value: object, _rendering: Rendering) -> str:
        """The value's text."""
        return text_node(text_of(value), self.where)


class LinkCodeSlot(Struct, frozen=True):
    """A piece of the address of a link, between what the code says before and behind it."""

    where: Where
    before: str
    after: str

    def write(self, value: object, _rendering: Rendering) -> str:
        """The value's text.

        Raises:
            FaultError: The address is none that a document may lead to.
        """
        text = text_of(value)
        checked_address(self.before + text + self.after)
        return text_node(text, self.where)


def code_slot(before: str, after: str, where: Where) -> Slot:
    """The slot of a value between the parts of a field's code."""
    following = _TAG.search(after)
    known = after[: following.start()] if following else after
    known_before = _VALUES.sub("x", _BLOCKS.sub("", before))
    address = link_address(known_before + _HERE + known)
    if _HERE not in address:
        return TextSlot(where)
    before, _, after = address.partition(_HERE)
    return LinkCodeSlot(where, before, after)
