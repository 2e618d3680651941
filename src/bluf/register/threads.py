"""Threads: one request or follow-up through all the briefs that carry it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.register.card import AnsweringOutcome, Mention
    from bluf.register.register_index import RegisterIndex


class Thread(Struct, frozen=True):
    """One request or follow-up from the brief it began in to the last that carries it.

    ``answers`` are the outcomes, of any brief, that answer it; oldest first.
    """

    mentions: tuple[Mention, ...]
    answers: tuple[AnsweringOutcome, ...] = ()

    @property
    def id(self) -> str:
        """The id it keeps however often it is carried: that of its first mention."""
        return self.mentions[0].ref


def make_threads(book: RegisterIndex) -> tuple[Thread, ...]:
    """Every thread, in the order in which the threads began; each item is in just one."""
    answers = _answers(book)
    heads = frozenset(ring[0].ref for ring in book.rings)
    begun = (m for m in book.mentions.values() if m.ref in heads or not _goes_on(m, book))
    return tuple(_thread(_chain(mention, book, heads), answers) for mention in begun)


def _goes_on(mention: Mention, book: RegisterIndex) -> bool:
    before = book.predecessor(mention)
    return before is not None and book.heirs[before.ref] is mention


def _chain(first: Mention, book: RegisterIndex, heads: frozenset[str]) -> tuple[Mention, ...]:
    """A mention and all that carry it on; a ring ends where it began."""
    chain = [first]
    while (after := book.heirs.get(chain[-1].ref)) and after.ref not in heads:
        chain.append(after)
    return tuple(chain)


def _thread(chain: tuple[Mention, ...], answers: Mapping[str, list[AnsweringOutcome]]) -> Thread:
    found = {answer.ref: answer for mention in chain for answer in answers.get(mention.ref, ())}
    return Thread(chain, tuple(sorted(found.values(), key=lambda a: (a.step.date, a.ref))))


def _answers(book: RegisterIndex) -> Mapping[str, list[AnsweringOutcome]]:
    found: dict[str, list[AnsweringOutcome]] = defaultdict(list)
    for card in book.cards:
        for answer in card.answers:
            for ref in (*answer.own, *(link.target for link in answer.links)):
                found[ref].append(answer)
    return found
