"""Reads subtitles, cue by cue, and says which may not be seen."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import webvtt
from msgspec import structs
from webvtt.errors import MalformedCaptionError, MalformedFileError

from bluf.evidence.error import refusal
from bluf.evidence.formats import text
from bluf.evidence.formats.markdown import Locator
from bluf.evidence.formats.subtitles.styles import may_hide
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Doubt, SourceText
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from webvtt import Caption


_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
_TAGS = {
    "vtt": re.compile(r"<[^>]*(?:>|\Z)|\{\\[^{}]*\}"),
    "srt": re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->|\{\\[^{}]*\}", re.DOTALL),
}
"""What is a mark, and no word: in WebVTT from each “<” to the next “>”, or to the end."""
_UNCLOSED = re.compile(r"<[a-zA-Z/!]")
_DIRECTIONS = str.maketrans("", "", "\u200e\u200f")
"""What ``&lrm;`` and ``&rlm;`` stand for."""
_SHORTEST = 0.2
"""Seconds: nobody reads what is shown for less."""
_LEAST_SHARE = 5.0
"""Of the picture, in percent: a box of less width shows no word."""
_MOST_LINES = 20
_FARTHEST = 4096
"""Pixels: no picture is wider."""
_EDGE = 97.0
_ROW = 5.33
"""How high a line of a region is, of the picture, in percent."""
_SETTING = re.compile(r"([a-z]+):(\S+)")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")
_REGION = re.compile(r"^REGION\n((?:.+\n)+)", re.MULTILINE)
_LATER = re.compile(r"<((?:\d+:)?\d\d:\d\d\.\d{3})>")
_CLASS = re.compile(r"<[a-z]+\.([^\s>]+)")
_LETTERS_A_LINE, _MOST_ROWS = 40, 18
"""Of a picture, roughly."""
_FONT = re.compile(
    r"<[a-z]+\b[^>]*\b(?:style=|size=[\"']?-?[0-4]\b|color=[\"']?(?:#[0-9a-f]{8}|black|trans"
    r"|#?(?:[0-2][0-9a-f]){3}(?![0-9a-f])|#?[0-2]{3}(?![0-9a-f]))"
    r"|[a-z]+\(|face=[\"']?(?:wing|web|symb|marl))",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"<(?:s|strike|del)>", re.IGNORECASE)
_OVERRIDE = re.compile(r"\{(\\[^{}]*)\}")
_SAFE = re.compile(
    r"\\(?:an?\d+|[biu]\d{1,3}|[kK][fo]?\d+|(?:bord|shad|be)[0-4](?:\.\d+)?|q\d|r|s0|p0|N|h"
    r"|fs(?:[89]|\d\d+)|fn(?!Wing|Web|Symb|Marl)[^\\}]*|1?c&H(?=(?:..)*[89A-F].)[0-9A-F]{6}&)(?=\\|\Z)"
)
"""Codes of other programs that hide nothing; of any other it is not known."""
_COMMENT = re.compile(r"\{[^\\{}][^{}]*\}")
_TIMES = re.compile(r"^.*-->.*$", re.MULTILINE)
_COORDINATE = re.compile(r"\b[XY][12]:(-?\d+)")
_SIDES = {"left": "line-left", "start": "line-left", "right": "line-right", "end": "line-right"}


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """The words of a file of subtitles, at the lines of their cues.

    Raises:
        SourceError: ``source-unreadable`` for a file that holds no cue, and as `text.read` does.
    """
    content = "\n".join(text.lines(text.decode(data, path, encoding)))
    pieces: list[Piece] = []
    names: list[int] = []
    kind = "vtt" if content.lstrip().startswith("WEBVTT") else "srt"
    if kind == "vtt" and not _SIGNED.match(content.lstrip()):
        raise _unreadable(path, "“WEBVTT” does not stand alone at its beginning")
    timed = None if kind == "vtt" else _timed(content)
    try:
        captions = webvtt.from_buffer(io.BytesIO(content.lstrip().encode()), format=kind).captions
    except (MalformedFileError, MalformedCaptionError) as error:
        raise _unreadable(path, str(error)) from None
    locate = Locator(content, path)
    styled = ("a style of the file may hide it",) if may_hide(content) else ()
    regions = regions_of(content)
    places = coordinates_of(content)
    for number, cue in enumerate(captions):
        if cue.start >= cue.end:
            continue  # it is never shown
        doubts = (*styled, *_doubts(cue, regions), *places.get(number, ()))
        for said, name, words in _said(cue.raw_text, kind):
            place = TextLocation(path, locate.place(said).line)
            late = timed is not None and place.line not in timed
            why = (*doubts, *(["it stands apart from the times of its cue"] if late else []))
            why += ("a mark that has no end may hide it",) * bool(_UNCLOSED.search(words))
            names.append(len(name))
            pieces.append(Piece(f"{name}{words}\n", place, why))
    if not any(piece.text.strip() for piece in pieces):
        raise _unreadable(path, "it holds no words")
    whole = gathered(path, pieces)
    return structs.replace(whole, doubts=(*whole.doubts, *_voices(whole.text, names)))


def _said(raw: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Each line of a cue as it is written, who speaks, and the words without their marks."""
    shown = _VOICE.sub(rf"{_BEGINS}\1: {_ENDS}", raw)
    shown = _TAGS[kind].sub(lambda mark: "\n" * mark[0].count("\n"), shown)
    for written, words in zip(raw.split("\n"), shown.split("\n"), strict=True):
        name, ends, rest = words.strip().rpartition(_ENDS)
        yield written, _plain(name) if ends else "", _plain(rest)


def _voices(said: str, names: Iterable[int]) -> Iterator[Doubt]:
    """The doubts of the names with which lines begin, each so many letters long."""
    start = 0
    for line, name in zip(said.split("\n"), names, strict=False):
        yield from [Doubt(start, start + name, _NAMED)] if name else ()
        start += len(line) + 1


_SIGNED = re.compile(r"WEBVTT(?=\s|\Z)")
_BEGINS, _ENDS = "\ue000", "\ue001"
"""Stand round the name of a voice."""
_NAMED = "a player may not show who speaks"


def _plain(words: str) -> str:
    words = words.replace(_BEGINS, "").replace("\\N", " ")
    return html.unescape(words).translate(_DIRECTIONS)


def _timed(content: str) -> set[int]:
    """The lines of a file of SubRip that stand below the times of their block."""
    found: set[int] = set()
    below = False
    for number, line in enumerate(content.split("\n"), 1):
        below = bool(line.strip()) and (below or "-->" in line)
        found |= {number} if below else set()
    return found


def _unreadable(path: str, cause: str) -> Exception:
    message = f"the subtitles cannot be read: {cause}"
    hint = "save what is said as a file of text"
    return refusal("source-unreadable", message, FileLocation(path), hint)


def _doubts(cue: Caption, regions: Mapping[str, bool]) -> Iterator[str]:
    """Why the words of a cue may not be seen.

    Args:
        cue: The cue.
        regions: Whether each region of the file may not be seen.
    """
    lasts = round(_seconds(cue.end) - _seconds(cue.start), 3)
    if lasts < _SHORTEST:
        yield f"it is shown for {lasts * 1000:.0f} thousandths of a second"
    settings = dict(_SETTING.findall(str(cue.settings)))
    if _is_off(settings.get("line", "")):
        yield f"“line:{settings['line']}” sets it at the edge of the picture, or beyond"
    if _room(settings) < _LEAST_SHARE:
        yield "its settings leave it no width"
    if regions.get(settings.get("region", "")):
        yield f"its region “{settings['region']}” is not seen"
    yield from _marked(cue)


def _marked(cue: Caption) -> Iterator[str]:
    """What the tags among its words may do."""
    said = cue.raw_text
    if any(_seconds(later) >= _seconds(cue.end) for later in _LATER.findall(said)):
        yield "a part of it is due after it has gone"
    classes = {name for names in _CLASS.findall(said) for name in names.split(".")}
    grounds = {name for name in classes if name.startswith("bg_")}
    on_black = "black" in classes and not grounds
    on_white = grounds == {"bg_white"} == classes
    if on_black or on_white or any(f"bg_{name}" in classes for name in classes):
        yield "its letters have the colour of the ground"
    if sum(1 + len(line) // _LETTERS_A_LINE for line in said.split("\n")) > _MOST_ROWS:
        yield "it has more lines than a picture has room for"
    if "<rt>" in said:
        yield "other words are set over its words"
    codes = (_SAFE.sub("", code) for code in _OVERRIDE.findall(said))
    if _FONT.search(said) or any(map(str.strip, codes)):
        yield "a mark among its words may hide them"
    if _STRUCK.search(said):
        yield "it is struck out"
    if _COMMENT.search(said):
        yield "words in braces are a comment to some programs"


def _is_off(line: str) -> bool:
    """Whether a line stands at the lower edge of the picture, or beyond an edge."""
    value = line.partition(",")[0]
    share = _PERCENT.fullmatch(value)
    if share:
        return _EDGE <= float(share[1]) <= 100.0  # noqa: PLR2004 - more is passed over
    return value.lstrip("-").isdecimal() and abs(int(value)) > _MOST_LINES


def _room(settings: Mapping[str, str]) -> float:
    """How wide the box of a cue is (WebVTT, 7.2)."""
    value, _, side = settings.get("position", "").partition(",")
    align = settings.get("align", "center")
    side = side or _SIDES.get(align, "center")
    usual = {"line-left": 0.0, "line-right": 100.0}.get(side, 50.0)
    share, size = _PERCENT.fullmatch(value), _PERCENT.fullmatch(settings.get("size", ""))
    at = min(100.0, float(share[1])) if share else usual
    most = {"line-left": 100.0 - at, "line-right": at}.get(side, 2 * min(at, 100.0 - at))
    return min(most, float(size[1]) if size else 100.0)


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def regions_of(content: str) -> dict[str, bool]:
    """The regions of a file, and whether each may not be seen."""
    found = {}
    for block in _REGION.findall(content):
        given = dict(_SETTING.findall(block))
        width = _PERCENT.fullmatch(given.get("width", "100%"))
        wide = float(width[1]) if width else 100.0
        corner = [_share(given, "viewportanchor", at) for at in (0, 1)]
        inner = [_share(given, "regionanchor", at) for at in (0, 1)]
        left = corner[0] - inner[0] * wide / 100
        below = corner[1] >= _EDGE and inner[1] <= 100 - _EDGE
        rows = given.get("lines", "3")
        high = _ROW * (int(rows) if rows.isdecimal() else 3)
        above = corner[1] + (1 - inner[1] / 100) * high <= 100 - _EDGE
        none = above or given.get("lines") == "0" or wide < _LEAST_SHARE
        found[given.get("id", "")] = none or left >= _EDGE or below
    return found


def _share(given: Mapping[str, str], name: str, at: int) -> float:
    """A coordinate of an anchor; by default the lower left corner."""
    parts = given.get(name, "").split(",")
    share = _PERCENT.fullmatch(parts[at]) if len(parts) > at else None
    return float(share[1]) if share else (0.0, 100.0)[at]


def coordinates_of(content: str) -> dict[int, tuple[str, ...]]:
    """The cues that a file of SubRip sets off the picture, by their number."""
    found: dict[int, tuple[str, ...]] = {}
    for number, line in enumerate(_TIMES.findall(content)):
        places = [int(place) for place in _COORDINATE.findall(line)]
        if any(place < 0 or place > _FARTHEST for place in places):
            found[number] = ("its coordinates set it off the picture",)
    return found
