"""What to hand to a language model: the sources with numbered sentences, the record, the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft
    from bluf.draft.source import SourceAccount

_TASK = """You draft a one-page brief of a meeting from the sources below. Use nothing else: no
other knowledge, no guess. Answer with YAML alone, in this form; leave out what the sources do not
say.

title: one line
bottom_line: the answer first, at most three sentences
items:
  - kind: request          # what one side asks; or outcome: what came of it; or follow-up: who
                           # owes what
    statement: one phrase, in the language of the sources
    from: who asks, or owes
    to: who is asked
    strength: discussed    # of an outcome, one of: STRENGTHS
    due: the words of the source for when it is due
    topic: one or two words
    quotes:
      - {source: ID, sentence: 3}
      - {source: ID, quote: "the exact words of the source"}

Rules
- Each item rests on one quotation or more. Give the number of the sentence, or its exact words.
- Copy quotations letter by letter. Never translate, shorten or correct them; mark a part you
  leave out with […].
- An outcome is as firm as its source says: what was discussed is not agreed; what is hoped for
  is not announced.
- Where two sources tell of one matter, make one item with a quotation of each.
- No background, no courtesies, nothing that was said before the meeting.
- At most ITEMS items, the weightiest first.
"""


def instructions(drafted: Draft, most: int = 12) -> str:
    """The text that a person carries to any language model; nothing is sent anywhere."""
    strengths = ", ".join(strength.value for strength in Strength)
    task = _TASK.replace("STRENGTHS", strengths).replace("ITEMS", str(most))
    lines = (line for account in drafted.accounts for line in _source(account))
    return "\n".join([task, *lines])


def _source(account: SourceAccount) -> Iterator[str]:
    written = f", {account.written}" if account.written else ""
    yield f"Source {account.id} ({account.language}{written}): {account.title}"
    for sentence in account.sentences:
        yield f"[{sentence.number}] {sentence.text}"
    yield ""
