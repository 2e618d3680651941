"""Subtitles, WebVTT and SubRip: what is said, one cue after the other; cue times are no words."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from bluf.evidence.error import refusal
from bluf.evidence.formats import text
from bluf.evidence.formats.markdown import Locator
from bluf.evidence.formats.subtitles import cues
from bluf.evidence.gathering import Piece, gathered
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from bluf.evidence.text import SourceText

_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
_HIDING = re.compile(
    r"^STYLE\n(?:.+\n)*.*(?:opacity|visibility|color|font|filter|background|line-height|decoration)",
    re.MULTILINE,
)
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_DIRECTIONS = str.maketrans("", "", "\u200e\u200f")
"""What ``&lrm;`` and ``&rlm;`` stand for."""


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """The words of a file of subtitles, at the lines of their cues.

    Raises:
        SourceError: ``source-unreadable`` for a file that holds no cue, and as `text.read` does.
    """
    content = "\n".join(text.lines(text.decode(data, path, encoding)))
    pieces: list[Piece] = []
    kind = "vtt" if content.lstrip().startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.from_buffer(io.BytesIO(content.encode()), format=kind).captions
    except (MalformedFileError, MalformedCaptionError) as error:
        raise _unreadable(path, str(error)) from None
    locate = Locator(content, path)
    styled = ("a style of the file may hide it",) if _HIDING.search(content) else ()
    regions = cues.regions_of(content)
    places = cues.coordinates_of(content)
    for number, cue in enumerate(captions):
        if cue.start >= cue.end:
            continue  # it is never shown
        doubts = (*styled, *cues.doubts(cue, regions), *places.get(number, ()))
        for said in cue.raw_text.split("\n"):
            place = locate.place(said)
            words = _TAG.sub("", _VOICE.sub(r"\1: ", said)).strip()
            words = html.unescape(words).translate(_DIRECTIONS)
            pieces.append(Piece(f"{words}\n", TextLocation(path, place.line), doubts))
    if not any(piece.text.strip() for piece in pieces):
        raise _unreadable(path, "it holds no words")
    return gathered(path, pieces)


def _unreadable(path: str, cause: str) -> Exception:
    message = f"the subtitles cannot be read: {cause}"
    hint = "save what is said as a file of text"
    return refusal("source-unreadable", message, FileLocation(path), hint)
