from __future__ import annotations

from bluf.roundtrip.origins import Origins
from bluf.roundtrip.spans import mended
from octavo.location import WordLocation
from octavo.revisions import Pair, Passage

NONE = Origins({})


def said(number: int, text: str, story: str = "body") -> Passage:
    return Passage(text, WordLocation("a.docx", story, (("paragraph", number),)))


def test_a_paragraph_that_was_split_is_one() -> None:
    old = said(1, "They met. They left.")
    halves = Pair(old, said(1, "They met.")), Pair(None, said(2, "They left."))
    (whole,) = mended(halves, [old], NONE).pairs
    assert whole.before == old
    assert whole.after is not None
    assert whole.after.text == "They met.\n\nThey left."


def test_what_is_no_part_of_a_paragraph_stays_by_itself() -> None:
    old = said(1, "They met. They left.")
    for new in ("", "Nothing of it.", "x" * 30):
        pairs = Pair(old, said(1, "They met.")), Pair(None, said(2, new))
        assert mended(pairs, [old], NONE).pairs == pairs


def test_a_very_long_paragraph_is_not_searched() -> None:
    old = said(1, "x" * 30_000)
    pairs = Pair(old, said(1, "x" * 20_000)), Pair(None, said(2, "x" * 10_000))
    assert mended(pairs, [old], NONE).pairs == pairs


def test_paragraphs_that_became_one_are_one() -> None:
    first, second = said(1, "They met."), said(2, "They left.")
    pairs = Pair(first, said(1, "They met.They left.")), Pair(second, None)
    found = mended(pairs, [first, second], NONE)
    assert [each.before for each in found.joints] == [("They met.", "They left.")]
    (whole,) = found.pairs
    assert whole.before is not None
    assert whole.before.text == "They met.They left."


def test_what_is_gone_was_not_joined() -> None:
    first = said(1, "They met.")
    for gone in (said(2, " "), said(2, "met"), said(2, "They left.", "header 1"), said(2, "No.")):
        pairs = Pair(first, said(1, "They met again.")), Pair(gone, None)
        assert mended(pairs, [first, gone], NONE).pairs == pairs
