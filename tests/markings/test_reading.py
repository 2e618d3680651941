from __future__ import annotations

from bluf.markings import schemes


def test_labels_that_were_asked_for_before_are_kept_within_bounds() -> None:
    known = schemes()
    assert known is schemes()
    for number in range(600):
        assert known.scheme_of([f"NONE {number}"]) is None
    assert known.scheme_of(["SECRET"]) is known.scheme_of(["SECRET"]) is not None
    assert len(known._known) < 600
