"""Where accounts differ: each side's decisive words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.views.rows import AccountRow, DifferenceRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.model import Account, Difference
    from bluf.views.citations import Citations

MOST = 160
"""Characters of a quotation that is printed whole."""
_BEFORE, _AFTER = 40, 80
"""Characters kept around the deciding words of a longer one."""
_CUT = "…"


def difference_row(difference: Difference, citations: Citations) -> DifferenceRow:
    """The accounts of one item, side by side."""
    return DifferenceRow(
        id=difference.item,
        portion=_portion(difference.item, citations),
        subject=difference.subject,
        accounts=tuple(_account(account, citations) for account in difference.accounts),
    )


def _portion(name: str, citations: Citations) -> str:
    """The mark of the item that a difference is about."""
    items = citations.brief.placed_items()
    own = next((item.marking for _, item in items if item.id == name), None)
    return citations.marks.before(own)


def _account(account: Account, citations: Citations) -> AccountRow:
    labels = citations.labels
    source = citations.brief.sources[account.source]
    words = account.translation or account.quote
    strength = labels.word("strengths", account.strength) if account.strength else ""
    answer = labels.word("responses", account.response) if account.response else ""
    when = account.due_translation or account.due
    due = labels.quoted(when) if when else ""
    said = labels.listed([strength.lower(), answer.lower(), due])
    return AccountRow(
        party=citations.party(account.party) or source.publisher,
        strength=strength,
        due=due,
        words=labels.quoted(words),
        decisive=labels.quoted(decisive(words, account.deciding)),
        source=str(citations.numbers[account.source]),
        summary=said or labels.quoted(words),
    )


def decisive(words: str, deciding: tuple[str, ...]) -> str:
    """The part of the words that decides, with the deciding ones between ``**``.

    Args:
        words: A quotation, or its translation.
        deciding: Pieces of it: the verb, the wording of a date.
    """
    spans = _spans(words, deciding)
    start, end = 0, len(words)
    if spans and len(words) > MOST:
        start, end = _start(words, spans[0][0]), _end(words, spans[-1][1])
    pieces = [_CUT + " " if start else ""]
    at = start
    for first, last in spans:
        pieces += [_plain(words[at:first]), "**", _plain(words[first:last]), "**"]
        at = last
    pieces += [_plain(words[at:end]), " " + _CUT if end < len(words) else ""]
    return "".join(pieces)


def _spans(words: str, deciding: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the pieces stand, in order; those that overlap or touch are one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_found(words, deciding)):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _found(words: str, deciding: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for piece in deciding:
        start = words.casefold().find(piece.casefold())
        if piece and start >= 0:
            yield start, start + len(piece)


def _start(words: str, first: int) -> int:
    """The beginning of a word some way before a place; the very beginning where that is near."""
    at = words.rfind(" ", 0, max(0, first - _BEFORE) + 1) + 1
    return at if at > _BEFORE else 0


def _end(words: str, last: int) -> int:
    at = words.find(" ", last + _AFTER)
    return at if 0 <= at < len(words) - _BEFORE else len(words)


def _plain(text: str) -> str:
    """The text as “markdown” prints it unchanged."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
