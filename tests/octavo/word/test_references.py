from __future__ import annotations

from collections.abc import Callable

from tests.octavo.word.conftest import notes, refer

Refusal = Callable[..., list[str]]


def test_a_note_that_is_not_there_is_refused(refusal: Refusal) -> None:
    body = f"<w:p>{refer('footnote', 7)}</w:p><w:p><w:hyperlink r:id='no'/></w:p>"
    found = refusal(body, footnotes=notes("footnote", "<w:p/>"))
    assert "body, paragraph 1: in “footnoteReference”, the footnote “7” does not exist" in found[1]
    assert "body, paragraph 2: in “hyperlink”, the relationship “no” leads to no part" in found[0]
