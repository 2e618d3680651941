"""Words that limit what is said beside them: “only”, “almost”, “up to”, “alone”, “if …”, “may”.

Who leaves one out says more than the source. Each has to stand at the edge of what is left out: in
the middle of a clause that is left out as a whole it limits nothing that is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bluf.languages import Language, WordPattern, language, pattern

_MARKS = ",;:،؛，；：、()"
_BESIDE = f'{_MARKS}（） "-'
"""What may stand between a passage and what casts doubt on it."""
_PARTED = frozenset(_MARKS)
_ALSO = re.compile("[还還也亦]")
"""“Also” in Chinese: “besides …, they also …” takes nothing out."""
_CLAUSE = re.compile(rf"(?:\A|[{_MARKS}]|\s-\s)\s*")


def limits_lost(left_out: str, before: str, after: str, tag: str) -> list[str]:
    """The words of a part of a sentence that limit what stays of it.

    Args:
        left_out: What is left out, normalised.
        before: What is quoted before it in the same sentence; empty where nothing is.
        after: What is quoted after it in the same sentence; empty where nothing is.
        tag: The language.
    """
    known = language(tag)
    clause = left_out.strip(' "')
    found = [_proviso(clause, known), _at_start(_bare(clause), "doubts", known)]
    parted = bool(clause) and clause[-1] in _MARKS
    if after and not parted:
        found.append(_at_end(clause, "limits", known))
        found.append(_bound(clause, after, known))
        if before and clause[:1] not in _MARKS:
            found.append(_at_end(clause, "modals", known))
    if before and clause[:1] not in _MARKS:
        found.append(_at_start(clause, "limits", known))
        found.append(_at_start(clause, "trailing", known))
        modal = _at_start(clause, "modals", known)
        found.append(modal if modal and clause[len(modal) : len(modal) + 1] in _PARTED else "")
    return list(dict.fromkeys(filter(None, found)))


def limit_before(text: str, quoted: str, tag: str) -> list[str]:
    """The limit that stands right in front of a passage, at the end of its clause."""
    known = language(tag)
    words = text.rstrip(' "')
    proviso = _at_end(words, "provisos", known)
    whole = not words.removesuffix(proviso).endswith("-")  # “comprometeram-se” has no “if”
    found = (_at_end(words, "limits", known), proviso, _bound(words, quoted, known))
    return [each for each in found if each and (whole or each != proviso)]


def limit_behind(text: str, tag: str) -> list[str]:
    """The limit that stands right behind a passage, at the beginning of what follows."""
    found = _at_start(text.lstrip(' "'), "trailing", language(tag))
    return [found] if found else []


def doubts_beside(before: str, after: str, tag: str) -> list[str]:
    """What casts doubt on a passage right beside it, or takes it back later in its sentence."""
    known = language(tag)
    retraction = _pattern(known.tag, "retractions").search(after)
    found = (
        _at_end(_bare(before), "doubts", known),
        _at_start(_bare(after), "doubts", known),
        retraction.group() if retraction else "",
    )
    return list(filter(None, found))


def _bare(clause: str) -> str:
    """A clause without commas, which some languages set before each “that”, and marks around it."""
    return clause.replace(",", "").strip(_BESIDE)


def exception_before(sentence: str, quoted: str, tag: str) -> list[str]:
    """The exception that a sentence begins with, and that ends before what is quoted of it."""
    known, begun = language(tag), sentence.lstrip(' "')
    found = pattern(known.turns.exceptions, known.script).match(begun)
    adds = _ALSO.search(quoted) or pattern(known.turns.innocent, known.script).match(begun)
    return [found.group()] if found and not adds else []


def condition_beside(before: str, after: str, tag: str) -> str:
    """The condition that a sentence begins with before a passage, or goes on with behind it."""
    known = language(tag)
    conditions = pattern(known.turns.provisos, known.script)
    found = conditions.match(after.lstrip(f'{_MARKS} "-'))
    if found is None and before.rstrip()[-1:] in _PARTED:
        found = conditions.match(before.lstrip(' "'))
    return found.group() if found else ""


def limits_in(words: Sequence[str], tag: str) -> bool:
    """Whether some words hold a limit, a condition, or a verb of another mood."""
    text, known = " ".join(words), language(tag)
    turns = known.turns
    lists = (*turns.limits, *turns.trailing, *turns.doubts, *turns.provisos, *_modals(known.tag))
    return pattern(lists, known.script).search(text) is not None


def _proviso(clause: str, known: Language) -> str:
    """The condition with which a clause begins that is left out."""
    conditions = pattern(known.turns.provisos, known.script)
    for begin in _CLAUSE.finditer(clause):
        found = conditions.match(clause, begin.end())
        if found:
            return found.group()
    return ""


def _bound(clause: str, after: str, known: Language) -> str:
    """“Up to”, “more than” and the like, before a figure that is quoted."""
    if not _begins_with_figure(after, known):
        return ""
    return _last(clause, pattern((*known.above, *known.below), known.script))


def _begins_with_figure(text: str, known: Language) -> bool:
    first = re.match(r"[\s$€£¥]*(\w+)", text)
    if first is None:
        return False
    word = first[1].lower()
    spelt = {each.lower() for words in known.numbers.values() for each in words}
    return word[:1].isnumeric() or word in spelt


def _at_end(clause: str, name: str, known: Language) -> str:
    return _last(clause, _pattern(known.tag, name))


def _last(clause: str, words: WordPattern) -> str:
    return next((each.group() for each in words.finditer(clause) if each.end() == len(clause)), "")


def _at_start(clause: str, name: str, known: Language) -> str:
    found = _pattern(known.tag, name).match(clause)
    return found.group() if found else ""


@cache
def _pattern(tag: str, name: str) -> WordPattern:
    known = language(tag)
    words = _modals(tag) if name == "modals" else getattr(known.turns, name)
    return pattern(words, known.script)


def _modals(tag: str) -> tuple[str, ...]:
    """Words that make a fact of the verb behind them, once they are left out."""
    turns = language(tag).turns
    return (*turns.hedges, *turns.futures, *turns.intents)
