"""Brief → view: the only maker of what templates see, so that what is left out cannot leak."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from bluf.markings import Schemes
from bluf.model import Brief, Proof
from bluf.views.citations import Citations, difference_row
from bluf.views.items import follow_up_rows, outcome_rows, request_rows
from bluf.views.labels import Labels, labels_for
from bluf.views.marks import Marks, marks_of
from bluf.views.memo import event_row, next_row, recommendation_rows, source_rows
from bluf.views.phrases import date_in_phrase, long_date
from bluf.views.rows import Annex, BriefView, EventRow, OutstandingRow, Portions
from octavo.shortening import capital

if TYPE_CHECKING:
    from octavo.word import Picture


class Letterhead(Struct, frozen=True):
    """A name and a logo; either may be missing."""

    name: str = ""
    logo: Picture | None = None


NO_LETTERHEAD = Letterhead()


def view(
    brief: Brief,
    proof: Proof,
    *,
    outstanding: Sequence[OutstandingRow] = (),
    open_findings: int = 0,
    catalogues: Path | None = None,
    schemes: Schemes | None = None,
) -> BriefView:
    """The brief in words, for its own language.

    Args:
        brief: The record.
        proof: What its sources bear out.
        outstanding: What earlier briefs left open; carried items then stand there alone, but for
            a request that was made again at an event of this brief.
        open_findings: How many findings the brief is written in spite of; more than 0 puts a
            warning on its face.
        catalogues: Folder of the project's own catalogues of labels.
        schemes: The schemes of markings; the shipped ones where none are given.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    labels = labels_for(brief.language, catalogues)
    citations = Citations(brief, proof, labels, marks_of(brief, schemes))
    events = tuple(event_row(event, citations) for event in brief.events)
    return _texts(citations, open_findings)(
        recommendations=recommendation_rows(citations),
        events=events,
        outstanding=_numbered(row for row in outstanding if not row.settled),
        settled=_numbered(row for row in outstanding if row.settled),
        requests=request_rows(citations, carried=bool(outstanding)),
        outcomes=outcome_rows(citations),
        differences=tuple(difference_row(each, citations) for each in proof.differences),
        follow_ups=follow_up_rows(citations, carried=bool(outstanding)),
        next=tuple(next_row(planned, citations) for planned in brief.next),
        sources=source_rows(citations),
        annex=_participants(events, labels),
    )


def _texts(citations: Citations, open_findings: int) -> Callable[..., BriefView]:
    """The view with what it says as the record has it; rows are to be given."""
    brief, labels, marks = citations.brief, citations.labels, citations.marks
    colour, ground = marks.colours()
    return partial(
        BriefView,
        id=brief.id,
        title=brief.title,
        date=long_date(brief.date, labels),
        as_of=date_in_phrase(brief.date, labels, "long"),
        to=brief.to,
        through=labels.listed(brief.through),
        from_=brief.from_,
        cc=labels.listed(brief.cc),
        reference=labels.upright(brief.reference or ""),
        memo=_memo(brief, labels),
        contact=brief.contact or "",
        colophon=_colophon(brief, labels),
        marking=brief.marking or "",
        colour=colour,
        ground=ground,
        weight=marks.schemes.weight(brief.marking or ""),
        portions=_portions(brief, marks),
        language=brief.language,
        our_side=citations.party(brief.our_side),
        unproven=_unproven(brief, open_findings, labels),
        bottom_line=brief.bottom_line,
        comment=brief.comment or "",
        lines_to_take=brief.lines_to_take,
        background=brief.background or "",
        extra={name: each.text or each.items for name, each in brief.extra.items()},
    )


def mapping(
    shown: BriefView, catalogues: Path | None = None, letterhead: Letterhead = NO_LETTERHEAD
) -> dict[str, Any]:
    """What a template is rendered from: the roots ``brief``, ``labels`` and ``letterhead``.

    Fields of one's own are roots too, as a template that was made for other data calls them.
    """
    words = labels_for(shown.language, catalogues).words
    head = {"name": letterhead.name, "logo": letterhead.logo}
    brief = to_builtins(shown)
    brief["extra"] = own = _nested(brief["extra"])
    return own | {"brief": brief, "labels": words, "letterhead": head}


def _nested(extra: dict[str, Any]) -> dict[str, Any]:
    """Fields of one's own, those named ``author.name`` within a record ``author``."""
    found = {name: value for name, value in extra.items() if "." not in name}
    for name, value in extra.items():
        *records, last = name.split(".")
        within: Any = found
        for record in records:
            within = within.setdefault(record, {}) if isinstance(within, dict) else within
        if isinstance(within, dict):
            within.setdefault(last, value)
    return found


def _numbered(rows: Iterable[OutstandingRow]) -> tuple[OutstandingRow, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, 1))


def _portions(brief: Brief, marks: Marks) -> Portions:
    own = brief.portions
    return Portions(
        title=marks.before(own.title),
        bottom_line=marks.before(own.bottom_line),
        comment=marks.before(own.comment),
        lines_to_take=marks.before(own.lines_to_take),
        background=marks.before(own.background),
    )


def _memo(brief: Brief, labels: Labels) -> tuple[str, ...]:
    lines = {
        "to": brief.to,
        "through": labels.listed(brief.through),
        "from": brief.from_,
        "cc": labels.listed(brief.cc),
        "date": long_date(brief.date, labels),
        "reference": labels.upright(brief.reference or ""),
    }
    return tuple(labels.labelled(name, text) for name, text in lines.items() if text)


def _colophon(brief: Brief, labels: Labels) -> tuple[str, ...]:
    contact = labels.labelled("contact", brief.contact) if brief.contact else ""
    as_of = labels.say("as_of_day", date=date_in_phrase(brief.date, labels, "long"))
    return tuple(filter(None, (contact, as_of)))


def _unproven(brief: Brief, open_findings: int, labels: Labels) -> str:
    drafts = brief.drafts
    said = (
        labels.say("unproven", count=str(open_findings)) if open_findings else "",
        labels.counted("drafts", drafts) if drafts else "",
    )
    return " ".join(filter(None, said))


def _participants(events: tuple[EventRow, ...], labels: Labels) -> Annex:
    """An annex with the whole of each list of participants that the page folds."""
    folded = tuple(event for event in events if event.folded)
    number = sum(event.number for event in folded)
    note = labels.counted("participants", number) if folded else ""
    return Annex(note=capital(note), events=folded)
