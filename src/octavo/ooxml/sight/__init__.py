"""Whether a reader of a Word file sees a run: the formatting in effect, and what holds it."""

from __future__ import annotations

from octavo.ooxml.sight.reading import SeenBlock, read_seen
