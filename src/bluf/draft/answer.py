"""What a language model gave, held to the sources: nothing is kept that does not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from bluf.draft.candidate import Candidate, CandidateKind, Quoted, When
from bluf.draft.candidates import borne_out
from bluf.draft.due import due_in
from bluf.draft.joining import shared_words
from bluf.draft.model_text import BrokenTextError, values_of
from bluf.draft.quoting import quoted_part
from bluf.draft.vocabulary import vocabulary
from bluf.evidence import Searchable, likenesses, sightings
from bluf.model import Strength
from octavo.shortening import quoted as shown

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft
    from bluf.draft.source import SourceAccount

_LONGEST = 1_000_000
_MOST = 200
_LIKE = 0.75
"""A passage that holds less of a quotation is another one."""
_WORDS = {
    CandidateKind.REQUEST: "request requests ask demand proposal",
    CandidateKind.OUTCOME: "outcome outcomes result decision agreement",
    CandidateKind.FOLLOW_UP: "followup followups action actionitem task todo nextstep commitment",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_QUOTES = "\"'“”„«»‘’「」 "
_HEAVIEST = 6.0
_MOST_OF = 0.6


class AnswerError(ValueError):
    """What a language model gave cannot be read."""


class ModelAnswer(Struct, frozen=True):
    """What is kept of an answer.

    Attributes:
        candidates: The items that stand in a source, in the order of the answer.
        title: The title it proposes; empty where it does not.
        bottom_line: The bottom line it proposes; empty where it does not.
        remarks: What was changed or left out, and why.
    """

    candidates: tuple[Candidate, ...]
    title: str
    bottom_line: str
    remarks: tuple[str, ...]


def answer_of(text: str, draft: Draft) -> ModelAnswer:
    """What is kept of an answer, YAML or JSON, within a fence or not.

    Raises:
        AnswerError: It is neither, or holds no list of items.
    """
    if len(text) > _LONGEST:
        message = f"the answer is longer than {_LONGEST:,} characters"
        raise AnswerError(message)
    try:
        values, broke_off = values_of(text)
    except BrokenTextError as error:
        raise AnswerError(str(error)) from None
    items = values.get("items") if isinstance(values, dict) else values
    if not isinstance(items, list):
        message = "the answer holds no list “items”; ask for YAML in the form of the instructions"
        raise AnswerError(message)
    reader = _Reader(draft)
    if broke_off:
        reader.remarks.append("the answer breaks off: what follows its last whole item is left out")
    kept = [reader.candidate(number, item) for number, item in enumerate(items[:_MOST], 1)]
    top = values if isinstance(values, dict) else {}
    return ModelAnswer(
        tuple(each for each in kept if each),
        _text(top.get("title")),
        _text(top.get("bottom_line")),
        tuple(reader.remarks),
    )


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


class _Reader:
    """Reads the items of one answer; gathers what is to be told of them."""

    def __init__(self, draft: Draft) -> None:
        self._accounts = {account.id: account for account in draft.accounts}
        self._searchable = {key: Searchable(each.text) for key, each in self._accounts.items()}
        self.remarks: list[str] = []

    def candidate(self, number: int, item: object) -> Candidate | None:
        """The candidate of an item, or None where nothing of it stands in a source."""
        values = item if isinstance(item, dict) else {}
        statement = _text(values.get("statement") or values.get("ask") or values.get("action"))
        kind = _KINDS.get(re.sub(r"[\W_]+", "", _text(values.get("kind")).lower()))
        if kind is None or not statement:
            self.remarks.append(f"item {number}: left out, it has no kind or no statement")
            return None
        quoted = tuple(self._all_quoted(number, values.get("quotes") or values.get("evidence")))
        if not quoted:
            self.remarks.append(f"item {number}: left out, nothing of it stands in a source")
            return None
        strength = self._strength(number, kind, _text(values.get("strength")), quoted)
        due = _text(values.get("due"))
        self._tell_strangers(number, statement, quoted)
        firm = (strength and self._borne_out(each, strength) for each in quoted)
        return Candidate(
            kind,
            statement,
            tuple(self._settled(*each, due) for each in zip(quoted, firm, strict=True)),
            strength,
            max(1.0, _HEAVIEST - number / 3),
            who=_text(values.get("from")),
            whom=_text(values.get("to")),
            topic=_text(values.get("topic")),
        )

    def _all_quoted(self, number: int, quotes: object) -> Iterator[Quoted]:
        for entry in quotes if isinstance(quotes, list) else [quotes]:
            found = self._quoted(number, entry if isinstance(entry, dict) else {"quote": entry})
            if found:
                yield found

    def _quoted(self, number: int, entry: dict[Any, Any]) -> Quoted | None:
        accounts = self._named(_text(entry.get("source")))
        sentence = _text(entry.get("sentence")).strip("[]")
        if sentence.isdigit() and len(accounts) == 1:
            return self._numbered(number, accounts[0], int(sentence))
        words = _text(entry.get("quote")).strip(_QUOTES)
        if sentence.isdigit() and not words:
            ids = ", ".join(f"“{name}”" for name in self._accounts)
            self.remarks.append(f"item {number}: sentence {sentence} of which source? One of {ids}")
        if not words:
            return None
        found = next(filter(None, (self._standing(number, each, words) for each in accounts)), None)
        if not found:
            self.remarks.append(f"item {number}: {shown(words)} is in no source")
        return found

    def _named(self, source: str) -> list[SourceAccount]:
        """The source of an id, of a file or of a title; all of them where it is none."""
        stem = PurePath(source).stem.lower()
        found = [
            account
            for key, account in self._accounts.items()
            if source == key or (stem and stem in {key.lower(), PurePath(account.text.path).stem})
        ]
        return found or [*self._accounts.values()]

    def _tell_strangers(self, number: int, statement: str, quoted: tuple[Quoted, ...]) -> None:
        """Tell which quotation has no word of the statement, where another one has some."""
        shares = [(each, shared_words(statement, each.quote)) for each in quoted]
        for each, share in shares:
            if not share and any(other for _, other in shares):
                self.remarks.append(
                    f"item {number}: has “{statement}” to do with {shown(each.quote)}? "
                    "They share no word; take out the quotation if not"
                )

    def _numbered(self, number: int, account: SourceAccount, sentence: int) -> Quoted | None:
        if not 1 <= sentence <= len(account.sentences):
            self.remarks.append(f"item {number}: source “{account.id}” has no sentence {sentence}")
            return None
        found = account.sentences[sentence - 1]
        begin, end = quoted_part(found.text, vocabulary(account.language))
        return Quoted(account.id, found.text[begin:end], found.start)

    def _standing(self, number: int, account: SourceAccount, words: str) -> Quoted | None:
        """The words as they stand in a source, or the passage that nearly says so."""
        source = self._searchable[account.id]
        seen = sightings(source, [words], account.language)[0]
        if seen:
            return Quoted(account.id, words, seen.spans[0][0])
        like = likenesses(source, [words], account.language)[0]
        if like is None or like.share < _LIKE or not like.words:
            return None
        start, words_there = self._within_sentence(account, like.span)
        exact = " ".join(words_there.split())
        self.remarks.append(
            f"item {number}: {shown(words)} does not stand in “{account.id}”; "
            f"taken instead: {shown(exact)} ({like.place}); {like.reason}"
        )
        return Quoted(account.id, exact, start)

    def _within_sentence(self, account: SourceAccount, span: tuple[int, int]) -> tuple[int, str]:
        """A passage without a small part of the sentence before it or behind it."""
        parts = [
            (max(span[0], each.start), min(span[1], each.end))
            for each in account.sentences
            if each.start < span[1] and span[0] < each.end
        ]
        start, end = max(parts, key=lambda part: part[1] - part[0], default=span)
        if (end - start) < _MOST_OF * (span[1] - span[0]):
            start, end = span  # it is of two sentences
        return start, account.text.text[start:end].rstrip(" .")

    def _strength(
        self, number: int, kind: CandidateKind, word: str, quoted: tuple[Quoted, ...]
    ) -> Strength | None:
        """The strength that was given, no firmer than the words say."""
        if kind is CandidateKind.REQUEST:
            return None
        known = {strength.value: strength for strength in Strength}
        given = known.get(word.lower())
        wanted = given or Strength.AGREED
        said = [self._borne_out(each, wanted) for each in quoted]
        strongest = max(said, key=lambda strength: strength.rank)
        if given and given is not strongest:
            self.remarks.append(
                f"item {number}: “{given}” is too strong, the words say “{strongest}”"
            )
        is_told = given or kind is CandidateKind.OUTCOME or strongest is not Strength.CONVEYED
        return strongest if is_told else None

    def _borne_out(self, quoted: Quoted, strength: Strength) -> Strength:
        """How much of a strength a quotation bears out, by itself or by its sentence."""
        account = self._accounts[quoted.source]
        within = (each.text for each in account.sentences if each.start <= quoted.start < each.end)
        text = next(within, quoted.quote)
        found = borne_out(strength, quoted.quote, text, vocabulary(account.language))
        return found or Strength.CONVEYED

    def _settled(self, quoted: Quoted, strength: Strength | None, due: str) -> Quoted:
        account = self._accounts[quoted.source]
        when = due_in(due, vocabulary(account.language), account.written) if due else None
        stands = due and due.lower() in " ".join(account.text.text.lower().split())
        known = when or (When(due) if due else None)
        return replace(quoted, strength=strength, due=known if stands else None)
