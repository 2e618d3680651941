"""Find many sequences of words in one text, in a single pass over it.

A. V. Aho and M. J. Corasick, “Efficient string matching: an aid to bibliographic search”,
Communications of the ACM 18 (1975), with words in the place of letters: the time grows with the
length of the text plus that of the sequences plus the number of hits, not with their product.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class _State(Struct, eq=False):
    """What was read so far of one or several sequences."""

    following: dict[str, _State] = field(default_factory=dict)
    fallback: _State | None = None
    ends: list[int] = field(default_factory=list)
    """Numbers of the sequences whose last word was just read."""


class Automaton:
    """Finds each of some sequences of words; a sequence is known by its number."""

    def __init__(self, sequences: Iterable[Sequence[str]]) -> None:
        self._root = _State()
        for number, sequence in enumerate(sequences):
            state = self._root
            for word in sequence:
                state = state.following.setdefault(word, _State())
            if state is not self._root:
                state.ends.append(number)
        self._link()

    def hits(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The number of each sequence that ends in ``words``, and the index of its last word."""
        root = state = self._root
        for index, word in enumerate(words):
            following = state.following.get(word)
            while following is None and state.fallback is not None:
                state = state.fallback
                following = state.following.get(word)
            state = following or root
            for number in state.ends:
                yield number, index

    def _link(self) -> None:
        """Give each state the longest other one that ends in the same words."""
        waiting = deque([self._root])
        while waiting:
            state = waiting.popleft()
            for word, following in state.following.items():
                following.fallback = self._fallback(state.fallback, word)
                following.ends += following.fallback.ends
                waiting.append(following)

    def _fallback(self, state: _State | None, word: str) -> _State:
        while state is not None:
            if word in state.following:
                return state.following[word]
            state = state.fallback
        return self._root
