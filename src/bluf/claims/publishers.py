"""Whose account a source is: an official one is of the side that its publisher names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimFault, ClaimSubject
from bluf.languages import draft_words, pattern
from bluf.model import ClaimKind, SourceKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.claims.judgement import Judgement
    from bluf.claims.passages import ClaimContext
    from bluf.claims.sides import BriefSides
    from bluf.model import Source

_OTHERS = frozenset({SourceKind.ARTICLE, SourceKind.EXTRACT, SourceKind.NOTE})
"""Kinds of documents that carry what somebody else said."""


def publisher_claims(desk: ClaimContext, sides: BriefSides) -> Iterator[Judgement]:
    """A judgement for the party of each source."""
    for key, source in desk.brief.sources.items():
        if source.party:
            subject = ClaimSubject(ClaimKind.SIDE, ("sources", key, "party"), source.party)
            yield _judged(desk, sides, subject, source)


def _judged(
    desk: ClaimContext, sides: BriefSides, subject: ClaimSubject, source: Source
) -> Judgement:
    named = sides.countries(source.publisher, desk.brief.language)
    if subject.words in named:
        return subject.borne_out(desk, Basis(words=source.publisher))
    if not named or not _is_official(desk, source):
        return subject.undecided(desk)
    fault = ClaimFault(
        "side-not-in-source",
        f"the publisher {quoted(source.publisher)} is of {', '.join(sorted(named))}, "
        f"not of “{subject.words}”",
        "correct the party, or give the kind of a document that carries what others said",
    )
    return subject.not_found(desk, fault)


def _is_official(desk: ClaimContext, source: Source) -> bool:
    """Whether a document speaks for its publisher: by its kind, or since that is a ministry."""
    known = desk.language
    offices = pattern(draft_words(known.tag, "look").get("publishers", ()), known.script)
    return source.kind not in _OTHERS or offices.search(source.publisher) is not None
