"""What stands where a tag stood: slots, and keepers of what is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from octavo.expressions import text_of
from octavo.word.nodes import text_node

if TYPE_CHECKING:
    from octavo.word.nodes import Where
    from octavo.word.rendering import Rendering


class Slot(Protocol):
    """A place of the output that is filled while rendering."""

    def write(self, value: object, rendering: Rendering) -> str:
        """What stands here for a value, as a piece of XML."""
        ...


class Keeper(Protocol):
    """Takes a piece of the output that was held back."""

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """What stands in the place of the pieces."""
        ...


class DropKeeper:
    """Takes a paragraph that prints nothing: what it defines is known behind it."""

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """Nothing."""
        del pieces, rendering
        return []


class TextSlot(Struct, frozen=True):
    """A place where only text can stand."""

    where: Where

    def write(self, value: object, rendering: Rendering) -> str:
        """The value's text."""
        del rendering
        return text_node(text_of(value), self.where)
