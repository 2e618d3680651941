"""Redaction: a record for an audience, without what it may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.redaction.cut import Redacted, lacking_versions, left_out_in_words, redacted, relinked
    from bluf.redaction.sight import Audience
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
