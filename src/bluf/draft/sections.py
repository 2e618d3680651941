"""The lists of minutes that say of themselves what they hold: the agenda, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import DraftVocabulary

_SIGN = re.compile(
    r"(?:(?:[-–—•*·▪►]+|[一二三四五六七八九十]{1,3}、|\(?\d{1,3}(?:\.\d{1,2})*[.)]|\[[ xX]?\])\s*)+"
)
_END = re.compile(r"\s*\d{0,3}\s*(?:[:：–—-]+\s*|\Z)")
"""A mark ends with a colon or a dash, a heading with its line: “Action 3: …”, “Actions”."""
_LONGEST_HEADING = 90
_PLAIN = "plain"
_WRAPPED = 6
"""A point of an agenda may take so many lines."""


class ListLine(Struct, frozen=True):
    """The list that a sentence stands in.

    Attributes:
        is_decided: Whether it holds what was decided; else it is an agenda.
        head: The line above that says so; None where the sentence begins with the mark.
        text: The words of the sentence without the mark.
    """

    is_decided: bool
    head: Sentence | None
    text: str


def signed(text: str) -> tuple[str, str]:
    """The kind of sign that a line of a list begins with, and the words behind it."""
    sign = _SIGN.match(text)
    if sign is None:
        return "", text
    return ("number" if sign.group().strip("() .")[:1].isdigit() else "bullet"), text[sign.end() :]


def behind_mark(text: str, words: DraftVocabulary, name: str) -> str | None:
    """What stands behind a mark, as of an action; None where there is no mark."""
    mark = words.pattern("event", name).match(text)
    end = _END.match(text, mark.end()) if mark else None
    return text[end.end() :] if end else None


def sections_in(found: Sequence[Sentence], words: DraftVocabulary) -> Mapping[int, ListLine]:
    """The lines of agendas and of lists of decisions, by the numbers of their sentences."""
    return dict(_sections(found, words))


def _sections(found: Sequence[Sentence], words: DraftVocabulary) -> Iterator[tuple[int, ListLine]]:
    head: Sentence | None = None
    is_decided, form = False, ""
    for at, sentence in enumerate(found):
        sign, text = signed(sentence.text)
        decided = behind_mark(text, words, "decision")
        if decided:
            head = None
            yield sentence.number, ListLine(is_decided=True, head=None, text=decided)
        elif decided is not None or _is_agenda(text, words):
            head, is_decided, form = sentence, decided is not None, ""
        elif head:
            sign, following = sign or _PLAIN, found[at + 1 : at + 1 + _WRAPPED]
            form = form or sign
            is_nested = form == "number" and sign == "bullet"
            is_part = any(signed(each.text)[0] == form for each in following)
            is_in = sign == form or is_nested or (is_part and not is_decided)
            is_in = is_in and not _ends(text, words)
            if is_in and form == _PLAIN:
                is_whole = text[-1:] in ".;!。；" or len(text) > _LONGEST_HEADING
                is_in = is_whole if is_decided else head.text.endswith(":")
            if is_in and (sign == form or not is_decided):
                yield sentence.number, ListLine(is_decided=is_decided, head=head, text=text)
            head = head if is_in else None


def _is_agenda(text: str, words: DraftVocabulary) -> bool:
    """Whether a line is the heading of an agenda: “Agenda”, “Agenda of the annual meeting:”."""
    heading = words.pattern("event", "agenda")
    is_heading = text.endswith(":") and len(text) <= _LONGEST_HEADING and heading.match(text)
    return bool(is_heading) or heading.stands_for(text.strip(" :"))


def _ends(text: str, words: DraftVocabulary) -> bool:
    """Whether a line is a heading, a vote, or says who came, so that a list ends before it."""
    ends = words.pattern("event", "present", "absent", "next", "action", "voting")
    return text.endswith(":") or ends.match(text) is not None
