from __future__ import annotations

from typing import TYPE_CHECKING

from tests.draft.conftest import ONE, TWO

from bluf.draft.addition import addition_to
from bluf.draft.drafting import Draft
from bluf.draft.record import DeskInput

if TYPE_CHECKING:
    from tests.draft.conftest import Read


def test_a_late_source_is_told_apart(account: Read, both: Draft) -> None:
    late = account(TWO, "late")
    brief = both.record(DeskInput(id="x"), both.candidates[:1]).brief
    addition = addition_to(brief, Draft((late,), late.candidates))
    assert [path for path, _ in addition.otherwise] == [("outcomes", 0)]
    assert len(addition.new) == 1

    same = account(ONE, "same")
    again = addition_to(both.record(DeskInput(id="x")).brief, Draft((same,), same.candidates))
    assert again.same == 2
    assert (again.new, again.otherwise) == ((), ())
