"""All items over all briefs by their ref, and the threads of those that carry on one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.register.card import AnsweringOutcome, Mention, RegisteredBrief


class RegisterIndex(Struct, frozen=True):
    """What the faults of links and the threads are made from.

    Attributes:
        cards: All cards, in order of date, id and path.
        mentions: Requests and follow-ups by ref; of two briefs with one id, the earlier counts.
        outcomes: Refs of all outcomes.
        heirs: The mention that carries each one on; of two, the earlier.
        rings: Mentions carried from one another in a circle, each ring with its earliest first.
        partial: Whether there may be briefs besides these.
    """

    cards: tuple[RegisteredBrief, ...]
    mentions: Mapping[str, Mention]
    outcomes: frozenset[str]
    heirs: Mapping[str, Mention]
    rings: tuple[tuple[Mention, ...], ...]
    partial: bool = False

    def predecessor(self, mention: Mention) -> Mention | None:
        """The mention of like kind that this one is carried from, where there is one."""
        return _predecessor(mention, self.mentions)

    def carried(self) -> Iterator[tuple[Mention, Mention]]:
        """Each carried mention with the one it is carried from."""
        for mention in self.mentions.values():
            before = self.predecessor(mention)
            if before:
                yield mention, before


def make_book(cards: Iterable[RegisteredBrief], *, partial: bool = False) -> RegisterIndex:
    """Index the cards; the order in which they come does not matter."""
    ordered = tuple(sorted(cards, key=lambda card: (card.date, card.brief, card.path)))
    mentions: dict[str, Mention] = {}
    for card in ordered:
        for mention in card.mentions:
            mentions.setdefault(mention.ref, mention)
    return RegisterIndex(
        cards=ordered,
        mentions=mentions,
        outcomes=frozenset(ref for card in ordered for ref in card.outcomes),
        heirs=_heirs(mentions),
        rings=tuple(_rings(mentions)),
        partial=partial,
    )


def _predecessor(mention: Mention, mentions: Mapping[str, Mention]) -> Mention | None:
    before = mentions.get(mention.carried_from.target) if mention.carried_from else None
    return before if before and before.kind is mention.kind else None


def _heirs(mentions: Mapping[str, Mention]) -> dict[str, Mention]:
    heirs: dict[str, Mention] = {}
    for mention in mentions.values():
        before = _predecessor(mention, mentions)
        if before:
            heirs.setdefault(before.ref, mention)
    return heirs


def _rings(mentions: Mapping[str, Mention]) -> Iterator[tuple[Mention, ...]]:
    """Walk back from every mention, each once, and see where a walk meets itself."""
    done: set[str] = set()
    for start in mentions.values():
        walk: dict[str, Mention] = {}
        mention: Mention | None = start
        while mention and mention.ref not in done and mention.ref not in walk:
            walk[mention.ref] = mention
            mention = _predecessor(mention, mentions)
        if mention and mention.ref in walk:
            yield _earliest_first(list(walk.values())[list(walk).index(mention.ref) :])
        done.update(walk)


def _earliest_first(ring: list[Mention]) -> tuple[Mention, ...]:
    first = ring.index(min(ring, key=lambda mention: (mention.recorded, mention.ref)))
    return (*ring[first:], *ring[:first])


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
