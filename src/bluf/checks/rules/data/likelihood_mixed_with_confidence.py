"""One sentence says how likely something is and how sure we are of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.languages import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.record import Step
    from bluf.checks.rule import Fault

_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:highly )?improbable|(?:very )?(?:un)?likely"
    r"|roughly even (?:chance|odds)|(?:highly )?probabl[ey]|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:high|medium|moderate|low)(?:[- ]to[- ](?:high|medium|moderate))? confidence\b",
    re.IGNORECASE,
)


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such sentence."""
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


RULE = checked(__name__, CheckedRecord, find)
