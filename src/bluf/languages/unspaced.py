"""What turns or limits words in scripts without spaces."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

_FILE = Path(__file__).parent / "shared" / "unspaced.toml"


class Unspaced(Struct, frozen=True):
    """Expressions of Chinese and Japanese.

    Attributes:
        negating: Signs that turn round the word they stand before.
        ending: What turns a verb round behind it.
        limit: What limits a sentence, makes hearsay of it, or takes it back.
    """

    negating: frozenset[str]
    ending: re.Pattern[str]
    limit: re.Pattern[str]


@cache
def unspaced() -> Unspaced:
    """The expressions of the file that all such languages share."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    endings, following = "|".join(table["endings"]), "|".join(table["following"])
    return Unspaced(
        frozenset(table["negating"]),
        re.compile(rf"[ぁ-ん]{{0,4}}?(?:{endings})(?![ァ-ヶ])|{following}"),
        re.compile("|".join(table["limits"])),
    )
