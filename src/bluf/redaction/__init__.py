"""Redaction: a record for an audience, without what it may not see."""

from __future__ import annotations

from bluf.redaction.audience import Audience
from bluf.redaction.cut import Redacted, lacking_versions, redacted, relinked
from bluf.redaction.words import left_out_in_words

__all__ = ["Audience", "Redacted", "lacking_versions", "left_out_in_words", "redacted", "relinked"]
