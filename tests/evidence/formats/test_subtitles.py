"""The words of subtitles stand at the lines of their cues."""

from __future__ import annotations

import pytest
from webvtt import Caption

from bluf.evidence.error import SourceError
from bluf.evidence.formats.subtitles import read
from bluf.evidence.formats.subtitles.reader import _doubts, _seconds, coordinates_of, regions_of

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


def test_a_file_that_begins_with_another_word_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        read(f"WEBVTTX\n\n{cue('One')}".encode(), "a.vtt")
    assert "“WEBVTT” does not stand alone at its beginning" in caught.value.findings[0].message


def test_who_speaks_is_in_doubt_and_what_is_said_is_not() -> None:
    text = read((HEAD + cue("<v Ann>One") + cue("Two")).encode(), "a.vtt")
    assert [text.text[each.start : each.end] for each in text.doubts] == ["Ann: "]


def told(text: str = "Words.", settings: str = "", end: str = "00:00:09.000") -> list[str]:
    cue = Caption("00:00:01.000", end, text)
    cue.settings = settings
    return list(_doubts(cue, {"gone": True, "there": False}))


@pytest.mark.parametrize(
    ("end", "count"),
    [("00:00:01.199", 1), ("00:00:01.200", 0), ("00:01:00.000", 0), ("01:00:00.000", 0)],
)
def test_a_cue_is_shown_for_a_fifth_of_a_second(end: str, count: int) -> None:
    assert len(told(end=end)) == count


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ("line:96.9%", 0),
        ("line:97%", 1),
        ("line:100%,end", 1),
        ("line:101%", 0),
        ("line:20", 0),
        ("line:21", 1),
        ("line:0", 0),
        ("line:-20", 0),
        ("line:-21", 1),
        ("line:auto", 0),
        ("size:5%", 0),
        ("size:4.9%", 1),
        ("position:95%,line-left", 0),
        ("position:96%,line-left", 1),
        ("position:5%,line-right", 0),
        ("position:4%,line-right", 1),
        ("position:97%", 0),
        ("position:98%", 1),
        ("position:3%", 0),
        ("position:2%", 1),
        ("position:120%", 1),
        ("position:96% align:left", 1),
        ("position:96% align:start", 1),
        ("position:4% align:right", 1),
        ("position:4% align:end", 1),
        ("align:left", 0),
        ("align:right", 0),
        ("region:gone", 1),
        ("region:there", 0),
        ("region:other", 0),
    ],
)
def test_settings_may_take_a_cue_off_the_picture(settings: str, count: int) -> None:
    assert len(told(settings=settings)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One <00:00:08.999>two", 0),
        ("One <00:00:09.000>two", 1),
        ("One <00:00:59.000>two", 1),
        ("One <00:01:00.000>two", 1),
        ("One <00:00.999>two", 0),
        ("<c.red.bg_red>Words</c>", 1),
        ("<c.red.bg_blue>Words</c>", 0),
        ("<ruby>Words<rt>no</rt></ruby>", 1),
        ("<font size=4>Words</font>", 1),
        ("<font size=5>Words</font>", 0),
        ('<font color="#ffffff00">Words</font>', 1),
        ('<font color="#ffffff">Words</font>', 0),
        ("{\\pos(1,2)}Words", 1),
        ("{\\fs5}Words", 1),
        ("{\\fs50}Words", 0),
        ("{\\b1}Words", 0),
        ("<s>Words</s>", 1),
        ("{Words}", 1),
    ],
)
def test_marks_among_words_may_hide_them(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("given", "gone"),
    [
        ("width:100%", False),
        ("width:5%", False),
        ("width:4.9%", True),
        ("lines:0", True),
        ("lines:1", False),
        ("viewportanchor:96%,90%", False),
        ("viewportanchor:97%,90%", True),
        ("viewportanchor:100%,90% regionanchor:4%,100%", False),
        ("viewportanchor:100%,90% regionanchor:6%,100% width:50%", True),
        ("viewportanchor:100%,90% regionanchor:7%,100% width:50%", False),
        ("width:50% viewportanchor:100%,90% regionanchor:0%,100%", True),
        ("viewportanchor:0%,97% regionanchor:0%,3%", True),
        ("viewportanchor:0%,97% regionanchor:0%,0%", True),
        ("viewportanchor:0%,97% regionanchor:0%,4%", False),
        ("viewportanchor:0%,96% regionanchor:0%,3%", False),
        ("viewportanchor:97%", True),
        ("regionanchor:0%", False),
        ("regionanchor:0%,3%", True),
        ("regionanchor:0%,4%", False),
        ("width:wide viewportanchor:98.9%,90% regionanchor:2%,100%", False),
        ("width:wide viewportanchor:99%,90% regionanchor:2%,100%", True),
    ],
)
def test_a_region_may_lie_off_the_picture(given: str, gone: bool) -> None:
    content = f"WEBVTT\n\nREGION\nid:a\n{given.replace(' ', chr(10))}\n\n"
    assert regions_of(content) == {"a": gone}


@pytest.mark.parametrize(
    ("places", "off"),
    [
        ("X1:0 X2:4096 Y1:0 Y2:4096", False),
        ("X1:-1", True),
        ("Y2:4097", True),
        ("Z1:9999", False),
    ],
)
def test_coordinates_lie_within_any_picture(places: str, off: bool) -> None:
    content = (
        f"1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:02,000 --> 00:00:03,000 {places}\nB\n"
    )
    assert list(coordinates_of(content)) == ([1] if off else [])


@pytest.mark.parametrize(
    ("end", "said"), [("00:00:01.199", "199"), ("00:00:01.000", "0"), ("00:00:01.001", "1")]
)
def test_a_short_cue_tells_how_long_it_is_shown(end: str, said: str) -> None:
    assert told(end=end) == [f"it is shown for {said} thousandths of a second"]


@pytest.mark.parametrize(
    ("time", "seconds"), [("00:00:01,500", 1.5), ("01:02.000", 62.0), ("01:01:01.000", 3661.0)]
)
def test_a_time_is_counted_in_seconds(time: str, seconds: float) -> None:
    assert _seconds(time) == seconds
