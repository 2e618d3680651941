from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.register import (
    Group,
    ItemKind,
    ItemState,
    Reckoning,
    RowSelection,
    SortKey,
    make_register,
)

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief

    from bluf.register import (
        Linked,
        Register,
    )

BODY = """\
    requests:
      - {id: R1, from: rs, to: us, ask: Lower tariffs, topic: Trade, priority: 1}
      - {id: R2, from: us, to: rs, ask: Release him, state: planned, marking: SECRET}
    follow_ups:
      - {id: F1, action: Launch, owner: both sides, due: 2025-01-03, topic: Dialogue}
      - {id: F2, action: Write, owner: rs, to: us, due: 2025-06-01, topic: trade}
      - {id: F3, action: Think, owner: The Bank}
      - {id: F4, action: Sleep}
    """
TODAY = Reckoning(dt.date(2025, 1, 10))


@pytest.fixture
def linked(write_brief: WriteBrief, link_briefs: LinkBriefs) -> Linked:
    return link_briefs(
        write_brief("2025-01-01-a", BODY),
        write_brief("2025-01-09-b", "follow_ups: [{id: F1, action: B, status: done}]"),
        write_brief("2025-03-01-c", "follow_ups: [{id: F1, action: C}]"),
    )


def _items(register: Register) -> list[str]:
    return [
        entry.id.removeprefix("2025-01-01-").replace("2025-01-09-", "")
        for entry in register.entries
    ]


@pytest.mark.parametrize(
    ("selection", "words", "items"),
    [
        (RowSelection(kind=ItemKind.REQUEST), "requests", ["a#R1", "a#R2"]),
        (
            RowSelection(owner="republic of serbia"),
            "owner republic of serbia",
            ["a#F1", "a#F2", "a#R2"],
        ),
        (RowSelection(owner="the bank"), "owner the bank", ["a#F3"]),
        (RowSelection(party="US"), "party US", ["a#F1", "a#F2", "a#R1", "a#R2"]),
        (RowSelection(topic="TRADE"), "topic TRADE", ["a#F2", "a#R1"]),
        (
            RowSelection(states=frozenset({ItemState.DONE, ItemState.OVERDUE})),
            "state overdue or done",
            ["a#F1", "b#F1"],
        ),
        (RowSelection(since=dt.date(2025, 1, 2)), "since 2025-01-02", ["b#F1"]),
        (RowSelection(due_before=dt.date(2025, 6, 1)), "due before 2025-06-01", ["a#F1"]),
    ],
)
def test_a_filter_lets_through_what_it_names(
    linked: Linked, selection: RowSelection, words: str, items: list[str]
) -> None:
    register = make_register(linked, TODAY, selection, order=SortKey.ID)
    assert (register.selection, _items(register)) == (words, items)


@pytest.mark.parametrize(
    ("order", "items"),
    [
        (SortKey.STATE, ["a#F1", "a#R1", "a#F3", "a#F4", "a#F2", "a#R2", "b#F1"]),
        (SortKey.DUE, ["a#F1", "a#F2", "a#F3", "a#F4", "a#R1", "a#R2", "b#F1"]),
        (SortKey.SINCE, ["a#F1", "a#F2", "a#F3", "a#F4", "a#R1", "a#R2", "b#F1"]),
        (SortKey.OWNER, ["a#F4", "b#F1", "a#F1", "a#F2", "a#R2", "a#F3", "a#R1"]),
        (SortKey.TOPIC, ["a#F1", "a#F2", "a#R1", "a#F3", "a#F4", "a#R2", "b#F1"]),
        (SortKey.PRIORITY, ["a#R1", "a#F1", "a#F3", "a#F4", "a#F2", "a#R2", "b#F1"]),
        (SortKey.ID, ["a#F1", "a#F2", "a#F3", "a#F4", "a#R1", "a#R2", "b#F1"]),
    ],
)
def test_rows_are_sorted(linked: Linked, order: SortKey, items: list[str]) -> None:
    assert _items(make_register(linked, TODAY, order=order)) == items


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        (None, [""]),
        (Group.KIND, ["follow-up", "request"]),
        (
            Group.STATE,
            ["overdue", "no answer", "unclear date", "open", "not yet asked", "done"],
        ),
        (Group.OWNER, ["both sides", "Serbia", "The Bank", "United States", "none named"]),
        (Group.PARTY, ["both sides", "Serbia", "The Bank", "United States", "none named"]),
        (Group.TOPIC, ["Dialogue", "Trade", "none named"]),
        (Group.BRIEF, ["2025-01-01-a", "2025-01-09-b"]),
    ],
)
def test_rows_stand_under_headings(linked: Linked, by: Group | None, headings: list[str]) -> None:
    register = make_register(linked, TODAY, group_by=by)
    assert [heading for heading, _ in register.groups] == headings


def test_the_register_says_what_it_covers(linked: Linked) -> None:
    register = make_register(linked, TODAY)
    assert register.later == 1
    assert [card.brief for card in register.briefs] == ["2025-01-01-a", "2025-01-09-b"]
    assert register.counts[0] == (ItemState.OVERDUE, 1)
    assert sum(number for _, number in register.counts) == 7
    assert register.markings == ("SECRET",)
    assert register.stamp == "bluf register 2025-01-10"


def test_only_what_ended_is_closed() -> None:
    assert [state for state in ItemState if state.closed] == ["answered", "done", "dropped"]
