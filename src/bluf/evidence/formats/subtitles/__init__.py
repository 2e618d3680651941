"""Subtitles, WebVTT and SubRip: what is said, one cue after the other; cue times are no words.

A cue may not be seen: too short, off the picture, without room, or marked or styled so.
"""

from __future__ import annotations

from bluf.evidence.formats.subtitles.reader import read
