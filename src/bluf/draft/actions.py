"""Action items: what minutes give somebody to do, behind a mark or below a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.dates import days_in
from bluf.draft.says import is_passive
from bluf.draft.sections import behind_mark, signed

if TYPE_CHECKING:
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import DraftVocabulary

_HANDLE = re.compile(r"@(?P<who>[\w-]+)(?::|\s+(?:to\s)?)\s*")
_LAST = re.compile(r"\s*[(–—-]\s*(?P<who>[^()–—-]{2,60}?)\s*\)?\W*\Z")
"""Who is named behind a task: “… (Ann, Bo)”, “… – Ann Lee”."""
_BRACKET = re.compile(r"\((?P<mark>[^()]{4,60})\)\W*\Z")
_SHORTEST, _LONGEST_HEADING = 14, 60
_WHO = re.compile(r"(?P<who>[^,;:.()]{2,60}?)\s*(?P<sign>[:：]|\s[–—-])\s+")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,4}(?:\s*[/&+,]\s*[^\W\d_a-z]{2,4})*")
"""Initials, of one or of several: “TH”, “TH/RB”."""
_BARE = frozenset({"to"})
_MOST_WORDS, _MOST_OF_NAME, _LONGEST_DAY = 6, 3, 25


class Action(Struct, frozen=True):
    """What somebody is to do.

    Attributes:
        task: The words that say it.
        who: Who is to do it, as the text calls them; empty where it names nobody.
        mark: The sentence behind it that holds nothing but the mark and who, if one does.
        cells: The cells of a table behind it: who is to do it, and by when.
    """

    task: str
    who: str = ""
    mark: Sentence | None = None
    cells: tuple[Sentence, ...] = ()


def actions_in(
    found: Sequence[Sentence], words: DraftVocabulary, people: Collection[str] = ()
) -> Mapping[int, Action]:
    """The action items of a text, by the number of the sentence that says what is to be done.

    “ACTION: TH to call the owner”, the lines below “Actions”, or “Action: TH” behind a sentence.
    ``people`` are the words that the names of those who took part are made of.
    """
    return dict(_actions(found, words, people))


def _actions(
    found: Sequence[Sentence], words: DraftVocabulary, people: Collection[str]
) -> Iterator[tuple[int, Action]]:
    below: str | None = None  # the sign of the list of actions that this line stands in
    for at, sentence in enumerate(found):
        sign, text = signed(sentence.text)
        marked = behind_mark(text, words, "action")
        if marked is not None:
            below = None if marked else ""
            if len(marked) >= _SHORTEST:
                yield sentence.number, _action(marked, words, people)
            elif marked and at:
                before = signed(found[at - 1].text)[1]
                yield found[at - 1].number, Action(before, marked.rstrip("."), sentence)
        elif below is not None:
            below = below or sign or "plain"
            is_in_list = (sign or "plain") == below and len(text) >= _SHORTEST
            below = None if _ends_list(text, sign, below, words) else below
            if below and is_in_list and not _is_cell(text, words, people):
                action = _action(text, words, people)
                cells = () if sign else found[at + 1 :]
                yield sentence.number, _with_cells(action, cells, words, people)
        else:
            before = signed(found[at - 1].text)[1] if at else ""
            given, who = _given(text, words, people), _of_bracket(text, words)
            yield from [(sentence.number, given)] if given else []
            yield from [(sentence.number - 1, Action(before, who, sentence))] if who else []


def _given(text: str, words: DraftVocabulary, people: Collection[str]) -> Action | None:
    """What a sentence gives somebody to do: “Clerk to write to them.”, “… – Action: the Clerk”."""
    *before, last = text.rpartition(" (")
    if before[0] and (named := _of_bracket(f"({last}", words)):
        return Action(before[0], named)
    *_, last = text.rpartition(" – ") if " – " in text else text.rpartition(" - ")
    who = behind_mark(last, words, "action") or ""
    if last != text and (who.isupper() or _names(who, words, people)):
        return Action(text[: -len(last) - 3], who.rstrip("."))
    found = _assigned(text, words, people) if people and _is_sentence(text, words) else None
    is_sure = found and _are_known(found.who, words, people) and len(found.task) > _SHORTEST
    return found if is_sure else None


def _is_sentence(text: str, words: DraftVocabulary) -> bool:
    """Whether a line says what is to be done, and is no title: “Clerk to the Council”."""
    marker = words.pattern("look", "assigns").search(text)
    return text.endswith(".") or (marker is not None and marker.group() not in _BARE)


def _of_bracket(text: str, words: DraftVocabulary) -> str:
    """Who is to do what stands before a bracket: “(Action Ann and Bo)”; empty where none says."""
    bracket = _BRACKET.match(text)
    mark = words.pattern("event", "action").match(bracket["mark"]) if bracket else None
    who = bracket["mark"][mark.end() :].strip(" :–—-") if bracket and mark else ""
    is_name = all(each[0].isupper() or words.conjunctions.stands_for(each) for each in who.split())
    return who if is_name else ""


def _with_cells(
    action: Action, behind: Sequence[Sentence], words: DraftVocabulary, people: Collection[str]
) -> Action:
    """An action in a table, with what the cells behind it say: who is to do it, and by when."""
    cells = (*takewhile(lambda each: _is_cell(each.text, words, people), behind),)
    if action.who or not cells:
        return action
    who = next((each.text for each in cells if not days_in(each.text, words)), "")
    return Action(action.task, who, cells=cells)


def _is_cell(text: str, words: DraftVocabulary, people: Collection[str]) -> bool:
    """Whether a line is a name or a day alone."""
    parts = text.split()
    is_name = len(parts) <= _MOST_OF_NAME and all(part[0].isupper() for part in parts)
    is_plain = not signed(text)[0] and text[-1].isalpha() and len(text) < _SHORTEST
    is_name = is_name or (is_plain and not words.is_spaced)
    is_day = len(text) <= _LONGEST_DAY and bool(days_in(text, words))
    return is_name or is_day or _are_known(text, words, people)


def _ends_list(text: str, sign: str, below: str, words: DraftVocabulary) -> bool:
    """Whether a line is a heading, or speaks of the next meeting."""
    if text.endswith(":") or words.pattern("event", "next").match(text):
        return True
    is_open = text[-1:] not in ".;!?。；"
    return (sign or "plain") != below and (bool(sign) or is_open) and len(text) < _LONGEST_HEADING


def _action(text: str, words: DraftVocabulary, people: Collection[str]) -> Action:
    """An action with who is to do it: “TH to call”, “Tom Hale: call”, “The Secretary will call”."""
    if handle := _HANDLE.match(text):
        return Action(text[handle.end() :], handle["who"])
    who = _WHO.match(text)
    if who and _names(who["who"], words, people):
        return Action(text[who.end() :], who["who"])
    last = _LAST.search(text, _SHORTEST)
    if last and _are_known(last["who"], words, people):
        return Action(text[: last.start()], last["who"])
    return _assigned(text, words, people) or Action(text)


def _assigned(text: str, words: DraftVocabulary, people: Collection[str]) -> Action | None:
    """What somebody is to do, by words alone: “TH to call the owner”, “TH will call”."""
    marker = words.pattern("look", "assigns").search(text)
    if marker is None:
        return None
    subject, task = text[: marker.start()].strip(), text[marker.end() :].lstrip()
    is_short = 0 < len(subject.split()) <= _MOST_WORDS and "," not in subject
    is_done = words.pattern("look", "passives").match(task) or is_passive(task, words)
    is_given = is_short and not is_done and _names(subject, words, people)
    is_whole = marker.group().lower() not in words.words("look", "assigns")  # “enviará”
    return Action(text if is_whole else task, subject) if is_given else None


def _are_known(text: str, words: DraftVocabulary, people: Collection[str]) -> bool:
    """Whether words are names of those who took part, with “and”, titles and offices, alone."""
    aside = (words.titles, words.conjunctions, words.pattern("people", "articles"))
    parts = re.findall(r"[\w.’'-]+", text)
    others = (part.strip(".").lower() for part in parts if part not in people)
    return bool(parts) and all(any(each.stands_for(part) for each in aside) for part in others)


def _names(text: str, words: DraftVocabulary, people: Collection[str]) -> bool:
    """Whether words can name who does something: initials, a name in capitals, an office."""
    parts = text.split()
    is_name = len(parts) > 1 and all(part[0].isupper() for part in parts)
    is_office = _CAPITALS.fullmatch(text) or words.pattern("people", "roles").search(text)
    return bool(is_office) or is_name or _are_known(text, words, people)
