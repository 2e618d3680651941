"""The words of a sentence that are quoted, and a short statement made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.says import Said
    from bluf.draft.vocabulary import DraftVocabulary

LONGEST_QUOTE = 420
LONGEST_STATEMENT = 160
_SHORTEST = 24

_NUMBERED = re.compile(r"\A(?:[-–—•*·]\s*|\(?\d{1,3}[.)]\s+|[IVX]+\s*[.–-]\s*)+")
_BINDING = frozenset({Strength.AGREED, Strength.DECIDED})
_CLAUSE_SIGNS = ',”“"»,，'
_QUOTES = '"“”„«»”'
_LONGEST_ATTRIBUTION = 70
_CUT = re.compile(r"[;,:–—](?=\s)|\s(?=[(])|[，；、]")


def quoted_part(text: str, words: DraftVocabulary) -> tuple[int, int]:
    """Which part of a sentence is quoted: all but its number, and a clause that says who spoke."""
    start = match.end() if (match := _NUMBERED.match(text)) else 0
    end = start + len(_without_attribution(text[start:], words).rstrip(" .,。，" + _QUOTES))
    if end - start > LONGEST_QUOTE:
        cuts = [m.start() for m in _CUT.finditer(text, start, start + LONGEST_QUOTE)]
        end = max((cut for cut in cuts if cut - start > LONGEST_QUOTE // 2), default=0)
        end = end or text.rfind(" ", start, start + LONGEST_QUOTE)
    while start < end and text[start] in _QUOTES + " ":
        start += 1
    return start, end


def statement_of(text: str, said: Said, words: DraftVocabulary) -> str:
    """A short statement in words of the sentence: what was agreed or asked, or its main clause."""
    start, end = quoted_part(text, words)
    phrase = _object(text[:end], said, words) or _main_clause(text, (start, end), said, words)
    phrase = "".join(sign for sign in phrase if sign not in _QUOTES).lstrip()
    marker = words.pattern("look", "markers").match(phrase)
    phrase = phrase[marker.end() if marker else 0 :]
    return _capital(_shortened(phrase.strip(" .,;:—–-，。")))


def motion_of(text: str, verb: tuple[int, int], words: DraftVocabulary) -> str:
    """What a motion moves: the infinitive behind its verb; empty where there is none."""
    found = words.pattern("look", "infinitives").search(text, verb[1])
    if found is None:
        return ""
    marker = words.pattern("look", "markers").match(text, found.start())
    start, end = marker.end() if marker else found.start(), quoted_part(text, words)[1]
    return _capital(_shortened(text[start:end].strip())) if end - start >= _SHORTEST else ""


def _object(text: str, said: Said, words: DraftVocabulary) -> str:
    """What follows a verb of agreeing, deciding or asking, where an infinitive does."""
    verb = said.asks or (said.verb if said.strength in _BINDING else None)
    rest = text[verb[1] :].lstrip() if verb else ""
    if not words.pattern("look", "infinitives").match(rest):
        return ""
    marker = words.pattern("look", "markers").match(rest)
    phrase = rest[marker.end() if marker else 0 :].strip()
    return phrase if len(phrase) >= _SHORTEST else ""


def _main_clause(text: str, span: tuple[int, int], said: Said, words: DraftVocabulary) -> str:
    """The sentence from the clause of its verb on, without “he pointed out that”."""
    start, end = span
    reported = _reported(text, span, words)
    if reported:
        return text[reported:end]
    verb = (said.asks or said.verb)[0]
    cuts = [cut.end() for cut in _CUT.finditer(text, start, max(start, verb))]
    is_late = cuts and cuts[-1] - start > 2 and end - cuts[-1] >= _SHORTEST  # noqa: PLR2004 - a sign
    is_late = is_late and verb - cuts[-1] > 1  # a clause that its verb begins has no subject
    return text[cuts[-1] if is_late else start : end]


def _reported(text: str, span: tuple[int, int], words: DraftVocabulary) -> int | None:
    """Where what is reported begins, behind “he pointed out that”."""
    start, end = span
    reporting = words.reporting.search(text, start, min(end, start + _LONGEST_ATTRIBUTION))
    if reporting is None:
        return None
    that = words.pattern("look", "that").match(text, _skip(text, reporting.end()))
    return _skip(text, that.end()) if that and end - that.end() >= _SHORTEST else None


def _skip(text: str, offset: int) -> int:
    """The offset of the next word."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip(" ,"))


def _without_attribution(phrase: str, words: DraftVocabulary) -> str:
    """A passage without a last clause that says who spoke: “…, the Minister observed”."""
    cut = max(phrase.rfind(sign) for sign in _CLAUSE_SIGNS)
    last = phrase[cut + 1 :]
    is_short = cut > 0 and len(last) <= _LONGEST_ATTRIBUTION and cut >= _SHORTEST
    return phrase[:cut] if is_short and words.reporting.search(last) else phrase


def _shortened(phrase: str) -> str:
    """The phrase up to the last clause that is short enough; whole where there is none."""
    if len(phrase) <= LONGEST_STATEMENT:
        return phrase
    cuts = [match.start() for match in _CUT.finditer(phrase, _SHORTEST * 2, LONGEST_STATEMENT)]
    return phrase[: cuts[-1]].rstrip(" ,;:–—，；、") if cuts else phrase


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
