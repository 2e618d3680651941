"""Presentations, slide by slide, as they are shown."""

from __future__ import annotations

from bluf.evidence.formats.pptx.reader import read
