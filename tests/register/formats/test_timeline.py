from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.register.formats.html import WIDTH, Scale, make_scale, make_timeline
from bluf.register.wording import wording_of

if TYPE_CHECKING:
    from bluf.register import Register
    from bluf.register.formats.html import Timeline


def _timeline(register: Register, item: str) -> Timeline:
    (entry,) = (entry for entry in register.entries if entry.id == f"2025-01-05-a#{item}")
    return make_timeline(entry, register.day, make_scale(register), wording_of(register))


def test_all_entries_share_one_scale(register: Register) -> None:
    scale = make_scale(register)
    assert scale.first < dt.date(2025, 1, 3)
    assert scale.last > dt.date(2025, 12, 31)


def test_one_day_is_no_division_by_nothing() -> None:
    day = dt.date(2025, 1, 1)
    assert 0 < Scale(day, day).place(day) < WIDTH


def test_what_is_late_is_marked_from_its_last_day_to_today(register: Register) -> None:
    late = _timeline(register, "F5")
    assert late.late
    assert late.due is not None
    assert late.begin < late.due < late.end == late.today


def test_what_is_not_yet_due_has_time_left(register: Register) -> None:
    open_ = _timeline(register, "F1")
    assert not open_.late
    assert open_.due is not None
    assert open_.end == open_.today < open_.due


def test_what_is_closed_ends_with_its_last_step(register: Register) -> None:
    done = _timeline(register, "F4")
    assert done.end < done.today
    assert (done.due, done.dots[-1].shape) == (None, "flag")
    assert [dot.shape for dot in done.dots] == ["disc", "square", "flag"]


def test_each_day_has_one_dot_with_all_its_words(register: Register) -> None:
    dots = _timeline(register, "F1").dots
    assert [dot.label for dot in dots] == [
        "3 Jan 2025 Agreed, Open",
        "31 Jan 2025 Open",
        "1 Feb 2025 Carried over",
        "31 Dec 2025 Due",
    ]
    assert [dot.shape for dot in dots] == ["disc", "disc", "ring", "flag"]


@pytest.mark.parametrize("item", ["F1", "F2", "F5", "R1", "R2"])
def test_labels_stay_inside_and_never_cover_each_other(register: Register, item: str) -> None:
    drawn = _timeline(register, item)
    spans = []
    for dot in drawn.dots:
        length = len(dot.label) * 6.6
        left = dot.label_x - length if dot.anchor == "end" else dot.label_x
        assert left >= 0
        assert left + length <= WIDTH
        assert dot.label_y < drawn.height
        spans.append((dot.label_y, left, left + length))
    for number, (y, left, right) in enumerate(spans):
        others = [span for span in spans[number + 1 :] if span[0] == y]
        assert all(other[1] >= right or other[2] <= left for other in others)


def test_an_entry_without_steps_can_be_drawn(register: Register) -> None:
    bare = replace(register.entries[0], steps=(), due=None)
    drawn = make_timeline(bare, register.day, make_scale(register), wording_of(register))
    assert (drawn.dots, drawn.due) == ((), None)
