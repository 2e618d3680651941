"""Texts in double quotation marks, as JSON, TOML and YAML all read them."""

from __future__ import annotations

import json
import re

_ESCAPED_TOO = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON leaves as it is, and YAML or TOML does not admit."""


def in_marks(text: str) -> str:
    """The text in double quotation marks, with every escape it needs."""
    marked = json.dumps(text, ensure_ascii=False)
    return _ESCAPED_TOO.sub(lambda match: f"\\u{ord(match[0]):04x}", marked)
