"""A source read for drafting: its text in sentences, and what the file says of itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.draft.candidate import Candidate
from bluf.draft.candidates import SourceTelling, candidates_in
from bluf.draft.dates import days_in, published_on
from bluf.draft.occasion import Occasion, is_session, occasion_in
from bluf.draft.participants import Attendee, attendees
from bluf.draft.quoting import without_dateline
from bluf.draft.says import is_boilerplate
from bluf.draft.sentences import Sentence, sentences
from bluf.draft.vocabulary import DraftVocabulary, vocabulary
from bluf.evidence import unwrapped
from bluf.languages import language_in
from bluf.model import SourceKind

if TYPE_CHECKING:
    from bluf.evidence import SourceText


_LONGEST_TITLE = 140
_SHORTEST_TITLE, _SHORTEST_UNSPACED = 12, 4
_BULLETS = frozenset({"- ", "– ", "* ", "• "})
_LONGEST_OPENING = 70
_HEAD = 20
"""A title is one of so many sentences that come first."""
_LONGEST_DATE = 45
_LONGEST_NAME_UNSPACED = 10
_LONGEST_NAME = 90
"""A longer line is not only the name of an office."""
_CAPITALISED = re.compile(r"(?:[A-Z][\w.]*\s+(?:of\s+|and\s+)*)+\Z")
_CLAUSE_END = re.compile(r"[,;:()]|(?<=\w{3})\.\s")

_SIGNS = re.compile(r"[^a-z0-9]+")
_FRONT = re.compile(r"(?:[a-z]\w*:\s.*?\s)?title:\s+[\"']?(.+?)[\"']?(?=\s[\w-]+:\s|\Z)")
"""The title in the head of a page of Markdown."""
_SETTINGS = re.compile(r"[a-z]\w*:\s\S+\s[a-z]\w*:\s")
"""Such a head without a title: “lang: en  output: pdf”."""


class UnreadLanguageError(ValueError):
    """A source is in no language that a draft can be made from."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"“{path}” is in no language that a draft can be made from; name it with --language"
        )


class SourceAccount(Struct, frozen=True):
    """What one source says, and what its file says of itself.

    Attributes:
        title: Its first line that can be a title, else its first words.
        is_titled: Whether it has such a line.
        publisher: Who published it, by a line of its own; empty where there is none.
        issuer: The words of its head or foot that name an office: whose account it may be.
        written: The day it was published; None where the file does not say.
    """

    id: str
    text: SourceText
    language: str
    title: str
    is_titled: bool
    publisher: str
    issuer: str
    written: dt.date | None
    kind: SourceKind
    sentences: tuple[Sentence, ...]
    occasion: Occasion
    people: tuple[Attendee, ...]
    candidates: tuple[Candidate, ...]


def account_of(source: SourceText, name: str, language: str | None = None) -> SourceAccount:
    """What one source says, by the id that it has in the brief.

    Raises:
        UnreadLanguageError: It is in no language that a draft can be made from.
    """
    tag = language or language_in(source.text)
    if tag is None or not vocabulary(tag).table("says"):
        raise UnreadLanguageError(source.path)
    words = vocabulary(tag)
    words.look_at(source.text)
    found = sentences(unwrapped(source))
    written = published_on(source.text, words)
    session = is_session(source.text, words)
    issuer, publisher = _issuer(source.text, words)
    people = attendees(found, words, is_session=session)
    listed = [found[each.sentence - 1].text for each in people] if session else []
    names = [each for one in people for each in (one.name, *one.also)]
    title = _title(source.text, found, words, (publisher, *listed))
    name_of = title.text if title and session else ""  # minutes repeat it on each page
    ends = (title.start, title.end) if title else (0, 0)
    body = [each for each in found if each.text != name_of and not ends[0] <= each.start < ends[1]]
    head = _head(source.text, found, words)
    told = SourceTelling(name, body, words, written, session, names, head)
    return SourceAccount(
        name,
        source,
        tag,
        title.text if title else _opening(found, source.path, words),
        title is not None,
        publisher,
        issuer,
        written,
        _kind(source.text, words, session=session),
        found,
        occasion_in(source.text, found, words, [person.name for person in people]),
        people,
        tuple(candidates_in(told)),
    )


def id_from(path: str) -> str:
    """An id for a source, from the name of its file."""
    name = _SIGNS.sub("-", PurePath(path).stem.lower()).strip("-")
    return name or "source"


def _title(
    text: str, found: tuple[Sentence, ...], words: DraftVocabulary, others: Collection[str]
) -> Sentence | None:
    """The first line that can be a title: above all paragraphs, and no stop ends it."""
    if front := _FRONT.match(found[0].text if found else ""):
        return replace(found[0], text=front[1])
    found = found[1:] if found and _SETTINGS.match(found[0].text) else found
    record = words.pattern("event", "record")
    for at, sentence in enumerate(found[:_HEAD]):
        line = text[: sentence.start].rpartition("\n")[2] + text[sentence.end :].partition("\n")[0]
        before = found[max(0, at - 1)]
        is_short = len(before.text) < _SHORTEST_TITLE and record.match(before.text)
        if is_short and not line.strip() and sentence.text[0].islower():
            return _continued(before, sentence)
        if line.strip() or len(sentence.text) > _LONGEST_TITLE:
            return None
        is_whole = sentence.text[-1] not in ".。:;" and sentence.text not in others
        is_whole = is_whole and sentence.text[:2] not in _BULLETS
        if is_whole and _tells(sentence, words):
            return sentence
    return None


def _continued(first: Sentence, second: Sentence) -> Sentence:
    """A title that goes on in small letters on the next line, up to a comma where it is long."""
    text = f"{first.text} {second.text}"
    whole = text if len(text) <= _LONGEST_TITLE else _CLAUSE_END.split(text)[0]
    return replace(first, end=second.end, text=whole)


def _head(text: str, found: Sequence[Sentence], words: DraftVocabulary) -> int:
    """Where the head of a text ends, which says who published it, and when; 0 where none does.

    It is a first line set apart, or a first sentence that ends with a day.
    """
    first = text.lstrip().partition("\n\n")[0]
    publishers = words.pattern("look", "publishers")
    if "\n" not in first and publishers.search(first) and days_in(first, words):
        return text.find(first) + len(first)
    said = found[0].text if found else ""
    is_dated = any(day.year and day.end >= len(said) - 1 for day in days_in(said, words))
    return found[0].end if is_dated or publishers.search(said) else 0


def _opening(found: tuple[Sentence, ...], path: str, words: DraftVocabulary) -> str:
    """The first words of a text that has no title."""
    first = next((sentence for sentence in found if _tells(sentence, words)), None)
    if first is None:
        return PurePath(path).stem
    text = without_dateline(first.text).rstrip(".")
    if len(text) <= _LONGEST_OPENING:
        return text
    clauses = (match.start() for match in _CLAUSE_END.finditer(text, 0, _LONGEST_TITLE))
    end = max(clauses, default=0)
    is_whole = end >= _LONGEST_OPENING // 2
    return text[:end] if is_whole else text[:_LONGEST_OPENING].rsplit(" ", 1)[0] + " …"


def _tells(sentence: Sentence, words: DraftVocabulary) -> bool:
    """Whether a sentence is more than a day, a number or a line of the page's own."""
    text = sentence.text
    is_date = len(text) <= _LONGEST_DATE and bool(days_in(text, words))
    is_date = is_date and words.pattern("event", "record").search(text) is None
    is_menu = text.count(" | ") > 1
    is_other = is_date or is_menu or text[0].isdigit() or is_boilerplate(text, words)
    field = words.pattern("event", "fields").match(text)
    is_other = is_other or (field is not None and text[field.end() :][:1] == ":")
    least = _SHORTEST_TITLE if words.is_spaced else _SHORTEST_UNSPACED
    return len(text) >= least and not is_other


def _issuer(text: str, words: DraftVocabulary) -> tuple[str, str]:
    """The words of the head or the foot that name who published the text, and again if a line."""
    lines = [line.strip() for line in text.strip().splitlines()]
    foot = [line for line in lines[-4:] if len(line) <= _LONGEST_NAME]
    for line in (*lines[:4], *foot):
        match = words.pattern("look", "publishers").search(line[:_LONGEST_TITLE])
        if match and not words.pattern("people", "roles").match(line, match.start()):
            before = _CAPITALISED.search(line[: match.start()]) or match
            whole = line[: match.end()][-_LONGEST_NAME_UNSPACED:]
            whole = line[before.start() :] if words.is_spaced else whole
            name = " ".join(_CLAUSE_END.split(whole)[0].split())
            return name, name if _is_line_of(name, line, words) else ""
    return "", ""


def _is_line_of(name: str, line: str, words: DraftVocabulary) -> bool:
    """Whether a line begins with a name and says nothing of it: no verb, no person's office."""
    rest = line.rpartition(": ")[2] if line.endswith(name) else line
    verbs = (match.group() for match in words.reporting.finditer(name))
    is_told = any(verb[0].islower() for verb in verbs)  # “Department of State” has no verb
    others = (words.pattern("event", "meeting"), words.pattern("people", "roles"))
    is_told = is_told or any(each.search(name) for each in others)
    is_alone = rest.startswith(name) and rest[len(name) : len(name) + 1] in {"", ",", "."}
    return is_alone and len(name) <= _LONGEST_NAME and not is_told


def _kind(text: str, words: DraftVocabulary, *, session: bool) -> SourceKind:
    if session:
        return SourceKind.MINUTES
    is_joint = words.pattern("look", "joint").search(text[: _LONGEST_TITLE * 3]) is not None
    return SourceKind.COMMUNIQUE if is_joint else SourceKind.RELEASE
