"""What a language model gave, held to the sources: nothing is kept that does not stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from bluf.draft.candidate import Candidate, Kind, Quoted, When
from bluf.draft.due import due_in
from bluf.draft.quoting import quoted_part
from bluf.draft.vocabulary import vocabulary
from bluf.evidence import Searchable, likenesses, sightings
from bluf.languages import firmness
from bluf.model import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.draft.drafting import Draft
    from bluf.draft.source import Account

_FENCE = re.compile(r"```[\w-]*[ \t]*\n(.*?)(?:\n```|\Z)", re.DOTALL)
_LONGEST = 1_000_000
_MOST = 200
_LIKE = 0.75
"""A passage that holds less of a quotation is another one."""
_KINDS = {kind.value: kind for kind in Kind} | {
    "followup": Kind.FOLLOW_UP,
    "follow_up": Kind.FOLLOW_UP,
    "action": Kind.FOLLOW_UP,
}
_HEAVIEST = 6.0


class AnswerError(ValueError):
    """What a language model gave cannot be read."""


class Answer(Struct, frozen=True):
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


def answer_of(text: str, draft: Draft) -> Answer:
    """What is kept of an answer, YAML or JSON, within a fence or not.

    Raises:
        AnswerError: It is neither, or holds no list of items.
    """
    values = _parsed(text)
    items = values.get("items") if isinstance(values, dict) else values
    if not isinstance(items, list):
        message = "the answer holds no list “items”; ask for YAML in the form of the instructions"
        raise AnswerError(message)
    reader = _Reader(draft)
    kept = [reader.candidate(number, item) for number, item in enumerate(items[:_MOST], 1)]
    top = values if isinstance(values, dict) else {}
    return Answer(
        tuple(each for each in kept if each),
        _text(top.get("title")),
        _text(top.get("bottom_line")),
        tuple(reader.remarks),
    )


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever the model wrote
    if len(text) > _LONGEST:
        message = f"the answer is longer than {_LONGEST:,} characters"
        raise AnswerError(message)
    fenced = _FENCE.search(text)
    try:
        return yaml.load(fenced[1] if fenced else text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts, lists and mappings alone
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        message = f"the answer is neither YAML nor JSON: {getattr(error, 'problem', error)}{where}"
        raise AnswerError(message) from None


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
        kind = _KINDS.get(_text(values.get("kind")).lower())
        if kind is None or not statement:
            self.remarks.append(f"item {number}: left out, it has no kind or no statement")
            return None
        quoted = tuple(self._all_quoted(number, values.get("quotes") or values.get("evidence")))
        if not quoted:
            self.remarks.append(f"item {number}: left out, nothing of it stands in a source")
            return None
        strength = self._strength(number, kind, _text(values.get("strength")), quoted)
        return Candidate(
            kind,
            statement,
            tuple(self._settled(each, strength, _text(values.get("due"))) for each in quoted),
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
        source = _text(entry.get("source"))
        accounts = (
            [self._accounts[source]] if source in self._accounts else [*self._accounts.values()]
        )
        sentence = _text(entry.get("sentence")).strip("[]")
        if sentence.isdigit():
            return self._numbered(number, accounts[0], int(sentence))
        words = _text(entry.get("quote"))
        for account in accounts:
            found = self._standing(number, account, words) if words else None
            if found:
                return found
        if words:
            self.remarks.append(f"item {number}: “{_short(words)}” stands in no source")
        return None

    def _numbered(self, number: int, account: Account, sentence: int) -> Quoted | None:
        if not 1 <= sentence <= len(account.sentences):
            self.remarks.append(f"item {number}: source “{account.id}” has no sentence {sentence}")
            return None
        found = account.sentences[sentence - 1]
        begin, end = quoted_part(found.text, vocabulary(account.language))
        return Quoted(account.id, found.text[begin:end], found.start)

    def _standing(self, number: int, account: Account, words: str) -> Quoted | None:
        """The words as they stand in a source, or the passage that nearly says so."""
        source = self._searchable[account.id]
        seen = sightings(source, [words], account.language)[0]
        if seen:
            return Quoted(account.id, words, seen.spans[0][0])
        like = likenesses(source, [words], account.language)[0]
        if like is None or like.share < _LIKE or not like.words:
            return None
        exact = " ".join(like.words.split())
        self.remarks.append(
            f"item {number}: “{_short(words)}” does not stand in “{account.id}”; "
            f"taken instead: “{_short(exact)}” ({like.place}); {like.reason}"
        )
        return Quoted(account.id, exact, like.span[0])

    def _strength(
        self, number: int, kind: Kind, word: str, quoted: tuple[Quoted, ...]
    ) -> Strength | None:
        """The strength that was given, no firmer than the words say."""
        if kind is Kind.REQUEST:
            return None
        known = {strength.value: strength for strength in Strength}
        given = known.get(word.lower())
        said = [firmness(each.quote, self._accounts[each.source].language) for each in quoted]
        strongest = max((each for each in said if each), key=lambda s: s.rank, default=None)
        if given and strongest and strongest.rank < given.rank:
            self.remarks.append(
                f"item {number}: “{given}” is too strong, the words say “{strongest}”"
            )
            return strongest
        fallback = Strength.CONVEYED if kind is Kind.OUTCOME else None
        return given or strongest or fallback

    def _settled(self, quoted: Quoted, strength: Strength | None, due: str) -> Quoted:
        account = self._accounts[quoted.source]
        when = due_in(due, vocabulary(account.language), account.written) if due else None
        stands = due and due.lower() in " ".join(account.text.text.lower().split())
        known = when or (When(due) if due else None)
        return Quoted(
            quoted.source, quoted.quote, quoted.start, strength, known if stands else None
        )


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"  # noqa: PLR2004 - a line
