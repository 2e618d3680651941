"""Tracked changes and comments: what a file said before, what it says now, and who changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.revisions.aligning import Pair, align
    from octavo.revisions.reading import Passage, RevisionAuthor, View, passages
    from octavo.revisions.remarks import Comment, clean, comments
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
