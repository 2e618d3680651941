"""Several names where one is the rule: “[rs, us]” as a party, “O1, R1” as ids."""

from __future__ import annotations

import re

from bluf.model import SEVERAL

__all__ = ["SEVERAL", "ids_in", "names_in"]

_BETWEEN = re.compile(r"\s*[,;]\s*")


def ids_in(text: str) -> list[str]:
    """The ids of a text that may name several."""
    return [part for part in _BETWEEN.split(text.strip()) if part] or [text]


def names_in(text: str) -> list[str]:
    """The names that a field holds which takes several."""
    return text.split(SEVERAL)
