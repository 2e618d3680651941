"""Texts that stand in any XML as they are."""

from __future__ import annotations

import re
from typing import Final

SPECIAL: Final = re.compile('[\0-\x1f"&<>\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""Characters that are markup somewhere, or break a line, or are none of XML."""


def is_plain(text: str) -> bool:
    """Whether no character of a text means anything to XML or to Word."""
    return SPECIAL.search(text) is None
