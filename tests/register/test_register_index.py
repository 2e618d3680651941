from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bluf.register import ItemKind, link
from bluf.register.card import Link, Mention, OwingSide, Place, RegisteredBrief
from bluf.register.threads import make_book
from octavo.location import TextLocation

if TYPE_CHECKING:
    from random import Random

DAY = dt.date(2025, 1, 1)


def _card(number: int, target: int | None, later: int) -> RegisteredBrief:
    """A brief of one follow-up, carried from that of another brief."""
    place = Place(TextLocation(f"b{number}.yaml", 1), "")
    day = DAY + dt.timedelta(days=later)
    nobody = OwingSide("")
    mention = Mention(
        ref=f"b{number}#F1",
        kind=ItemKind.FOLLOW_UP,
        what="Launch",
        owner=nobody,
        to=nobody,
        recorded=day,
        since=day,
        steps=(),
        path=f"b{number}.yaml",
        carried_from=None if target is None else Link(f"b{target}#F1", place),
    )
    return RegisteredBrief(f"b{number}", "Talks", day, place, (mention,), ())


@st.composite
def tangles(draw: st.DrawFn) -> list[RegisteredBrief]:
    """Briefs that carry from one another in any way, circles and missing ones too."""
    size = draw(st.integers(1, 7))
    targets = st.one_of(st.none(), st.integers(0, size))
    days = st.integers(0, 3)
    return [_card(number, draw(targets), draw(days)) for number in range(size)]


@given(tangles(), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(cards: list[RegisteredBrief], random: Random) -> None:
    shuffled = list(cards)
    random.shuffle(shuffled)
    assert link(shuffled) == link(cards)


@given(tangles())
def test_every_item_is_in_just_one_thread(cards: list[RegisteredBrief]) -> None:
    linked = link(cards)
    found = Counter(mention.ref for thread in linked.threads for mention in thread.mentions)
    assert found == Counter(mention.ref for card in cards for mention in card.mentions)


@given(tangles())
def test_a_ring_begins_with_its_earliest_and_closes(cards: list[RegisteredBrief]) -> None:
    book = make_book(cards)
    for ring in book.rings:
        assert ring[0].recorded == min(mention.recorded for mention in ring)
        for mention, before in zip(ring, (*ring[1:], ring[0]), strict=True):
            assert book.predecessor(mention) is before
