"""The brief, item by item, in the words of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.model import Next, Recommendation
from bluf.proof_page.content import ProofItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bluf.model import Brief
    from bluf.views import BriefView, Labels


def sections(
    brief: Brief, shown: BriefView, labels: Labels
) -> Iterator[tuple[str, tuple[ProofItem, ...]]]:
    """The headings of the brief, in its language, each with its items; empty ones are left out."""
    words = labels.words
    made = (
        (words["bottom_line"], (ProofItem(("bottom_line",), shown.bottom_line),)),
        (words["recommendations"], tuple(_own("recommendations", brief.recommendations))),
        (words["requests"], tuple(_requests(brief, shown, words))),
        (words["outcomes"], tuple(_outcomes(brief, shown))),
        (words["follow_ups"], tuple(_follow_ups(brief, shown, words))),
        (words["meeting"], tuple(_events(shown))),
        (words["background"], tuple(_text("background", brief.background))),
        (words["comment"], tuple(_text("comment", brief.comment))),
        (words["lines_to_take"], tuple(_own("lines_to_take", brief.lines_to_take))),
        (words["next"], tuple(_own("next", brief.next))),
    )
    return ((heading, items) for heading, items in made if items)


def _text(name: str, text: str | None) -> Iterator[ProofItem]:
    if text:
        yield ProofItem((name,), text)


def _own(name: str, entries: Sequence[Recommendation | Next | str]) -> Iterator[ProofItem]:
    """What the desk says of its own: recommendations, lines to take, what is planned next."""
    for index, entry in enumerate(entries):
        match entry:
            case Recommendation():
                yield ProofItem((name, index), entry.text)
            case Next():
                yield ProofItem((name, index), entry.title)
            case _:
                yield ProofItem((name, index), entry)


def _requests(brief: Brief, shown: BriefView, words: Mapping[str, str]) -> Iterator[ProofItem]:
    for row in shown.requests:
        request = brief.requests[row.at]
        details = (row.parties, f"{words['answer']}{words['colon']}{row.answer}", row.said_by)
        yield ProofItem(
            ("requests", row.at),
            row.text,
            row.id,
            details=tuple(filter(None, details)),
            basis=request.basis or "",
            rests_on=tuple(filter(None, [request.carried_from])),
        )


def _outcomes(brief: Brief, shown: BriefView) -> Iterator[ProofItem]:
    for row in shown.outcomes:
        yield ProofItem(
            ("outcomes", row.at),
            row.statement,
            row.id,
            row.strength,
            tuple(filter(None, [row.said_by])),
            brief.outcomes[row.at].basis or "",
        )


def _follow_ups(brief: Brief, shown: BriefView, words: Mapping[str, str]) -> Iterator[ProofItem]:
    for row in shown.follow_ups:
        owed = brief.follow_ups[row.at]
        owner = words["arrow"].join(filter(None, [row.owner, row.to]))
        due = f"{words['due']}{words['colon']}{row.due}" if row.due else ""
        yield ProofItem(
            ("follow_ups", row.at),
            row.text,
            row.id,
            details=tuple(filter(None, [owner, due, row.status])),
            basis=owed.basis or "",
            rests_on=tuple(filter(None, [*owed.follows, owed.carried_from])),
        )


def _events(shown: BriefView) -> Iterator[ProofItem]:
    for index, row in enumerate(shown.events):
        details = tuple(filter(None, [row.date, row.place]))
        people = f"{row.title}: {row.everybody}" if row.everybody else row.title
        yield ProofItem(("events", index), people, row.id, details=details)
