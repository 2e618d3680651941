"""What the record says in the analyst's own words, and of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, check
from bluf.languages import sentences
from bluf.model import UNWRITTEN

if TYPE_CHECKING:
    from bluf.checks.subjects import CheckedRecord, Step

_SENTENCES = 3
_WORDS = 110


@check
def bottom_line_too_long(record: CheckedRecord) -> Iterator[Fault]:
    """The bottom line is longer than three sentences."""
    text = record.brief.bottom_line
    count, words = len(sentences(text)), len(text.split())
    hint = "keep the answer and what the reader has to do; the rest is background"
    if count > _SENTENCES:
        message = f"the bottom line has {count} sentences, more than {_SENTENCES}"
        yield record.fault(message, "bottom_line", hint=hint)
    elif words > _WORDS:
        message = f"the bottom line has {words} words, more than {_WORDS}"
        yield record.fault(message, "bottom_line", hint=hint)


_HINT = "look at it, then delete its line “draft: true”"
_EACH = "look at each, then delete its line “draft: true”"


@check
def draft_item(record: CheckedRecord) -> Iterator[Fault]:
    """A part of a brief was proposed by a program, and nobody has looked at it.

    One fault names all parts of a kind.
    """
    if record.brief.draft:
        message = "title, bottom line, parties and people are a draft: nobody has looked at them"
        yield record.fault(message, "draft", hint=_HINT)
    if record.brief.bottom_line == UNWRITTEN:
        message = f"the bottom line is still the placeholder “{UNWRITTEN}”"
        yield record.fault(message, "bottom_line", hint="write what came of the meeting")
    drafts = ((path, item.id) for path, item in record.brief.placed_items() if item.draft)
    for _, group in groupby(drafts, key=lambda draft: draft[0][0]):
        (path, first), *others = group
        names = ", ".join(f"“{name}”" for name in (first, *(name for _, name in others)))
        message = f"{names} is a draft: nobody has looked at it"
        if others:
            message = f"{names} are drafts: nobody has looked at them"
        hint = _EACH if others else _HINT
        yield record.fault(message, *path, "draft", hint=hint)


_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:highly )?improbable|(?:very )?(?:un)?likely"
    r"|roughly even (?:chance|odds)|(?:highly )?probabl[ey]|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:high|medium|moderate|low)(?:[- ]to[- ](?:high|medium|moderate))? confidence\b",
    re.IGNORECASE,
)


@check
def likelihood_mixed_with_confidence(record: CheckedRecord) -> Iterator[Fault]:
    """One sentence says how likely something is and how sure we are of it."""
    if not record.brief.language.startswith("en"):
        return
    for path, text in _prose(record):
        for sentence in sentences(text):
            likely, sure = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
            if likely and sure:
                message = f"“{likely.group()}” and “{sure.group()}” stand in one sentence"
                hint = "say in one sentence how likely it is, and in another how sure we are"
                yield record.fault(message, *path, hint=hint)


def _prose(record: CheckedRecord) -> Iterator[tuple[tuple[Step, ...], str]]:
    """What the analyst wrote in his or her own words."""
    brief = record.brief
    yield ("bottom_line",), brief.bottom_line
    for index, request in enumerate(brief.requests):
        yield ("requests", index, "ask"), request.ask
    for index, outcome in enumerate(brief.outcomes):
        yield ("outcomes", index, "statement"), outcome.statement
    for index, follow_up in enumerate(brief.follow_ups):
        yield ("follow_ups", index, "action"), follow_up.action
    yield ("background",), brief.background or ""


@check
def participant_without_party(record: CheckedRecord) -> Iterator[Fault]:
    """Nobody can tell which side a participant spoke for.

    A record without parties has no sides to name.
    """
    if not record.brief.parties:
        return
    for index, event in enumerate(record.brief.events):
        for number, participant in enumerate(event.participants):
            if participant.party is None:
                message = f"the record does not say which side “{participant.name}” spoke for"
                hint = f"add “party: …”, one of {', '.join(record.brief.parties)}"
                yield record.fault(message, "events", index, "participants", number, hint=hint)
