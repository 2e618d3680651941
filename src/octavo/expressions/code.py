"""A compiled story: compiled once, run as often as wanted, from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions.names import asks
from octavo.expressions.perform import performer
from octavo.expressions.tree import grow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.expressions.frame import Frame
    from octavo.expressions.names import Ask
    from octavo.expressions.tree import Item


def no_keep(pieces: list[str], _mark: int) -> list[str]:
    """What is held back stays as it is."""
    return pieces


class Code:
    """The items of one story as a program.

    Attributes:
        texts: Every text that the story may write between its values.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._tree = grow(items)
        texts: set[str] = set()
        self._perform = performer(self._tree, texts)
        self.texts = frozenset(texts)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the story asks of the data, in order."""
        return asks(self._tree)

    def pieces(self, frame: Frame) -> list[str]:
        """The text of the story in pieces: those it is made of, and the values between.

        Faults are noted in the frame.

        Raises:
            RunError: There are too many faults, or a limit is exceeded.
        """
        frame.names, frame.out = {}, []
        self._perform(frame)
        return frame.out
