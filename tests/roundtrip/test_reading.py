from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.roundtrip import Disposition

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


def test_a_word_that_is_none_of_the_vocabulary_is_refused(sent: Sent) -> None:
    (change,) = sent.pull((">Agreed", ">Half agreed")).changes
    assert change.fate is Disposition.REFUSED
    assert change.reason.startswith("“Half agreed” is not one of: Agreed, Decided")


def test_a_text_with_emphasis_is_left_to_a_person(sent: Sent) -> None:
    (change,) = sent.pull(("Both sides ", "The two sides ")).changes
    assert (change.fate, change.steps) == (Disposition.REFUSED, ("background",))
