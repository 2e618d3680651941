"""What of a passage is looked at on its pages, and what a file without words is."""

from __future__ import annotations

import pytest

from bluf.evidence.error import SourceError
from bluf.evidence.formats.pdf.document import _nothing_to_read, _tells, _together, read
from bluf.evidence.formats.pdf.messages import InkVerdict, PageLine, PageLines


@pytest.mark.parametrize(
    ("text", "telling"),
    [("a 3", "a3"), ("3.5, 6:7", "3.56:7"), ("3. .5 a.5 3.a", "35a53a"), ("-3−4%‰", "-3−4%‰")],
)
def test_signs_tell_that_change_what_is_said(text: str, telling: str) -> None:
    assert "".join(sign for at, sign in enumerate(text) if _tells(text, at)) == telling


def test_what_is_seen_of_pages_is_said_once() -> None:
    seen = [
        InkVerdict(doubt="faint"),
        InkVerdict(hidden="clear"),
        InkVerdict(remark="a scan"),
        InkVerdict(hidden="cut"),
        *[InkVerdict(doubt="faint", remark="a scan")] * 2,
    ]
    sight = _together(seen)
    assert (sight.hidden, *sight.doubts, *sight.remarks) == ("clear", "faint", "a scan")


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ([], "none of the pages"),
        (["", " "], "it is a scan"),
        (["", "\ufffd"], "does not say which letters"),
    ],
)
def test_a_file_without_words_says_what_it_is(pages: list[str], reason: str) -> None:
    lines = [PageLine(text, (0,), 0, 0, 1, 1, 0) for text in pages]
    numbered = {at: PageLines((line,), 9) for at, line in enumerate(lines, 1)}
    assert reason in _nothing_to_read(numbered)


@pytest.mark.parametrize(
    ("after", "fault"),
    [(b" " * 9999, "is broken"), (b"<p>1 obj", "is truncated"), (b"<html>obj", "is broken")],
)
def test_what_stands_behind_the_end_of_a_file_is_left_but_an_object(
    after: bytes, fault: str
) -> None:
    with pytest.raises(SourceError, match=fault):
        read(b"%PDF-1.7 %%EOF" + after, "a.pdf")
