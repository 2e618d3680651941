"""How firm the words of a passage are: “agreed” or only “discussed”.

The lists hold verbs that decide the matter. A verb of reporting (“said”, “stressed”) decides
nothing, since what is reported may be of any strength; neither does a noun.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bluf.languages.language import language
from bluf.languages.pattern import pattern
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.languages.language import Language

_CLAUSE_END = re.compile(r"[,;:.!?،؛，；。！？、]")
_REACH = 4
"""So many words before a verb can turn or weaken it; of a script without spaces, signs."""


def firmness(text: str, tag: str) -> Strength | None:
    """How firm the words themselves are, or None where no list can decide.

    The firmest verb counts. A verb after a negation, a refusal, a hope or a condition (“did not
    agree”, “hoped to agree”) is talk alone.
    """
    known = language(tag)
    said = [
        _weakened(text[: verb.start()], known) or strength
        for strength, verbs in known.verbs.items()
        for verb in pattern(verbs, known.script).finditer(text)
    ]
    return max(said, key=lambda strength: strength.rank, default=None)


def _weakened(before: str, known: Language) -> Strength | None:
    """What is left of a verb if the words before it in its clause turn or weaken it."""
    near = _nearest_words(_CLAUSE_END.split(before)[-1], known)
    if _turning(known).search(near):
        return Strength.DISAGREED
    return Strength.DISCUSSED if _weakening(known).search(near) else None


def _nearest_words(clause: str, known: Language) -> str:
    if known.script == "Hani":
        return clause[-_REACH:]
    words = list(re.finditer(r"\w+", clause))[-_REACH:]
    return clause[words[0].start() :] if words else ""


def _turning(known: Language) -> re.Pattern[str]:
    return _any(known.tag, "negations", "refusals")


def _weakening(known: Language) -> re.Pattern[str]:
    return _any(known.tag, "conditions", "hopes", "hedges")


@cache
def _any(tag: str, *lists: str) -> re.Pattern[str]:
    known = language(tag)
    words = tuple(word for name in lists for word in getattr(known.turns, name))
    return pattern(words, known.script)
