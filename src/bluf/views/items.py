"""Requests, outcomes and follow-ups in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from bluf.model import (
    Brief,
    FollowUp,
    FollowUpStatus,
    Item,
    Outcome,
    Request,
    RequestState,
    Response,
    answer,
)
from bluf.views.citations import Citations
from bluf.views.labels import Labels, labels_for
from bluf.views.phrases import due_text
from bluf.views.rows import BriefView, FollowUpRow, OutcomeRow, RequestRow
from bluf.views.sections import movable
from octavo.shortening import capital

_Item = TypeVar("_Item", bound=Item)

_SIDES = ("ours", "both", "theirs", "others")
"""In which order the follow-ups of the sides stand."""


def by_weight(items: Iterable[_Item]) -> list[tuple[int, _Item]]:
    """Items with their places in the record, the weightiest first."""
    return sorted(enumerate(items), key=lambda pair: pair[1].priority)


def answered_by(brief: Brief) -> Mapping[str, list[int]]:
    """The numbers of the outcomes that answer a request, by its id."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, outcome) in enumerate(by_weight(brief.outcomes), 1):
        for name in outcome.answers:
            found[name.removeprefix(f"{brief.id}#")].append(number)
    return found


def request_rows(citations: Citations, *, carried: bool) -> tuple[RequestRow, ...]:
    """The requests in words.

    Args:
        citations: The brief with its sources.
        carried: Whether those of earlier briefs stand elsewhere; one that was made again at an
            event of this brief stands here too.
    """
    found = [
        (at, request)
        for at, request in by_weight(citations.brief.requests)
        if not (carried and request.carried_from and request.event is None)
    ]
    return tuple(
        _request(at, number, each, citations) for number, (at, each) in enumerate(found, 1)
    )


def outcome_rows(citations: Citations) -> tuple[OutcomeRow, ...]:
    """The outcomes in words."""
    found = by_weight(citations.brief.outcomes)
    return tuple(
        _outcome(at, number, each, citations) for number, (at, each) in enumerate(found, 1)
    )


def follow_up_rows(citations: Citations, *, carried: bool) -> tuple[FollowUpRow, ...]:
    """The follow-ups in words, ours first; ``carried`` as for requests."""
    rows = (
        _follow_up(at, each, citations)
        for at, each in by_weight(citations.brief.follow_ups)
        if not (carried and each.carried_from)
    )
    ordered = enumerate(by_side(rows, citations.labels), 1)
    return tuple(replace(row, number=number) for number, row in ordered)


def _request(at: int, number: int, request: Request, citations: Citations) -> RequestRow:
    labels = citations.labels
    made = request.state is RequestState.MADE
    state = "" if made else labels.word("states", request.state)
    asker, asked = citations.party(request.from_), citations.party(request.to)
    return RequestRow(
        id=request.id,
        at=at,
        number=number,
        portion=citations.marks.before(request.marking),
        ask=request.ask,
        text=labels.aside(request.ask, state),
        parties=asker if asker == asked else f"{asker}{labels.words['arrow']}{asked}",
        from_=asker,
        to=asked,
        side=_asking(request, citations.brief),
        state=state,
        answer=_answer(request, citations),
        answered=_is_answered(request, citations.brief),
        said_by=citations.said_by(request),
        sources=citations.sources(request.evidence, ("requests", at, "evidence")),
        topic=request.topic or "",
        quotations=_quotations(request, labels),
    )


def _asking(request: Request, brief: Brief) -> str:
    if brief.our_side is None:
        return ""
    if request.from_ == brief.our_side:
        return "ours"
    return "theirs" if request.from_ in brief.parties else "others"


def _answer(request: Request, citations: Citations) -> str:
    """What was answered, and the outcomes that give the answer."""
    labels = citations.labels
    numbers = answered_by(citations.brief).get(request.id, [])
    given = labels.listed(map(str, numbers))
    outcomes = labels.counted("given_by", len(numbers), numbers=given) if numbers else ""
    response = answer(citations.brief, request)
    if response is Response.NOT_REPORTED and outcomes:
        return capital(outcomes)
    return labels.aside(labels.word("responses", response), outcomes)


def _is_answered(request: Request, brief: Brief) -> bool:
    response = request.response or Response.NOT_REPORTED
    return response is not Response.NOT_REPORTED or request.id in answered_by(brief)


def _outcome(at: int, number: int, outcome: Outcome, citations: Citations) -> OutcomeRow:
    labels = citations.labels
    return OutcomeRow(
        id=outcome.id,
        at=at,
        number=number,
        portion=citations.marks.before(outcome.marking),
        strength=labels.word("strengths", outcome.strength),
        rank=outcome.strength.rank,
        statement=outcome.statement,
        said_by=citations.agreed_by(outcome),
        sources=citations.sources(outcome.evidence, ("outcomes", at, "evidence")),
        topic=outcome.topic or "",
        quotations=_quotations(outcome, labels),
    )


def _follow_up(at: int, follow_up: FollowUp, citations: Citations) -> FollowUpRow:
    """A follow-up that has no number yet."""
    labels = citations.labels
    origin = follow_up.carried_from
    carried = labels.say("carried", brief=origin.partition("#")[0]) if origin else ""
    status = labels.word("statuses", follow_up.status)
    own = labels.say("own") if follow_up.own else ""
    desk = labels.say("desk", basis=follow_up.basis) if follow_up.basis else ""
    return FollowUpRow(
        id=follow_up.id,
        at=at,
        number=0,
        portion=citations.marks.before(follow_up.marking),
        heading="",
        side=_side(follow_up, citations),
        action=follow_up.action,
        text=labels.aside(follow_up.action, own, carried, desk),
        owner=citations.party(follow_up.owner),
        to=citations.party(follow_up.to),
        due=due_text(follow_up.due, labels, sourced=_is_sourced(follow_up)),
        status=status,
        closed="" if follow_up.status is FollowUpStatus.OPEN else status,
        carried=carried,
        sources=citations.sources(follow_up.evidence, ("follow_ups", at, "evidence")),
        topic=follow_up.topic or "",
    )


def _side(follow_up: FollowUp, citations: Citations) -> str:
    """Whose follow-up it is; what is our own idea and names no party is ours."""
    owner, brief = follow_up.owner or "", citations.brief
    if brief.our_side is None:
        return ""
    if owner == brief.our_side or (follow_up.own and owner not in brief.parties):
        return "ours"
    if citations.means_all(owner):
        return "both"
    return "theirs" if owner in brief.parties else "others"


def by_side(rows: Iterable[FollowUpRow], labels: Labels) -> tuple[FollowUpRow, ...]:
    """The follow-ups of each side together, ours first; the first of each has a heading.

    Where all are of one side there is nothing to tell apart, and no heading.
    """
    return tuple(_headed(list(rows), labels))


def _headed(rows: list[FollowUpRow], labels: Labels) -> Iterator[FollowUpRow]:
    told = len({row.side for row in rows}) > 1
    headings = {side: labels.words[side] if told else "" for side in _SIDES} | {"": ""}
    for side, heading in headings.items():
        for at, row in enumerate(row for row in rows if row.side == side):
            yield replace(row, heading="" if at else heading)


def _quotations(item: Item, labels: Labels) -> tuple[str, ...]:
    return tuple(labels.quoted(entry.quote) for entry in item.evidence)


def _is_sourced(follow_up: FollowUp) -> bool:
    """Whether a source words the due date as the record does."""
    due = follow_up.due
    told = {entry.due for entry in follow_up.evidence}
    return due is not None and (due.source is not None or due.wording in told)


def with_annex(
    shown: BriefView, moved: Collection[tuple[str | int, ...]], catalogues: Path | None = None
) -> BriefView:
    """The brief with some of what its page held in the annex.

    Args:
        shown: A brief of which nothing was moved.
        moved: Paths in the record: ``("requests", 2)``, ``("background",)``.
        catalogues: Folder of the project's own catalogues of labels.
    """
    labels = labels_for(shown.language, catalogues)
    kept, gone = {}, {}
    for name in movable():
        rows = getattr(shown, name)
        gone[name] = tuple(row for row in rows if (name, row.at) in moved)
        kept[name] = tuple(row for row in rows if row not in gone[name])
    for part in (kept, gone):
        part["follow_ups"] = by_side(part["follow_ups"], labels)
    background = shown.background if ("background",) in moved else ""
    count = sum(map(len, gone.values())) + bool(background)
    further = labels.counted("further", count) if count else ""
    note = labels.chained([further, shown.annex.note])
    annex = replace(shown.annex, note=note, background=background, **gone)
    rest = "" if background else shown.background
    return replace(shown, **kept, background=rest, annex=annex)
