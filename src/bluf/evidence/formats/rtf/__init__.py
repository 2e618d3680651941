"""Rich text (RTF): its words through striprtf, and what its marks say of each letter.

striprtf gives hidden, deleted and struck words too, and no colours; a scanner of ours tells which
letters these are. Where a file moves, covers or computes text in ways that are not told letter by
letter, all of it is in doubt.
"""

from __future__ import annotations

from bluf.evidence.formats.rtf.reader import read
