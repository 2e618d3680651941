"""All items over all briefs by their ref, and which is carried on as which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bluf.register.card import Mention, RegisteredBrief


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
