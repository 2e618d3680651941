"""Texts that stand in any XML as they are."""

from __future__ import annotations

import re
from typing import Final

SPECIAL: Final = re.compile('[\0-\x1f"&<>\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""Characters that are markup somewhere, or break a line, or are none of XML."""


def is_plain(text: str) -> bool:
    """Whether no character of a text means anything to XML or to Word."""
    return SPECIAL.search(text) is None


_BREAKING: Final = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that break a line, or are none of XML."""


def breaks(text: str) -> bool:
    """Whether a text holds a line break, a tab, or what is no character of XML."""
    return _BREAKING.search(text) is not None
