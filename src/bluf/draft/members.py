"""Who of those at a meeting asks or does something, where the body that sat does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.draft.sentences import CLAUSE_END

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_MOST_WORDS = 4


def member_in(before: str, words: DraftVocabulary) -> str:
    """Who of those at a meeting asks, where the body that sat does not: “the Clerk asked”.

    ``before`` is what stands in front of the verb.
    """
    *clauses, subject = map(str.strip, CLAUSE_END.split(before))
    begun = [each for each in clauses if each[:1].isupper()]
    subject = subject or "".join(begun[-1:])  # “Mr Hale, who lives there, asked”
    if words.pattern("look", "pronouns").match(subject):
        return subject
    lists = (("people", "bodies"), ("event", "body"), ("says", "sides"))
    that = words.pattern("look", "that").search(subject)  # “Ann says that they …” is of Ann
    begins = subject[: that.start()] if that else subject
    if any(words.pattern(*each).search(begins) for each in lists):
        return ""
    first, *others = subject.split() or [""]
    is_subject = not others or words.telling.stands_for(others[0])
    is_named = first[:1].isupper() and is_subject and first.lower() not in words.stop
    is_named = is_named or words.titles.search(subject) is not None
    return subject if is_named or any(each[0].isupper() for each in others) else ""


def doer_in(statement: str, words: DraftVocabulary) -> str:
    """Who of those at a meeting is to do something: “the Clerk would source three quotes”."""
    modal = words.pattern("look", "modals").search(statement)
    subject = statement[: modal.start()].strip() if modal else ""
    for that in words.pattern("look", "that").finditer(subject):
        subject = statement[that.end() : modal.start()].strip() if modal else ""
    return member_in(subject, words) if len(subject.split()) <= _MOST_WORDS else ""
