"""What frames the account of a meeting: recommendations, what is next, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.model import Decision
from bluf.views.phrases import date_in_phrase, long_date, quoted, unique
from bluf.views.rows import NextRow, RecommendationRow, SourceRow

if TYPE_CHECKING:
    from bluf.model import Next, Recommendation
    from bluf.views.citations import Citations

_CHOICES = {
    Decision.APPROVE: ("approve", "disapprove", "discuss"),
    Decision.NOTE: ("note", "discuss"),
    Decision.DISCUSS: ("discuss",),
    Decision.SIGN: ("sign", "discuss"),
}
"""What can be answered to a recommendation that names no options."""


def recommendation_rows(citations: Citations) -> tuple[RecommendationRow, ...]:
    """The recommendations in words, numbered from 1."""
    advised = enumerate(citations.brief.recommendations, 1)
    return tuple(_recommendation(number, each, citations) for number, each in advised)


def _recommendation(
    number: int, advised: Recommendation, citations: Citations
) -> RecommendationRow:
    labels = citations.labels
    decision = labels.word("decisions_for", advised.decision)
    if advised.by:
        day = date_in_phrase(advised.by, labels, "long")
        decision = labels.say("decided_by", decision=decision, date=day)
    choices = (labels.word("choices", name) for name in _CHOICES[advised.decision])
    options = advised.options or tuple(choices)
    return RecommendationRow(
        number=number,
        portion=citations.marks.before(advised.marking),
        text=advised.text,
        decision=decision,
        options=options,
        boxes="\u2003".join(labels.words["box"] + option for option in options),
    )


def next_row(planned: Next, citations: Citations) -> NextRow:
    """An occasion that is planned, in words."""
    labels = citations.labels
    day, place = long_date(planned.date, labels), planned.place or ""
    return NextRow(
        portion=citations.marks.before(planned.marking),
        title=planned.title,
        date=day,
        place=place,
        summary=labels.listed([planned.title, place, day]),
    )


def source_rows(citations: Citations) -> tuple[SourceRow, ...]:
    """The documents quoted, as the brief numbers them."""
    labels, rows = citations.labels, []
    for key, source in citations.brief.sources.items():
        kind, day = labels.word("kinds", source.kind), long_date(source.date, labels)
        title = source.translation or source.title
        details = labels.listed(unique([kind, day]))
        rows.append(
            SourceRow(
                id=key,
                number=citations.numbers[key],
                portion=citations.marks.before(source.marking),
                title=title,
                publisher=source.publisher,
                kind=kind,
                date=day,
                url=source.url or "",
                details=details,
                summary=labels.listed([source.publisher, quoted(title, labels), details]),
            )
        )
    return tuple(rows)
