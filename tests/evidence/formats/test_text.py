"""Plain text is read in UTF-8 or UTF-16, with every kind of line end."""

from __future__ import annotations

import pytest

from bluf.evidence import SourceError
from bluf.evidence.formats import text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert text.read("Đurić".encode(encoding), "a.txt").text == "Đurić"


def test_every_line_end_begins_a_line() -> None:
    source = text.read("one\r\ntwo\rthree\u2028four\nfive".encode(), "a.txt")
    places = [str(source.place(source.text.index(word))) for word in ("one", "two", "four", "ive")]
    assert places == ["a.txt:1:1", "a.txt:2:1", "a.txt:4:1", "a.txt:5:2"]


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        ("one\ntwo Đ".encode("cp1250"), "encoding", "a.txt:2:5"),
        (b"\xff\xfea", "encoding", "a.txt:1:1"),
        (b"one\na\0", "bad-character", "a.txt:2:2"),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, rule: str, place: str) -> None:
    with pytest.raises(SourceError) as caught:
        text.read(data, "a.txt")
    (finding,) = caught.value.findings
    assert (finding.rule, str(finding.location)) == (rule, place)
