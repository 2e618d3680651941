"""Subtitles: `captions` reads them, `cues` says which of them may not be seen."""

from __future__ import annotations

from bluf.evidence.formats.subtitles.captions import read
