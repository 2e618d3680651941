"""The words of subtitles stand at the lines of their cues."""

from __future__ import annotations

import pytest

from bluf.evidence.error import SourceError
from bluf.evidence.formats.subtitles.captions import read

HEAD = "WEBVTT\n\n"
TIMES = "00:00:01.000 --> 00:00:04.000"


def cue(words: str, times: str = TIMES) -> str:
    return f"{times}\n{words}\n\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One\ntwo", ["One", "two"]),
        ("<v Ann>One", ["Ann: One"]),
        ("<v.loud Ann>One", ["Ann: One"]),
        ("<i>One</i> <c.red>two</c>", ["One two"]),
        ("{\\b1}One", ["One"]),
        ("One &amp; two&lrm;", ["One & two"]),
    ],
)
def test_words_are_read_without_their_marks(words: str, expected: list[str]) -> None:
    text = read((HEAD + cue(words)).encode(), "a.vtt")
    assert text.text.splitlines() == expected
    assert [place.line for place in text.places if hasattr(place, "line")] == [
        4 + at for at in range(len(expected))
    ]


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        ("00:00:01.000 --> 00:00:00.500", False),
        ("00:00:01.000 --> 00:00:01.000", False),
        ("00:00:01.000 --> 00:00:01.300", True),
    ],
)
def test_a_cue_that_ends_before_it_begins_is_never_shown(times: str, *, shown: bool) -> None:
    text = read((HEAD + cue("Gone.", times) + cue("Here.")).encode(), "a.vtt")
    assert ("Gone." in text.text) is shown


def test_styles_and_coordinates_put_cues_in_doubt() -> None:
    styled = read(f"{HEAD}STYLE\n::cue {{ opacity: 0 }}\n\n{cue('One')}".encode(), "a.vtt")
    assert [each.cause for each in styled.doubts] == ["a style of the file may hide it"]
    times = TIMES.replace(".", ",")
    moved = f"1\n{cue('One', times)}2\n{cue('Two', f'{times}  X1:-9 X2:1 Y1:1 Y2:1')}"
    (doubt,) = (found := read(moved.encode(), "a.srt")).doubts
    assert found.text[doubt.start : doubt.end].strip() == "Two"


@pytest.mark.parametrize("content", ["One", HEAD + cue("<i></i>"), HEAD])
def test_a_file_without_words_is_refused(content: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(content.encode(), "a.vtt")
    assert [each.rule for each in caught.value.findings] == ["source-unreadable"]
